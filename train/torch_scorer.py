"""Runs a trained checkpoint in float32, window by window, for decode.py."""
import numpy as np
import torch

from decode import Reading, window_reading
from model import HEAD_WIDTH, ReadingModel
from pieces import window_inputs, windows


class TorchScorer:
    def __init__(self, path):
        state = torch.load(path, weights_only=True, map_location='cpu')
        self.model = ReadingModel(state['layers'])
        self.model.load_state_dict(state['model'])
        self.model.eval()
        self.root = self.model.root.detach().numpy()
        self.pair = self.model.relation_pair.detach().numpy()
        self.by_dependent = self.model.relation_dependent.weight.detach().numpy()
        self.relation_bias = self.model.relation_dependent.bias.detach().numpy()
        self.by_head = self.model.relation_head.weight.detach().numpy()

    def relation_scores(self, dependent, head):
        return self.pair @ (dependent * head) + self.by_dependent @ dependent + \
            self.relation_bias + self.by_head @ head

    @torch.inference_mode()
    def window(self, pieces, case, quote):
        """Encoder output [pieces x 384]."""
        row = [torch.tensor([values]) for values in (pieces, case, quote)]
        return self.model.encoder(*row, torch.ones_like(row[0], dtype=torch.bool))[0].numpy()

    @torch.inference_mode()
    def heads(self, states):
        return self.model.heads(torch.from_numpy(states)).numpy()

    @torch.inference_mode()
    def sense(self, mean):
        vector = self.model.sense(torch.from_numpy(mean)).numpy()
        return vector / np.linalg.norm(vector)


def read_document(doc, scorer):
    """The whole reading of a document, and the encoder output of each of its windows."""
    reading = Reading([], [], [], [], [], [], [], np.zeros((0, HEAD_WIDTH), np.float32))
    parts, hidden = [], []
    for begin, end in windows(doc):
        pieces, case, quote, first = window_inputs(doc, begin, end)
        states = scorer.window(pieces, case, quote)
        out = scorer.heads(states[first])
        window_reading(doc, begin, end, out, reading, scorer)
        parts.append(out)
        hidden.append((begin, end, first, states))
    if parts:
        reading.out = np.concatenate(parts)
    return reading, hidden
