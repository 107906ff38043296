#!/usr/bin/env python3
"""Makes indexer/entities/data/gazetteer.gz, the place names that the indexer
knows, from GeoNames and the tables beside it. Deterministic.

    make_gazetteer.py --cities cities500.txt --admin1 admin1CodesASCII.txt \\
        --admin2 admin2Codes.txt --centres geonames_admin1_mapping.csv \\
        --words gmb.csv --dictionary american-english-small \\
        --people forenames.csv surnames.csv legislators-historical.csv \\
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
from gazetteer_sources import ADMIN2, CITY, COUNTRY, FORMER, Sources

HERE = os.path.dirname(os.path.abspath(__file__))


class RunningText:
    """What a tagged text (word, part of speech, tag a row) tells of words."""

    def __init__(self, path):
        small = collections.Counter()
        every = collections.Counter()
        tags = collections.defaultdict(collections.Counter)
        with open(path, encoding="latin-1", newline="") as file:
            for row in csv.reader(file):
                word = fold_name(row[1])
                every[word] += 1
                if row[1].islower():
                    small[word] += 1
                tags[row[3][2:]][word] += 1
        places = tags["geo"] + tags["gpe"]
        # Written with a small letter, now and then at least.
        self.words = {word for word, count in small.items()
                      if count >= 2 and count * 50 >= every[word]}
        self.people = {word for word, count in tags["per"].items()
                       if count >= 3 and count > LIKELIER * places[word]}
        self.groups = {word for word, count in tags["org"].items()
                       if count >= 3 and count > LIKELIER * places[word]}


def dictionary_words(path):
    with open(path, encoding="utf-8") as file:
        return {fold_name(line) for line in file if line.strip().islower()}


def person_names(paths):
    """Folded forenames and surnames: of lists of common names all, of a list
    of people those that several bear."""
    names = collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if "Romanized Name" in row:
                    names[fold_name(row["Romanized Name"])] += BORNE_BY
                else:
                    names[fold_name(row["first_name"])] += 1
                    names[fold_name(row["last_name"])] += 1
    return {name for name, count in names.items()
            if name and count >= BORNE_BY}


BORNE_BY = 3
LIKELIER = 5  # times as often a person or a group as a place


def too_vague(place, key, flags, taken, words):
    """An unsorted alternate that would do more harm than good: it is another
    place's proper name, a demonym, a word or a person's name."""
    if not flags & FOREIGN:
        return False
    if place.kind in (COUNTRY, FORMER):
        return key.isascii() and len(key) < 4
    return key in taken or place.population < 1000000 and key in words


def rank(place, flags):
    """The lower, the likelier that the name alone means the place."""
    penalty = 3 if flags & FOREIGN else 1 if flags & SHORT else 0
    return penalty - place.prior() - (10 if flags & USUAL else 0)


def known_places(places):
    """Names too well known as places for a dictionary to cast doubt on."""
    return {key for place in places for key, flags in place.names.items()
            if not flags & (FOREIGN | SHORT) and
            (place.kind not in (CITY, ADMIN2) or
             place.population >= WELL_KNOWN)}


WELL_KNOWN = 250000


def name_rows(sources, text, people, dictionary):
    """(key, rank, place, flags) in the order of the file: by key, the likelier
    place first."""
    taken = {key for place in sources.places if place.kind != CITY
             for key, flags in place.names.items()
             if not flags & (FOREIGN | SHORT)}
    taken.update(sources.demonyms)
    words = text.words | dictionary - known_places(sources.places)
    others = people | text.people | text.groups
    vague = words | others
    rows = []
    for place in sources.places:
        for key, flags in place.names.items():
            if too_vague(place, key, flags, taken, vague):
                continue
            if key in words:
                flags |= COMMON_WORD
            if key in others:
                flags |= PERSON
            rows.append((key, rank(place, flags), place, flags))
    rows.sort(key=lambda row: (row[0].encode(), row[1], row[2].id))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("cities", "admin1", "admin2", "centres", "words",
                 "dictionary", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--people", nargs="+", required=True)
    parser.add_argument("--data", default=os.path.join(HERE, "..", "data"))
    args = parser.parse_args()

    sources = Sources(args.data, args.cities, args.admin1, args.admin2,
                      args.centres)
    for name in sources.unmatched:
        print("no such place:", name, file=sys.stderr)
    rows = name_rows(sources, RunningText(args.words),
                     person_names(args.people),
                     dictionary_words(args.dictionary))
    places, names, size = gazetteer_file.write(
        args.out, rows, sources.links, sources.demonyms)
    print("%d places, %d names, %d bytes, %d packed" %
          (places, names, size, os.path.getsize(args.out)))


main()
