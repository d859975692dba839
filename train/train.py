"""Trains a reading model.  train/README.md has the recipes.

    train.py --data ../shared/data --pretrained DIR --base minilm|e5 --out RUN [--teacher DIR]

RUN/checkpoint.pt holds all that a restart needs and is written every few minutes; the same
command continues it; final.pt is the result. With one worker, the same seed and thread count and
no --minutes, a run repeats itself. On a shared machine two workers of one thread are faster than
one of two, whose threads wait for each other.
"""
import argparse
import json
import multiprocessing
import os
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import batches
from datasets import training_documents
from encoder import CASES, Encoder, pretrained
from model import WEIGHTS, ReadingModel, losses
from pieces import OTHER, Vocabulary


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', required=True)
    parser.add_argument('--pretrained', required=True)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--base', choices=('minilm', 'e5'), default='minilm')
    parser.add_argument('--out', required=True)
    parser.add_argument('--teacher', help='folder written by teach.py')
    parser.add_argument('--epochs', type=int, default=5)
    parser.add_argument('--minutes', type=float, help='finish the schedule within this time')
    parser.add_argument('--rate', type=float, default=2e-4)
    parser.add_argument('--head-rate', type=float, default=5.0, help='times the encoder rate')
    parser.add_argument('--dropout', type=float, default=0.0)
    parser.add_argument('--masked', type=float, default=0.05)
    parser.add_argument('--batch', type=int, default=4096, help='pieces')
    parser.add_argument('--parts', type=int, default=1,
                        help='go through a batch in so many parts, to save memory')
    parser.add_argument('--threads', type=int, default=1, help='of each worker')
    parser.add_argument('--workers', type=int, default=1,
                        help='processes that update the same weights, without waiting')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--save-minutes', type=float, default=4)
    return parser.parse_args()


@torch.inference_mode()
def pretrained_vectors(encoder, docs):
    """{document: {(begin, end): unit vector}}: what the untrained encoder makes of sentences."""
    encoder.eval()
    out = {}
    for keys, pieces, mask in batches.sentence_batches(docs, 4096):
        with torch.autocast('cpu', torch.bfloat16):
            hidden = encoder(pieces, torch.full_like(pieces, OTHER), torch.zeros_like(pieces), mask)
        hidden = hidden.float() * mask[..., None]
        vectors = F.normalize(hidden.sum(1) / mask.sum(1, keepdim=True), dim=-1).half().numpy()
        for (identifier, b, e), vector in zip(keys, vectors):
            out.setdefault(identifier, {})[b, e] = vector
    return out


def cached_vectors(choice, docs):
    path = Path(choice.out) / 'vectors.npz'
    if not path.exists():
        found = pretrained_vectors(pretrained(choice.base, choice.pretrained), docs)
        flat = [(i, b, e, v) for i, spans in found.items() for (b, e), v in spans.items()]
        np.savez(path, ids=[f[0] for f in flat], spans=[f[1:3] for f in flat],
                 vectors=np.stack([f[3] for f in flat]))
    stored, out = np.load(path), {}
    ids, spans, vectors = stored['ids'], stored['spans'], stored['vectors']
    for identifier, (b, e), vector in zip(ids, spans, vectors):
        out.setdefault(str(identifier), {})[int(b), int(e)] = vector
    return out


def optimiser(model, choice):
    """AdamW; heads and new inputs learn faster, vectors (biases, norms) do not decay."""
    groups = {}
    for name, p in model.named_parameters():
        new = not name.startswith('encoder.') or '.case.' in name or '.quote.' in name
        if name.startswith('sense.'):
            new = False
        rate = choice.rate * (choice.head_rate if new else 1.0)
        groups.setdefault((rate, 0.01 if p.dim() > 1 else 0.0), []).append(p)
    return torch.optim.AdamW([{'params': p, 'lr': rate, 'weight_decay': decay, 'peak': rate}
                              for (rate, decay), p in groups.items()],
                             betas=(0.9, 0.98), eps=1e-6, fused=True)


def scale_at(progress):
    """Linear warm-up over a tenth, linear decay to nothing."""
    return min(progress / 0.1, (1 - progress) / 0.9) if progress < 1 else 0.0


class Run:
    def __init__(self, choice):
        self.choice, self.out = choice, Path(choice.out)
        self.out.mkdir(parents=True, exist_ok=True)
        vocabulary = Vocabulary(choice.vocabulary)
        self.docs = training_documents(choice.data, vocabulary)
        if choice.teacher:
            from teach import load_soft
            load_soft(choice.teacher, self.docs)
        self.vectors = cached_vectors(choice, batches.subset(self.docs, 3, choice.seed))
        self.model = ReadingModel(6 if choice.base == 'minilm' else 12, choice.dropout)
        self.model.encoder.load_state_dict(
            pretrained(choice.base, choice.pretrained).state_dict())
        self.model.share_memory()
        self.optimiser = optimiser(self.model, choice)
        self.place = torch.zeros(2, dtype=torch.long).share_memory_()   # epoch, next step
        self.lock = multiprocessing.Lock()
        self.spent = 0.0
        self.load()

    def load(self):
        path = self.out / 'checkpoint.pt'
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state['model'])
            self.optimiser.load_state_dict(state['optimiser'])
            self.place[0], self.place[1] = state['epoch'], state['step']
            self.spent = state['spent']

    def save(self, epoch, step, spent):
        state = {'model': self.model.state_dict(), 'optimiser': self.optimiser.state_dict(),
                 'epoch': epoch, 'step': step, 'spent': spent,
                 'layers': len(self.model.encoder.layers)}
        torch.save(state, self.out / 'checkpoint.tmp')
        os.replace(self.out / 'checkpoint.tmp', self.out / 'checkpoint.pt')

    def groups(self, epoch):
        rng = random.Random(self.choice.seed * 1000 + epoch)
        return batches.grouped(self.docs, batches.epoch_windows(self.docs, rng),
                               self.choice.batch, rng)

    def take(self, epoch, count):
        """The next (epoch, step) that no worker has taken; `count` steps make `epoch` full."""
        with self.lock:
            if self.place[0] == epoch and self.place[1] >= count:
                self.place[0], self.place[1] = epoch + 1, 0
            taken = int(self.place[0]), int(self.place[1])
            self.place[1] += 1
        return taken

    def train(self):
        """Starts the other workers; the first also reports and saves."""
        others = [multiprocessing.Process(target=self.work, args=(number,))
                  for number in range(1, self.choice.workers)]
        for other in others:
            other.start()
        self.work(0)
        for other in others:
            other.join()
        torch.save({'model': self.model.state_dict(),
                    'layers': len(self.model.encoder.layers)}, self.out / 'final.pt')

    def work(self, number):
        began = saved = time.monotonic()
        epoch = int(self.place[0])
        groups, done = self.groups(epoch), 0
        while True:
            taken, step = self.take(epoch, len(groups))
            if taken != epoch:
                epoch, groups = taken, self.groups(taken)
            now = time.monotonic()
            spent = self.spent + now - began
            progress = (epoch + step / len(groups)) / self.choice.epochs
            if self.choice.minutes:
                progress = max(progress, spent / (60 * self.choice.minutes))
            if number == 0 and now - saved > 60 * self.choice.save_minutes:
                self.save(epoch, step, spent)
                saved = now
            if progress >= 1:
                return
            report = self.advance(groups[step], epoch, step, progress)
            done += 1
            if number == 0 and done % 10 == 0:
                print(json.dumps({'epoch': epoch, 'step': step, 'of': len(groups),
                                  'progress': round(progress, 4), 'seconds': round(spent)}
                                 | report), flush=True)

    def advance(self, group, epoch, step, progress):
        noise = torch.Generator().manual_seed(
            self.choice.seed + 10_000 * epoch + step)
        for rates in self.optimiser.param_groups:
            rates['lr'] = rates['peak'] * scale_at(progress)
        self.model.train()
        report, size = {}, -(-len(group) // self.choice.parts)
        for at in range(0, len(group), size):
            part = group[at:at + size]
            batch = batches.collate(self.docs, part, self.vectors, self.choice.masked, noise)
            with torch.autocast('cpu', torch.bfloat16):
                found = losses(self.model, batch)
            share = len(part) / len(group)
            total = sum(WEIGHTS[name] * loss for name, loss in found.items())
            (total * share).backward()
            for name, loss in found.items():
                report[name] = round(report.get(name, 0) + share * float(loss.detach()), 4)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return report


def main():
    choice = options()
    torch.manual_seed(choice.seed)
    torch.set_num_threads(choice.threads)
    multiprocessing.set_start_method('fork')
    Run(choice).train()


if __name__ == '__main__':
    main()
