"""The command line of `all`: every task on the data at hand, one table.

Data lie in the folder named, else in DATA, else in ../shared/data beside the repository. What the
program cannot do yet, and what cannot be measured here, stands in the table with the reason.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from outcome import NotYet, Unusable, shown
from program import REPOSITORY, Program, default_binary
from runner import Bench, measure
from scorer import Scorer, default_folder

PAGE_SETS = {'trafilatura': 'trafilatura', 'wcxb': 'wcxb-dev', 'htmldate': 'htmldate'}


@dataclass
class Row:
    """One measurement: a task on gold files, named by paths below the data folder."""
    task: str
    files: list[str]
    gold_spans: bool = False
    pages: str = ''             # the archive with the pages that the gold speaks of

    def label(self) -> str:
        return self.task + (' --gold-spans' if self.gold_spans else '')


def rows(data: Path) -> list[Row]:
    polnear = 'polnear/dev.jsonl.gz'
    speakers = ['polnear/speakers-dev.jsonl', polnear]
    return [Row('attribution', [polnear]),
            Row('speakers', speakers),
            Row('speakers', speakers, gold_spans=True),
            Row('seed', ['../corpus/nato-2024-06-06.expected.json']),
            Row('parse', ['nlp/ewt-dev.conllu.gz']),
            Row('parse', ['nlp/gum-dev.conllu.gz']),
            *(Row('names', [name]) for name in name_sets(data)),
            Row('article:scrapinghub', ['html/scrapinghub/gold.jsonl.gz']),
            *(Row(f'article:{name}', [f'html/{folder}/gold.jsonl.gz'],
                  pages=f'html/{folder}/pages.tar.zst') for name, folder in PAGE_SETS.items()),
            Row('copies', ['neardup/dev']),
            Row('quantity', ['quantity/recognizers-dev.jsonl']),
            Row('support', ['support/reports-dev.jsonl']),
            Row('support-rows', ['support/kiel-r7/rows-dev.jsonl',
                                 'support/kiel-r7/texts-dev.jsonl']),
            Row('support-rows', ['support/dod/announcements-dev.jsonl']),
            Row('duplicates', ['lessons/llis.csv'])]


def name_sets(data: Path) -> list[str]:
    """The development sets of names; the original text where there is one, else the columns."""
    folder = data / 'nlp/ner'
    texts = {path.name.removesuffix('.jsonl.gz') for path in folder.glob('*-dev.jsonl.gz')}
    columns = {path.name.removesuffix('.conll.gz') for path in folder.glob('*-dev.conll.gz')}
    return sorted([f'nlp/ner/{name}.jsonl.gz' for name in texts]
                  + [f'nlp/ner/{name}.conll.gz' for name in columns - texts])


def unpacked(archive: Path) -> Path:
    """The folder that holds the pages of an archive: outside the project, kept for the next run."""
    if not archive.is_file():
        raise Unusable(f'{archive}: not there')
    folder = Path(tempfile.gettempdir()) / 'afterword-score-pages' / archive.parent.name
    if folder.is_dir():
        return folder
    part = folder.with_name(folder.name + '.part')
    part.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(['tar', '-I', 'zstd', '-xf', str(archive), '-C', str(part)],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        shutil.rmtree(part)
        raise Unusable(f'{archive}: {done.stderr.strip()}')
    part.rename(folder)
    return folder


def cells(row: Row, data: Path) -> list[str]:
    """Figures, failed, documents/s and peak MB; or the reason why there are none."""
    try:
        files = [data / name for name in row.files]
        if row.pages:
            files.append(unpacked(data / row.pages))
        with tempfile.TemporaryDirectory(prefix='afterword-score-') as folder:
            bench = Bench(Program(default_binary(), Path(folder)),
                          Scorer(default_folder(), with_report=False), Path(folder), row.gold_spans)
            outcome, usage = measure(row.task, files, bench)
    except NotYet as reason:
        return [one_line(f'not yet: {reason}'), '', '', '']
    except Unusable as reason:
        return [one_line(f'not measured: {reason}'), '', '', '']
    figures = '  '.join(f'{name} {shown(value)}' for name, value in outcome.figures.items())
    notes = ''.join(f'  ({part} not yet: {reason})' for part, reason in outcome.notes.items())
    return [figures + notes, *(shown(value) for value in usage.figures().values())]


def one_line(text: str) -> str:
    return ' '.join(text.split())


def main(argv: list[str]) -> int:
    if len(argv) > 1 or argv[:1] == ['--help']:
        print('usage: all [DATA]', file=sys.stderr)
        return 2
    data = Path(argv[0] if argv else os.environ.get('DATA') or REPOSITORY.parent / 'shared/data')
    line = '{:<24} {:<40} {:>6} {:>12} {:>8}  {}'
    print(line.format('task', 'gold', 'failed', 'documents/s', 'peak MB', 'figures'))
    for row in rows(data):
        figures, failed, rate, peak = cells(row, data)
        print(line.format(row.label(), row.files[0], failed, rate, peak, figures), flush=True)
    return 0
