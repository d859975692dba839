"""Annotated sets -> documents with labels on our own words.

Every set is read as raw text (or given one, see `plain_text`), split by our rule and labelled
through byte or character ranges, so that training sees exactly what the program will see.
A label of -1 means "not annotated here": its word gives that head no loss. Dev files are only
read by evaluate.py; what may be trained on is the list in `training_documents`.
"""
import bisect
import gzip
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from labels import NAMES, TAGS, UPOS, XPOS, relation_index
from pieces import Text, read

HEADS = ('tag', 'name', 'upos', 'xpos', 'start', 'parent', 'relation')


@dataclass
class Document:
    id: str
    text: Text
    labels: dict                                  # head -> int array, one entry a word
    links: list = field(default_factory=list)     # (first word of a fragment, first of its cue)
    silver: frozenset = frozenset()               # heads whose labels a program made
    soft: dict = field(default_factory=dict)      # head -> teacher's logits [words x labels]

    def __len__(self):
        return len(self.text.words)


def blank(identifier, text):
    count = len(text.words)
    return Document(identifier, text, {head: np.full(count, -1, np.int16) for head in HEADS})


def lines_of(path):
    with gzip.open(path, 'rt', encoding='utf-8', newline='\n') as f:
        yield from f


def covered(ranges, begin, end):
    """The word range [first, last) that shares a unit with [begin, end)."""
    first = bisect.bisect_right(ranges, begin, key=lambda r: r[1])
    last = bisect.bisect_left(ranges, end, key=lambda r: r[0])
    return first, last


def mark_spans(array, names, ranges, spans):
    """Writes B-/I- labels for (begin, end, type) spans; the first to claim a word keeps it."""
    for begin, end, kind in sorted(spans, key=lambda s: (s[0], -s[1])):
        first, last = covered(ranges, begin, end)
        while first < last and array[first]:
            first += 1
        for i in range(first, last):
            if array[i]:
                break
            array[i] = names.index(('B-' if i == first else 'I-') + kind)


# --- PolNeAR -----------------------------------------------------------------------------

def polnear(path, vocabulary):
    """Statements (gold); sentences and names (CoreNLP's: silver)."""
    kinds = {'PERSON': 'PER', 'ORGANIZATION': 'ORG', 'LOCATION': 'LOC', 'MISC': 'MISC'}
    for line in lines_of(path):
        article = json.loads(line)
        doc = blank(article['id'], read(article['text'], vocabulary))
        ranges = doc.text.bytes
        doc.labels['tag'][:] = 0
        spans = [(b, e, role) for a in article['attributions']
                 for role in ('source', 'cue', 'content') for b, e in a[role]]
        mark_spans(doc.labels['tag'], TAGS, ranges, set(spans))
        for a in article['attributions']:
            if a['cue']:
                cue = covered(ranges, *a['cue'][0])[0]
                doc.links += [(covered(ranges, b, e)[0], cue)
                              for role in ('source', 'content') for b, e in a[role]]
        doc.silver = frozenset(('name', 'start'))
        if article['tokens']:
            add_corenlp(doc, article, kinds)
        yield doc


def add_corenlp(doc, article, kinds):
    doc.labels['name'][:] = 0
    spans, previous = [], None
    for b, e, _, _, ner, _, _, sentence in article['tokens']:
        kind = kinds.get(ner)
        if kind and previous == (kind, sentence):
            spans[-1][1] = e
        elif kind:
            spans.append([b, e, kind])
        previous = (kind, sentence)
    mark_spans(doc.labels['name'], NAMES, doc.text.bytes, spans)
    doc.labels['start'][:] = 0
    for b, e in article['sentences']:
        first, last = covered(doc.text.bytes, b, e)
        if first < last:
            doc.labels['start'][first] = 1


# --- CoNLL-U -----------------------------------------------------------------------------

def conllu_documents(path):
    """Lists of sentence blocks, one list a document."""
    blocks, block = [], []
    for line in lines_of(path):
        line = line.rstrip('\n')
        if line:
            block.append(line)
            continue
        if block and block[0].startswith('# newdoc') and blocks:
            yield blocks
            blocks = []
        blocks.append(block)
        block = []
    if blocks:
        yield blocks


def place_words(blocks):
    """Raw text of a document, and its syntactic words:
    (begin, end, upos, xpos, head as a document-wide index or -1, relation, starts sentence)."""
    text, rows = '', []
    for number, block in enumerate(blocks):
        if number and any(line.startswith('# newpar') for line in block):
            text = text.rstrip(' ') + '\n'
        base, until, inner = len(rows), 0, 0
        for line in block:
            row = line.split('\t')
            if line.startswith('#') or '.' in row[0]:
                continue
            first = int(row[0].split('-')[0])
            if '-' in row[0] or first > until:
                begin = len(text)
                text += row[1] + ('' if 'SpaceAfter=No' in row[9].split('|') else ' ')
                inner, token_end = begin, begin + len(row[1])
            if '-' in row[0]:
                until = int(row[0].split('-')[1])
                continue
            end = inner + len(row[1]) if first < until else token_end
            head = base + int(row[6]) - 1 if row[6] != '0' else -1
            rows.append((inner, end, row[3], row[4], head, row[7], len(rows) == base))
            inner = end
    return text, rows


def conllu(path, vocabulary):
    """Parts of speech, sentences and trees where our words are the treebank's."""
    for blocks in conllu_documents(path):
        raw, rows = place_words(blocks)
        doc = blank(blocks[0][0].removeprefix('# newdoc id = '), read(raw, vocabulary))
        at = {span: i for i, span in enumerate(doc.text.words)}
        ours = [at.get((row[0], row[1])) for row in rows]
        labels = doc.labels
        labels['start'][:] = 0
        for row, i in zip(rows, ours):
            if row[6]:
                labels['start'][covered(doc.text.words, row[0], row[1])[0]] = 1
            if i is None:
                continue
            labels['upos'][i] = UPOS.index(row[2])
            labels['xpos'][i] = XPOS.index(row[3]) if row[3] in XPOS else -1
            parent = ours[row[4]] if row[4] >= 0 else i        # a root is its own parent
            if parent is not None:
                labels['parent'][i] = parent
                labels['relation'][i] = relation_index(row[5])
        yield doc


# --- names -------------------------------------------------------------------------------

NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % 's n't 're 've 'll 'd 'm ' '' …".split())
NO_SPACE_AFTER = frozenset('( [ { $ £ € `` @ #'.split())


def plain_text(rows):
    """A text for (token, tag) rows as a writer would space it, and its spans."""
    text, spans, quote_open, previous = '', [], False, None
    for token, tag in rows:
        tight = not text or token in NO_SPACE_BEFORE or previous in NO_SPACE_AFTER
        if token == '"':
            tight, quote_open = tight or quote_open, not quote_open
        elif previous == '"' and quote_open:
            tight = True
        if tag.startswith('I-') and spans and token == '-' and text[-1:].isalnum():
            tight = True
        text += ('' if tight else ' ') + token
        begin = len(text) - len(token)
        if tag.startswith('I-') and spans and spans[-1][2] == tag[2:] and spans[-1][3]:
            spans[-1][1] = len(text)
        elif tag != 'O':
            spans.append([begin, len(text), tag[2:], True])
        if tag == 'O' and spans:
            spans[-1][3] = False
        previous = token
    return text, [(b, e, kind) for b, e, kind, _ in spans]


def conll_names(path, vocabulary, together, joint):
    """Documents of `together` sentences joined by `joint` (independent ones by a blank line)."""
    sentences, rows = [], []
    for line in lines_of(path):
        fields = line.rstrip('\n').split('\t')
        if len(fields) < 2 or fields[0] == '-DOCSTART-':
            if rows:
                sentences.append(rows)
            rows = []
        else:
            rows.append((fields[0], fields[-1]))
    sentences += [rows] if rows else []
    for at in range(0, len(sentences), together):
        text, spans = '', []
        for rows in sentences[at:at + together]:
            piece, found = plain_text(rows)
            text += joint if text else ''
            spans += [(b + len(text), e + len(text), kind) for b, e, kind in found]
            text += piece
        doc = blank(f'{Path(path).name}:{at}', read(text, vocabulary))
        doc.labels['name'][:] = 0
        mark_spans(doc.labels['name'], NAMES, doc.text.words, spans)
        yield doc


def gum_names(path, documents):
    """Adds GUM's names to its parsed documents. Its MISC is far wider than the others', so
    such words are left unlabelled."""
    wanted = {json.loads(line)['id']: json.loads(line) for line in lines_of(path)}
    for doc in documents:
        entry = wanted.get(doc.id)
        if entry is None:
            continue
        solid = [0]                                # offsets without white space: texts may differ
        for ch in doc.text.text:
            solid.append(solid[-1] + (0 if ch.isspace() else 1))
        ranges = [(solid[b], solid[e]) for b, e in doc.text.words]
        raw, place, spans = entry['text'].encode(), {}, []
        count = at = 0
        for ch in entry['text']:
            place[at] = count
            at += len(ch.encode())
            count += 0 if ch.isspace() else 1
        place[len(raw)] = count
        spans = [(place[s['b']], place[s['e']], s['type']) for s in entry['entities']]
        doc.labels['name'][:] = 0
        mark_spans(doc.labels['name'], NAMES, ranges, spans)
        doc.labels['name'][doc.labels['name'] >= NAMES.index('B-MISC')] = -1


def training_documents(data, vocabulary):
    """All that is trained on. LitBank (old fiction, titles inside names) and SEC (contract
    roles as names) are left out: their conventions are not ours."""
    nlp = Path(data) / 'nlp'
    docs = list(polnear(Path(data) / 'polnear/train.jsonl.gz', vocabulary))
    docs += conllu(nlp / 'ewt-train.conllu.gz', vocabulary)
    gum = list(conllu(nlp / 'gum-train.conllu.gz', vocabulary))
    gum_names(nlp / 'ner/gum-train.jsonl.gz', gum)
    docs += gum
    docs += conll_names(nlp / 'ner/wikigold.conll.gz', vocabulary, 8, ' ')
    docs += conll_names(nlp / 'ner/wnut17-train.conll.gz', vocabulary, 8, '\n\n')
    for _ in range(3):                            # 200 sentences only, in the domain we want
        docs += conll_names(nlp / 'ner/crossner-politics-train.conll.gz', vocabulary, 5, '\n\n')
    return docs


if __name__ == '__main__':
    from pieces import Vocabulary
    loaded = training_documents(sys.argv[1], Vocabulary(sys.argv[2]))
    for head in HEADS:
        print(head, sum(int((doc.labels[head] >= 0).sum()) for doc in loaded))
    print('words', sum(map(len, loaded)),
          'pieces', sum(len(p) for doc in loaded for p in doc.text.pieces))
