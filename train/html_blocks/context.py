"""The columns that say what the neighbourhood of a block looks like under first scores.

The same as AddScoreContext in src/ingest/html_scorer.cc, column for column.
"""
import numpy as np

NAMES = (["score"] + [f"score_at_{k}" for k in (-3, -2, -1, 1, 2, 3)]
         + [f"score_level{k}" for k in range(1, 6)] + ["score_window4", "score_window10"]
         + ["score_page", "score_words", "score_since_first", "score_until_last", "score_before",
            "score_best", "score_held", "score_f1", "score_best_f1", "score_f1_loss"])


def context(scores, block_words, levels):
    """[blocks × len(NAMES)] for one page.

    scores, block_words: [blocks]; levels: [blocks × 5 × 2], the range of blocks that each of the
    five containers around a block holds.
    """
    n = len(scores)
    out = np.zeros((n, len(NAMES)), dtype=np.float32)
    if n == 0:
        return out
    q = scores.astype(float)
    w = block_words.astype(float) + 0.5
    sum_w = np.concatenate([[0], np.cumsum(w)])
    sum_q = np.concatenate([[0], np.cumsum(w * q)])
    index = np.arange(n)

    def mean(begin, end):
        return (sum_q[end] - sum_q[begin]) / np.maximum(sum_w[end] - sum_w[begin], 1e-9)

    column = 0

    def add(values):
        nonlocal column
        out[:, column] = values
        column += 1

    add(q)
    padded = np.concatenate([np.zeros(3), q, np.zeros(3)])
    for offset in (-3, -2, -1, 1, 2, 3):
        add(padded[3 + offset:3 + offset + n])
    for level in range(5):
        add(mean(levels[:, level, 0], levels[:, level, 1]))
    for reach in (4, 10):
        add(mean(np.maximum(index - reach, 0), np.minimum(index + reach + 1, n)))
    total = sum_q[-1]
    add(total / sum_w[-1])
    add(np.log1p(total))
    good = np.where((q > 0.5) & (block_words > 7))[0]
    add(index - good[0] if len(good) else -1000)
    add(good[-1] - index if len(good) else -1000)
    add(sum_q[1:] / max(total, 1e-6))
    add(q.max())
    order = np.argsort(-q, kind="stable")
    gain, size = np.cumsum((q * w)[order]), np.cumsum(w[order])
    held, f1 = np.empty(n), np.empty(n)
    held[order] = gain / max(total, 1e-6)
    f1[order] = 2 * gain / (size + total)
    add(held)
    add(f1)
    add(f1.max())
    add(f1 - f1.max())
    return out
