"""The golden file for everything before the encoder: words, pieces, added inputs, windows.

    cases.py --vocabulary vocab.txt           checks word_cases.jsonl, exits 1 where it differs
    cases.py --vocabulary vocab.txt --write   rewrites it (review the difference)

One JSON object a line: `text`; `words` [begin byte, end byte, joined]; `pieces` (numbers, one list
a word); `case`, `quote`, `breaks` (one number a word); `windows` [first word, end word] at the
limit of 32 pieces. Other implementations must give the same.
"""
import argparse
import json
import sys
from pathlib import Path

from pieces import Vocabulary, read, windows

GOLDEN = Path(__file__).with_name('word_cases.jsonl')
SMALL = 32

TEXTS = (
    '', ' \n\t ', 'One.', 'A b', 'x.', 'X.', 'Gen. Ode flew to the U.S. on Jan. 5.',
    'He met J. K. Marsh at 7 a.m. in St. Brannoc, i.e. early.',
    "We don't, can't and won't. It's Ann's; they're here; I'd say we'll see.",
    'We don\u2019t know. Ann\u2019s \u2018plan\u2019 failed.', 'cannot Cannot dont im gonna',
    "the pilots' strike, the crew's 50%'s share", "O'Dell d'Arc rock 'n' roll '90s",
    'a well-known e-mail, a co-pilot, re-entry, F-16s and a 15-year-old',
    '$3.5bn, 1,200 men, 10:30, 7:30pm, 20k, 5/6/2031, 3rd, 1990s, .5 and 5.',
    'Call 713-555-0199 or 555-0199; code 12-34.', 'R&D at AT&T & others',
    'See http://example.org/a?b=c, www.example.org. or mail a.b@example.org!',
    'news.example.co.uk said no.Yes it did', '#1 #topic @reader a@b \u20ac5 50\u00b0',
    'Wait... what?! No!! -- yes --- (so: [a] {b}) :-) ok',
    '\u201cWe will go,\u201d she said. \u201cSoon.\u201d', '"Plain," he said. "Twice," she added.',
    '"Open at the end of a paragraph.\n\nNext one starts outside," he said.',
    'Line one\nline two\n\nNew paragraph\r\n\r\nAnother\n \nLast',
    '\u00c9lodie M\u00dcLLER saw \u0141\u00f3d\u017a, \u0130zmir and stra\u00dfe; \u041a\u0438\u0457\u0432 fell.',
    'UNESCO McKay iPhone X-ray A. 4G B2 \u00c9TAT',
    'soft\u00adhyphen zero\u200bwidth no\u00a0break thin\u2009space \ufeffmark',
    '\u6771\u4eac and \u0645\u0631\u062d\u0628\u0627 and \U0001f600 and \ue000',
    'antidisestablishmentarianismology' * 3, 'a_b snake_case _x_ ~~~ *** ====',
    'Mr. Vale (R-Ohio) et al. vs. Co. Inc. No. 7, pp. 3-4, etc.',
    'Short. ' * 12 + 'This sentence is somewhat longer, so that a cut must be found before it.',
    'First line here.\n' * 6 + 'End.', 'no stop at all ' * 14,
)


def case_line(text, vocabulary):
    doc = read(text, vocabulary)
    return json.dumps({
        'text': text, 'words': [[b, e, int(j)] for (b, e), j in zip(doc.bytes, doc.joined)],
        'pieces': doc.pieces, 'case': doc.case, 'quote': doc.quote, 'breaks': doc.breaks,
        'windows': windows(doc, SMALL)}, separators=(',', ':'))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--vocabulary', required=True)
    parser.add_argument('--write', action='store_true')
    choice = parser.parse_args()
    vocabulary = Vocabulary(choice.vocabulary)
    lines = [case_line(text, vocabulary) for text in TEXTS]
    if choice.write:
        GOLDEN.write_text('\n'.join(lines) + '\n', encoding='utf-8')
        return
    stored = GOLDEN.read_text(encoding='utf-8').splitlines()
    wrong = [i for i in range(max(len(lines), len(stored)))
             if i >= len(lines) or i >= len(stored) or lines[i] != stored[i]]
    for i in wrong:
        print(f'case {i + 1} differs', file=sys.stderr)
    print(f'{len(lines) - len(wrong)} passed, {len(wrong)} failed')
    sys.exit(bool(wrong))


if __name__ == '__main__':
    main()
