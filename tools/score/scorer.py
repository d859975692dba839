"""Calls the scorers: scripts in the folder SCORE, by default beside the repository."""
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from outcome import Unusable
from program import REPOSITORY


def default_folder() -> Path:
    return Path(os.environ.get('SCORE') or REPOSITORY.parent / 'shared/score')


class Scorer:
    """The scripts in `folder`; their tables for people are made only if `with_report`."""

    def __init__(self, folder: Path, with_report: bool):
        self.folder = folder
        self.with_report = with_report

    def score(self, script: str, *arguments: str | Path) -> tuple[dict, str]:
        """The scorer's object and, if asked for, its table."""
        report = self.output(script, *arguments) if self.with_report else ''
        return json.loads(self.output(script, *arguments, '--json', quiet=self.with_report)), report

    def output(self, script: str, *arguments: str | Path, quiet: bool = False) -> str:
        """What a script prints. Its warnings go through to standard error unless `quiet`."""
        path = self.folder / script
        if not path.is_file():
            raise Unusable(f'{path}: no scorer there; set SCORE to the folder that holds it')
        done = subprocess.run([sys.executable, str(path), *map(str, arguments)], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise Unusable(f'{script}: {done.stderr.strip()}')
        if not quiet:
            sys.stderr.write(done.stderr)
        return done.stdout

    def module(self, name: str) -> ModuleType:
        """A scorer as a module, for its normalisation and its comparison of names."""
        if not (self.folder / f'{name}.py').is_file():
            raise Unusable(f'{self.folder}/{name}.py: no scorer there; set SCORE')
        sys.path.insert(0, str(self.folder))
        try:
            return importlib.import_module(name)
        finally:
            sys.path.remove(str(self.folder))
