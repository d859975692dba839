"""names: named persons, organisations and places.

The program's entities carry what they are and where the text mentions them; every mention counts
as a name. A gold set names its types in its own way: the first of ours that it knows is used, and
mentions of kinds that it does not know are left out.
"""
import json
from pathlib import Path

from gold import require
from outcome import Outcome

TYPE_WORDS = {'person': ('PER', 'Person', 'person'),
              'organisation': ('ORG', 'Organisation', 'organisation'),
              'place': ('LOC', 'Location', 'location')}
COMMON_TYPES = {'PER', 'ORG', 'LOC'}


def types_of(result: dict) -> set[str]:
    """The gold's types, from the scorer's object for an empty prediction."""
    return set(result) - {'ALL', 'SPAN'}


def type_words(gold_types: set[str]) -> dict[str, str]:
    """What the gold calls each kind of ours that it knows."""
    words = {}
    for kind, candidates in TYPE_WORDS.items():
        known = [word for word in candidates if word in gold_types]
        if known:
            words[kind] = known[0]
    return words


def entities(record: dict | None, words: dict[str, str]) -> list[dict]:
    return [{'b': begin, 'e': end, 'type': words[entity['kind']]}
            for entity in (record['entities'] if record else []) if entity['kind'] in words
            for begin, end in entity['mentions']]


def run(files: list[Path], bench) -> Outcome:
    raw = bench.scorer.output('ner.py', '--raw', files[0])
    texts = [json.loads(line)['text'] for line in raw.split('\n') if line]
    records = bench.program.extract([{'text': text} for text in texts])
    require(records, 'entities')

    empty = bench.write_predictions([{'text': text, 'entities': []} for text in texts])
    gold_types = types_of(json.loads(bench.scorer.output('ner.py', files[0], empty, '--json')))
    words = type_words(gold_types)
    predictions = bench.write_predictions(
        [{'text': text, 'entities': entities(record, words)}
         for text, record in zip(texts, records)])
    only = ['--types', 'PER,ORG,LOC'] if gold_types <= COMMON_TYPES else []
    result, report = bench.scorer.score('ner.py', files[0], predictions, *only)
    figures = {'f1': result['ALL']['f1'], 'span_f1': result['SPAN']['f1']}
    return Outcome(figures, result, report)
