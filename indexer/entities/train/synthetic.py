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
        return self.pick([f"{given} {family}"] * 6 + [f"{given[0]}. {family}",
                         f"{given} {self.pick(self.given)[0]}. {family}",
                         f"{given} {self.pick(self.family)}-{family}", family])

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
            place = self.pick(self.countries)
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


PLAN = (("dateline", 2500), ("scores", 450), ("athletes", 250), ("squad", 150),
        ("shouted", 900), ("headline", 500))


def synthetic_texts(sources, texts):
    maker = Maker(sources, texts)
    for kind, count in PLAN:
        for _ in range(count):
            line = getattr(maker, kind)()
            yield {"text": line.text, "spans": line.spans, "source": kind}
