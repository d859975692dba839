"""`all` lists every task, measured or not."""
import gzip
import json
import os
import subprocess
import sys
import unittest

from fakes import EXACT, TOOL, RunnerTest

from score_tasks import TASKS
from table import name_sets


class Table(RunnerTest):

    def run_all(self) -> list[str]:
        environment = os.environ | {'AFTERWORD': str(self.program), 'SCORE': str(self.scorers)}
        done = subprocess.run([sys.executable, str(TOOL / 'all'), str(self.folder / 'data')],
                              env=environment, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def test_every_task_stands_in_the_table(self):
        lines = self.run_all()
        listed = {line.split()[0] for line in lines[1:]}
        self.assertEqual(listed, set(TASKS) - {'names'})    # names: one row per set, and no set here
        self.assertTrue(all('not measured: ' in line for line in lines[1:]), lines)

    def test_figures_and_reasons(self):
        (self.folder / 'data/polnear').mkdir(parents=True)
        (self.folder / 'data/support').mkdir()
        self.write('data/support/reports-dev.jsonl', {'id': 'd1', 'text': 'x'})
        with gzip.open(self.folder / 'data/polnear/dev.jsonl.gz', 'wt') as file:
            file.write(json.dumps({'id': 'a', 'text': 'x'}))
        self.answers({'x': {'statements': []}})
        (self.scorers / 'attribution.py').write_text(f'import json\nprint(json.dumps({EXACT}))')
        rows = {line.split()[0]: line for line in self.run_all()}
        self.assertIn('source_f1 50  cue_f1 50  content_f1 50  triple_f1 25', rows['attribution'])
        self.assertIn('not yet: the program prints no "support_events"', rows['support'])

    def test_a_set_of_names_is_listed_once(self):
        folder = self.folder / 'data/nlp/ner'
        folder.mkdir(parents=True)
        for name in ('a-dev.jsonl.gz', 'a-dev.conll.gz', 'b-dev.conll.gz', 'b-train.conll.gz'):
            (folder / name).touch()
        self.assertEqual(name_sets(self.folder / 'data'),
                         ['nlp/ner/a-dev.jsonl.gz', 'nlp/ner/b-dev.conll.gz'])


if __name__ == '__main__':
    unittest.main()
