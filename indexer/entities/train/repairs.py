"""Mends the silver labels of the Groningen Meaning Bank by rule.

Its spans were made by machine: titles stand inside names, countries are
organisations here and places there, and nationalities count as places. The
rules below know titles, countries, nationalities and sure places from the word
lists, and settle the rest by the vote of the corpus itself.
"""

import collections
import re

KINDS = {"per": "PER", "geo": "LOC", "gpe": "LOC", "org": "ORG",
         "art": "MISC", "eve": "MISC", "nat": "MISC"}
# Title words that GMB puts inside names or leaves before them.
FORCING = {"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr."}
NOT_TITLES = {"Tun", "Nana", "Oba", "Chief", "Count", "Major", "Private", "Officer",
              "Deputy", "Father", "Brother", "Sister", "Saint", "Tan Sri", "Doctor"}
TAIL = re.compile(r"([A-Z][\w.']*)(-(?:administered|area|backed|based|born|bound|brokered|built|"
                  "controlled|dominated|educated|funded|held|led|listed|made|occupied|owned|run|"
                  "sponsored|style|supplied|supported|trained))$")
NEVER_NAMES = {"State", "Defense", "Foreign", "Interior", "Finance", "Justice", "Embassy",
               "II", "I", "Web", "Internet", "Please", "Islam", "Shi'ite"}


class Repairs:
    """Labels a sentence of (words, [(first, end, kind)]) anew."""

    def __init__(self, sources):
        self.lists = collections.defaultdict(set)
        for line in open(sources + "/lists.tsv", encoding="utf-8"):
            kind, name = line.rstrip("\n").split("\t")
            self.lists[kind].add(name)
        names = self.lists["given"] | self.lists["family"]
        self.demonyms = self.lists["demonym"]
        self.places = self.lists["country"] | self.lists["region"]
        self.sure = self.places | self.lists["admin"] | {
            c for c in self.lists["city_big"] | self.lists["city_middle"] if c not in names}
        self.sure = {p for p in self.sure if p not in self.demonyms and p[:1].isupper()}
        self.orgs = self.lists["org"]
        self.titles = {t for t in self.lists["title"] if t not in NOT_TITLES}
        # "Mr. Obama Tuesday": what ends the name behind a title.
        self.ends = (self.demonyms | self.titles | self.lists["day"] |
                     self.lists["month"] - names)
        self.roles = self.lists["role"] | {"prime", "vice", "former"}
        self.votes = collections.defaultdict(collections.Counter)
        self.count_votes(sources)

    def count_votes(self, sources):
        from prepare_texts import gmb_sentences, mentions_of
        for words, tags in gmb_sentences(sources + "/gmb.csv"):
            words, mentions = self.split_tails(words, mentions_of(tags))
            for first, end, kind in self.by_rules(words, mentions):
                self.votes[" ".join(words[first:end])][kind] += 1

    def sentence(self, words, mentions):
        words, mentions = self.split_tails(words, mentions)
        mended = []
        for first, end, kind in self.by_rules(words, mentions):
            votes = self.votes[" ".join(words[first:end])]
            best, count = votes.most_common(1)[0] if votes else (kind, 0)
            if count >= 4 and count * 4 >= sum(votes.values()) * 3:
                kind = best
            mended.append((first, end, kind))
        self.add_missing(words, mended)
        return words, sorted(mended)

    def split_tails(self, words, mentions):
        """"U.S.-led" as two words, the place a name of its own."""
        out, at = [], []
        for word in words:
            at.append(len(out))
            match = TAIL.match(word)
            known = match and (match.group(1) in self.sure or match.group(1) in self.demonyms)
            out += [match.group(1), match.group(2)] if known else [word]
        at.append(len(out))
        return out, [(at[first], at[end], kind) for first, end, kind in mentions]

    def by_rules(self, words, mentions):
        kinds = [None] * len(words)   # (kind, number of the mention)
        for number, (first, end, kind) in enumerate(mentions):
            for i in range(first, end):
                kinds[i] = (KINDS.get(kind), number) if kind in KINDS else None
        self.force_people(words, kinds)
        self.strip_titles(words, kinds)
        self.mark_places(words, kinds)
        return list(self.settled(words, kinds))

    def is_capital(self, word):
        return word[:1].isupper() or "-" in word and any(
            part[:1].isupper() for part in word.split("-"))

    def force_people(self, words, kinds):
        """What follows "Mr." or, unless it is a place, "President" is a person."""
        for i in range(len(words) - 1):
            forcing = words[i] in FORCING
            if not forcing and not (words[i] == "President" or
                                    words[i - 1:i + 1] == ["Prime", "Minister"]):
                continue
            end = i + 1
            while end < len(words) and end - i < 5 and (
                    self.is_capital(words[end]) or words[end] in ("bin", "al", "de", "van")):
                if words[end] in self.ends:
                    break
                end += 1
            known = " ".join(words[i + 1:end]) in self.sure
            if end > i + 1 and (forcing or not known):
                for j in range(i + 1, end):
                    kinds[j] = ("PER", -i - 1)

    def strip_titles(self, words, kinds):
        for i, word in enumerate(words):
            if kinds[i] is None or kinds[i][0] != "PER":
                continue
            inner = i > 0 and kinds[i - 1] == kinds[i]
            pair = " ".join(words[i:i + 2])
            if inner:
                continue
            if word in self.demonyms:
                kinds[i] = ("MISC", 1000 + i)
            elif word in self.titles or word.lower() in self.roles or word.islower() \
                    and word not in ("bin", "al", "de", "van", "von", "el", "ben", "abu"):
                kinds[i] = None
                if pair in self.titles:
                    kinds[i + 1] = None

    def mark_places(self, words, kinds):
        i = 0
        while i < len(words):
            step = 1
            for n in (5, 4, 3, 2, 1):
                name = " ".join(words[i:i + n])
                if len(words) < i + n or not words[i][:1].isupper():
                    continue
                kind = ("MISC" if name in self.demonyms else
                        "LOC" if name in self.places else
                        "ORG" if n > 1 and name in self.orgs else None)
                if kind and self.may_mark(words, kinds, i, i + n, kind):
                    for j in range(i, i + n):
                        kinds[j] = (kind, 2000 + i)
                    step = n
                    break
            i += step

    def may_mark(self, words, kinds, first, end, kind):
        """Is it no part of a longer name, or the country that opens one?"""
        around = {kinds[j][1] for j in range(first, end) if kinds[j]}
        if len(around) > 1:
            return end - first > 1
        if not around:
            return True
        inside = kinds[first] or kinds[end - 1]
        before = first > 0 and kinds[first - 1] == inside
        after = end < len(words) and kinds[end] == inside
        if before:
            return False
        if not after:
            return inside[0] != "PER" or kind == "MISC" or words[first] not in self.lists["family"]
        return words[first] in ("U.S.", "US") or inside[0] == "LOC" and kind == "MISC"

    def settled(self, words, kinds):
        first = 0
        while first < len(words):
            if kinds[first] is None:
                first += 1
                continue
            end = first + 1
            while end < len(words) and kinds[end] == kinds[first]:
                end += 1
            kind = kinds[first][0]
            # Small words at either end belong to no name.
            begin, stop = first, end
            while begin < stop and not self.is_capital(words[begin]) and \
                    words[begin] not in ("bin", "al", "de", "van", "von", "el", "ben", "abu"):
                begin += 1
            while stop > begin and (not self.is_capital(words[stop - 1]) or
                                    words[stop - 1].startswith("-")) and \
                    not words[stop - 1][:1].isdigit():
                stop -= 1
            if begin < stop and words[begin] == "The" and kind != "MISC":
                begin += words[begin + 1:begin + 2] not in ([], ["Hague"])
            name = " ".join(words[begin:stop])
            if name and name not in NEVER_NAMES:
                yield begin, stop, self.by_name(name, kind)
            first = end

    def by_name(self, name, kind):
        if name in self.orgs:
            return "ORG"
        if name in self.lists["person"]:
            return "PER"
        if name in self.demonyms or all(w in self.demonyms for w in name.split()):
            return "MISC"
        if kind != "LOC" and name in self.sure:
            return "LOC"
        return kind

    def add_missing(self, words, mentions):
        """Names nearly always labelled elsewhere are labelled here too."""
        taken = {i for first, end, _ in mentions for i in range(first, end)}
        for i in range(1, len(words)):
            for n in (3, 2, 1):
                name = " ".join(words[i:i + n])
                span = range(i, i + n)
                if i + n > len(words) or taken & set(span) or \
                        not self.is_capital(words[i]) or words[i] in self.titles:
                    continue
                votes = self.votes.get(name)
                if votes and sum(votes.values()) >= 6:
                    kind, count = votes.most_common(1)[0]
                    if kind != "MISC" and count * 10 >= sum(votes.values()) * 9:
                        mentions.append((i, i + n, kind))
                        taken |= set(span)
                        break
