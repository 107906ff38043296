"""Annotated corpora as one text a line, with byte spans: training and checks.

Usage: prepare_texts.py [--held-out] SOURCES OUT. SOURCES holds the unpacked
corpora; OUT gets train.1.jsonl to train.4.jsonl, which differ in their made-up
lines, and one file for each held-out set, or these alone.
"""

import csv
import glob
import json
import re
import sys

# Mainstream news and well-known accounts; the others are talk among friends.
BTC_SECTIONS = "fg"
DRAWS = 4  # sets of made-up lines, each of which a model learns from
NO_SPACE_BEFORE = set(". , ; : ? ! ) ] } % 's 'S n't 'll 're 've 'd 'm ’s ...".split())
NO_SPACE_AFTER = set("( [ { $ £ € # ``".split())


def detokenized(words):
    """The words as running text, with the byte offset each begins and ends at."""
    text, offsets, size, quoted = [], [], 0, {}
    glue = True
    for word in words:
        tail = len(word) > 2 and word[0] == "-" and word[1].isalpha()
        before = "" if glue or tail or word in NO_SPACE_BEFORE else " "
        glue = word in NO_SPACE_AFTER
        if word in ('"', "'", "``", "''"):
            mark = '"' if word != "'" else "'"
            opening = word == "``" or word != "''" and not quoted.get(mark)
            quoted[mark] = opening
            glue, before = opening, before if opening else ""
            word = mark
        size += len(before.encode())
        end = size + len(word.encode())
        offsets.append((size, end))
        text.append(before + word)
        size = end
    return "".join(text), offsets


def document(sentences, source):
    """Sentences of (words, [(first, last + 1, kind)]) as one annotated text."""
    text, spans = "", []
    for words, mentions in sentences:
        base = len(text.encode())
        line, offsets = detokenized(words)
        for first, end, kind in mentions:
            spans.append((base + offsets[first][0], base + offsets[end - 1][1], kind))
        text += line + "\n\n"
    return {"text": text, "spans": spans, "source": source}


def mentions_of(tags):
    """IOB1 or IOB2 tags as [(first, end, kind)]."""
    mentions = []
    previous = "O"
    for i, tag in enumerate(tags):
        if tag != "O":
            prefix, kind = tag.split("-", 1)
            if prefix == "I" and previous != "O" and previous.split("-", 1)[1] == kind:
                mentions[-1][1] = i + 1
            else:
                mentions.append([i, i + 1, kind])
        previous = tag
    return [tuple(m) for m in mentions]


def column_sentences(path, word_at, tag_at, kinds):
    """Sentences of a column file; None between documents."""
    words, tags = [], []
    for line in open(path, encoding="utf-8", errors="replace"):
        fields = line.rstrip("\n").split("\t" if "\t" in line else " ")
        if line.startswith("# newdoc") or line.startswith("-DOCSTART-"):
            yield None
        if line.startswith("# ") and "=" in line or line.startswith("-DOCSTART-"):
            continue
        if len(fields) <= tag_at:
            if words:
                yield words, [(a, b, kinds.get(k, k)) for a, b, k in mentions_of(tags)
                              if kinds.get(k, k) is not None]
            words, tags = [], []
        else:
            words.append(fields[word_at])
            tags.append(fields[tag_at])
    if words:
        yield words, [(a, b, kinds.get(k, k)) for a, b, k in mentions_of(tags)
                      if kinds.get(k, k) is not None]


def documents(sentences, source, run=None):
    """Sentences cut at None, or into runs of a fixed length, as annotated texts."""
    group = []
    for sentence in sentences:
        if sentence is None or run and len(group) == run:
            if group:
                yield document(group, source)
            group = []
        if sentence is not None:
            group.append(sentence)
    if group:
        yield document(group, source)


def news_tweets(path, demonyms):
    """Tweets; their nationalities, which are not annotated, are added."""
    for sentence in column_sentences(path, 0, 1, {}):
        words, mentions = sentence or ([], [])
        if not words:
            continue
        taken = {i for first, end, _ in mentions for i in range(first, end)}
        mentions += [(i, i + 1, "MISC") for i, word in enumerate(words)
                     if i not in taken and word in demonyms]
        yield words, sorted(mentions)


def gmb_sentences(path):
    words, tags = [], []
    for row in csv.reader(open(path, encoding="latin-1")):
        if row[0].startswith("Sentence:") and words:
            yield words, tags
            words, tags = [], []
        if row[0] != "Sentence #":
            words.append(row[1])
            tags.append(row[3])
    yield words, tags


def ieer_texts(folder):
    pattern = re.compile(r'<b_(\w+) type="(\w+)"[^>]*>|<e_\w+>')
    kinds = {"PERSON": "PER", "LOCATION": "LOC", "ORGANIZATION": "ORG"}
    for path in sorted(glob.glob(folder + "/*_*")):
        data = open(path, encoding="latin-1").read()
        for doc in re.findall(r"<DOC>(.*?)</DOC>", data, re.S):
            headline = re.search(r"<HEADLINE>(.*?)</HEADLINE>", doc, re.S)
            body = re.search(r"<TEXT>(.*?)</TEXT>", doc, re.S)
            if not body:
                continue
            text, spans, at, open_at = b"", [], 0, None
            for match in pattern.finditer(body.group(1)):
                text += unescaped(body.group(1)[at:match.start()])
                at = match.end()
                if match.group(0).startswith("<b_"):
                    open_at = (len(text), match.group(2))
                elif open_at:
                    if open_at[1] in kinds:
                        spans.append((open_at[0], len(text), kinds[open_at[1]]))
                    open_at = None
            text += unescaped(body.group(1)[at:])
            title = re.sub(r"<[^>]*>", "", headline.group(1)).strip() if headline else ""
            yield {"text": text.decode(), "spans": spans, "headline": title,
                   "source": "ieer"}


def unescaped(text):
    return re.sub("(?i)&amp;", "&", re.sub(r"<[^>]*>", "", text)).encode()


def write(path, texts):
    with open(path, "w", encoding="utf-8") as out:
        for text in texts:
            out.write(json.dumps(text, ensure_ascii=False) + "\n")


def wikigold_texts(sources):
    return list(documents(column_sentences(
        sources + "/wikigold-btc-wnut17/wikigold/CONLL-format/data/wikigold.conll.txt",
        0, 1, {}), "wikigold"))


def write_held_out(sources, out):
    """What needs no mending: it can be made without the word lists."""
    write(out + "/wikigold.jsonl",
          [t for i, t in enumerate(wikigold_texts(sources)) if i % 3 == 2])
    write(out + "/ieer.jsonl", ieer_texts(sources + "/ieer-raw-news/ieer"))
    write(out + "/pud.jsonl", documents(column_sentences(
        sources + "/uner-europeana/uner-en-pud/en_pud-ud-test.iob2", 1, 2, {}), "pud"))


def main(sources, out):
    from repairs import Repairs
    from synthetic import synthetic_texts
    repairs = Repairs(sources)
    gmb = list(documents((repairs.sentence(words, mentions_of(tags))
                          for words, tags in gmb_sentences(sources + "/gmb.csv")),
                         "gmb", run=12))
    train = [t for i, t in enumerate(gmb) if i % 10 != 9]
    train += [t for i, t in enumerate(wikigold_texts(sources)) if i % 3 != 2]
    for section in BTC_SECTIONS:
        train += documents(news_tweets(
            f"{sources}/wikigold-btc-wnut17/BTC/CONLL-format/data/{section}.conll",
            repairs.demonyms), "btc", run=6)
    for draw in range(1, DRAWS + 1):
        write(f"{out}/train.{draw}.jsonl", train + list(synthetic_texts(sources, train, draw)))
    write(out + "/gmb.jsonl", [t for i, t in enumerate(gmb) if i % 10 == 9])
    write_held_out(sources, out)


if __name__ == "__main__":
    if sys.argv[1] == "--held-out":
        write_held_out(*sys.argv[2:4])
    else:
        main(*sys.argv[1:3])
