"""Plain text, a paragraph a line: how news writes its words is counted in it.

Usage: plain_text.py SOURCES > text.txt. Press releases of the US Senate and the
texts of the Groningen Meaning Bank, both in the public domain.
"""

import glob
import re
import sys

from prepare_texts import detokenized, gmb_sentences


def main(sources):
    for words, _ in gmb_sentences(sources + "/gmb.csv"):
        print(detokenized(words)[0])
    for path in sorted(glob.glob(sources + "/senate/*/*.txt")):
        text = open(path, encoding="utf-8", errors="replace").read()
        for part in re.split(r"\s{3,}", text):
            if len(part) > 60:
                print(re.sub(r"\s+", " ", part))


if __name__ == "__main__":
    main(sys.argv[1])
