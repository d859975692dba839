"""All dev figures of a model, by the scorers in ../shared/score.

    evaluate.py MODEL --data ../shared/data --score ../shared/score --vocabulary vocab.txt
                [--tasks attribution,parse,names,sense] [--limit N] [--pretrained DIR] [--out DIR]

MODEL is a checkpoint (.pt, float32 arithmetic) or a weight file (.weights, the integer
arithmetic of reference.py). Prints one JSON object.
"""
import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

import batches
from datasets import conllu_documents, lines_of, place_words, plain_text, polnear
from pieces import CLS, SEP, OTHER, Vocabulary, read
from torch_scorer import TorchScorer, read_document


class Evaluation:
    def __init__(self, choice):
        self.data, self.score = Path(choice.data), Path(choice.score)
        self.out, self.limit = Path(choice.out or tempfile.mkdtemp()), choice.limit
        self.out.mkdir(parents=True, exist_ok=True)
        self.vocabulary = Vocabulary(choice.vocabulary)
        if choice.model.endswith('.weights'):
            from reference import IntegerScorer
            self.scorer = IntegerScorer(choice.model)
        else:
            self.scorer = TorchScorer(choice.model)
        self.choice = choice

    def reading(self, text):
        doc = read(text, self.vocabulary)
        return doc, *read_document(doc, self.scorer)

    def run_scorer(self, name, *arguments):
        command = [sys.executable, str(self.score / name), *map(str, arguments), '--json']
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    def attribution(self):
        gold = self.data / 'polnear/dev.jsonl.gz'
        if self.limit:
            gold = self.cut(gold)
        path = self.out / 'attribution.jsonl'
        with open(path, 'w') as f:
            for line in lines_of(gold):
                article = json.loads(line)
                doc, found, _ = self.reading(article['text'])
                made = [{'source': byte_spans(doc, s.source), 'cue': byte_spans(doc, [s.cue]),
                         'content': byte_spans(doc, s.content)} for s in found.statements]
                f.write(json.dumps({'id': article['id'], 'statements': made}) + '\n')
        return attribution_figures(self.run_scorer('attribution.py', gold, path))

    def cut(self, path):
        """The first lines of a JSONL file, as a file."""
        short = self.out / ('short-' + path.name)
        with gzip.open(short, 'wt') as f:
            f.writelines(line for line, _ in zip(lines_of(path), range(self.limit)))
        return short

    def parse(self, name):
        gold = self.data / f'nlp/{name}.conllu.gz'
        path = self.out / f'{name}.conllu'
        with open(path, 'w', encoding='utf-8') as f:
            for blocks in conllu_documents(gold):
                raw, _ = place_words(blocks)
                doc, found, _ = self.reading(raw)
                f.write(conllu_rows(doc, found))
        result = self.run_scorer('conllu.py', gold, path)
        return {metric: round(value['f1'], 2) for metric, value in result.items()}

    def names(self, name, types=None):
        columns = name.endswith('.conll')
        gold = self.data / f'nlp/ner/{name}.gz'
        path = self.out / f'{name}.jsonl'
        with open(path, 'w') as f:
            for text in bio_texts(gold) if columns else (
                    json.loads(line)['text'] for line in lines_of(gold)):
                doc, found, _ = self.reading(text)
                entities = [{'b': doc.bytes[b][0], 'e': doc.bytes[e - 1][1], 'type': kind}
                            for b, e, kind in found.names]
                f.write(json.dumps({'text': text, 'entities': entities}) + '\n')
        result = self.run_scorer('ner.py', gold, path, *(('--types', types) if types else ()))
        return {kind: round(value['f1'], 2) for kind, value in result.items()
                if isinstance(value, dict) and 'f1' in value}

    def sense(self):
        """How close sentence vectors stay to the pretrained encoder's: in context and alone."""
        import torch
        from encoder import pretrained
        from train import pretrained_vectors
        layers = getattr(self.scorer, 'layers', None) or len(self.scorer.model.encoder.layers)
        base = 'minilm' if layers == 6 else 'e5'
        docs = list(polnear(self.data / 'polnear/dev.jsonl.gz', self.vocabulary))[:12]
        torch.set_num_threads(1)
        wanted = pretrained_vectors(pretrained(base, self.choice.pretrained), docs)
        context, alone, theirs = [], [], []
        for doc in docs:
            _, hidden = read_document(doc.text, self.scorer)
            for (b, e), vector in wanted.get(doc.id, {}).items():
                mine = self.in_context(doc.text, hidden, b, e)
                if mine is not None:
                    context.append(mine)
                    alone.append(self.by_itself(doc.text, b, e))
                    theirs.append(vector.astype(np.float32))
        context, alone, theirs = map(np.stack, (context, alone, theirs))
        return {'cosine in context': round(float((context * theirs).sum(1).mean()), 4),
                'cosine alone': round(float((alone * theirs).sum(1).mean()), 4),
                'nearest ten shared, context': shared_neighbours(context, theirs),
                'nearest ten shared, alone': shared_neighbours(alone, theirs)}

    def in_context(self, doc, hidden, b, e):
        for begin, end, first, states in hidden:
            if begin <= b and e <= end:
                edge = first[e - begin] if e < end else len(states) - 1
                inside = np.zeros(len(states), bool)
                for i in range(b, e):
                    at = first[i - begin]
                    inside[at:at + len(doc.pieces[i])] = True
                inside[edge:] = False
                return self.scorer.sense(states[inside].mean(0))
        return None

    def by_itself(self, doc, b, e):
        """As a search query would be read: its own window."""
        part = read(doc.text[doc.words[b][0]:doc.words[e - 1][1]], self.vocabulary)
        _, hidden = read_document(part, self.scorer)
        return self.in_context(part, hidden, *hidden[0][:2])


def shared_neighbours(mine, theirs):
    """Mean share of a sentence's ten nearest by the pretrained vectors that ours also give."""
    def nearest(vectors):
        scores = vectors @ vectors.T
        np.fill_diagonal(scores, -2)
        return np.argsort(-scores, 1)[:, :10]
    pairs = zip(nearest(mine), nearest(theirs))
    return round(float(np.mean([len(set(a) & set(b)) / 10 for a, b in pairs])), 4)


def byte_spans(doc, ranges):
    return [[doc.bytes[b][0], doc.bytes[e - 1][1]] for b, e in sorted(ranges)]


def attribution_figures(result):
    out = {}
    for kind in ('cofenet', 'exact', 'overlap'):
        for role, value in result.get(kind, {}).items():
            if isinstance(value, dict) and 'f1' in value:
                out[f'{kind} {role}'] = round(value['f1'], 2)
    out['triple'] = round(result['triple']['f1'], 2)
    return out


def conllu_rows(doc, found):
    """CoNLL-U: a token of several words is a range row; what stands between words and is not
    white space to the scorer stays with the word before."""
    rows, base, number = [], 0, 0
    for i in range(len(doc.words)):
        if found.starts[i] and i:
            rows.append('')
            base, number = i, 0
        number += 1
        if not doc.joined[i] and i + 1 < len(doc.words) and doc.joined[i + 1]:
            last = i + 1
            while last + 1 < len(doc.words) and doc.joined[last + 1]:
                last += 1
            token = glued(doc, i, last)
            rows.append(f'{number}-{number + last - i}\t{token}' + '\t_' * 8)
        head = found.heads[i] - base + 1 if found.heads[i] >= 0 else 0
        rows.append('\t'.join([str(number), glued(doc, i, i), '_', found.upos[i], found.xpos[i],
                               '_', str(head), found.relations[i], '_', '_']))
    return '\n'.join(rows) + '\n\n'


def glued(doc, first, last):
    end = doc.words[last + 1][0] if last + 1 < len(doc.words) else len(doc.text)
    return ''.join(doc.text[doc.words[first][0]:end].split())


def bio_texts(path):
    rows = []
    for line in lines_of(path):
        fields = line.rstrip('\n').split('\t')
        if len(fields) < 2 or fields[0] == '-DOCSTART-':
            if rows:
                yield plain_text(rows)[0]
            rows = []
        else:
            rows.append((fields[0], fields[-1]))
    if rows:
        yield plain_text(rows)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('model')
    parser.add_argument('--data', required=True)
    parser.add_argument('--score', required=True)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--pretrained')
    parser.add_argument('--tasks', default='attribution,parse,names,sense')
    parser.add_argument('--limit', type=int, help='articles of the attribution task')
    parser.add_argument('--out')
    choice = parser.parse_args()
    evaluation, result = Evaluation(choice), {}
    tasks = choice.tasks.split(',')
    if 'attribution' in tasks:
        result['attribution'] = evaluation.attribution()
    if 'parse' in tasks:
        result |= {name: evaluation.parse(name) for name in ('ewt-dev', 'gum-dev')}
    if 'names' in tasks:
        result['uner-ewt'] = evaluation.names('uner-ewt-dev.jsonl', 'PER,ORG,LOC')
        for name in ('crossner-politics-dev.conll', 're3d-dev.jsonl', 'wnut17-dev.conll'):
            result[name] = evaluation.names(name)
    if 'sense' in tasks:
        result['sense'] = evaluation.sense()
    print(json.dumps(result, indent=1))


if __name__ == '__main__':
    main()
