"""The weight file: what export writes and every program maps read-only.

    weights.py CHECKPOINT OUT.weights --name fast --vocabulary vocab.txt --data ../shared/data

Layout, all little-endian (train/README.md describes it for other implementations):
    0   8 bytes   magic "AFTERWRD"
    8   u32       version (1)
    12  u32       bytes of the JSON header
    16  u64       bytes of the whole file
    24  32 bytes  SHA-256 of everything from byte 64 on
    56  8 bytes   zero
    64  JSON, UTF-8; then tensors, each at a multiple of 64
"""
import argparse
import hashlib
import json
import struct
import sys
import unicodedata
from pathlib import Path

import numpy as np

import labels
from calibrate import balance, largest_inputs
from encoder import CASES, HEADS, INNER, POSITIONS, QUOTES, WIDTH
from pieces import MAX_WORD_PIECES, WINDOW, fold

MAGIC, VERSION, START, ALIGN = b'AFTERWRD', 1, 64, 64
TYPES = {'s8': '<i1', 'f32': '<f4', 's32': '<i4', 'u8': '<u1', 'u32': '<u4'}
ARTICLES = 12                                  # to calibrate on
CLIPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.7)


def quantise(matrix):
    """s8 rows and one f32 scale a row; of a few clipping points the one with least error."""
    best = None
    for clip in CLIPS:
        scale = np.maximum(np.abs(matrix).max(1) * clip / 127, 1e-12).astype(np.float32)
        whole = np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)
        error = ((whole * scale[:, None] - matrix) ** 2).sum(1)
        if best is None:
            best = [whole, scale, error]
        better = error < best[2]
        for old, new in zip(best, (whole, scale, error)):
            old[better] = new[better]
    return best[0], best[1]


def add_matrix(tensors, name, matrix, bias, top):
    """NAME.weight s8 [out x in], NAME.scale f32, NAME.sum s32 (row sums), NAME.bias f32 [out],
    and NAME.input f32 [in], which multiplies the input before it is quantised."""
    s = balance(matrix, top)
    whole, scale = quantise(matrix * s)
    tensors[name + '.input'] = 1 / s
    tensors[name + '.weight'], tensors[name + '.scale'] = whole, scale
    tensors[name + '.sum'] = whole.astype(np.int32).sum(1, dtype=np.int32)
    tensors[name + '.bias'] = bias.astype(np.float32)


def model_tensors(model, top):
    """The tensors of a ReadingModel, in the order of use; `top` from calibrate.py."""
    state = {name: value.numpy() for name, value in model.state_dict().items()}
    layers = len(model.encoder.layers)
    tensors = {}
    whole, scale = quantise(state['encoder.piece.weight'])
    tensors['piece.weight'], tensors['piece.scale'] = whole, scale
    for name in ('position', 'case', 'quote'):
        tensors[name] = state[f'encoder.{name}.weight']
    for end in ('weight', 'bias'):
        tensors[f'norm.{end}'] = state[f'encoder.norm.{end}']
    for i in range(layers):
        base = f'encoder.layers.{i}.'
        for name in ('qkv', 'out', 'norm1', 'up', 'down', 'norm2'):
            weight, bias = state[f'{base}{name}.weight'], state[f'{base}{name}.bias']
            if name.startswith('norm'):
                tensors[f'layer{i}.{name}.weight'], tensors[f'layer{i}.{name}.bias'] = weight, bias
            else:
                add_matrix(tensors, f'layer{i}.{name}', weight, bias, top[base + name])
    add_matrix(tensors, 'heads', state['heads.weight'], state['heads.bias'], top['heads'])
    add_matrix(tensors, 'sense', state['sense.weight'], np.zeros(WIDTH, np.float32), top['heads'])
    tensors['root'] = state['root']
    tensors['relation.pair'] = state['relation_pair']
    tensors['relation.dependent'] = state['relation_dependent.weight']
    tensors['relation.head'] = state['relation_head.weight']
    tensors['relation.bias'] = state['relation_dependent.bias']
    return tensors


def text_tensors(vocabulary):
    """The vocabulary and the folding table, so that a program needs no other file.

    vocabulary      u8   the pieces, each followed by a line feed, in order of number
    fold.code       u32  code points whose folded form differs from themselves
    fold.end        u32  end of each folded form in fold.text (begin: the end before, or 0)
    fold.text       u8   the folded forms in UTF-8, one after the other
    upper.code      u32  code points above ASCII that count as upper case
    """
    folded = [(code, fold(chr(code))) for code in range(sys.maxunicode + 1)
              if not 0xD800 <= code < 0xE000 and fold(chr(code)) != chr(code)
              and not 0xAC00 <= code < 0xD7A4]
    texts = [text.encode() for _, text in folded]
    upper = [code for code in range(0x80, sys.maxunicode + 1) if chr(code).isupper()]
    return {'vocabulary': np.frombuffer(Path(vocabulary).read_bytes(), np.uint8),
            'fold.code': np.array([code for code, _ in folded], np.uint32),
            'fold.end': np.cumsum([len(t) for t in texts]).astype(np.uint32),
            'fold.text': np.frombuffer(b''.join(texts), np.uint8),
            'upper.code': np.array(upper, np.uint32)}


def write(path, name, layers, tensors):
    slices, width = labels.slices()
    header = {
        'name': name, 'layers': layers, 'width': WIDTH, 'attention_heads': HEADS, 'inner': INNER,
        'positions': POSITIONS, 'cases': CASES, 'quotes': QUOTES, 'window': WINDOW,
        'max_word_pieces': MAX_WORD_PIECES, 'head_width': width,
        'unicode': unicodedata.unidata_version,
        'slices': {head: [s.start, s.stop] for head, s in slices.items()},
        'labels': {'tag': labels.TAGS, 'name': labels.NAMES, 'upos': labels.UPOS,
                   'xpos': labels.XPOS, 'relation': labels.RELATIONS},
    }
    names = {np.dtype(form): key for key, form in TYPES.items()}
    offset, rows = 0, []
    for key, value in tensors.items():
        rows.append({'name': key, 'type': names[value.dtype],
                     'shape': list(value.shape), 'offset': offset, 'bytes': value.nbytes})
        offset += -(-value.nbytes // ALIGN) * ALIGN
    header['tensors'] = rows                       # offsets count from `data`
    for _ in range(3):                             # until the header's size settles
        encoded = json.dumps(header, separators=(',', ':')).encode()
        header['data'] = -(-(START + len(encoded)) // ALIGN) * ALIGN
    encoded = json.dumps(header, separators=(',', ':')).encode()
    body = encoded + bytes(header['data'] - START - len(encoded))
    for value in tensors.values():
        body += value.tobytes() + bytes(-value.nbytes % ALIGN)
    front = MAGIC + struct.pack('<IIQ', VERSION, len(encoded), START + len(body)) + \
        hashlib.sha256(body).digest() + bytes(8)
    Path(path).write_bytes(front + body)


def load(path):
    """(header, {name: array}) of a checked file."""
    raw = np.memmap(path, np.uint8, 'r')
    front = bytes(raw[:START])
    version, size, total = struct.unpack('<IIQ', front[8:24])
    if front[:8] != MAGIC or version != VERSION or total != len(raw):
        raise ValueError(f'{path}: not a weight file of version {VERSION}, or cut short')
    if hashlib.sha256(raw[START:]).digest() != front[24:56]:
        raise ValueError(f'{path}: damaged (digest differs)')
    header = json.loads(bytes(raw[START:START + size]))
    arrays = {}
    for row in header['tensors']:
        at = header['data'] + row['offset']
        arrays[row['name']] = raw[at:at + row['bytes']].view(TYPES[row['type']]).reshape(row['shape'])
    return header, arrays


def main():
    import torch
    from datasets import polnear
    from model import ReadingModel
    from pieces import Vocabulary
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('checkpoint')
    parser.add_argument('out')
    parser.add_argument('--name', required=True)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--data', required=True)
    choice = parser.parse_args()
    torch.set_num_threads(1)
    state = torch.load(choice.checkpoint, weights_only=True)
    model = ReadingModel(state['layers'])
    model.load_state_dict(state['model'])
    articles = polnear(Path(choice.data) / 'polnear/train.jsonl.gz', Vocabulary(choice.vocabulary))
    texts = [doc.text for doc, _ in zip(articles, range(ARTICLES))]
    tensors = model_tensors(model, largest_inputs(model, texts)) | text_tensors(choice.vocabulary)
    write(choice.out, choice.name, state['layers'], tensors)
    print(choice.out, Path(choice.out).stat().st_size, 'bytes')


if __name__ == '__main__':
    main()
