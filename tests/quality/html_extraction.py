#!/usr/bin/env python3
"""How well stories are read out of saved web pages.

    html_extraction.py DUMP [PAGES] [--worst N]

DUMP is the program read_stories (tests/quality/read_stories.cc). Reads the
pages beside this script, invented texts in the shapes of many programs, and
from PAGES the test pages of Readability (readability/test/test-pages) and
newspaper4k (newspaper4k/tests/data). Prints the token-level F1 of the body, as
a baseline that of all text in <body>, and three rates. A headline is right
when it is the expected one but for white space; lenient forgives punctuation
and the outlet behind it, for many of the expected ones are a page's whole
<title>. A byline is right when its names are; lenient when it is a part of the
expected one, which may be a whole line. A date is right to the day.
Development half only: what counts is a set kept aside.
"""
import argparse
import collections
import html.parser
import json
import pathlib
import re
import statistics
import subprocess


class Text(html.parser.HTMLParser):
    """All text but of scripts, styles and the like."""

    SILENT = {"script", "style", "noscript", "template", "title", "figcaption",
              "button", "svg", "iframe"}

    def __init__(self):
        super().__init__()
        self.parts, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in self.SILENT
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.silent -= tag in self.SILENT and self.silent > 0
        self.parts.append(" ")

    def handle_data(self, data):
        if not self.silent:
            self.parts.append(data)


def text_of(markup):
    parser = Text()
    parser.feed(markup)
    return "".join(parser.parts)


def tokens(text):
    # A word a token; a sign of Chinese, Japanese or Thai too.
    return collections.Counter(
        re.findall(r"[぀-ヿ㐀-鿿฀-๿]|[^\W぀-ヿ㐀-鿿฀-๿]+",
                   text.lower()))


def f1(found, expected):
    a, b = tokens(found), tokens(expected)
    both = sum((a & b).values())
    if not both:
        return 1.0 if not a and not b else 0.0
    precision, recall = both / sum(a.values()), both / sum(b.values())
    return 2 * precision * recall / (precision + recall)


def invented_pages():
    """Yields (set, file, expected body, expected headline, byline, date)."""
    root = pathlib.Path(__file__).parent / "pages"
    for name, want in json.loads((root / "expected.json").read_text()).items():
        yield ("invented", root / f"{name}.html", "\n".join(want["text"]),
               want["title"], want["byline"], want["published"])


def collected_pages(root):
    """The same."""
    for page in sorted((root / "readability/test/test-pages").iterdir()):
        meta = json.loads((page / "expected-metadata.json").read_text())
        yield ("readability", page / "source.html",
               text_of((page / "expected.html").read_text()),
               meta.get("title"), meta.get("byline"),
               meta.get("publishedTime"))
    data = root / "newspaper4k/tests/data"
    for page in sorted((data / "html").glob("*.html")):
        body = data / "txt" / (page.stem + ".txt")
        meta = data / "metadata" / (page.stem + ".json")
        if not body.exists():
            continue
        meta = json.loads(meta.read_text()) if meta.exists() else {}
        yield ("newspaper4k", page, body.read_text(), meta.get("title"),
               "; ".join(meta.get("authors", [])), meta.get("published_date")
               or meta.get("publish_date"))


def read(dump, file):
    result = subprocess.run([dump, "--json", file], capture_output=True,
                            check=True)
    for line in result.stdout.decode("utf-8").splitlines():
        return json.loads(line)
    return {}


def plain(text):
    return re.sub(r"[\W_]+", " ", text or "").strip().lower()


def squeezed(text):
    return " ".join((text or "").split())


def but_for_the_outlet(found, expected):
    """Equal letter by letter, or the expected one goes on with an outlet's or
    a section's name behind a sign that parts them."""
    rest = squeezed(expected)[len(squeezed(found)):]
    return plain(found) == plain(expected) or (
        bool(found) and plain(expected).startswith(plain(found))
        and re.match(r"\s*[^\w\s]|\s*_", rest) is not None
        and len(plain(rest).split()) < 6)


def names_of(byline):
    """The words of a byline, without "By" and what joins names."""
    words = plain(byline).split()
    return [w for w in words if w not in ("by", "and", "von", "par", "et")]


def rate(name, rows):
    rows = [row for row in rows if row is not None]
    if rows:
        print(f"{name:24} {statistics.mean(rows):6.3f}  of {len(rows)}")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dump")
    options.add_argument("pages", type=pathlib.Path, nargs="?")
    options.add_argument("--worst", type=int, default=0)
    options = options.parse_args()
    sets = collections.defaultdict(list)
    pages = list(invented_pages())
    if options.pages:
        pages += collected_pages(options.pages)
    for name, file, body, title, byline, date in pages:
        story = read(options.dump, file)
        base = re.sub(r"(?s)^.*?<body", "<body", file.read_text(errors="replace"))
        found = story.get("date", "")
        sets[name].append({
            "file": file, "body": f1(story.get("body", ""), body),
            "baseline": f1(text_of(base), body),
            "headline": squeezed(story.get("headline")) == squeezed(title)
            if title else None,
            "headline, lenient": but_for_the_outlet(
                story.get("headline"), title) if title else None,
            "byline": names_of(story.get("byline")) == names_of(byline)
            if byline else None,
            "byline, lenient": plain(story.get("byline")) in plain(byline)
            and bool(story.get("byline")) if byline else None,
            "date": found[:10] == str(date)[:10] if date else None,
            "story": story, "title": title, "author": byline, "day": date})
    for name, rows in sorted(sets.items()):
        print(f"== {name}")
        for key in ("body", "baseline", "headline", "headline, lenient", "byline",
                    "byline, lenient", "date"):
            rate(key, [row[key] for row in rows])
        print(f"{'body, median':24} "
              f"{statistics.median(row['body'] for row in rows):6.3f}")
    everything = sorted((row for rows in sets.values() for row in rows),
                        key=lambda row: row["body"])
    for row in everything[:options.worst]:
        print(f"{row['body']:.3f} (all {row['baseline']:.3f}) {row['file']}")
    if options.worst:
        for row in everything:
            for key, want, got in (("headline", row["title"], "headline"),
                                   ("date", row["day"], "date"),
                                   ("byline", row["author"], "byline")):
                if row[key] is False:
                    print(f"{key}: {row['file'].parent.name}/{row['file'].name}"
                          f"\n   want {want!r}\n   got  {row['story'].get(got)!r}")


if __name__ == "__main__":
    main()
