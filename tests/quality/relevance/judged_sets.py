"""Judged sets: judged_sets.py SGML_DIRECTORY RELEASES_DIRECTORY OUT

Of Reuters-21578 all but the last, which is of press releases of senators.

Each set is a directory of OUT: stories.tsv (id, headline, body), topics.tsv
(number, query) and qrels (number, 0, id, grade). A grade of -1 is the story
that the query was made of: it is taken out of a run before that is judged.

  aspects    a subject and a country ("COFFEE BRAZIL"); relevant is what the
             editors coded with both. Short queries, in capitals.
  requests   the same as a sentence ("What is reported on coffee in Brazil?").
  events     the first paragraph of a story, in capitals; relevant are the
             stories of the same days with the same editors' codes, where
             these are rare together.
  titles     the same by the story's headline.
  headlines  a headline, in capitals, over the stories without headlines;
             relevant is its story.
  world      requests of 5 words or more in capitals, written and judged by
             reading the headlines and first lines of what three systems
             found best (world.tsv: number, request, relevant stories); over
             the long stories not of the USA alone, all in capitals.
  press      requests of the same kind (press.tsv), judged alike; over the
             releases that speak much of other countries, all in capitals and
             without headlines.

Topics are numbered; odd ones are for tuning, even ones for reporting.
"""
import collections
import datetime
import html
import pathlib
import random
import re
import sys

WORDS = {
    "money-fx": "foreign exchange market", "acq": "company takeover",
    "bop": "balance of payments", "cpi": "consumer prices inflation",
    "gnp": "gross national product", "ipi": "industrial production",
    "jobs": "unemployment", "veg-oil": "vegetable oil", "nat-gas":
    "natural gas", "wpi": "wholesale prices", "dlr": "dollar", "yen": "yen",
    "crude": "crude oil", "ship": "shipping", "money-supply": "money supply",
    "interest": "interest rates", "iron-steel": "iron and steel",
    "reserves": "foreign reserves", "strategic-metal": "strategic metals",
    "livestock": "livestock", "lead": "lead metal", "alum": "aluminium",
    "pet-chem": "petrochemicals", "meal-feed": "feed meal", "retail":
    "retail sales", "lei": "leading economic indicators",
}
COUNTRIES = {"usa": "United States", "ussr": "Soviet Union", "uk": "Britain",
             "uae": "United Arab Emirates"}
LEAST, MOST = 3, 60  # stories of a topic
EVENT = datetime.timedelta(days=3)
SEED = 7
LONG = 1800  # characters of a story of the set "world"
HERE = pathlib.Path(__file__).parent
RELEASE = range(1801, 12000)  # characters of a story of the set "press"
LEAST_ABROAD = 8, 0.02  # words that name other countries, and their share
ABROAD = set("""darfur kosovo nato hezbollah hamas musharraf putin taliban dalai
             chechnya""".split())
NOT_ABROAD = set("""america american asia asian canada canadian chad dominican
                 english europe georgia georgian guinea indian iraq iraqi jordan
                 mali mexican mexico mongolia turkey wales""".split())


def inner(tag, story):
    found = re.search(f"<{tag}>(.*?)</{tag}>", story, re.S)
    return found.group(1) if found else ""


def codes(tag, story):
    return re.findall("<D>(.*?)</D>", inner(tag, story))


def plain(text):
    text = re.sub(r"[\x00-\x1f\x7f]+", " ", html.unescape(text))
    return re.sub(" +", " ", text).strip()


def paragraphs(text):
    """Reuters indents the first line of a paragraph."""
    text = re.sub(r"&#\d+;", " ", text)
    parts = [plain(part) for part in re.split(r"\n {3,}", text)]
    return [part for part in parts if part and part.lower() != "reuter"]


def stories_of(directory):
    for path in sorted(pathlib.Path(directory).glob("*.sgm")):
        text = path.read_text("latin-1")
        for story in re.findall(r"<REUTERS .*?</REUTERS>", text, re.S):
            day = re.search(r"(\d+-[A-Z]{3}-\d{4})", inner("DATE", story))
            body = paragraphs(inner("BODY", story) or inner("TEXT", story))
            yield {
                "id": re.search(r'NEWID="(\d+)"', story).group(1),
                "headline": plain(inner("TITLE", story)),
                "body": body,
                "day": datetime.datetime.strptime(day.group(1), "%d-%b-%Y"),
                "topics": codes("TOPICS", story),
                "places": codes("PLACES", story),
                "people": codes("PEOPLE", story) + codes("ORGS", story),
            }


def aspects(stories):
    """(subject, country) -> the stories with both codes."""
    both = collections.defaultdict(list)
    for story in stories:
        for topic in story["topics"]:
            for place in story["places"]:
                both[topic, place].append(story["id"])
    return {key: ids for key, ids in sorted(both.items())
            if LEAST <= len(ids) <= MOST and key[0] not in ("earn", "acq")}


def name_of(code, words):
    return words.get(code, code.replace("-", " "))


def aspect_topics(stories, form):
    for (topic, place), ids in aspects(stories).items():
        subject = name_of(topic, WORDS)
        country = name_of(place, COUNTRIES).title()
        yield form(subject, country), {story: 1 for story in ids}


def events(stories):
    """The first story of an event and all of them, the first included."""
    groups = collections.defaultdict(list)
    for story in stories:
        key = tuple(sorted(story["topics"] + story["places"] +
                           story["people"]))
        if len(key) >= 2 and story["topics"] and story["body"]:
            groups[key].append(story)
    for key in sorted(groups):
        group = sorted(groups[key], key=lambda s: (s["day"], int(s["id"])))
        if len(group) > MOST:
            continue
        while group:
            near = [s for s in group
                    if s["day"] - group[0]["day"] <= EVENT]
            group = group[len(near):]
            if len(near) >= LEAST:
                yield near[0], near


def event_topics(stories, query_of):
    for first, near in events(stories):
        query = query_of(first).upper()
        if 4 <= len(query.split()) <= 60:
            grades = {s["id"]: 1 for s in near}
            grades[first["id"]] = -1
            yield query, grades


def headline_topics(stories, most):
    whole = [s for s in stories
             if len(" ".join(s["body"])) > 600 and
             len(s["headline"].split()) >= 4]
    random.Random(SEED).shuffle(whole)
    for story in sorted(whole[:most], key=lambda s: int(s["id"])):
        yield story["headline"].upper(), {story["id"]: 1}


def is_world(story):
    return (len(" ".join(story["body"])) > LONG and
            story["places"] not in ([], ["usa"]) and
            not {"earn", "acq"} & set(story["topics"]))


def in_capitals(story):
    return {**story, "headline": story["headline"].upper(),
            "body": [part.upper() for part in story["body"]]}


def words_abroad():
    table = (HERE.parents[2] / "searcher/country_words.h").read_text()
    pairs = re.findall(r'\{"(\w+)", "(\w+)"\}', table)
    return {word for pair in pairs for word in pair} - NOT_ABROAD | ABROAD


def releases(directory):
    abroad = words_abroad()
    for path in sorted(pathlib.Path(directory).glob("**/*.txt")):
        text = plain(path.read_text(errors="replace"))
        words = re.findall("[a-z]+", text.lower())
        named = sum(word in abroad for word in words)
        least, share = LEAST_ABROAD
        if len(text) in RELEASE and named >= max(least, share * len(words)):
            yield {"id": path.stem, "headline": "", "body": [text.upper()]}


def read_topics(name):
    for row in (HERE / name).read_text().splitlines():
        _, query, stories = row.split("\t")
        yield query, {story: 1 for story in stories.split()}


def line(story, headline):
    return "\t".join([story["id"], story["headline"] if headline else "",
                      " ".join(story["body"])])


def write(out, name, stories, topics, headline=True):
    stories = [s for s in stories if s["body"] or (headline and s["headline"])]
    place = pathlib.Path(out) / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "stories.tsv").write_text(
        "".join(line(s, headline) + "\n" for s in stories))
    with open(place / "topics.tsv", "w") as asked, \
            open(place / "qrels", "w") as judged:
        for number, (query, grades) in enumerate(topics, 1):
            print(number, query, sep="\t", file=asked)
            for story, grade in sorted(grades.items()):
                print(number, 0, story, grade, file=judged)


def capitals(subject, country):
    return f"{subject} {country}".upper()


def sentence(subject, country):
    return f"What is reported on {subject} in {country}?"


def main():
    stories = list(stories_of(sys.argv[1]))
    out = sys.argv[3]
    write(out, "aspects", stories, aspect_topics(stories, capitals))
    write(out, "requests", stories, aspect_topics(stories, sentence))
    write(out, "events", stories,
          event_topics(stories, lambda story: story["body"][0]))
    write(out, "titles", stories,
          event_topics(stories, lambda story: story["headline"]))
    write(out, "headlines", stories, headline_topics(stories, 400), False)
    write(out, "world", [in_capitals(s) for s in stories if is_world(s)],
          read_topics("world.tsv"))
    write(out, "press", list(releases(sys.argv[2])), read_topics("press.tsv"))


if __name__ == "__main__":
    main()
