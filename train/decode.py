"""Scores of words -> labels, spans, statements, sentences and trees.

Everything here is plain and deterministic, on float32 NumPy arrays; ties go to the lower index.
"""
from dataclasses import dataclass

import numpy as np

from labels import ARC, LINK, NAMES, RELATIONS, TAGS, UPOS, XPOS, slices
from pieces import PARAGRAPH

SLICES, _ = slices()
LOWEST = np.float32(-1e4)


def allowed_moves(labels):
    """[from x to]: I-x follows only B-x or I-x; the last row is the start of a paragraph."""
    moves = np.ones((len(labels) + 1, len(labels)), bool)
    for j, label in enumerate(labels):
        if label.startswith('I-'):
            moves[:, j] = [before[2:] == label[2:] and before != 'O' for before in labels] + [False]
    return np.where(moves, np.float32(0), LOWEST)


MOVES = {labels: allowed_moves(labels) for labels in (TAGS, NAMES)}


def log_softmax(scores):
    top = scores.max(-1, keepdims=True)
    return scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))


def best_path(scores, labels, breaks):
    """The best allowed label sequence; scores [words x labels], paragraphs are independent."""
    moves, scores = MOVES[labels], log_softmax(scores)
    came = np.zeros(scores.shape, np.int64)
    best = None
    for i, row in enumerate(scores):
        if best is None or breaks[i] == PARAGRAPH:
            came[i] = 0 if best is None else best.argmax()     # any ending may precede
            best = (0 if best is None else best.max()) + row + moves[-1]
        else:
            through = best[:, None] + moves[:-1]
            came[i] = through.argmax(0)
            best = through.max(0) + row
    path, at = [], int(best.argmax()) if best is not None else 0
    for i in range(len(scores) - 1, -1, -1):
        path.append(at)
        at = int(came[i][at])
    return path[::-1]


def spans(path, labels):
    """(begin, end, kind) word ranges of a label sequence."""
    out, begin = [], None
    for i, label in enumerate([*(labels[p] for p in path), 'O']):
        if begin is not None and not label.startswith('I-'):
            out.append((begin, i, labels[path[begin]][2:]))
            begin = None
        if label.startswith('B-'):
            begin = i
    return out


@dataclass
class Statement:
    """Word ranges; the cue is one."""
    cue: tuple
    source: list
    content: list


def statements(found, out):
    """One statement a cue; every other span joins the cue of its window that it links to best.
    Spans in a window without a cue belong to nothing."""
    cues = [s for s in found if s[2] == 'cue']
    made = [Statement(cue[:2], [], []) for cue in cues]
    if not cues:
        return made
    targets = out[[c[0] for c in cues]][:, SLICES['cue']]
    for begin, end, kind in found:
        if kind != 'cue':
            scores = targets @ out[begin, SLICES['fragment']]
            getattr(made[int(scores.argmax())], kind).append((begin, end))
    return made


def arc_scores(out, model):
    """[dependent x (root, heads...)] for the words of one sentence."""
    dependent, head = out[:, SLICES['dependent']], out[:, SLICES['head']]
    scores = dependent @ head.T / np.float32(ARC ** 0.5) + out[:, SLICES['head_bias']].T
    np.fill_diagonal(scores, LOWEST)
    root = dependent @ model.root[:ARC] / np.float32(ARC ** 0.5) + model.root[ARC]
    return np.concatenate([root[:, None], scores], 1)


def tree(scores):
    """Heads (0 = root, else 1 + index) of the best tree with exactly one root."""
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and acyclic(greedy):
        return greedy
    best, chosen = None, None
    order = np.argsort(-(scores[:, 0] - scores[:, 1:].max(1)), kind='stable')
    for root in order[:4]:                       # the likeliest roots; each as the only one
        only = scores.copy()
        only[:, 0] = LOWEST * 10
        only[root, 0] = scores[root, 0]
        square = np.full((len(scores) + 1, len(scores) + 1), LOWEST * 100, np.float64)
        square[1:, :] = only
        heads = maximum_tree(square)
        total = only[np.arange(len(scores)), heads].sum()
        if best is None or total > best:
            best, chosen = total, heads
    return chosen


def acyclic(heads):
    seen = np.zeros(len(heads) + 1, np.int8)
    for start in range(1, len(heads) + 1):
        path, at = [], start
        while at and not seen[at]:
            seen[at] = 1
            path.append(at)
            at = int(heads[at - 1])
        if at and seen[at] == 1 and at in path:
            return False
        for node in path:
            seen[node] = 2
    return True


def maximum_tree(scores):
    """Chu-Liu/Edmonds: scores [dependent x head] with node 0 the root -> heads of nodes 1..n."""
    count = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads[1:]
    inside = np.zeros(count, bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    small = np.full((len(outer) + 1, len(outer) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    gain = scores[cycle][:, outer] - scores[cycle, heads[cycle]][:, None]
    small[-1, :-1] = gain.max(0)                 # the cycle as a dependent
    enter = np.array(cycle)[gain.argmax(0)]
    small[:-1, -1] = scores[outer][:, cycle].max(1)
    leave = np.array(cycle)[scores[outer][:, cycle].argmax(1)]
    inner = np.concatenate([[0], maximum_tree(small)])
    result = heads.copy()
    for i, node in enumerate(outer):
        if i:
            result[node] = leave[i] if inner[i] == len(outer) else outer[inner[i]]
    result[enter[inner[-1]]] = outer[inner[-1]]
    return result[1:]


def find_cycle(heads):
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at):]
        state[path] = 2
    return []


@dataclass
class Reading:
    """What the model says about one document; all ranges are word ranges."""
    statements: list
    names: list
    upos: list
    xpos: list
    starts: list           # whether a sentence starts at the word
    heads: list            # word index of the head, -1 at a root
    relations: list
    out: np.ndarray        # [words x HEAD_WIDTH]


def window_reading(doc, begin, end, out, reading, model):
    """Adds one window to a reading; `out` holds its words' head outputs."""
    breaks = doc.breaks[begin:end]
    tags = spans(best_path(out[:, SLICES['tag']], TAGS, breaks), TAGS)
    for s in statements(tags, out):
        reading.statements.append(Statement(shift(s.cue, begin), [shift(r, begin) for r in s.source],
                                            [shift(r, begin) for r in s.content]))
    names = spans(best_path(out[:, SLICES['name']], NAMES, breaks), NAMES)
    reading.names += [(b + begin, e + begin, kind) for b, e, kind in names]
    reading.upos += [UPOS[i] for i in out[:, SLICES['upos']].argmax(1)]
    reading.xpos += [XPOS[i] for i in out[:, SLICES['xpos']].argmax(1)]
    score = out[:, SLICES['start']]
    starts = [bool(score[i, 1] > score[i, 0]) or breaks[i] == PARAGRAPH
              for i in range(end - begin)]
    starts[0] = starts[0] or begin == 0
    edges = [0, *(i for i in range(1, end - begin) if starts[i]), end - begin]
    for b, e in zip(edges, edges[1:]):
        add_tree(reading, out[b:e], begin + b, model, continues=not starts[b])
    reading.starts += starts


def add_tree(reading, out, offset, model, continues):
    """`continues`: the sentence began in the window before; its root takes this part's root."""
    heads = tree(arc_scores(out, model))
    for i, head in enumerate(heads):
        if head:
            dependent, parent = out[i, SLICES['relation_dependent']], out[head - 1, SLICES['relation_head']]
            scores = model.relation_scores(dependent, parent)
            scores[0] = LOWEST                   # "root" is for roots
            reading.heads.append(offset + int(head) - 1)
            reading.relations.append(RELATIONS[int(scores.argmax())])
        elif continues:
            reading.heads.append(last_root(reading))
            reading.relations.append('parataxis')
        else:
            reading.heads.append(-1)
            reading.relations.append('root')


def last_root(reading):
    return max((i for i, head in enumerate(reading.heads) if head == -1), default=-1)


def shift(span, by):
    return span[0] + by, span[1] + by
