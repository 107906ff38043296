"""Judges TREC runs: measures.py QRELS RUN... [--topics odd|even|all]

Means over the topics that have a relevant story, one line a run; of a topic
that the run does not have, all are 0. Stories without judgement count as not
relevant; stories of grade -1 are taken out of the run first. Stories are taken
in the order of score, equal ones in the order of the run.

MAP      mean average precision: the precision at the rank of each relevant
         story, 0 for one not found, over the number of relevant ones (Buckley
         and Voorhees, "Evaluating evaluation measure stability", SIGIR 2000;
         trec_eval's `map`).
nDCG@10  discounted cumulated gain of the first ten over that of the best
         order: the sum of grade / log2(rank + 1) (Jarvelin and Kekalainen,
         "Cumulated gain-based evaluation of IR techniques", TOIS 20, 2002, in
         the form of trec_eval's `ndcg_cut.10`).
MRR      one over the rank of the first relevant story (Voorhees, "The TREC-8
         question answering track report", 1999; trec_eval's `recip_rank`).
R@100    share of the relevant stories among the first hundred.

The last run's MAP is compared with that of each other: topics better and worse,
and p, how often a difference as large comes of swapping the two at random in
each topic (Smucker, Allan and Carterette, "A comparison of statistical
significance tests for IR evaluation", CIKM 2007).
"""
import collections
import math
import random
import sys


def read_qrels(path):
    grades = collections.defaultdict(dict)
    with open(path) as lines:
        for topic, _, story, grade in map(str.split, lines):
            grades[topic][story] = int(grade)
    return grades


def read_run(path):
    scored = collections.defaultdict(list)
    with open(path) as lines:
        for topic, _, story, _, score, *_ in map(str.split, lines):
            scored[topic].append((float(score), story))
    return {topic: [story for _, story in
                    sorted(hits, key=lambda hit: -hit[0])]
            for topic, hits in scored.items()}


def average_precision(hits, relevant):
    found, total = 0, 0.0
    for rank, story in enumerate(hits, 1):
        if story in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


def ndcg(hits, relevant, most=10):
    def gain(grades):
        return sum(grade / math.log2(rank + 1)
                   for rank, grade in enumerate(grades[:most], 1))
    best = sorted(relevant.values(), reverse=True)
    return gain([relevant.get(story, 0) for story in hits]) / gain(best)


def reciprocal_rank(hits, relevant):
    return next((1 / rank for rank, story in enumerate(hits, 1)
                 if story in relevant), 0.0)


def recall(hits, relevant, most=100):
    return len(relevant.keys() & set(hits[:most])) / len(relevant)


MEASURES = {"MAP": average_precision, "nDCG@10": ndcg,
            "MRR": reciprocal_rank, "R@100": recall}


def judge(qrels, run, topics="all"):
    """measure -> value by topic."""
    values = {name: {} for name in MEASURES}
    for topic, grades in qrels.items():
        if topics != "all" and (int(topic) % 2 == 1) != (topics == "odd"):
            continue
        relevant = {story: g for story, g in grades.items() if g > 0}
        if not relevant:
            continue
        hits = [story for story in dict.fromkeys(run.get(topic, []))
                if grades.get(story, 0) >= 0]
        for name, measure in MEASURES.items():
            values[name][topic] = measure(hits, relevant)
    return values


SHUFFLES = 10000


def comparison(values, others):
    gains = [value - others[topic] for topic, value in values.items()]
    chance = random.Random(1)
    as_large = sum(
        abs(sum(gain if chance.random() < 0.5 else -gain for gain in gains))
        >= abs(sum(gains)) for _ in range(SHUFFLES))
    return (f"better {sum(gain > 0 for gain in gains)} "
            f"worse {sum(gain < 0 for gain in gains)} "
            f"p {as_large / SHUFFLES:.3f}")


def main():
    arguments = sys.argv[1:]
    topics = "all"
    if "--topics" in arguments:
        at = arguments.index("--topics")
        topics = arguments[at + 1]
        del arguments[at:at + 2]
    qrels = read_qrels(arguments[0])
    paths = arguments[1:]
    judged = [judge(qrels, read_run(path), topics) for path in paths]
    for path, values in zip(paths, judged):
        means = " ".join(f"{name} {sum(v.values()) / len(v):.3f}"
                         for name, v in values.items())
        last = "" if values is judged[-1] else ", the last " + comparison(
            judged[-1]["MAP"], values["MAP"])
        print(f"{path.rsplit('/', 1)[-1]:12} {means} "
              f"({len(values['MAP'])} topics){last}")


if __name__ == "__main__":
    main()
