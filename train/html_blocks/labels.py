"""Which blocks of a page are its article, told from what people marked.

Two kinds of gold: the whole body of the article, or a few snippets that must and must not be in it.
"""
import re

import numpy as np

WORD = re.compile(r"\w+")
UNKNOWN = -1.0


def words(text):
    return WORD.findall((text or "").lower())


def squash(text):
    return re.sub(r"\s+", " ", text or "").strip()


def labels_from_body(blocks, body):
    """Share of each block that stands in `body`: [blocks].

    A block of three words or more is covered where its word triples are; a shorter one must be a
    line of the body, or join the block before or after it in a triple.
    """
    gold = words(body)
    triples = set(zip(gold, gold[1:], gold[2:]))
    lines = {tuple(words(line)) for line in (body or "").split("\n")}
    tokens = [words(block) for block in blocks]
    labels = np.zeros(len(blocks), dtype=np.float32)

    def joined(sequence):
        return len(sequence) >= 3 and all(
            tuple(sequence[k:k + 3]) in triples for k in range(len(sequence) - 2))

    for i, block in enumerate(tokens):
        if not block:
            continue
        if tuple(block) in lines:
            labels[i] = 1
        elif len(block) >= 3:
            covered = [False] * len(block)
            for k in range(len(block) - 2):
                if tuple(block[k:k + 3]) in triples:
                    covered[k:k + 3] = [True] * 3
            share = sum(covered) / len(block)
            labels[i] = share if len(block) > 5 or share == 1 else 0
        else:
            before = tokens[i - 1][-2:] if i else []
            after = tokens[i + 1][:2] if i + 1 < len(tokens) else []
            labels[i] = (len(before) == 2 and joined(before + block)) or (
                len(after) == 2 and joined(block + after))
    return labels


def labels_from_snippets(blocks, wanted, unwanted):
    """1 where a wanted snippet stands, 0 where only an unwanted one does, else UNKNOWN."""
    labels = np.full(len(blocks), UNKNOWN, dtype=np.float32)
    texts = [squash(block) for block in blocks]
    for snippets, value in ((unwanted, 0), (wanted, 1)):
        for snippet in map(squash, snippets):
            for i, text in enumerate(texts):
                if snippet in text:
                    labels[i] = value
    return labels
