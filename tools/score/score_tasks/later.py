"""Tasks whose records the program does not print yet.

Each gives the program a few documents of the gold and says what is missing in its output. A task
moves into a file of its own when the record that it needs is there.
"""
import itertools
from pathlib import Path
from typing import Iterable, NoReturn

from gold import as_user_has, objects, require
from outcome import NotYet

SAMPLE = 5      # documents that are enough to see which fields the program prints


def probe(documents: Iterable[dict], field: str, bench) -> NoReturn:
    """NotYet, with the reason: the field is not printed, or printed and not read here."""
    require(bench.program.extract(list(itertools.islice(documents, SAMPLE))), field)
    raise NotYet(f'the runner does not read "{field}" yet')


def parse(files: list[Path], bench) -> NoReturn:
    text = bench.scorer.output('conllu.py', '--raw', files[0])
    probe([{'text': text}], 'tokens', bench)


def quantity(files: list[Path], bench) -> NoReturn:
    probe(({'text': case.get('input') or case.get('text')} for case in objects(files[0])),
          'quantities', bench)


def support(files: list[Path], bench) -> NoReturn:
    probe(map(as_user_has, objects(files[0])), 'support_events', bench)


def support_rows(files: list[Path], bench) -> NoReturn:
    """The texts stand in the last file: beside Kiel's rows, within the announcements."""
    probe(map(as_user_has, objects(files[-1])), 'support_events', bench)


def duplicates(files: list[Path], bench) -> NoReturn:
    raise NotYet('the program reads no lessons yet')
