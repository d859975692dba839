"""What the program prints becomes what the scorers read."""
import json
import unittest

from fakes import EXACT, SPEAKERS, RunnerTest

from score_tasks.article import body
from score_tasks.names import entities, type_words

SAID = {'speaker': 'Ann Lee', 'source': [[11, 14]], 'cue': [[15, 19]], 'content': [[0, 9]],
        'kind': 'indirect', 'score': 0.9}
TEXT = 'It rained, Ann said.'


class Mapping(RunnerTest):

    def test_attribution_takes_the_three_roles(self):
        self.answers({TEXT: {'statements': [SAID]}})
        self.scorer('attribution.py', EXACT)
        result = self.run_json('attribution', self.write('gold.jsonl', {'id': 'a', 'text': TEXT}))
        self.assertEqual(result['read'][1], [{'id': 'a', 'statements': [
            {'source': [[11, 14]], 'cue': [[15, 19]], 'content': [[0, 9]]}]}])

    def test_speakers_takes_the_name_too(self):
        self.answers({TEXT: {'statements': [SAID, SAID | {'speaker': None}]}})
        self.scorer('speakers.py', SPEAKERS)
        result = self.run_json('speakers', self.write('who.jsonl', {'id': 'a', 'speakers': []}),
                               self.write('gold.jsonl', {'id': 'a', 'text': TEXT}))
        names = [said['speaker'] for said in result['read'][2][0]['statements']]
        self.assertEqual(names, ['Ann Lee', None])

    def test_copies_gives_back_the_ids_of_the_gold(self):
        self.answers({'stories': [{'story': '1', 'id': '0'}, {'story': '1', 'id': '2'},
                                  {'story': '2', 'id': '1'}]})
        self.scorer('neardup.py', "{'ari': 1.0, 'pairwise': {'f1': 1.0}}")
        docs = self.write('docs.jsonl', *({'id': name, 'text': name} for name in 'xyz'))
        self.write('clusters.jsonl', {'cluster': 'g', 'docs': ['x']})
        result = self.run_json('copies', docs.parent)
        self.assertEqual(result['read'][1], [{'cluster': 'c0', 'docs': ['x', 'z']},
                                             {'cluster': 'c1', 'docs': ['y']}])

    def test_names_keeps_the_order_and_the_text_of_what_failed(self):
        self.answers({'Ann left.': {'entities': [
            {'name': 'Ann', 'kind': 'person', 'mentions': [[0, 3]]},
            {'name': 'them', 'kind': 'group', 'mentions': [[4, 8]]}]}})
        (self.scorers / 'ner.py').write_text(
            'import json, sys\n'
            'lines = [json.loads(x) for x in open(sys.argv[-2 if "--json" in sys.argv else -1])]\n'
            'if "--raw" in sys.argv:\n'
            '    [print(json.dumps({"text": x["text"]})) for x in lines]\n'
            'else:\n'
            '    read = [json.loads(x) for x in open(sys.argv[2])]\n'
            '    f = {"f1": 50.0}\n'
            '    print(json.dumps({"ALL": f, "SPAN": f, "PER": f, "args": sys.argv[3:], "read": read}))\n')
        gold = self.write('gold.jsonl', {'text': 'Broken.', 'entities': []},
                          {'text': 'Ann left.', 'entities': [{'b': 0, 'e': 3, 'type': 'PER'}]})
        result = self.run_tool('names', gold, '--json', '--keep', self.folder / 'kept')
        self.assertEqual(result.returncode, 0, result.stderr)
        kept = (self.folder / 'kept/predictions.jsonl').read_text().splitlines()
        self.assertEqual([json.loads(line) for line in kept],
                         [{'text': 'Broken.', 'entities': []},
                          {'text': 'Ann left.', 'entities': [{'b': 0, 'e': 3, 'type': 'PER'}]}])
        self.assertEqual(json.loads(result.stdout)['run']['failed'], 1)

    def test_types_are_named_as_the_gold_names_them(self):
        for gold, want in (({'PER', 'ORG', 'LOC', 'MISC'},
                            {'person': 'PER', 'organisation': 'ORG', 'place': 'LOC'}),
                           ({'Organisation', 'Location', 'Person', 'Weapon'},
                            {'person': 'Person', 'organisation': 'Organisation', 'place': 'Location'}),
                           ({'PER'}, {'person': 'PER'}), (set(), {})):
            with self.subTest(gold=gold):
                self.assertEqual(type_words(gold), want)

    def test_kinds_that_the_gold_does_not_know_are_left_out(self):
        record = {'entities': [{'kind': 'place', 'mentions': [[0, 2]]},
                               {'kind': 'person', 'mentions': [[5, 6], [8, 9]]}]}
        self.assertEqual(entities(record, {'person': 'PER'}),
                         [{'b': 5, 'e': 6, 'type': 'PER'}, {'b': 8, 'e': 9, 'type': 'PER'}])
        self.assertEqual(entities(None, {'person': 'PER'}), [])

    def test_body_is_the_blocks_in_bytes(self):
        text = 'Höhe\nÜber uns\nÄpfel fielen.\n– Bild'
        raw = text.encode()
        spans, begin = [], 0
        for line in raw.split(b'\n'):
            spans.append([begin, begin + len(line)])
            begin += len(line) + 1
        kinds = ('headline', 'subheading', 'paragraph', 'caption')
        record = {'text': text, 'blocks': [{'kind': kind, 'span': span}
                                           for kind, span in zip(kinds, spans)]}
        self.assertIn('Äpfel fielen.', body(record).split('\n\n'))
        self.assertNotIn('Bild', body(record))

    def test_last_line_and_table(self):
        self.answers({TEXT: {'statements': [SAID]}})
        self.scorer('attribution.py', EXACT)
        done = self.run_tool('attribution', self.write('gold.jsonl', {'id': 'a', 'text': TEXT}))
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], 'table of the scorer')
        self.assertRegex(lines[-1], r'^attribution source_f1=50 cue_f1=50 content_f1=50 '
                                    r'triple_f1=25 failed=0 documents/s=\S+ peak_mb=\S+$')


if __name__ == '__main__':
    unittest.main()
