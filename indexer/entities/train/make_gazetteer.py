#!/usr/bin/env python3
"""Makes indexer/entities/data/gazetteer.gz, the place names that the indexer
knows, from GeoNames and the tables beside it. Deterministic.

    make_gazetteer.py --cities cities500.txt --admin1 admin1CodesASCII.txt \\
        --admin2 admin2Codes.txt --centres geonames_admin1_mapping.csv \\
        --words gmb.csv --people forenames.csv surnames.csv \\
        --out ../data/gazetteer.gz

data/SOURCES.md says where each comes from and under which terms.
"""

import argparse
import collections
import csv
import os
import sys

import gazetteer_file
from gazetteer_file import COMMON_WORD, FOREIGN, PERSON, SHORT, USUAL
from gazetteer_names import fold_name
from gazetteer_sources import CITY, COUNTRY, FORMER, Sources

HERE = os.path.dirname(os.path.abspath(__file__))


def common_words(path):
    """Words that running text writes with a small letter, now and then at
    least: {folded word}."""
    small = collections.Counter()
    every = collections.Counter()
    with open(path, encoding="latin-1", newline="") as file:
        for row in csv.reader(file):
            word = row[1]
            every[fold_name(word)] += 1
            if word.islower():
                small[fold_name(word)] += 1
    return {word for word, count in small.items()
            if count >= 2 and count * 50 >= every[word]}


def person_names(paths):
    """Folded forenames and surnames common in some country."""
    names = set()
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                names.add(fold_name(row["Romanized Name"]))
    names.discard("")
    return names


def too_vague(place, key, flags, taken, words):
    """An unsorted alternate that would do more harm than good: it is another
    place's proper name, a demonym, a word or a person's name."""
    if not flags & FOREIGN or place.kind in (COUNTRY, FORMER):
        return False
    return key in taken or place.population < 1000000 and key in words


def rank(place, flags):
    """The lower, the likelier that the name alone means the place."""
    penalty = 3 if flags & FOREIGN else 1 if flags & SHORT else 0
    return penalty - place.prior() - (10 if flags & USUAL else 0)


def name_rows(sources, words, people):
    """(key, rank, place, flags) in the order of the file: by key, the likelier
    place first."""
    taken = {key for place in sources.places if place.kind != CITY
             for key, flags in place.names.items()
             if not flags & (FOREIGN | SHORT)}
    taken.update(sources.demonyms)
    vague = words | people
    rows = []
    for place in sources.places:
        for key, flags in place.names.items():
            if too_vague(place, key, flags, taken, vague):
                continue
            if key in words:
                flags |= COMMON_WORD
            if key in people:
                flags |= PERSON
            rows.append((key, rank(place, flags), place, flags))
    rows.sort(key=lambda row: (row[0].encode(), row[1], row[2].id))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("cities", "admin1", "admin2", "centres", "words", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--people", nargs="+", required=True)
    parser.add_argument("--data", default=os.path.join(HERE, "..", "data"))
    args = parser.parse_args()

    sources = Sources(args.data, args.cities, args.admin1, args.admin2,
                      args.centres)
    for name in sources.unmatched:
        print("no such place:", name, file=sys.stderr)
    rows = name_rows(sources, common_words(args.words),
                     person_names(args.people))
    places, names, size = gazetteer_file.write(
        args.out, rows, sources.links, sources.demonyms)
    print("%d places, %d names, %d bytes, %d packed" %
          (places, names, size, os.path.getsize(args.out)))


main()
