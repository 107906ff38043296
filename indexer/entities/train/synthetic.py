"""Lines that news has and the annotated corpora lack: datelines, bylines,
results of sport, lists, and headlines in capitals. Names come from the word
lists, sentences from the training texts; the seed is fixed.
"""

import collections
import random
import re

AGENCIES = ["AP", "Reuters", "AFP", "Xinhua", "UPI", "Bloomberg", "dpa", "IANS", "IRIN",
            "Tass", "ANSA", "VOA"]
MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.",
          "Nov.", "Dec.", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "January"]
SPORTS = ["SOCCER", "TENNIS", "CRICKET", "BASEBALL", "NBA BASKETBALL", "RUGBY UNION", "GOLF",
          "NFL FOOTBALL", "NHL ICE HOCKEY", "ATHLETICS", "CYCLING", "BOXING", "SKIING",
          "Soccer", "Tennis", "Cricket", "Baseball", "Hockey", "Football"]
STATES = ["Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Fla.", "Ga.", "Ill.", "Ind.",
          "Kan.", "Ky.", "La.", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.",
          "Nev.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "Okla.", "Ore.", "Pa.", "R.I.", "S.C.",
          "Tenn.", "Texas", "Vt.", "Va.", "Wash.", "Wis.", "Ohio", "Iowa", "Utah", "Maine"]
PARTICLES = ["bin", "ibn", "al-", "Al-", "el-", "El ", "de", "de la", "del", "da", "dos", "van",
             "van der", "van den", "von", "di", "du", "le", "wa", "arap", "ould", "Ould", "ben",
             "Abu", "Ag", "ole", "mac", "st."]
# {P} a person, {F} a family name, {C} a country, {L} a place, {T} a team.
REPORTS = [
    "{C}'s {P} won the title, beating {C}'s {P} 6-4, 7-5.",
    "{P} of {C} was second and {C}'s {P} third.",
    "{C}'s {P} finished ahead of {P} of {C} and {P}.",
    "Top-seeded {P} beat {P} of {C} 6-2, 6-3 in the final.",
    "{T} beat {T} 3-1 with goals from {F} and {P}.",
    "{T} striker {P} scored twice against {T} on Saturday.",
    "{P} hit a two-run homer as {T} defeated {T} 5-2.",
    "{T} coach {P} said {F} would miss the match against {T}.",
    "{F} scored 24 points and {P} added 18 for {T}.",
    "Defending champion {P} ({C}) lost to {P} ({C}) 7-6 6-4.",
    "{C} beat {C} 2-0 in a World Cup qualifier in {L} on Sunday.",
    "{P} took the lead for {C} before {F} equalised.",
    "{P}, who lives in {L}, {S}, said {F} had called twice.",
    "The trial of {P} opened in {L}, {S}, on Monday.",
    "Rep. {P}, a Democrat from {L}, {S}, said so.",
    "{P}, 34, of {L}, was charged with fraud, lawyer {P} said.",
    "Former {C} captain {P} and teammate {P} will retire.",
    "''I have never met {F},'' {F} told reporters.",
    "{F} and {F} met for two hours, {F}'s spokesman {P} said.",
    "{P} \"{G}\" {F} was killed near {L}.",
    "{P}, known as {G}, was born in {L} in {C}.",
    "{L}-based analyst {P} said prices would fall.",
    "{L} Mayor {P} and Governor {P} visited {L}.",
    "{D} Foreign Minister {P} met {D} President {P} in {L}.",
    "{D} striker {P} joined {T} from {T} for two million pounds.",
    "{P} reports from {L}.",
    "Written by {P}; edited by {P} and {P}.",
    "He was replaced by {P}, {P} and {P}.",
]
CLUB_TAILS = ["United", "City", "Rovers", "Athletic", "Town", "County", "Wanderers", "Albion",
              "Rangers", "FC", "Dynamo", "Sporting", "Real", "Inter", "Racing"]
MASCOTS = ["Tigers", "Lions", "Bulls", "Hawks", "Kings", "Giants", "Rangers", "Eagles", "Bears",
           "Warriors", "Stars", "Sox", "Cubs", "Braves", "Rockets", "Jets", "Sharks", "Kings"]


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
    def __init__(self, sources, texts):
        self.random = random.Random(1)
        lists = collections.defaultdict(list)
        for line in open(sources + "/lists.tsv", encoding="utf-8"):
            kind, name = line.rstrip("\n").split("\t")
            if name[:1].isupper() and name.isascii():
                lists[kind].append(name)
        self.given = [n for n in lists["given"] if n.isalpha() and len(n) > 2]
        self.family = [n for n in lists["family"] if len(n) > 2]
        self.cities = [n for n in lists["city_big"] + lists["city_middle"] if len(n) > 3]
        self.towns = lists["city_small"]
        used = {text["text"].encode()[a:b].decode() for text in texts
                for a, b, kind in text["spans"] if kind == "LOC"}
        self.countries = [n for n in lists["country"] if n in used]
        self.demonyms = sorted({text["text"].encode()[a:b].decode() for text in texts
                                for a, b, kind in text["spans"] if kind == "MISC"} &
                               set(lists["demonym"]))
        self.paragraphs = list(self.cut(texts))

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

    def person(self):
        given, family = self.pick(self.given), self.pick(self.family)
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
        return self.pick(self.cities if self.chance(75) else self.towns)

    def team(self):
        name = self.place()
        if self.chance(25):
            name = f"{name} {self.pick(CLUB_TAILS)}" if self.chance(70) else \
                f"{self.pick(CLUB_TAILS)} {name}"
        elif self.chance(20):
            name = f"{name} {self.pick(MASCOTS)}"
        elif self.chance(10):
            name = self.pick(MASCOTS)
        return name

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
        if self.chance(50):
            line.add(f", {self.pick(MONTHS)} {self.number(1, 31)}")
        if self.chance(70):
            line.add(" (").add(self.pick(AGENCIES), "ORG").add(")")
        line.add(self.pick([" -- ", " - ", " _ ", " — ", " – ", ": "]))
        self.sentence(line)
        for _ in range(self.random.randrange(3)):
            self.sentence(line.add("\n\n"))
        return line

    def side(self, line, national, tail=""):
        if national:
            return line.add(self.pick(self.countries), "LOC").add(tail)
        return line.add(self.team(), "ORG").add(tail)

    def result(self, line, national):
        style = self.random.randrange(4)
        a, b = self.number(0, 6), self.number(0, 6)
        if style == 0:
            self.side(line, national, f" {a} ")
            self.side(line, national, f" {b}")
        elif style == 1:
            self.side(line, national, f" {a}, ")
            self.side(line, national, f" {b}")
        elif style == 2:
            self.side(line, national, self.pick([" vs ", " v ", " at ", " - "]))
            self.side(line, national)
        else:
            self.side(line, national, " ")
            line.add(" ".join(self.number(0, 40) for _ in range(self.random.randint(3, 8))))
        if style < 2 and self.chance(25):
            line.add(" (halftime 1-0)")

    def scores(self):
        line, national = Line(), self.chance(25)
        if self.chance(60):
            city = self.place().upper()
            line.add(f"{self.pick(SPORTS)} - RESULTS OF MATCHES.\n\n")
            line.add(city, "LOC").add(f" {self.number(1990, 2024)}-0{self.number(1, 9)}-1\n\n")
        for _ in range(self.random.randint(3, 9)):
            self.result(line, national)
            line.add(self.pick(["\n\n", "\n\n", ". \n\n"]))
            if self.chance(20):
                line.add("Scorers: ")
                for k in range(self.random.randint(1, 3)):
                    line.add("" if k == 0 else ", ")
                    line.add(self.pick(self.family), "PER").add(f" {self.number(1, 90)}")
                line.add("\n\n")
        return line

    def athletes(self):
        line, style = Line(), self.random.randrange(5)
        for k in range(self.random.randint(3, 8)):
            if style == 0:
                line.add(f"{k + 1}. ").add(self.person(), "PER").add(" (")
                line.add(self.pick(self.countries), "LOC").add(f") {self.number(9, 59)}.{self.number(10, 99)}")
            elif style == 1:
                line.add(f"{k + 1}. ").add(self.person(), "PER").add(", ")
                line.add(self.pick(self.countries), "LOC").add(f", {self.number(1, 9)} points")
            elif style == 2:
                line.add(self.person(), "PER").add(" (").add(self.pick(self.countries), "LOC")
                line.add(") beat ").add(self.person(), "PER").add(" (")
                line.add(self.pick(self.countries), "LOC").add(") 6-3 7-6 (7-4)")
            elif style == 3:
                line.add(self.number(65, 75) + " ").add(self.person(), "PER")
                line.add(" (").add(self.pick(self.countries), "LOC").add(")" if self.chance(50)
                                                                      else ") 68 71 70")
            else:
                line.add(self.team(), "ORG").add(": ").add(self.person(), "PER")
                line.add(", ").add(self.pick(self.family), "PER").add(", ")
                line.add(self.pick(self.family), "PER").add("; ")
            line.add("\n\n")
        return line

    def squad(self):
        line = Line().add(self.pick(["Squad: ", "Team: ", "Killed: ", "Goalkeepers: ", "Winners: "]))
        for k in range(self.random.randint(3, 8)):
            line.add(", " if k else "").add(self.person(), "PER")
            if self.chance(40):
                line.add(" (").add(self.team(), "ORG").add(")")
        return line.add(".\n\n")

    def report(self):
        line = Line()
        makers = {"P": (self.person, "PER"), "F": (lambda: self.pick(self.family), "PER"),
                  "G": (lambda: self.pick(self.given), "PER"), "L": (self.place, "LOC"),
                  "C": (lambda: self.pick(self.countries), "LOC"), "T": (self.team, "ORG"),
                  "S": (lambda: self.pick(STATES), "LOC"),
                  "D": (lambda: self.pick(self.demonyms), "MISC")}
        for _ in range(self.random.randint(2, 5)):
            for part in re.split(r"(\{\w\})", self.pick(REPORTS)):
                if part.startswith("{"):
                    make, kind = makers[part[1]]
                    line.add(make(), kind)
                else:
                    line.add(part)
            line.add(self.pick([" ", "\n\n"]))
        return line

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


PLAN = (("dateline", 2500), ("scores", 450), ("athletes", 250), ("squad", 150), ("report", 500),
        ("shouted", 900), ("headline", 500))


def synthetic_texts(sources, texts):
    maker = Maker(sources, texts)
    for kind, count in PLAN:
        for _ in range(count):
            line = getattr(maker, kind)()
            yield {"text": line.text, "spans": line.spans, "source": kind}
