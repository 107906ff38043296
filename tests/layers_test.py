#!/usr/bin/env python3
"""The layers of the tree, read from its includes.

RULES says who may not include what; check() adds that a file of common/ must
serve both programs, that names say something and that no two types of a program
have the same one: the linker would take the functions of one for the other's.
Run: tests/layers_test.py
"""

import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAYERS = ("common", "indexer", "searcher", "tests")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
UNNAMED = re.compile(r"^namespace \{$.*?^\}  // namespace$", re.M | re.S)
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{$", re.M)
TYPE = re.compile(r"^(?:struct|union|enum class|class|enum) "
                  r"(?:alignas\(\w+\) )?(\w+)\b(?!::)[^;\n]*\{", re.M)
NOUNLESS = re.compile(
    r"(.*_)?(utils?|utility|utilities|misc\w*|helpers?|base|types?)(_.*)?")

# (files whose path matches, may not include what matches, even through others)
RULES = [
    (r"common/", r"indexer/|searcher/"),
    (r"indexer/", r"searcher/"),
    (r"searcher/", r"indexer/"),
    (r"indexer/(formats|entities)/|searcher/(hits|snippet)\.|searcher/render/",
     r"xapian\.h|xapian/"),
    (r"common/news/", r"(?!common/text/date\.h$|common/news/)[^\n]*[./]"),
]


class Tree:
    """Every source file below a root, and what it includes."""

    def __init__(self, root):
        self.includes = {}
        self.types = {}
        self.unrooted = []
        for layer in LAYERS:
            for path in sorted((root / layer).rglob("*")):
                if path.suffix in (".h", ".cc"):
                    self.read(root, path)

    def read(self, root, path):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        found = INCLUDE.findall(text)
        self.includes[name] = [target for _, target in found]
        text = UNNAMED.sub("", text)
        space = NAMESPACE.search(text)
        self.types[name] = ["%s::%s" % (space[1] if space else "", type_name)
                            for type_name in TYPE.findall(text)]
        self.unrooted += [(name, target) for quote, target in found
                          if quote == '"' and not (root / target).is_file()]

    def chains(self, start, through_sources=False):
        """{what `start` includes, itself or through others: by which path}.

        through_sources follows a header into the source file beside it too.
        """
        chains = {start: [start]}
        waiting = [start]
        while waiting:
            name = waiting.pop()
            targets = list(self.includes.get(name, []))
            if through_sources and name.endswith(".h"):
                targets.append(name[:-2] + ".cc")
            for target in targets:
                if target not in chains:
                    chains[target] = chains[name] + [target]
                    waiting.append(target)
        return chains


def check_rules(tree):
    for name in tree.includes:
        for who, what in RULES:
            if not re.match(who, name):
                continue
            for target, chain in tree.chains(name).items():
                if len(chain) > 1 and re.match(what, target):
                    yield "%s may not be included: %s" % (
                        target, " -> ".join(chain))


def check_common(tree):
    """What is in common/ is for both programs."""
    for program in ("indexer", "searcher"):
        used = set()
        for name in tree.includes:
            if name.startswith(program + "/"):
                used.update(tree.chains(name, through_sources=True))
        for name in tree.includes:
            if name.startswith("common/") and name not in used:
                yield "%s: the %s does not use it" % (name, program)


def check_names(tree):
    for name in tree.includes:
        if NOUNLESS.fullmatch(pathlib.PurePosixPath(name).stem):
            yield "%s: a name that says nothing" % name


def check_types(tree):
    for program in ("indexer", "searcher"):
        owners = {}
        for name, types in tree.types.items():
            if name.startswith(("common/", program + "/")):
                for type_name in types:
                    owner = owners.setdefault(type_name, name)
                    if owner != name:
                        yield "%s: %s has a %s, too" % (name, owner, type_name)


def check(root):
    tree = Tree(root)
    problems = ["%s: no file %s below the root" % pair
                for pair in tree.unrooted]
    for rule in (check_rules, check_common, check_names, check_types):
        problems += rule(tree)
    return problems


GOOD = {
    "common/text/date.h": "#include <string>",
    "common/text/date.cc": '#include "common/text/date.h"',
    "common/news/article.h": '#include "common/text/date.h"\n#include <map>',
    "common/index/archive.h": "#include <xapian.h>",
    "indexer/formats/reader.h": '#include "common/news/article.h"',
    "indexer/writer.cc": '#include "common/index/archive.h"',
    "indexer/plan.h": "namespace a {\nstruct Plan {};\nclass Date;\n}",
    "indexer/plan.cc": "namespace a {\nnamespace {\nstruct Row {\n};\n"
                       "}  // namespace\nstruct Plan::State {\n};\n}",
    "searcher/plan.h": "namespace a {\nstruct Plan {};\nstruct Row {};\n}",
    "searcher/hits.h": "#include <vector>",
    "searcher/search.cc": '#include "common/index/archive.h"\n'
                          '#include "common/news/article.h"',
    "tests/search_test.cc": '#include "searcher/hits.h"',
}

# Why it is bad, the file that is added or replaced, and part of the complaint.
BAD = [
    ("common knows no program", "common/index/archive.h",
     '#include "searcher/hits.h"', "searcher/hits.h may not be included"),
    ("the programs are apart", "indexer/writer.cc",
     '#include "searcher/hits.h"', "indexer/writer.cc -> searcher/hits.h"),
    ("and the other way", "searcher/search.cc",
     '#include "indexer/formats/reader.h"', "-> indexer/formats/reader.h"),
    ("formats know no engine", "indexer/formats/rss.cc",
     "#  include <xapian.h>", "indexer/formats/rss.cc -> xapian.h"),
    ("nor through others", "searcher/render/text.cc",
     '#include "common/index/archive.h"',
     "searcher/render/text.cc -> common/index/archive.h -> xapian.h"),
    ("news is plain", "common/news/article.h",
     '#include "common/index/archive.h"', "common/index/archive.h may not"),
    ("news needs no library", "common/news/article.h",
     "#include <unicode/uchar.h>", "unicode/uchar.h may not"),
    ("common is for both", "common/text/fold.h", "",
     "common/text/fold.h: the searcher does not use it"),
    ("with its sources", "common/text/fold.cc", "",
     "common/text/fold.cc: the indexer does not use it"),
    ("includes start at the root", "indexer/formats/rss.cc",
     '#include "reader.h"', "no file reader.h below the root"),
    ("names say something", "searcher/render/text_utils.h", "",
     "text_utils.h: a name that says nothing"),
    ("in tests too", "tests/helper.h", "", "a name that says nothing"),
    ("a type has its name alone", "indexer/run.h",
     "namespace a {\nclass alignas(32) Plan final {\n};\n}",
     "indexer/run.h: indexer/plan.h has a a::Plan, too"),
    ("where both programs see it", "common/text/plan.h",
     "namespace a {\nenum class Plan : char { kOne };\n}",
     "has a a::Plan, too"),
]


class LayersTest(unittest.TestCase):

    def check_files(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text + "\n", encoding="utf-8")
            return check(pathlib.Path(folder))

    def test_a_good_tree_passes(self):
        self.assertEqual(self.check_files(GOOD), [])

    def test_each_breach_is_found(self):
        for why, name, text, complaint in BAD:
            with self.subTest(why):
                problems = self.check_files({**GOOD, name: text})
                self.assertIn(complaint, "\n".join(problems))

    def test_words_that_only_look_alike_are_names(self):
        for stem in ("base64", "database", "baseline", "prototype"):
            self.assertEqual(
                self.check_files({**GOOD, "tests/%s.h" % stem: ""}), [])

    def test_this_tree(self):
        problems = check(ROOT)
        if problems:
            self.fail("\n" + "\n".join(problems))


if __name__ == "__main__":
    unittest.main()
