"""The command line of `run`: one task on one gold file."""
import argparse
import contextlib
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from outcome import NotYet, Outcome, Unusable, shown
from program import Program, Usage, default_binary
from scorer import Scorer, default_folder
from score_tasks import TASKS, task_named

MEASURED, UNUSABLE, NOT_YET = 0, 2, 3      # exit statuses


@dataclass
class Bench:
    """What a task works with."""
    program: Program
    scorer: Scorer
    folder: Path                # inputs, outputs and predictions
    gold_spans: bool = False

    def write_predictions(self, lines: list[dict]) -> Path:
        path = self.folder / 'predictions.jsonl'
        with open(path, 'w', encoding='utf-8') as file:
            for line in lines:
                file.write(json.dumps(line, ensure_ascii=False) + '\n')
        return path


def measure(task: str, files: list[Path], bench: Bench) -> tuple[Outcome, Usage]:
    """Runs one task. NotYet and Unusable pass through."""
    for path in files:
        if not path.exists():
            raise Unusable(f'{path}: not there')
    outcome = task_named(task)(files, bench)
    return outcome, bench.program.usage


def last_line(task: str, outcome: Outcome, usage: Usage) -> str:
    figures = outcome.figures | usage.figures()
    return ' '.join([task, *(f'{name}={shown(value)}' for name, value in figures.items())])


@contextlib.contextmanager
def working_folder(keep: Path | None) -> Iterator[Path]:
    """`keep`, which must be new or empty, or a folder that is gone afterwards."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix='afterword-score-') as name:
            yield Path(name)
        return
    keep.mkdir(parents=True, exist_ok=True)
    if any(keep.iterdir()):
        raise Unusable(f'{keep}: not empty; --keep needs a folder of its own')
    yield keep.resolve()


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog='run', description='Measures the program on a gold file.',
        epilog='TASK: ' + ', '.join(TASKS) + '. Exit status: 0 measured, 2 cannot be measured, '
               '3 the program cannot do the task yet.')
    parser.add_argument('task', metavar='TASK')
    parser.add_argument('files', nargs='+', metavar='GOLD', type=Path)
    parser.add_argument('--json', action='store_true', help="the scorer's object alone, with \"run\"")
    parser.add_argument('--keep', metavar='DIR', type=Path,
                        help='keep inputs, outputs and predictions there')
    parser.add_argument('--gold-spans', action='store_true',
                        help='speakers: the program is given the spans and resolves only')
    return parser.parse_args(argv)


def run(options: argparse.Namespace) -> None:
    with working_folder(options.keep) as folder:
        bench = Bench(Program(default_binary(), folder),
                      Scorer(default_folder(), with_report=not options.json), folder,
                      options.gold_spans)
        outcome, usage = measure(options.task, options.files, bench)
    if options.json:
        notes = {'not_yet': outcome.notes} if outcome.notes else {}
        print(json.dumps(outcome.result | {'run': usage.figures() | notes}, ensure_ascii=False))
        return
    print(outcome.report.rstrip())
    for part, reason in outcome.notes.items():
        print(f'{part}: not yet: {reason}')
    print(last_line(options.task, outcome, usage))


def main(argv: list[str]) -> int:
    options = arguments(argv)
    try:
        run(options)
    except NotYet as reason:
        line = {'run': {'not_yet': str(reason)}}
        print(json.dumps(line) if options.json else f'{options.task} not yet: {reason}')
        return NOT_YET
    except Unusable as reason:
        print(f'run: {reason}', file=sys.stderr)
        return UNUSABLE
    return MEASURED
