"""Reads the sources of the gazetteer into Place objects: GeoNames' tables and
the hand-made ones of indexer/entities/data."""

import collections
import math
import os

from gazetteer_file import ABBREVIATION, FOREIGN, PRIMARY, SHORT, USUAL
from gazetteer_names import (fold_name, native, short_district, variants,
                             worth_keeping)

COUNTRY, FORMER, REGION, ADMIN1, ADMIN2, CITY = range(6)
PARENT, MEMBER, SUCCESSOR = range(3)

UNSORTED = FOREIGN | SHORT
REGION_IDS = 2000000000
FORMER_IDS = 2000100000

# Countries whose counties news in English names.
COUNTIES = set("US GB CA AU IE NZ IN FR ES IT".split())
# Countries whose smallest towns are kept.
SMALL_TOWNS = set("US GB CA AU IE NZ".split())
# Countries whose towns are spelt in many ways in Latin script.
TRANSLITERATED = set("""EG SY IQ PS LB IL JO IR AF PK YE LY SD SS SA TN DZ MA
UA RU BY GE AM AZ CN KP KR MM SO ET ER KW AE OM QA BH TJ TM UZ KG KZ""".split())
# Countries whose names GeoNames writes with a scholar's marks, which news does
# without: "Kandahār", "Asyūţ".
TRANSCRIBED = TRANSLITERATED | set("""IN BD NP LK JP TH KH LA MN IL BG MK RS BT
MV TW HK""".split())
# The boroughs of New York City, which GeoNames counts twice.
BOROUGHS = {5110266, 5110302, 5125771, 5133273, 5139568}
NO_TOWN = set("PPLH PPLQ PPLW PPLCH PPLX".split())


class Place:
    """One entry; compared by identity."""

    def __init__(self, id, name, kind, division="", lat=0.0, lon=0.0,
                 population=0):
        self.id = id
        self.name = name
        self.kind = kind
        self.division = division
        self.county = 0
        self.lat = lat
        self.lon = lon
        self.population = population
        self.capital = False
        self.seat = False
        self.names = {}
        self.add(fold_name(name), PRIMARY)

    def add(self, key, flags=0):
        """A name already folded; the first flags given to it win, but a
        hand-made entry over GeoNames' unsorted ones."""
        if key and (key not in self.names or
                    self.names[key] & UNSORTED and not flags & UNSORTED):
            self.names[key] = flags

    def rename(self, name):
        """Shows another name; the old one stays known."""
        old = fold_name(self.name)
        key = fold_name(name)
        self.name = name
        if key != old:
            self.names[old] = 0
            self.names[key] = PRIMARY

    @property
    def country(self):
        return self.division[:2]

    def prior(self):
        """How likely the name alone means this place: place_resolver.cc has
        the same in integers; only the order matters here."""
        bonus = {COUNTRY: 1.1, FORMER: 6.5, REGION: 6.0, ADMIN1: -.3}
        return (math.log10(max(self.population, 1)) +
                bonus.get(self.kind, 0) + self.capital + .3 * self.seat)


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")


def aliases(text):
    """(name, flags) of a hand-made list "a; abbr:b"."""
    for name in filter(None, text.split("; ")):
        if name.startswith("abbr:"):
            yield name[5:], ABBREVIATION
        elif name.startswith("!"):
            yield name[1:], USUAL
        else:
            yield name, 0


def add_aliases(place, text):
    for name, flags in aliases(text):
        if name.startswith("="):
            place.rename(name[1:])
            continue
        key = fold_name(name)
        place.add(key, flags)
        place.names[key] |= flags
        if not flags:
            for variant in variants(name):
                place.add(variant)


def shown(name, ascii_name, country):
    if country not in TRANSCRIBED or not ascii_name:
        return name
    return ascii_name.strip("'`").replace("`", "'")


class Town:
    """A row of GeoNames' cities500."""

    def __init__(self, row):
        self.id = int(row[0])
        self.name = shown(row[1], row[2], row[8])
        self.alternates = [name for name in row[3].split(",") if name]
        self.lat, self.lon = float(row[4]), float(row[5])
        self.code = row[7]
        self.country = row[8]
        self.division = row[8] + "." + row[10] if row[10] else row[8]
        self.county = row[11]
        self.population = int(row[14] or 0)


class Sources:
    """Everything read, joined by codes."""

    def __init__(self, data, cities, admin1, admin2, centres):
        self.data = data
        self.towns = [Town(row) for row in rows(cities)]
        self.places = []
        self.countries = {}
        self.divisions = {}
        self.counties = {}
        self.cities = collections.defaultdict(list)
        self.named = {}
        self.heirs = {}  # of a former country that several share: the main one
        self.links = []
        self.unmatched = []
        self.read_countries()
        self.read_divisions(admin1, centres)
        self.read_counties(admin2)
        self.read_cities()
        self.read_former_countries()
        self.read_regions()
        self.place_former_countries()
        self.read_city_aliases()
        self.read_demonyms()

    def table(self, name):
        return rows(os.path.join(self.data, name))

    def keep(self, place):
        self.places.append(place)
        return place

    # -- countries ---------------------------------------------------------

    def read_countries(self):
        towns = collections.defaultdict(list)
        for town in self.towns:
            towns[town.country].append(town)
        self.continents = collections.defaultdict(list)
        for code, id, name, continent, lat, lon in self.table("countries.tsv"):
            place = self.keep(Place(int(id), name, COUNTRY, code, float(lat),
                                    float(lon),
                                    total(towns[code], BOROUGHS)))
            self.countries[code] = place
            self.continents[continent].append(place)
        for code, names in self.table("country_aliases.tsv"):
            add_aliases(self.countries[code], names)
        for code, *names in self.table("country_names.tsv"):
            if code not in self.countries:
                continue
            place = self.countries[code]
            for variant in variants(place.name):
                place.add(variant)
            for entry in names:
                language, name = entry.split("=")
                place.add(fold_name(name), 0 if language == "en" else FOREIGN)

    # -- states and provinces ----------------------------------------------

    def read_divisions(self, admin1, centres):
        middle = {}
        for code, _, lat, lon, *_ in rows(centres):
            if code != "ADM1":  # the heading, with a first row glued to it
                middle[code] = (float(lat), float(lon))
        towns = collections.defaultdict(list)
        for town in self.towns:
            towns[town.division].append(town)
        for code, name, ascii_name, id in rows(admin1):
            name = shown(name, ascii_name, code[:2])
            inside = towns[code]
            if code not in middle and not inside:
                continue
            lat, lon = middle.get(code) or centre(inside)
            place = self.keep(Place(int(id), name, ADMIN1, code, lat, lon,
                                    total(inside, BOROUGHS)))
            self.divisions[code] = place
            short = short_district(fold_name(name))
            if short:
                place.add(short)
            for variant in variants(name):
                place.add(variant)
        self.by_name = {(c[:2], fold_name(p.name)): p
                        for c, p in self.divisions.items()}
        for code, names in self.table("district_aliases.tsv"):
            if code.count(".") == 1:
                place = self.find_division(code)
                if place:
                    add_aliases(place, names)

    def find_division(self, code):
        """CC.code or CC.name of a state or province."""
        if code in self.divisions:
            return self.divisions[code]
        found = self.by_name.get((code[:2], fold_name(code[3:])))
        if not found:
            self.unmatched.append(code)
        return found

    # -- counties ----------------------------------------------------------

    def read_counties(self, admin2):
        towns = collections.defaultdict(list)
        for town in self.towns:
            towns[town.division, town.county].append(town)
        ordinal = collections.Counter()
        for code, name, ascii_name, id in sorted(rows(admin2)):
            name = shown(name, ascii_name, code[:2])
            division, county = code.rsplit(".", 1)
            inside = towns[division, county]
            if code[:2] not in COUNTIES or not inside:
                continue
            if division not in self.divisions or ordinal[division] == 255:
                continue
            if code == "US.DC.001":  # the District of Columbia over again
                continue
            lat, lon = centre(inside)
            place = self.keep(Place(int(id), name, ADMIN2, division, lat, lon,
                                    total(inside)))
            ordinal[division] += 1
            place.county = ordinal[division]
            self.counties[division, county] = place
            self.add_county_names(place)
        for code, names in self.table("district_aliases.tsv"):
            if code.count(".") == 2:
                place = self.find_county(code)
                if place:
                    add_aliases(place, names)

    def add_county_names(self, place):
        key = fold_name(place.name)
        short = short_district(key)
        if place.country == "IE":
            plain = short or key
            place.add("county " + plain)
            place.add("co " + plain)
        if short:
            place.add(short, SHORT)
        for variant in variants(place.name):
            place.add(variant)

    def find_county(self, code):
        country, state, name = code.split(".", 2)
        division = self.find_division(country + "." + state)
        for (in_division, _), place in self.counties.items():
            if (division and in_division == division.division and
                    fold_name(place.name) == fold_name(name)):
                return place
        self.unmatched.append(code)
        return None

    # -- cities ------------------------------------------------------------

    def wanted(self, town):
        if len(fold_name(town.name)) < 3:
            return False
        if town.code in NO_TOWN:
            return town.code == "PPLX" and town.population >= (
                5000 if town.country in SMALL_TOWNS else 20000)
        least = 500 if town.country in SMALL_TOWNS else MINIMUM
        return town.population >= least or town.code in ("PPLA", "PPLC")

    def read_cities(self):
        for town in self.towns:
            if not self.wanted(town):
                continue
            place = self.keep(Place(town.id, town.name, CITY, town.division,
                                    town.lat, town.lon, town.population))
            place.capital = town.code == "PPLC"
            place.seat = town.code in ("PPLA", "PPLG")
            county = self.counties.get((town.division, town.county))
            if county:
                place.county = county.county
            if town.division not in self.divisions:
                place.division = town.country
            self.cities[town.country, fold_name(town.name)].append(place)
            for variant in variants(town.name):
                place.add(variant)
            self.add_alternates(place, town)

    def add_alternates(self, place, town):
        least = 5000 if town.country in TRANSLITERATED else 50000
        if town.population < least and not (place.capital or place.seat):
            return
        primary = fold_name(town.name)
        for name in town.alternates:
            if worth_keeping(name, primary):
                place.add(fold_name(name), FOREIGN)
            elif town.population >= 100000 and native(name):
                place.add(fold_name(name), FOREIGN)

    def read_city_aliases(self):
        for name, where, names in self.table("city_aliases.tsv"):
            found = [p for p in self.cities[where[:2], fold_name(name)]
                     if p.division.startswith(where)]
            if not found:
                self.unmatched.append(name + " " + where)
                continue
            add_aliases(max(found, key=Place.prior), names)

    # -- hand-made entries -------------------------------------------------

    def read_former_countries(self):
        for row in self.table("former_countries.tsv"):
            number, name, _, lat, lon, successors, *names = row
            place = self.keep(Place(FORMER_IDS + int(number), name, FORMER,
                                    "", float(lat), float(lon)))
            self.named["=" + name] = place
            add_aliases(place, names[0] if names else "")
            for variant in variants(name):
                place.add(variant)
            for code in successors.lstrip("=").split():
                self.links.append((place, SUCCESSOR, self.countries[code]))
            if successors.startswith("="):
                place.division = successors[1:3]
                self.links.append(
                    (place, PARENT, self.countries[successors[1:3]]))
            else:
                self.heirs[place] = self.countries[successors[:2]]

    def read_regions(self):
        table = list(self.table("regions.tsv"))
        for number, name, lat, lon, *_ in table:
            id = int(number[1:]) if number[0] == "g" else (
                REGION_IDS + int(number))
            region = self.keep(Place(id, name, REGION, "", float(lat),
                                     float(lon)))
            self.named["@" + name] = region
        for _, name, _, _, inside, members, *names in table:
            region = self.named["@" + name]
            add_aliases(region, names[0] if names else "")
            for variant in variants(name):
                region.add(variant)
            if inside:
                parent = self.find(inside)
                region.division = parent.division
                self.links.append((region, PARENT, parent))
            for member in self.members(members):
                self.links.append((member, MEMBER, region))

    def place_former_countries(self):
        """A former country lies in the regions that its main heir lies in."""
        for country, heir in self.heirs.items():
            self.links += [(country, MEMBER, region)
                           for place, kind, region in self.links
                           if kind == MEMBER and place is heir]

    def members(self, text):
        """Codes separated by spaces; district names may hold spaces too."""
        codes = []
        for word in text.split():
            starts = (word[0] == "@" or word.startswith("continent:") or
                      word in self.countries or word[:2] in self.countries and
                      word[2:3] == ".")
            if starts:
                codes.append(word)
            else:
                codes[-1] += " " + word
        for code in codes:
            if code.startswith("continent:"):
                yield from self.continents[code[10:]]
            else:
                found = self.find(code)
                if found:
                    yield found

    def find(self, code):
        """A country code, CC.district, CC.district.county, @region or
        =former country."""
        if code[0] in "@=":
            return self.named[code]
        if code in self.countries:
            return self.countries[code]
        if code.count(".") == 2:
            return self.find_county(code)
        return self.find_division(code)

    def read_demonyms(self):
        self.demonyms = collections.defaultdict(list)
        for where, words in self.table("demonyms.tsv"):
            if where[0] in "@=":
                targets = [self.named[where]]
            elif "." in where:
                targets = [self.find(where)]
            else:
                targets = [self.countries[code] for code in where.split()]
            for word in words.split("; "):
                for place in targets:
                    known = self.demonyms[fold_name(word)]
                    if place and place not in known:
                        known.append(place)


MINIMUM = 2000


def centre(towns):
    """Mean of the towns, the larger ones counting more, but not all."""
    weights = [math.sqrt(town.population + 1) for town in towns]
    whole = sum(weights)
    return (sum(w * t.lat for w, t in zip(weights, towns)) / whole,
            sum(w * t.lon for w, t in zip(weights, towns)) / whole)


def total(towns, apart=()):
    return sum(t.population for t in towns
               if t.code not in NO_TOWN and t.id not in apart)
