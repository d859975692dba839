"""The encoder: BERT's layers, two added inputs, and the pretrained weights it starts from.

The token-type row and the position rows of BERT are kept as one table `position`. GELU is the
tanh form, which is cheap to repeat in other code; fine-tuning absorbs the difference.
"""
import json
import struct
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, INNER, VOCABULARY = 384, 12, 1536, 30522
POSITIONS = 256
CASES, QUOTES = 5, 4
EPSILON = 1e-12


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, x, mask, dropout):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm1(x + F.dropout(mixed, dropout, self.training))
        inner = F.gelu(self.up(x), approximate='tanh')
        return self.norm2(x + F.dropout(self.down(inner), dropout, self.training))


class Encoder(nn.Module):
    """pieces, case, quote [batch x length], mask [batch x length] -> [batch x length x 384]."""

    def __init__(self, layers, dropout=0.0):
        super().__init__()
        self.piece = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = dropout
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)

    def forward(self, pieces, case, quote, mask):
        place = self.position.weight[:pieces.shape[1]]
        x = self.piece(pieces) + self.case(case) + self.quote(quote) + place
        x = self.norm(x)
        key_mask = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, key_mask, self.dropout)
        return x


def pretrained(name, folder):
    """An Encoder with the packaged weights of 'minilm' (6 layers) or 'e5' (12 layers)."""
    tensors = (minilm_tensors if name == 'minilm' else e5_tensors)(Path(folder))
    layers = 1 + max(int(key.split('.')[2]) for key in tensors if key.startswith('encoder.layer.'))
    encoder = Encoder(layers)
    state = encoder.state_dict()
    state['piece.weight'] = tensors['embeddings.word_embeddings.weight']
    state['position.weight'] = (tensors['embeddings.position_embeddings.weight'][:POSITIONS]
                                + tensors['embeddings.token_type_embeddings.weight'][0])
    for end in ('weight', 'bias'):
        state[f'norm.{end}'] = tensors[f'embeddings.LayerNorm.{end}']
        for i in range(layers):
            theirs, ours = f'encoder.layer.{i}.', f'layers.{i}.'
            state[f'{ours}qkv.{end}'] = np.concatenate(
                [tensors[f'{theirs}attention.self.{part}.{end}'] for part in
                 ('query', 'key', 'value')])
            for mine, their in (('out', 'attention.output.dense'), ('up', 'intermediate.dense'),
                                ('norm1', 'attention.output.LayerNorm'),
                                ('down', 'output.dense'), ('norm2', 'output.LayerNorm')):
                state[f'{ours}{mine}.{end}'] = tensors[f'{theirs}{their}.{end}']
    encoder.load_state_dict({k: torch.as_tensor(np.array(v)) for k, v in state.items()})
    return encoder


def minilm_tensors(folder):
    """Reads model.safetensors: u64 header size, JSON header, raw little-endian tensors."""
    raw = next(folder.rglob('model.safetensors')).read_bytes()
    size = struct.unpack('<Q', raw[:8])[0]
    header = json.loads(raw[8:8 + size])
    out = {}
    for name, entry in header.items():
        if name != '__metadata__' and entry['dtype'] == 'F32':
            lo, hi = (8 + size + at for at in entry['data_offsets'])
            out[name] = np.frombuffer(raw[lo:hi], '<f4').reshape(entry['shape'])
    return out


def e5_tensors(folder):
    """Turns the int8 matrices of the ONNX file back into floats, under BERT's usual names."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(next(folder.rglob('e5-small-v2-q.onnx'))).graph
    stored = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    out = {name: value for name, value in stored.items() if value.dtype == np.float32}

    def floats(base):
        scale, zero = stored[base + '_scale'], stored[base + '_zero_point']
        return (stored[base + '_quantized'].astype(np.float32) - zero) * scale

    for table in ('word', 'position', 'token_type'):
        name = f'embeddings.{table}_embeddings.weight'
        out[name] = floats(name)
    for node in graph.node:
        if node.op_type == 'MatMulInteger':     # .../layer.0/output/dense/MatMul_quant
            name = node.name.strip('/').rsplit('/', 1)[0].replace('/', '.') + '.weight'
            out[name] = floats(node.input[1].removesuffix('_quantized')).T
    return out
