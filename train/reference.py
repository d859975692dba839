"""The integer arithmetic of the shipped model, in NumPy: what other code is tested against.

Products are exact: u8 x s8 summed in s32. Everything between products is float32; its sums may
be taken in any order, so other implementations agree to rounding, not to the bit.

    reference.py MODEL.weights TEXT.txt [--slices tag,name,start]

prints words, windows and the words' scores as JSON, for the tests of other implementations.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np

import weights

ONE = np.float32(1)


def quantise_rows(x):
    """Each row of x by its own scale: (q s8 in -127..127, scale f32). The u8 operand of a
    product is q + 128. Rounds half to even; a row of zeros has scale 0."""
    top = np.abs(x).max(-1, keepdims=True).astype(np.float32)
    inverse = np.where(top > 0, np.float32(127) / np.where(top > 0, top, ONE), np.float32(0))
    return np.rint(x * inverse).astype(np.float32), (top / np.float32(127)).astype(np.float32)


def exact_product(a, b):
    """a @ b of whole numbers held in float32: sums stay below 2^24 in blocks of 768."""
    total = np.zeros((*a.shape[:-1], b.shape[-1]), np.float64)
    for at in range(0, a.shape[-1], 768):
        total += a[..., at:at + 768] @ b[..., at:at + 768, :]
    return total


def layer_norm(x, weight, bias):
    mean = x.mean(-1, keepdims=True)
    centred = x - mean
    variance = (centred * centred).mean(-1, keepdims=True)
    return centred / np.sqrt(variance + np.float32(1e-12)) * weight + bias


def gelu(x):
    return np.float32(0.5) * x * (ONE + np.tanh(np.float32(0.7978845608) *
                                               (x + np.float32(0.044715) * x * x * x)))


class IntegerScorer:
    """Same interface as torch_scorer.TorchScorer."""

    def __init__(self, path):
        self.header, self.t = weights.load(path)
        self.layers = self.header['layers']
        self.attention_heads = self.header['attention_heads']
        self.root, self.pair = self.t['root'], self.t['relation.pair']
        self.floats = {name[:-7]: np.ascontiguousarray(value.T.astype(np.float32))
                       for name, value in self.t.items()
                       if name.endswith('.weight') and value.dtype == np.int8
                       and name != 'piece.weight'}

    def linear(self, name, x):
        """y = ((q+128) . w - 128 sum(w)) * (row scale * column scale) + bias; (q+128) . w less
        128 sum(w) is q . w, which is what is computed here."""
        q, scale = quantise_rows(x * self.t[name + '.input'])
        whole = exact_product(q, self.floats[name]).astype(np.float32)
        return whole * (scale * self.t[name + '.scale']) + self.t[name + '.bias']

    def attention(self, qkv):
        """[pieces x 1152] -> [pieces x 384]. Queries and keys are quantised by row and head,
        values by head and column over the window, probabilities as round(255 e^(s - max))."""
        length = len(qkv)
        q, k, v = qkv.reshape(length, 3, self.attention_heads, -1).transpose(1, 2, 0, 3)
        size = q.shape[-1]
        (q, q_scale), (k, k_scale) = quantise_rows(q), quantise_rows(k)
        v, v_scale = quantise_rows(v.transpose(0, 2, 1))
        scores = exact_product(q, k.transpose(0, 2, 1)).astype(np.float32)
        scores *= q_scale * k_scale.transpose(0, 2, 1) * np.float32(size ** -0.5)
        p = np.rint(np.float32(255) * np.exp(scores - scores.max(-1, keepdims=True)))
        mixed = exact_product(p, v.transpose(0, 2, 1)).astype(np.float32)
        mixed *= v_scale.transpose(0, 2, 1) / p.sum(-1, keepdims=True)
        return mixed.transpose(1, 0, 2).reshape(length, -1)

    def window(self, pieces, case, quote):
        t = self.t
        x = t['piece.weight'][pieces].astype(np.float32) * t['piece.scale'][pieces][:, None]
        x = x + t['case'][case] + t['quote'][quote] + t['position'][:len(pieces)]
        x = layer_norm(x, t['norm.weight'], t['norm.bias'])
        for i in range(self.layers):
            name = f'layer{i}.'
            mixed = self.linear(name + 'out', self.attention(self.linear(name + 'qkv', x)))
            x = layer_norm(x + mixed, t[name + 'norm1.weight'], t[name + 'norm1.bias'])
            inner = self.linear(name + 'down', gelu(self.linear(name + 'up', x)))
            x = layer_norm(x + inner, t[name + 'norm2.weight'], t[name + 'norm2.bias'])
        return x

    def heads(self, states):
        return self.linear('heads', states)

    def sense(self, mean):
        vector = self.linear('sense', mean[None])[0]
        return vector / np.sqrt((vector * vector).sum())

    def relation_scores(self, dependent, head):
        t = self.t
        return self.pair @ (dependent * head) + t['relation.dependent'] @ dependent + \
            t['relation.bias'] + t['relation.head'] @ head


def main():
    from pieces import Vocabulary, read, window_inputs, windows
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('model')
    parser.add_argument('text')
    parser.add_argument('--slices', default='tag,name,upos,start')
    choice = parser.parse_args()
    scorer = IntegerScorer(choice.model)
    vocabulary = Vocabulary.of(bytes(scorer.t['vocabulary']).decode())
    text = Path(choice.text).read_text(encoding='utf-8')
    doc, rows = read(text, vocabulary), []
    for begin, end in windows(doc):
        pieces, case, quote, first = window_inputs(doc, begin, end)
        states = scorer.window(pieces, case, quote)
        scores = scorer.heads(states[first])
        row = {'begin': begin, 'end': end, 'pieces': pieces, 'case': case, 'quote': quote,
               'first': first, 'sense': scorer.sense(states[1:-1].mean(0)).round(4).tolist()}
        for name in choice.slices.split(','):
            lo, hi = scorer.header['slices'][name]
            row[name] = [[round(float(v), 3) for v in line] for line in scores[:, lo:hi]]
        rows.append(row)
    json.dump({'text': text, 'words': doc.bytes, 'joined': [int(j) for j in doc.joined],
               'windows': rows}, sys.stdout, separators=(',', ':'))
    print()


if __name__ == '__main__':
    main()
