#!/usr/bin/env python3
"""Trains the scorer of HTML blocks and writes data/html/block_model.tsv.

  train.py --bodies GOLD PREFIX --snippets GOLD PREFIX [--check] [--out FILE]

GOLD: gold.jsonl of a set whose pages have bodies (or wanted and unwanted snippets); PREFIX: what
dump_html_blocks wrote of its pages. --check also trains on four fifths of the sites and scores the
rest, five times, and prints the figures.

Two stages of oblivious trees (CatBoost). The second sees the first one's scores of the blocks
around, taken from models that have not seen the site.
"""
import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoostClassifier, Pool

from context import NAMES, context
from labels import UNKNOWN, labels_from_body, labels_from_snippets, squash, words

FOLDS = 5
STAGES = {"first": dict(iterations=300, learning_rate=0.08),
          "second": dict(iterations=300, learning_rate=0.06)}
SNIPPET_WEIGHT = 0.12
ROWS = 160_000
SCALE = 1000


def site(url):
    """The registered domain, near enough."""
    parts = (urlsplit(url).hostname or "").split(".")
    long = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in (
        "co", "com", "org", "gov", "ac", "net")
    return ".".join(parts[-3 if long else -2:])


class Pages:
    """The pages of one set: features, labels, weights."""

    def __init__(self, gold_path, prefix, kind):
        self.kind = kind
        gold = {g["id"]: g for g in map(json.loads, open(gold_path, encoding="utf-8"))}
        self.names = open(prefix + ".names").read().split()
        self.features = np.fromfile(prefix + ".f32", dtype=np.float32).reshape(-1, len(self.names))
        self.levels = np.fromfile(prefix + ".u32", dtype=np.uint32).reshape(len(self.features), -1, 2)
        self.rows, self.gold, self.blocks, labels, weights = [], [], [], [], []
        begin = 0
        for line in open(prefix + ".jsonl", encoding="utf-8"):
            page = json.loads(line)
            g = gold[page["id"]]
            self.rows.append(slice(begin, begin + len(page["blocks"])))
            begin += len(page["blocks"])
            self.gold.append(g)
            self.blocks.append(page["blocks"])
            label, weight = self.mark(page["blocks"], g)
            labels.append(label)
            weights.append(weight)
        self.labels = np.concatenate(labels)
        self.weights = np.concatenate(weights)
        folds = [int(hashlib.md5(site(g["url"]).encode()).hexdigest(), 16) % FOLDS
                 for g in self.gold]
        self.fold = np.concatenate([np.full(r.stop - r.start, f) for r, f in zip(self.rows, folds)])

    def mark(self, blocks, gold):
        """A block weighs as many words as it has, of those of the article: what it costs in F1."""
        if self.kind == "snippets":
            label = labels_from_snippets(blocks, gold["with"], gold["without"])
            return np.maximum(label, 0), np.where(label == UNKNOWN, 0, SNIPPET_WEIGHT)
        size = np.array([len(words(block)) for block in blocks], dtype=np.float32)
        whole = len(words(gold.get("body"))) or size.sum()
        return (labels_from_body(blocks, gold.get("body")),
                np.minimum((size + 1) / max(whole, 30), 1))

    def add_context(self, scores):
        block_words = self.features[:, self.names.index("words")]
        return np.concatenate([
            context(scores[r], block_words[r], self.levels[r].astype(int))
            for r in self.rows])


def thin(weights, seed=1):
    """Rows to train on and their weights: light rows are drawn by weight, for speed."""
    relative = weights / weights.mean()
    share = np.clip(relative * ROWS / np.minimum(relative, 3).sum(), 0.02, 1)
    kept = (np.random.default_rng(seed).random(len(weights)) < share) & (weights > 0)
    return kept, np.where(kept, weights / share, 0)


def fit(features, labels, weights, stage, seed=0):
    model = CatBoostClassifier(
        depth=6, l2_leaf_reg=3, loss_function="CrossEntropy", border_count=64, rsm=0.3,
        bootstrap_type="Bernoulli", subsample=0.7, random_seed=seed, thread_count=2, verbose=False,
        **STAGES[stage])
    model.fit(Pool(features, labels, weight=weights))
    return model


def scores_unseen(features, labels, weights, fold, stage):
    """Each row's probability from a model that has not seen its site."""
    kept, drawn = thin(weights)
    scores = np.zeros(len(labels), dtype=np.float32)
    for f in range(FOLDS):
        train = kept & (fold != f)
        model = fit(features[train], labels[train], drawn[train], stage, seed=f)
        scores[fold == f] = model.predict_proba(features[fold == f])[:, 1]
    return scores


def choose(scores, block_words, factor=1.15, low=0.15, high=0.6):
    """As ChooseBlocks in src/ingest/html_select.cc."""
    if len(scores) == 0:
        return np.zeros(0, dtype=bool)
    weight = block_words + 0.5
    order = np.argsort(-scores, kind="stable")
    f1 = 2 * np.cumsum((scores * weight)[order]) / (
        np.cumsum(weight[order]) + (scores * weight).sum())
    return scores >= min(max(scores[order[np.argmax(f1)]] * factor, low), high)


def body_figures(pages, scores):
    by_type = Counter()
    count = Counter()
    block_words = pages.features[:, pages.names.index("words")]
    for r, gold, blocks in zip(pages.rows, pages.gold, pages.blocks):
        keep = choose(scores[r], block_words[r])
        found = Counter(w for block, k in zip(blocks, keep) if k for w in words(block))
        wanted = Counter(words(gold.get("body")))
        both = (found & wanted).total()
        f1 = 2 * both / (found.total() + wanted.total()) if found or wanted else 1.0
        for name in ("all", gold.get("type", "")):
            by_type[name] += f1
            count[name] += 1
    return {name: round(total / count[name], 4) for name, total in by_type.items()}


def snippet_figures(pages, scores):
    hit = missed = wrong = 0
    block_words = pages.features[:, pages.names.index("words")]
    for r, gold, blocks in zip(pages.rows, pages.gold, pages.blocks):
        keep = choose(scores[r], block_words[r])
        text = squash(" ".join(block for block, k in zip(blocks, keep) if k))
        here = sum(squash(s) in text for s in gold["with"])
        hit += here
        missed += len(gold["with"]) - here
        wrong += sum(squash(s) in text for s in gold["without"])
    return {"f1": round(2 * hit / (2 * hit + wrong + missed), 4)}


def write_stage(out, name, model, names):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        model.save_model(file.name, format="json")
        raw = json.load(open(file.name))
    column = {f["flat_feature_index"]: names[f["flat_feature_index"]]
              for f in raw["features_info"]["float_features"]}
    scale, bias = raw["scale_and_bias"]
    assert scale == 1
    out.write(f"stage\t{name}\t{bias[0]:.5f}\n")
    for tree in raw["oblivious_trees"]:
        questions = [f"{column[s['float_feature_index']]}>{s['border']:.7g}" for s in tree["splits"]]
        values = [str(round(v * SCALE)) for v in tree["leaf_values"]]
        out.write("tree\t" + ",".join(questions) + "\t" + ",".join(values) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", nargs=2, required=True)
    parser.add_argument("--snippets", nargs=2, required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", default="data/html/block_model.tsv")
    args = parser.parse_args()
    sets = [Pages(*args.bodies, "bodies"), Pages(*args.snippets, "snippets")]
    features = np.concatenate([s.features for s in sets])
    labels = np.concatenate([s.labels for s in sets])
    weights = np.concatenate([s.weights for s in sets])
    fold = np.concatenate([s.fold for s in sets])
    parts = np.split(np.arange(len(labels)), [len(sets[0].labels)])

    first = scores_unseen(features, labels, weights, fold, "first")
    seen = np.concatenate([s.add_context(first[p]) for s, p in zip(sets, parts)])
    wide = np.concatenate([features, seen], axis=1)
    if args.check:
        second = scores_unseen(wide, labels, weights, fold, "second")
        for stage, scores in (("first", first), ("second", second)):
            print(stage, body_figures(sets[0], scores[parts[0]]),
                  snippet_figures(sets[1], scores[parts[1]]), flush=True)
    kept, drawn = thin(weights)
    names = sets[0].names + NAMES
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Trees that score the blocks of a page: train/html_blocks/README.md. Values in "
                  "thousandths.\n# stage\tname\tbias\n# tree\tcolumn>border,…\tvalue,…\n")
        for stage, columns in (("first", features), ("second", wide)):
            write_stage(out, stage, fit(columns[kept], labels[kept], drawn[kept], stage), names)
    print(args.out, file=sys.stderr)


if __name__ == "__main__":
    main()
