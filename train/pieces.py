"""Raw text to word pieces, added inputs and windows: all that the encoder reads.

`Text` holds one document: its words (see words.py) with byte offsets, the pieces of each
word, the case of the word, the quotation state at the word, and the break before it.
`windows` cuts it into runs of words that fill at most `limit` pieces.
"""
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import words as word_rule

CLS, SEP, MASK, UNKNOWN = 101, 102, 103, 100
LINE, PARAGRAPH = 2, 3                       # the vocabulary's [unused1] and [unused2]
MAX_WORD_PIECES = 8
WINDOW = 256                                 # pieces, [CLS] and [SEP] included

LOWER, UPPER, TITLE, DIGITS, OTHER = range(5)
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
OPENERS = frozenset(('\u201c', '\u201e', '\u00ab', '``'))
CLOSERS = frozenset(('\u201d', '\u00bb', "''"))


def fold(ch):
    """Lower case without marks: the vocabulary is uncased."""
    decomposed = unicodedata.normalize('NFD', ch.lower())
    return ''.join(c for c in decomposed if unicodedata.category(c) != 'Mn')


class Vocabulary:
    def __init__(self, path):
        self._set(Path(path).read_text(encoding='utf-8'))

    @classmethod
    def of(cls, text):
        """From the text of a vocabulary file."""
        made = cls.__new__(cls)
        made._set(text)
        return made

    def _set(self, text):
        lines = text.split('\n')
        self.pieces = lines[:-1] if lines[-1] == '' else lines
        self.index = {piece: i for i, piece in enumerate(self.pieces)}
        self.word = lru_cache(maxsize=200_000)(self._word)

    def _word(self, word):
        """Piece numbers of a word: each run of letters and digits, each other code point."""
        out, run = [], ''
        for ch in word:
            if word_rule.is_alnum(ch):
                run += fold(ch)
                continue
            if run:
                out += self._run(run)
                run = ''
            out += self._run(fold(ch) or ch)
        if run:
            out += self._run(run)
        return tuple(out[:MAX_WORD_PIECES]) or (UNKNOWN,)

    def _run(self, run):
        """Greedy longest match from the left; a run that cannot be covered is unknown."""
        out, at = [], 0
        while at < len(run):
            for stop in range(min(len(run), at + 40), at, -1):
                piece = self.index.get(('##' if at else '') + run[at:stop])
                if piece is not None:
                    out.append(piece)
                    at = stop
                    break
            else:
                return [UNKNOWN]
        return out


def case_of(word):
    letters = [ch for ch in word if word_rule.is_letter(ch)]
    if any(word_rule.is_digit(ch) for ch in word):
        return DIGITS
    if not letters:
        return OTHER
    if not letters[0].isupper():
        return LOWER
    return UPPER if len(letters) > 1 and all(ch.isupper() for ch in letters) else TITLE


def quote_states(word_texts, breaks):
    """Outside or inside a quotation; a paragraph always starts outside."""
    states, inside = [], False
    for text, gap in zip(word_texts, breaks):
        if gap == PARAGRAPH:
            inside = False
        if text in OPENERS or text == '"' and not inside:
            inside = True
            states.append(OPENING)
        elif text in CLOSERS or text == '"':
            inside = False
            states.append(CLOSING)
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states


@dataclass
class Text:
    """A document as the encoder sees it; all lists are one entry a word."""
    text: str
    words: list = field(default_factory=list)    # code point ranges
    bytes: list = field(default_factory=list)    # byte ranges
    joined: list = field(default_factory=list)
    breaks: list = field(default_factory=list)   # 0, LINE or PARAGRAPH before the word
    pieces: list = field(default_factory=list)
    case: list = field(default_factory=list)
    quote: list = field(default_factory=list)

    def form(self, i):
        return self.text[slice(*self.words[i])]


def read(text, vocabulary):
    doc = Text(text)
    split = word_rule.split_words(text)
    doc.words = [(b, e) for b, e, _ in split]
    doc.joined = [j for _, _, j in split]
    offset, at = 0, 0
    for b, e in doc.words:
        offset += len(text[at:b].encode())
        size = len(text[b:e].encode())
        doc.bytes.append((offset, offset + size))
        lines = text.count('\n', at, b) if at else 0
        doc.breaks.append(PARAGRAPH if lines > 1 else LINE if lines else 0)
        offset, at = offset + size, e
    forms = [text[b:e] for b, e in doc.words]
    doc.pieces = [vocabulary.word(form) for form in forms]
    doc.case = [case_of(form) for form in forms]
    doc.quote = quote_states(forms, doc.breaks)
    return doc


def windows(doc, limit=WINDOW, first_limit=None):
    """Word ranges [(begin, end)] whose pieces fit `limit`, cut at the best place that fits:
    the last paragraph break, else line break, else end of a sentence by its mark, else word."""
    out, begin, count = [], 0, len(doc.words)
    room = (first_limit or limit) - 2
    while begin < count:
        end, used = begin, 0
        while end < count:
            size = len(doc.pieces[end]) + (1 if end > begin and doc.breaks[end] else 0)
            if used + size > room:
                break
            used += size
            end += 1
        end = max(end, begin + 1)
        if end < count:
            end = best_cut(doc, begin, end)
        out.append((begin, end))
        begin, room = end, limit - 2
    return out


def best_cut(doc, begin, end):
    for kind in (PARAGRAPH, LINE):
        for i in range(end, begin, -1):
            if doc.breaks[i] == kind:
                return i
    for i in range(end, begin, -1):
        if doc.form(i - 1) in ('.', '!', '?') and doc.form(i) not in ('"', '\u201d', ')', "'"):
            return i
    return end


def window_inputs(doc, begin, end):
    """(pieces, case, quote, first): `first` is the place of each word's first piece."""
    pieces, case, quote, first = [CLS], [OTHER], [OUTSIDE], []
    for i in range(begin, end):
        if i > begin and doc.breaks[i]:
            pieces.append(doc.breaks[i])
            case.append(OTHER)
            quote.append(OUTSIDE)
        first.append(len(pieces))
        pieces += doc.pieces[i]
        case += [doc.case[i]] * len(doc.pieces[i])
        quote += [doc.quote[i]] * len(doc.pieces[i])
    pieces.append(SEP)
    case.append(OTHER)
    quote.append(OUTSIDE)
    return pieces, case, quote, first
