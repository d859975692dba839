"""Failing documents, crashes, and tasks that cannot be done yet."""
import gzip
import json
import unittest

from fakes import EXACT, SPEAKERS, RunnerTest


class Failures(RunnerTest):

    def attribution(self, answers: dict, *texts: str) -> dict:
        self.answers(answers)
        self.scorer('attribution.py', EXACT)
        gold = self.write('gold.jsonl', *({'id': f'a{n}', 'text': text}
                                          for n, text in enumerate(texts)))
        return self.run_json('attribution', gold)

    def test_a_failing_document_is_empty_output(self):
        result = self.attribution({'good': {'statements': []}}, 'bad', 'good')
        self.assertEqual([line['id'] for line in result['read'][1]], ['a1'])
        self.assertEqual(result['run']['failed'], 1)

    def test_a_crash_keeps_what_was_printed_before_it(self):
        result = self.attribution({'one': {'statements': []}, 'two': 'crash',
                                   'three': {'statements': []}}, 'one', 'two', 'three')
        self.assertEqual([line['id'] for line in result['read'][1]], ['a0'])
        self.assertEqual(result['run']['failed'], 2)

    def test_a_crash_at_once_is_all_empty(self):
        result = self.attribution({'one': 'crash'}, 'one')
        self.assertEqual(result['read'][1], [])
        self.assertEqual(result['run']['failed'], 1)

    def test_all_documents_failing_is_no_refusal(self):
        result = self.attribution({}, 'one', 'two')
        self.assertEqual(result['run']['failed'], 2)

    def test_spans_of_another_text_count_for_nothing(self):
        result = self.attribution({'one': {'text': 'changed', 'statements': []}}, 'one')
        self.assertEqual(result['run']['failed'], 1)

    def test_the_run_is_measured(self):
        run = self.attribution({'one': {'statements': []}}, 'one')['run']
        self.assertGreater(run['documents/s'], 0)
        self.assertGreater(run['peak_mb'], 1)

    def test_gold_may_be_compressed(self):
        self.answers({'one': {'statements': []}})
        self.scorer('attribution.py', EXACT)
        path = self.folder / 'gold.jsonl.gz'
        with gzip.open(path, 'wt') as file:
            file.write(json.dumps({'id': 'a', 'text': 'one'}) + '\n')
        self.assertEqual(self.run_json('attribution', path)['run']['failed'], 0)

    def test_no_program(self):
        self.program.unlink()
        done = self.run_tool('support', self.write('gold.jsonl'))
        self.assertEqual(done.returncode, 2)
        self.assertIn('no program there', done.stderr)

    def test_no_gold_and_no_such_task(self):
        self.assertIn('not there', self.run_tool('attribution', self.folder / 'none').stderr)
        self.assertIn('no task "sums"', self.run_tool('sums', self.write('gold.jsonl')).stderr)

    def test_kept_folder_must_be_empty(self):
        done = self.run_tool('attribution', self.write('gold.jsonl'), '--keep', self.folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn('not empty', done.stderr)


class NotYet(RunnerTest):

    def assert_not_yet(self, reason: str, *arguments):
        done = self.run_tool(*arguments)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(f'{arguments[0]} not yet: {reason}', done.stdout)
        line = json.loads(self.run_tool(*arguments, '--json').stdout)
        self.assertTrue(line['run']['not_yet'].startswith(reason))

    def test_a_field_that_is_not_printed(self):
        self.answers({'x': {}})
        gold = self.write('gold.jsonl', {'id': 'a', 'text': 'x'})
        for task, field in (('attribution', 'statements'), ('quantity', 'quantities'),
                            ('support', 'support_events'), ('support-rows', 'support_events')):
            with self.subTest(task):
                self.assert_not_yet(f'the program prints no "{field}"', task, gold)

    def test_a_field_that_is_printed_but_not_read(self):
        self.answers({'x': {'support_events': []}})
        gold = self.write('gold.jsonl', {'id': 'a', 'text': 'x'})
        self.assert_not_yet('the runner does not read "support_events" yet', 'support', gold)

    def test_a_command_or_option_that_is_refused(self):
        self.answers({'x': {'statements': []}})
        self.scorer('speakers.py', SPEAKERS)
        docs = self.write('docs.jsonl', {'id': 'a', 'text': 'x', 'attributions': []})
        self.assert_not_yet('the program refuses "read"', 'copies', docs.parent)
        self.assert_not_yet('the program reads no lessons yet', 'duplicates', docs)
        self.assert_not_yet('the program refuses "extract"', 'speakers',
                            self.write('who.jsonl', {'id': 'a', 'speakers': []}), docs,
                            '--gold-spans')


if __name__ == '__main__':
    unittest.main()
