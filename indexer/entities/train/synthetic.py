"""Lines that news has and the annotated corpora lack: datelines, bylines,
business news, titles of works, results of sport, lists, and headlines in
capitals. Names come from the word lists, sentences from the training texts;
the seed is fixed.
"""

import collections
import os
import random
import re

import templates

HERE = os.path.dirname(os.path.abspath(__file__))

AGENCIES = ["AP", "Reuters", "AFP", "Xinhua", "UPI", "Bloomberg", "dpa", "IANS", "IRIN",
            "Tass", "ANSA", "VOA", "NAN", "GNA", "APS", "APP", "BSS", "PTI", "UNI", "SPA", "MENA",
            "IRNA", "MAP", "KUNA", "WAM", "AIM", "ABI", "EFE", "Antara", "Bernama", "VNA", "Kyodo",
            "Yonhap", "Interfax", "Notimex", "Prensa Latina", "Agencia Brasil", "Andina", "Pajhwok",
            "Sudan News Agency", "Kenya News Agency", "PNA", "TAP", "CNA"]
MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.",
          "Nov.", "Dec.", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "January"]
STATES = ["Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Fla.", "Ga.", "Ill.", "Ind.",
          "Kan.", "Ky.", "La.", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.",
          "Nev.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "Okla.", "Ore.", "Pa.", "R.I.", "S.C.",
          "Tenn.", "Texas", "Vt.", "Va.", "Wash.", "Wis.", "Ohio", "Iowa", "Utah", "Maine"]
PARTICLES = ["bin", "ibn", "al-", "Al-", "el-", "El ", "de", "de la", "del", "da", "dos", "van",
             "van der", "van den", "von", "di", "du", "le", "wa", "arap", "ould", "Ould", "ben",
             "Abu", "Ag", "ole", "mac", "st."]
SPORTS = ["SOCCER", "TENNIS", "CRICKET", "BASEBALL", "NBA BASKETBALL", "RUGBY UNION", "GOLF",
          "NFL FOOTBALL", "NHL ICE HOCKEY", "ATHLETICS", "CYCLING", "BOXING", "SKIING",
          "RUGBY LEAGUE", "BADMINTON", "MOTOR RACING", "MAJOR LEAGUE BASEBALL", "Soccer", "Tennis",
          "Cricket", "Baseball", "Hockey", "Football"]
CLUB_TAILS = ["United", "City", "Rovers", "Athletic", "Town", "County", "Wanderers", "Albion",
              "Rangers", "FC", "Dynamo", "Sporting", "Real", "Inter", "Racing"]
MASCOTS = ["Tigers", "Lions", "Bulls", "Hawks", "Kings", "Giants", "Rangers", "Eagles", "Bears",
           "Warriors", "Stars", "Sox", "Cubs", "Braves", "Rockets", "Jets", "Sharks"]
# How persons of an origin of names.txt are called: {G} given name, {F} family
# name, {P} patronymic. What is not here has the given name first.
ORDERS = {
    "vietnamese": ["{F} {G} {G}"] * 3 + ["{F} {G}"],
    "korean": ["{F} {G}"],
    "chinese": ["{F} {G}"],
    "east_asian": ["{F} {G}"],
    "indonesian": ["{G} {F}", "{G} {G}", "{G}"],
    "malay": ["{G} {F}", "{G} {F}", "{G} bin {F}", "{G} binti {F}", "{G} {G} {F}"],
    "thai": ["{G} {F}", "{G} {F}", "{G} na {F}"],
    "slavic": ["{G} {F}", "{G} {P} {F}", "{G} {P}"],
    "turkic": ["{G} {F}"],
    "central_asian": ["{G} {F}", "{G} {P} {F}"],
    "arabic": ["{G} {F}", "{G} al-{F}", "{G} Al {F}", "{G} bin {G} Al {F}", "{G} ibn {G} al-{F}",
               "Abu {G} al-{F}", "Umm {G} {F}", "{G} {G} al-{F}", "Abdel {G} {F}", "{G} Abdul {F}",
               "{G} Abd al-{F}", "Abu {G}", "{G} {G} {F}"],
    "mahgreb_horn": ["{G} {F}", "{G} Ben {F}", "{G} Ould {F}", "{G} Ould {G}", "Sidi {G} Ould {F}"],
    "ethiopian": ["{G} {F}", "{G} {G}"],
    "somali": ["{G} {F}", "{G} {G} {F}"],
    "east_african": ["{G} {F}", "{G} wa {F}", "{G} arap {F}", "{G} ole {F}"],
    "latin": ["{G} {F}", "{G} {F} {F}", "{G} {G} {F}", "{G} {G} {F} {F}", "{G} de la {F}",
              "{G} del {F} {F}", "{G} de {F}", "{G} de los {G} {F}", "{G} da {F}", "{G} dos {F}",
              "{G} {F} da {F}", "{G} {F} y {F}", "{G} {F} de {F}"],
    "western": ["{G} {F}"] * 4 + ["{G} van der {F}", "{G} von {F}", "{G} von und zu {F}",
                "{G} ter {F}", "{G} de {F}", "{G}-{G} {F}", "{G} {F}-{F}", "{G} Mc{F}",
                "{G} O'{F}", "{G} zu {F}", "{G} van den {F}", "{G} di {F}"],
    "south_asian": ["{G} {F}", "{G} {G} {F}", "{I} {F}", "{I} {I} {F}", "{G} {I} {F}", "Md. {G} {F}"],
}
PATRONYMICS = ["ovich", "evich", "ovna", "evna"]
OFFICES = ["Governor", "President", "Director", "Chairman", "Secretary-General", "chief",
           "spokesman", "Managing Director", "Commissioner"]
PORTFOLIOS = ["Finance", "Energy", "Mines and Energy", "Foreign Affairs", "Trade and Industry",
              "Land", "Health", "Justice", "Water", "Sports and Culture", "Rural Development",
              "Interior", "Defence", "Education", "Works", "Communications"]
COMPANY_TAILS = ["Corp", "Inc", "Ltd", "Co", "Plc", "AG", "SA", "SpA", "Group", "Holdings", "Bank",
                 "Industries", "Brothers", "Motors", "Oil", "Steel", "Airlines"]


class Line:
    """Text under construction, with its spans."""

    def __init__(self):
        self.text, self.spans = "", []

    def add(self, text, kind=None):
        begin = len(self.text.encode())
        self.text += text
        if kind:
            self.spans.append((begin, len(self.text.encode()), kind))
        return self


class Maker:
    def __init__(self, sources, texts, seed):
        self.random = random.Random(seed)
        lists = collections.defaultdict(list)
        for line in open(sources + "/lists.tsv", encoding="utf-8"):
            kind, name = line.rstrip("\n").split("\t")
            if name[:1].isupper() and name.isascii():
                lists[kind].append(name)
        self.given = [n for n in lists["given"] if n.isalpha() and len(n) > 2]
        self.family = [n for n in lists["family"] if len(n) > 2]
        self.cities = [n for n in lists["city_big"] + lists["city_middle"]
                       if len(n) > 3 and "*" not in n]
        self.towns = lists["city_small"]
        self.companies = lists["company"]
        self.bodies = [n for n in lists["org"] if " " in n or n.isupper()]
        self.counties = [n for n in lists["region"] if n.endswith("shire")]
        used = {text["text"].encode()[a:b].decode() for text in texts
                for a, b, kind in text["spans"] if kind == "LOC"}
        self.countries = [n for n in lists["country"] if n in used and " of " not in n]
        self.known = [n for n in self.cities if n in used]
        self.demonyms = sorted({text["text"].encode()[a:b].decode() for text in texts
                                for a, b, kind in text["spans"] if kind == "MISC"} &
                               set(lists["demonym"]))
        self.paragraphs = list(self.cut(texts))
        self.titles = [t for t in lists["title"] if len(t) > 1]
        self.origins = self.names_by_origin()

    @staticmethod
    def names_by_origin():
        """(origin, "G", "F" and "A" -> names) where names.txt has given and family names."""
        origins = collections.defaultdict(dict)
        for line in open(os.path.join(HERE, "names.txt"), encoding="utf-8"):
            if line.startswith("#") or ":" not in line:
                continue
            (kind, origin), names = line.split(":")[0].split(), line.split(":", 1)[1]
            known = origins[origin].setdefault(kind[0].upper(), [])
            known += [name.strip() for name in names.split(",")]
        return [(o, names) for o, names in sorted(origins.items()) if {"G", "F"} <= set(names)]

    @staticmethod
    def cut(texts):
        for text in texts:
            data, at = text["text"], 0
            if not data.isascii():
                continue
            for part in data.split("\n\n"):
                spans = [(a - at, b - at, k) for a, b, k in text["spans"]
                         if at <= a and b <= at + len(part)]
                if 40 < len(part) < 400:
                    yield part, spans
                at += len(part) + 2

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def number(self, low, high):
        return str(self.random.randint(low, high))

    def patronymic(self, given):
        stem = given.rstrip("aeiouy")
        return stem + self.pick(PATRONYMICS) if len(stem) > 2 else given

    def pick_or_make(self, names, percent=20):
        """One of the names, or one that no list has: the head of one, the tail of another."""
        name = self.pick(names)
        if not self.chance(percent):
            return name
        head = re.match(r"[^aeiou]*[aeiou]+[^aeiou]?", name)
        tail = re.search(r"[^aeiou]*[aeiou]+[^aeiou]*$", self.pick(names))
        return head.group(0) + tail.group(0).lower() if head and tail else name

    def world_person(self, origin=None):
        """A name as it is borne somewhere: by the orders of its origin."""
        origin, names = origin or self.pick(self.origins)
        order = self.pick(ORDERS.get(origin, ["{G} {F}"]))
        name = re.sub(r"\{(.)\}", lambda slot: {
            "G": lambda: self.pick_or_make(names["G"]), "F": lambda: self.pick_or_make(names["F"]),
            "P": lambda: self.patronymic(self.pick(names["G"])),
            "I": lambda: self.pick(names["G"])[0] + "."}[slot.group(1)](), order)
        return name.replace("-al-", "-").replace("al-al-", "al-")

    def world_name(self):
        return self.pick_or_make(self.pick(self.origins)[1]["G"])

    def titled_person(self, line):
        """A person addressed as in the same parts, which is no part of the name."""
        origin = self.pick([o for o in self.origins if "A" in o[1]])
        name = self.pick_or_make(origin[1]["G"]) if self.chance(25) else self.world_person(origin)
        line.add(self.pick(origin[1]["A"]) + " ").add(name, "PER")

    def family_name(self):
        return self.pick_or_make(self.family)

    def person(self):
        if self.chance(20):
            return self.world_person()
        given, family = self.pick(self.given), self.family_name()
        if self.chance(12):
            particle = self.pick(PARTICLES)
            space = "" if particle[-1] in "- " else " "
            return f"{given} {particle}{space}{family}"
        return self.pick([f"{given} {family}"] * 8 + [f"{given[0]}. {family}",
                         f"{given} {self.pick(self.given)[0]}. {family}",
                         f"{given} {self.pick(self.family)}-{family}",
                         f"{given}-{self.pick(self.given)} {family}",
                         f"{given} {self.pick(self.given)} {family}"])

    def place(self):
        if self.chance(35):
            return self.pick(self.known)
        return self.pick(self.cities) if self.chance(60) else self.pick_or_make(self.towns)

    def university(self):
        name = self.place()
        return f"{name} University" if self.chance(40) else f"University of {name}"

    def sentence(self, line):
        text, spans = self.pick(self.paragraphs)
        base = len(line.text.encode())
        line.add(text)
        line.spans += [(a + base, b + base, k) for a, b, k in spans]
        return line

    def dateline(self):
        line = Line()
        if self.chance(30):
            name = self.person()
            line.add("By ").add(name.upper() if self.chance(50) else name, "PER")
            line.add(self.pick(["\n", "\n\n", ", Staff Writer\n\n", "\n\n"]))
            if self.chance(40):
                line.add("Associated Press", "ORG").add(" Writer\n\n")
        city = self.place()
        line.add(city.upper() if self.chance(80) else city, "LOC")
        if self.chance(45):
            place = self.pick(self.countries if self.chance(70) else STATES)
            line.add(", ").add(place, "LOC")
        if self.chance(15):
            line.add(f" 19{self.number(87, 99)}-0{self.number(1, 9)}-{self.number(10, 30)}\n\n")
            return self.sentence(line)
        if self.chance(50):
            line.add(f", {self.pick(MONTHS)} {self.number(1, 31)}")
        if self.chance(70):
            before, after = self.pick([(" (", ")")] * 4 + [(", ", "")])
            line.add(before).add(self.pick(AGENCIES), "ORG").add(after)
        line.add(self.pick([" -- ", " - ", " _ ", " — ", " – ", ": "]))
        self.sentence(line)
        for _ in range(self.random.randrange(3)):
            self.sentence(line.add("\n\n"))
        return line

    def team(self):
        name = self.place() if self.chance(90) else self.pick(self.counties)
        if self.chance(25):
            tail = self.pick(CLUB_TAILS)
            return f"{name} {tail}" if self.chance(70) else f"{tail} {name}"
        if self.chance(20):
            return f"{name} {self.pick(MASCOTS)}"
        return self.pick(MASCOTS) if self.chance(10) else name

    def company(self):
        if self.chance(50):
            return self.pick(self.companies)
        name = self.pick(self.family if self.chance(60) else self.towns)
        if self.chance(30):
            return f"{name} {self.pick(COMPANY_TAILS)}"
        if self.chance(30):
            others = [self.pick(self.family) for _ in range(self.pick([0, 0, 1, 1, 2]))]
            last = self.pick(["Co", "Co.", "Partners", self.pick(self.family)] +
                             [self.pick(self.family)] * 3)
            return f"{', '.join([name, *others])} {self.pick(['&', 'and', 'and'])} {last}"
        return f"{name} {self.pick(self.family)}" if self.chance(20) else name

    def central_bank(self):
        return f"{self.pick(['Bank of', 'Central Bank of', 'Parliament of'])} {self.pick(self.countries)}"

    def slot(self, line, name):
        """Adds what stands for a name of a template, in its kind."""
        makers = {"P": (self.person, "PER"), "F": (self.family_name, "PER"),
                  "G": (lambda: self.pick(self.given), "PER"), "L": (self.place, "LOC"),
                  "C": (lambda: self.pick(self.countries), "LOC"), "T": (self.team, "ORG"),
                  "S": (lambda: self.pick(STATES), "LOC"), "K": (self.company, "ORG"),
                  "B": (lambda: self.pick(self.bodies), "ORG"), "U": (self.university, "ORG"),
                  "D": (lambda: self.pick(self.demonyms), "MISC"),
                  "A": (self.central_bank, "ORG"), "H": (lambda: self.pick(self.titles), None),
                  "O": (lambda: self.pick(OFFICES), None),
                  "M": (lambda: self.pick(PORTFOLIOS), None),
                  "W": (self.world_person, "PER"), "E": (self.world_name, "PER"),
                  "N": (lambda: self.pick(templates.NOUNS), None),
                  "0": (lambda: self.number(0, 6), None), "1": (lambda: self.number(10, 99), None),
                  "2": (lambda: self.number(100, 460), None),
                  "3": (lambda: self.number(1, 31), None),
                  "4": (lambda: self.number(1987, 2024), None),
                  "5": (lambda: self.pick(MONTHS), None),
                  "6": (lambda: f"{self.number(9, 59)}.{self.number(10, 99)}", None),
                  "sport": (lambda: self.pick(SPORTS), None),
                  "date": (lambda: f"0{self.number(1, 9)}-{self.number(10, 30)}", None)}
        if name == "Y":
            self.titled_person(line)
        elif name in makers:
            make, kind = makers[name]
            line.add(make(), kind)
        else:
            make, kind = makers[name.upper()]
            line.add(make().upper(), kind)

    def fill(self, line, template):
        work = None  # where the title of a work began, whose names are none
        for part in re.split(r"(\{G1\}\. \{F\}|\{\w+\}|[\[\]])", template):
            if part == "[":
                work = len(line.text.encode())
            elif part == "]":
                line.spans = [s for s in line.spans if s[0] < work]
                line.spans.append((work, len(line.text.encode()), "MISC"))
            elif part.startswith("{G1}"):
                line.add(f"{self.pick(self.given)[0]}. {self.family_name()}", "PER")
            elif part.startswith("{"):
                self.slot(line, part[1:-1])
            else:
                line.add(part)
        return line

    def lines(self, choice, least, most):
        line = Line()
        for _ in range(self.random.randint(least, most)):
            self.fill(line, self.pick(choice)).add(self.pick([" ", "\n\n"]))
        return line

    def report(self):
        return self.lines(templates.REPORTS, 2, 5)

    def business(self):
        return self.lines(templates.BUSINESS, 2, 4)

    def world(self):
        return self.lines(templates.WORLD, 2, 5)

    def namesakes(self):
        """Things that bear the names of people."""
        line = Line()
        for _ in range(self.random.randint(2, 4)):
            kind = self.pick(sorted(templates.NAMESAKES))
            before, after = self.pick(templates.NAMED).split("{X}")
            self.fill(line, before)
            named = self.fill(Line(), self.pick(templates.NAMESAKES[kind])).text
            self.fill(line.add(named, kind), after).add(self.pick([" ", "\n\n"]))
        return line

    def works(self):
        return self.lines(templates.WORKS, 1, 3)

    def table(self):
        heads, rows = self.pick(templates.TABLES)
        line = self.fill(Line(), self.pick(heads))
        # A table keeps to one kind of row, or nearly.
        used = [self.pick(rows) for _ in range(self.random.randint(1, 3))]
        end = self.pick(["\n", "\n", "\n\n", " \n"])
        for _ in range(self.random.randint(3, 9)):
            self.fill(line, self.pick(used)).add(end)
        return line

    def shouts(self):
        """A headline in capitals or nearly, and a story."""
        line = self.fill(Line(), self.pick(templates.HEADLINES)).add("\n\n")
        return self.sentence(line)

    def shouted(self):
        line = Line()
        for _ in range(2):
            self.sentence(line).add("\n\n")
        line.text = line.text.upper()
        return line

    def headline(self):
        line = Line()
        self.sentence(line)
        line.text = re.sub(r"(?<![\w'])[a-z](?=\w{3})", lambda m: m.group(0).upper(),
                           line.text)
        return line


PLAN = (("dateline", 2500), ("table", 1500), ("report", 700), ("world", 1100), ("business", 600),
        ("works", 150), ("namesakes", 150),
        ("shouts", 300), ("shouted", 900), ("headline", 500))


def synthetic_texts(sources, texts, seed):
    maker = Maker(sources, texts, seed)
    for kind, count in PLAN:
        for _ in range(count):
            line = getattr(maker, kind)()
            yield {"text": line.text, "spans": line.spans, "source": kind}
