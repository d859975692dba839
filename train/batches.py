"""Documents -> windows -> padded batches of tensors."""
import random

import numpy as np
import torch

from datasets import HEADS
from labels import NAMES, TAGS, UPOS
from model import SILVER
from pieces import CLS, MASK, PARAGRAPH, SEP, WINDOW, window_inputs, windows

TAGGING = ('tag', 'name', 'upos', 'xpos', 'start')
SOFT_WIDTH = {'tag': len(TAGS), 'name': len(NAMES), 'upos': len(UPOS)}


def epoch_windows(docs, rng):
    """[(document number, begin, end)]: the first window of a document has a random length,
    so that every epoch cuts the texts elsewhere."""
    out = []
    for number, doc in enumerate(docs):
        first = rng.randint(64, WINDOW) if rng else WINDOW
        out += [(number, b, e) for b, e in windows(doc.text, first_limit=first)]
    return out


def grouped(docs, found, room, rng):
    """Lists of windows of similar length, at most `room` padded pieces each."""
    def size(window):
        number, b, e = window
        text = docs[number].text
        return 2 + sum(map(len, text.pieces[b:e])) + sum(1 for k in text.breaks[b + 1:e] if k)

    sized = [(size(w), w) for w in found]
    if rng:
        rng.shuffle(sized)
        sized.sort(key=lambda s: s[0] + rng.randint(0, 24))
    groups, group, longest = [], [], 0
    for length, window in sized:
        longest = max(longest, length)
        if group and longest * (len(group) + 1) > room:
            groups.append(group)
            group, longest = [], length
        group.append(window)
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def collate(docs, group, vectors=None, mask_rate=0.0, rng=None):
    """A batch; see model.losses for what is in it. Parents are relative to the window."""
    inputs = [window_inputs(docs[n].text, b, e) for n, b, e in group]
    length, words = max(len(i[0]) for i in inputs), max(e - b for _, b, e in group)
    shape, grid = (len(group), length), (len(group), words)
    batch = {name: torch.zeros(shape, dtype=torch.long) for name in ('pieces', 'case', 'quote')}
    batch['mask'] = torch.zeros(shape, dtype=torch.bool)
    batch['segment'] = torch.full(shape, -1)
    batch['first'] = torch.zeros(grid, dtype=torch.long)
    batch['word_mask'] = torch.zeros(grid, dtype=torch.bool)
    batch['sentence'] = torch.full(grid, -1)
    batch |= {head: torch.full(grid, -1) for head in HEADS}
    batch |= {'weight_' + head: torch.ones(grid) for head in TAGGING}
    batch['links'], wanted = [], []
    for row, ((number, b, e), (pieces, case, quote, first)) in enumerate(zip(group, inputs)):
        doc, used, count = docs[number], len(pieces), e - b
        for name, values in (('pieces', pieces), ('case', case), ('quote', quote)):
            batch[name][row, :used] = torch.tensor(values)
        batch['mask'][row, :used] = True
        batch['first'][row, :count] = torch.tensor(first)
        batch['word_mask'][row, :count] = True
        for head in HEADS:
            batch[head][row, :count] = torch.from_numpy(doc.labels[head][b:e].astype(np.int64))
        for head in doc.silver:
            batch['weight_' + head][row] = SILVER
        place_trees(batch, row, doc, b, e)
        place_links(batch, row, doc, b, e)
        if vectors:
            place_sentences(batch, row, doc, (b, e), first + [used - 1], vectors, wanted)
    batch['vectors'] = torch.from_numpy(np.stack(wanted)).float() if wanted else None
    place_soft(batch, docs, group)
    if mask_rate:
        hide = torch.rand(shape, generator=rng) < mask_rate
        batch['pieces'][hide & (batch['pieces'] > MASK)] = MASK
    return batch


def place_trees(batch, row, doc, b, e):
    parent = batch['parent'][row, :e - b]
    known = parent >= 0
    parent -= b
    parent[~known | (parent < 0) | (parent >= e - b)] = -1
    starts = batch['start'][row, :e - b] == 1
    batch['sentence'][row, :e - b] = torch.cumsum(starts, 0)


def place_links(batch, row, doc, b, e):
    inside = [(f - b, c - b) for f, c in doc.links if b <= f < e and b <= c < e]
    cues = sorted({c for _, c in inside})
    fragments = sorted({f for f, _ in inside})
    if not inside:
        return
    target = torch.zeros(len(fragments), len(cues))
    for fragment, cue in inside:
        target[fragments.index(fragment), cues.index(cue)] = 1.0
    batch['links'].append((row, torch.tensor(fragments), torch.tensor(cues),
                           target / target.sum(1, keepdim=True)))


def place_sentences(batch, row, doc, span, edges, vectors, wanted):
    """Marks the pieces of the whole sentences whose pretrained vectors are known."""
    for (begin, end), vector in vectors.get(doc.id, {}).items():
        if span[0] <= begin and end <= span[1]:
            lo, hi = edges[begin - span[0]], edges[end - span[0]]
            piece = batch['pieces'][row, lo:hi]
            batch['segment'][row, lo:hi] = torch.where(piece > PARAGRAPH, len(wanted), -1)
            wanted.append(vector)


def place_soft(batch, docs, group):
    if not any(docs[number].soft for number, _, _ in group):
        return
    grid = batch['word_mask'].shape
    batch['soft_known'] = torch.zeros(grid, dtype=torch.bool)
    for name, width in SOFT_WIDTH.items():
        batch['soft_' + name] = torch.zeros(*grid, width)
    for row, (number, b, e) in enumerate(group):
        if docs[number].soft:
            batch['soft_known'][row, :e - b] = True
            for name in SOFT_WIDTH:
                values = docs[number].soft[name][b:e].astype(np.float32)
                batch['soft_' + name][row, :e - b] = torch.from_numpy(values)


def sentence_spans(doc):
    """Word ranges of the annotated sentences."""
    starts = [i for i in range(len(doc)) if doc.labels['start'][i] == 1]
    return list(zip(starts, starts[1:] + [len(doc)]))


def sentence_batches(docs, room):
    """(keys, batch) of single sentences framed as the pretrained encoders expect them:
    [CLS] pieces [SEP], no breaks, no case, no quotation state."""
    found = [(doc.id, b, e) for doc in docs for b, e in sentence_spans(doc)]
    by_id = {doc.id: doc for doc in docs}
    rows = []
    for identifier, b, e in found:
        pieces = [p for word in by_id[identifier].text.pieces[b:e] for p in word][:WINDOW - 2]
        rows.append(((identifier, b, e), [CLS] + pieces + [SEP]))
    rows.sort(key=lambda r: len(r[1]))
    at = 0
    while at < len(rows):
        take = max(1, room // len(rows[min(at + 63, len(rows) - 1)][1]))
        part = rows[at:at + min(take, 64)]
        length = max(len(r[1]) for r in part)
        pieces = torch.zeros(len(part), length, dtype=torch.long)
        mask = torch.zeros(len(part), length, dtype=torch.bool)
        for i, (_, row) in enumerate(part):
            pieces[i, :len(row)] = torch.tensor(row)
            mask[i, :len(row)] = True
        yield [r[0] for r in part], pieces, mask
        at += len(part)


def subset(docs, one_in, seed):
    """A fixed random part of the documents with annotated sentences."""
    rng = random.Random(seed)
    return [doc for doc in docs if (doc.labels['start'] == 1).any() and rng.random() * one_in < 1]
