"""Runs Afterword on documents as a user has them, and measures the run."""
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from outcome import NotYet, Unusable

REPOSITORY = Path(__file__).resolve().parents[2]
WRONG_USAGE = 2


@dataclass
class Usage:
    """What the runs of one task took. A document without a line in the output has failed."""
    documents: int = 0
    failed: int = 0
    seconds: float = 0.0
    peak_mb: float = 0.0

    def figures(self) -> dict[str, float | int]:
        rate = self.documents / self.seconds if self.seconds else 0.0
        return {'failed': self.failed, 'documents/s': round(rate, 1),
                'peak_mb': round(self.peak_mb, 1)}


def default_binary() -> Path:
    return Path(os.environ.get('AFTERWORD') or REPOSITORY / 'build/release/afterword')


class Program:
    """The program, with its inputs and outputs kept in `folder`."""

    def __init__(self, binary: Path, folder: Path):
        if not os.access(binary, os.X_OK):
            raise Unusable(f'{binary}: no program there; build it, or set AFTERWORD')
        self.binary = binary.resolve()
        self.folder = folder
        self.usage = Usage()

    def extract(self, documents: list[dict], options: tuple[str, ...] = ()) -> list[dict | None]:
        """One record per document, in order; None where the program printed none for it.

        The program sees running numbers instead of the gold's ids, which may say more than a user
        knows. A record whose text is not the one given is none: its spans would mean nothing.
        """
        source = self._write(documents)
        printed = {record.get('id'): record for record in self._run('extract', [str(source), *options])}
        records = [printed.get(str(number)) for number in range(len(documents))]
        return self._count([record if record and record.get('text') == document['text'] else None
                            for record, document in zip(records, documents)])

    def extract_files(self, paths: list[Path]) -> list[dict | None]:
        """The same for files, given as a folder of them named by running number."""
        folder = self.folder / 'pages'
        folder.mkdir()
        for number, path in enumerate(paths):
            place(path, folder / f'{number}{path.suffix}')
        printed = {Path(record.get('address') or '').stem: record
                   for record in self._run('extract', [str(folder)])}
        return self._count([printed.get(str(number)) for number in range(len(paths))])

    def _count(self, records: list[dict | None]) -> list[dict | None]:
        self.usage.documents += len(records)
        self.usage.failed += sum(record is None for record in records)
        return records

    def copies(self, documents: list[dict]) -> list[list[int]]:
        """Stories that came more than once: the numbers of their documents."""
        casebook = ['--casebook', str(self.folder / 'copies.casebook')]
        self._measure('read', [str(self._write(documents)), *casebook])
        rows = json.loads(self._measure('copies', [*casebook, '--format', 'json']) or b'[]')
        stories: dict[str, list[int]] = {}
        for row in rows:
            stories.setdefault(row['story'], []).append(int(row['id']))
        self.usage.documents += len(documents)
        return list(stories.values())

    def _write(self, documents: list[dict]) -> Path:
        source = self.folder / 'input.jsonl'
        with open(source, 'w', encoding='utf-8') as file:
            for number, document in enumerate(documents):
                file.write(json.dumps({'id': str(number)} | document, ensure_ascii=False) + '\n')
        return source

    def _run(self, command: str, arguments: list[str]) -> list[dict]:
        """The records printed. A crash leaves what was printed before it."""
        output = self._measure(command, [*arguments, '--format', 'jsonl'])
        return [record for printed in output.split(b'\n')
                if (record := parsed(printed)) is not None]

    def _measure(self, command: str, arguments: list[str]) -> bytes:
        """Standard output of one run, whose time and memory are counted.

        NotYet if the program refuses the command line.
        """
        output, errors, report = (self.folder / name for name in
                                  ('output.jsonl', 'errors.txt', 'measured.json'))
        line = [str(self.binary), command, *arguments]
        with open(output, 'wb') as out, open(errors, 'wb') as err:
            subprocess.run([sys.executable, '-S', str(Path(__file__).with_name('measure.py')),
                            str(report), *line], stdout=out, stderr=err, check=False)
        measured = json.loads(report.read_text())
        self.usage.seconds += measured['seconds']
        self.usage.peak_mb = max(self.usage.peak_mb, measured['peak_mb'])
        printed = output.read_bytes()
        said = errors.read_text(errors='replace').strip()
        if not printed and measured['status'] == WRONG_USAGE and not self._blames_input(said):
            raise NotYet(f'the program refuses "{command}": {said.splitlines()[0] if said else ""}')
        return printed

    def _blames_input(self, said: str) -> bool:
        """Whether standard error holds a line "ADDRESS: reason" for a document given."""
        return any(line.startswith(str(self.folder)) for line in said.splitlines())


def place(path: Path, target: Path) -> None:
    """Links `path`, or copies it; the program follows no symbolic link out of a folder."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def parsed(line: bytes) -> dict | None:
    """The object on a line of output; None for what a crash left of one."""
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
