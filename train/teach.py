"""Labels the training texts with a trained model, for a smaller one to learn from.

    teach.py CHECKPOINT --data ../shared/data --vocabulary vocab.txt --out DIR

Writes DIR/soft.npz: for every document of the training set, in order, the teacher's scores
(logits, float16) for the heads in batches.SOFT_WIDTH, one row a word. `load_soft` gives them
back to the documents; the loss is in model.label_losses.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

import batches
from datasets import training_documents
from model import SLICES, ReadingModel
from pieces import Vocabulary


@torch.inference_mode()
def soft_labels(model, docs, room=8192):
    """[total words x labels] per head, documents one after the other."""
    model.eval()
    edges = np.cumsum([0] + [len(doc) for doc in docs])
    out = {name: np.zeros((edges[-1], width), np.float16)
           for name, width in batches.SOFT_WIDTH.items()}
    found = batches.epoch_windows(docs, None)
    for group in batches.grouped(docs, found, room, None):
        batch = batches.collate(docs, group)
        with torch.autocast('cpu', torch.bfloat16):
            _, scores = model.states(batch)
        for row, (number, b, e) in enumerate(group):
            for name in out:
                values = scores[row, :e - b, SLICES[name]].half().numpy()
                out[name][edges[number] + b:edges[number] + e] = values
    return out


def load_soft(folder, docs):
    stored = np.load(Path(folder) / 'soft.npz')
    arrays = {name: stored[name] for name in batches.SOFT_WIDTH}
    total = sum(map(len, docs))
    if len(arrays['tag']) != total:
        raise ValueError(f'{folder}: {len(arrays["tag"])} words, the training set has {total}')
    at = 0
    for doc in docs:
        doc.soft = {name: values[at:at + len(doc)] for name, values in arrays.items()}
        at += len(doc)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('checkpoint')
    parser.add_argument('--data', required=True)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--threads', type=int, default=1)
    choice = parser.parse_args()
    torch.set_num_threads(choice.threads)
    docs = training_documents(choice.data, Vocabulary(choice.vocabulary))
    state = torch.load(choice.checkpoint, weights_only=True)
    model = ReadingModel(state['layers'])
    model.load_state_dict(state['model'])
    Path(choice.out).mkdir(parents=True, exist_ok=True)
    np.savez(Path(choice.out) / 'soft.npz', **soft_labels(model, docs))


if __name__ == '__main__':
    main()
