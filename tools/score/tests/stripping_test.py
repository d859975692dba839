"""No gold reaches the program."""
import unittest

from fakes import EXACT, SPEAKERS, RunnerTest

ARTICLE = {'id': 'wire_2024-05-04_secret', 'publisher': 'The Post', 'date': '2024-05-04',
           'title': 'Rain', 'text': 'It rained, Ann said.', 'annotators': 1, 'url': 'https://a.example/1',
           'attributions': [{'source': [[11, 14]], 'cue': [[15, 19]], 'content': [[0, 9]]}],
           'sentences': [[0, 20]], 'tokens': [[0, 2, 'PRP', 'it', 'O', 1, 'nsubj', 0]], 'coref': []}
WHAT_A_USER_HAS = {'id': '0', 'text': 'It rained, Ann said.', 'title': 'Rain',
                   'date': '2024-05-04', 'url': 'https://a.example/1'}


class Stripping(RunnerTest):

    def test_attribution_gives_text_title_date_and_address(self):
        self.answers({ARTICLE['text']: {'statements': []}})
        self.scorer('attribution.py', EXACT)
        self.run_json('attribution', self.write('gold.jsonl', ARTICLE))
        call, document = self.seen()
        self.assertEqual(call[0], 'extract')
        self.assertEqual(call[2:], ['--format', 'jsonl'])
        self.assertEqual(document, WHAT_A_USER_HAS)

    def test_speakers_gives_no_names(self):
        self.answers({ARTICLE['text']: {'statements': []}})
        self.scorer('speakers.py', SPEAKERS)
        other = ARTICLE | {'id': 'other', 'text': 'not asked for'}
        self.run_json('speakers',
                      self.write('speakers.jsonl', {'id': ARTICLE['id'], 'speakers': [{'speaker': 'Ann Lee'}]}),
                      self.write('gold.jsonl', other, ARTICLE))
        self.assertEqual(self.seen()[1:], [WHAT_A_USER_HAS])

    def test_seed_gives_text_and_date_but_no_title(self):
        self.answers({'The words.': {'statements': []}})
        (self.folder / 'one.txt').write_text('The words.')
        gold = self.write('one.expected.json', {'id': 'one', 'published': '2024-05-04', 'title': 'T',
                                                'people': ['Ann'], 'statements': [], 'activities': []})
        self.run_tool('seed', gold)
        self.assertEqual(self.seen()[1:], [{'id': '0', 'text': 'The words.', 'date': '2024-05-04'}])

    def test_pages_are_given_as_bytes_under_numbers(self):
        self.answers({'<p>one': {'text': 'one', 'blocks': []}})
        self.scorer('html.py', "{'main': {'f1': 0.5}}")
        (self.folder / 'page-of-2024.html').write_text('<p>one')
        gold = self.write('gold.jsonl', {'id': 'x', 'file': 'page-of-2024.html', 'body': 'one',
                                         'url': 'https://a.example/2024/05/04'})
        result = self.run_json('article:trafilatura', gold)
        self.assertEqual(len(self.seen()), 1)        # the call alone: no line of JSON
        self.assertNotIn('2024', self.seen()[0][1])
        self.assertEqual(result['read'][1][0]['id'], 'x')

    def test_probes_strip_too(self):
        self.answers({'A plan.': {}})
        report = {'id': 'd01', 'published': '2024-05-04', 'publisher': 'P', 'title': 'T',
                  'text': 'A plan.', 'events': [{'stage': 'pledge'}], 'domain': 'ukraine'}
        self.run_tool('support', self.write('gold.jsonl', report))
        self.assertEqual(self.seen()[1:], [{'id': '0', 'text': 'A plan.', 'title': 'T',
                                            'date': '2024-05-04'}])


if __name__ == '__main__':
    unittest.main()
