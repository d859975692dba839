"""The counts of the seed task, on a report of our own."""
import json
import unittest

from fakes import RunnerTest

from score_tasks.seed import pairs, score_activities, shared
from scorer import default_folder

REAL_SCORERS = default_folder()
TEXT = 'Mayor Ann Lee said that the bridge would open. "It is late," she added. Bo Dahl agreed.'
GOLD = {'id': 'bridge', 'published': '2024-05-04', 'people': ['Ann Lee', 'Bo Dahl'],
        'activities': [{'kind': 'ceremony', 'evidence': [[24, 45]]}]}


def place(words: str) -> list:
    begin = TEXT.index(words)
    return [[begin, begin + len(words)]]


def said(speaker: str | None, source: str, content: str) -> dict:
    return {'speaker': speaker, 'source': place(source), 'cue': [], 'content': place(content)}


class Arithmetic(unittest.TestCase):

    def test_shared_bytes(self):
        for left, right, want in (([[0, 10]], [[5, 20]], 5), ([[0, 4], [6, 9]], [[3, 7]], 2),
                                  ([[0, 4]], [[4, 8]], 0), ([], [[0, 9]], 0)):
            with self.subTest(left=left, right=right):
                self.assertEqual(shared(left, right), want)

    def test_found_from_half_of_the_longer_content(self):
        for printed, want in (([[0, 5]], True), ([[0, 4]], False), ([[5, 15]], True),
                              ([[0, 20]], True), ([[0, 21]], False), ([], False)):
            with self.subTest(printed=printed):
                gold = [{'content': [[0, 10]], 'source': []}]
                self.assertEqual(bool(pairs(gold, [{'content': printed, 'source': []}])), want)

    def test_pairs_are_one_to_one_and_best_first(self):
        gold = [{'content': [[0, 10]], 'source': []}, {'content': [[4, 12]], 'source': []}]
        printed = [{'content': [[4, 12]], 'source': []}, {'content': [[0, 9]], 'source': []}]
        self.assertEqual(pairs(gold, printed), [(0, 1), (1, 0)])
        self.assertEqual(pairs(gold, printed[:1]), [(1, 0)])

    def test_an_equal_content_goes_to_the_equal_source(self):
        gold = [{'content': [[0, 10]], 'source': [[20, 25]]}]
        printed = [{'content': [[0, 10]], 'source': [[40, 45]]},
                   {'content': [[0, 10]], 'source': [[20, 25]]}]
        self.assertEqual(pairs(gold, printed), [(0, 1)])

    def test_activities_need_kind_and_place(self):
        gold = [{'kind': 'visit', 'evidence': [[0, 9]]}, {'kind': 'meeting', 'evidence': [[9, 12]]}]
        printed = [{'kind': 'visit', 'evidence': [[8, 20]]}]
        self.assertEqual(score_activities(gold, printed), {'gold': 2, 'found': 1})


@unittest.skipUnless((REAL_SCORERS / 'attribution.py').is_file(),
                     'the scorers, whose normalisation the seed task uses, are not at hand')
class Seed(RunnerTest):

    def score(self, printed: list[dict], **record) -> dict:
        gold = GOLD | {'statements': [
            said('Ann Lee', 'Mayor Ann Lee', 'the bridge would open'),
            said('Ann Lee', 'she', 'It is late'), said('Bo Dahl', 'Bo Dahl', 'agreed')]}
        (self.folder / 'bridge.txt').write_text(TEXT)
        self.answers({TEXT: {'statements': printed} | record})
        return self.run_json('seed', self.write('bridge.expected.json', gold), score=REAL_SCORERS)

    def test_perfect_but_for_marks_and_that(self):
        result = self.score([said('Ann Lee', 'Mayor Ann Lee', 'that the bridge would open.'),
                             said('Mayor Ann Lee', 'she', '"It is late,"'),
                             said('Bo Dahl', 'Bo Dahl', 'agreed')])
        self.assertEqual(result['statements'], {'gold': 3, 'found': 3, 'speaker': 3, 'exact': 3})

    def test_each_count_by_itself(self):
        result = self.score([said('Bo Dahl', 'Mayor Ann Lee', 'the bridge would open'),
                             said('Ann Lee', 'she', 'It is'), said(None, 'Bo Dahl', 'said')])
        self.assertEqual(result['statements'], {'gold': 3, 'found': 2, 'speaker': 1, 'exact': 1})

    def test_activities_are_noted_where_none_are_printed(self):
        result = self.score([])
        self.assertEqual(result['activities'], {'gold': 1, 'found': 0})
        self.assertIn('activities', result['run']['not_yet'])
        result = self.score([], activities=[{'kind': 'ceremony', 'evidence': [[30, 50]]}])
        self.assertEqual(result['activities'], {'gold': 1, 'found': 1})
        self.assertNotIn('not_yet', result['run'])

    def test_a_program_that_prints_nothing(self):
        (self.folder / 'bridge.txt').write_text(TEXT)
        self.answers({})
        gold = self.write('bridge.expected.json', GOLD | {'statements': [
            said('Ann Lee', 'she', 'It is late')]})
        done = self.run_tool('seed', gold, score=REAL_SCORERS)
        self.assertRegex(done.stdout.splitlines()[-1],
                         r'^seed found=0/1 speaker=0/1 exact=0/1 activities=0/1 failed=1 ')


if __name__ == '__main__':
    unittest.main()
