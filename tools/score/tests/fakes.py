"""A program and scorers that stand in for the real ones in the tests of the runner."""
import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOOL))

PROGRAM = '''#!{python}
import json, os, sys
here = os.path.dirname(os.path.abspath(__file__))
answers = json.load(open(here + '/answers.json'))
seen = open(here + '/seen.jsonl', 'a')
seen.write(json.dumps(sys.argv[1:]) + '\\n')
if 'stories' in answers and sys.argv[1] in ('read', 'copies'):
    if sys.argv[1] == 'copies':
        print(json.dumps(answers['stories']))
    sys.exit(0)
if sys.argv[1] != 'extract' or '--spans' in sys.argv:
    print('afterword: not expected: ' + ' '.join(sys.argv[1:]), file=sys.stderr)
    sys.exit(2)
def answer(key, record):
    if answers.get(key) == 'crash':
        sys.stdout.write('{{"id": "cut off')
        sys.stdout.flush()
        os.abort()
    if key not in answers:
        print(sys.argv[2] + ': cannot be read', file=sys.stderr)
        return
    print(json.dumps(record | answers[key]))
if os.path.isdir(sys.argv[2]):
    for name in sorted(os.listdir(sys.argv[2])):
        path = sys.argv[2] + '/' + name
        answer(open(path).read(), {{'id': name, 'address': path}})
else:
    for line in open(sys.argv[2]):
        seen.write(line)
        document = json.loads(line)
        answer(document['text'], {{'id': document['id'], 'text': document['text']}})
'''

# Prints what it was given, in the form that the runner takes figures from.
SCORER = '''import json, sys
read = [[json.loads(line) for line in open(name)] for name in sys.argv[1:] if name.endswith('.jsonl')]
if '--json' in sys.argv:
    print(json.dumps({{'read': read, **{result}}}))
else:
    print('table of the scorer')
'''

# What attribution.py and speakers.py give, as far as the runner takes figures from it.
EXACT = "{'exact': {r: {'f1': 50.0} for r in ('source', 'cue', 'content')}, 'triple': {'f1': 25.0}}"
SPEAKERS = ("{'resolution': {'all': {'match': 1.0, 'strict': 2.0}}, 'coverage': 3.0, "
            "'end_to_end': {'f1': 4.0}}")


class RunnerTest(unittest.TestCase):
    """A folder with the fake program, a folder for fake scorers, and calls of `run`."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.program = self.folder / 'afterword'
        self.program.write_text(PROGRAM.format(python=sys.executable))
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)
        self.scorers = self.folder / 'score'
        self.scorers.mkdir()

    def answers(self, answers: dict):
        """What the program prints for each text; 'crash', or nothing, which is a failure."""
        (self.folder / 'answers.json').write_text(json.dumps(answers))

    def scorer(self, name: str, result: str):
        """A scorer whose object holds what it read and `result`, a Python expression."""
        (self.scorers / name).write_text(SCORER.format(result=result))

    def write(self, name: str, *objects: dict) -> Path:
        path = self.folder / name
        path.write_text(''.join(json.dumps(line) + '\n' for line in objects))
        return path

    def seen(self) -> list:
        """The arguments of every call of the program, each followed by its documents."""
        return [json.loads(line) for line in (self.folder / 'seen.jsonl').read_text().splitlines()]

    def run_tool(self, *arguments, score: Path | None = None) -> subprocess.CompletedProcess:
        environment = os.environ | {'AFTERWORD': str(self.program),
                                    'SCORE': str(score or self.scorers)}
        return subprocess.run([sys.executable, str(TOOL / 'run'), *map(str, arguments)],
                              env=environment, capture_output=True, text=True, check=False)

    def run_json(self, *arguments, score: Path | None = None) -> dict:
        done = self.run_tool(*arguments, '--json', score=score)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)
