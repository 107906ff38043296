"""A fixture that runs the real programs: an archive in a directory of its own.

BROADSHEET_BIN names the directory of indexer and searcher.
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

BIN = pathlib.Path(os.environ.get("BROADSHEET_BIN", "build/release/bin"))
ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared" / "data"


class Result:
    """What a program did: exit code, standard output and error."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


def run(program, *arguments, stdin=b"", env=None, cwd=None):
    # What a program prints is UTF-8 whatever the articles hold.
    done = subprocess.run(
        [str((ROOT / BIN / program).resolve()), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=600,
        check=False,
    )
    return Result(done)


class ArchiveTest(unittest.TestCase):
    """A test with a directory of articles and an archive made of it."""

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="broadsheet-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.db = self.home / "news.db"
        self.articles = self.home / "articles"
        self.articles.mkdir()

    def write(self, name, text):
        path = self.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def write_dump(self, name, stories):
        self.write(name, "".join(json.dumps(s) + "\n" for s in stories))

    def index(self, command, *arguments, expect=0):
        result = run("indexer", command, "--db", self.db, *arguments)
        self.assertEqual(result.code, expect, result.err)
        return result

    def rebuild(self, *arguments, expect=0):
        self.index("rebuild", *(arguments or [self.articles]), expect=expect)
        return self.report()

    def update(self, *arguments, expect=0):
        self.index("update", *arguments, expect=expect)
        return self.report()

    def report(self):
        report = json.loads((self.db / "report.json").read_text())
        self.assert_reconciled(report)
        return report

    def assert_reconciled(self, report):
        files, stories = report["files"], report["stories"]
        self.assertEqual(
            files["seen"],
            sum(files[k] for k in ("indexed", "unchanged", "moved", "duplicate",
                                   "ignored", "skipped", "failed")))
        self.assertEqual(
            stories["read"],
            sum(stories[k] for k in ("indexed", "unchanged", "replaced",
                                     "duplicate", "withdrawn", "failed")))

    def search(self, command, *arguments, expect=0):
        result = run("searcher", command, "--db", self.db, *arguments)
        self.assertEqual(result.code, expect, result.err + result.out)
        return result

    def find(self, *query, expect=0):
        return self.search("find", "--format", "json", *query,
                           expect=expect).json

    def ids(self, *query):
        result = run("searcher", "find", "--db", self.db, "--format", "ids",
                     *query)
        self.assertIn(result.code, (0, 1), result.err)
        return result.lines
