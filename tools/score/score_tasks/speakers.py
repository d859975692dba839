"""speakers: who is behind the source of every statement.

End to end the program finds the statements itself. With --gold-spans it is given them in a file,
one line per document ({"id","statements":[{"source","cue","content"}]}), and resolves only.
"""
import json
from pathlib import Path

from gold import as_user_has, read_jsonl, require
from outcome import Outcome, Unusable
from score_tasks.attribution import spans


def given_spans(articles: list[dict], bench) -> tuple[str, ...]:
    """The option that hands the program the gold's spans, under the ids that it sees."""
    path = bench.folder / 'spans.jsonl'
    with open(path, 'w', encoding='utf-8') as file:
        for number, article in enumerate(articles):
            statements = [spans(said) for said in article['attributions']]
            file.write(json.dumps({'id': str(number), 'statements': statements}) + '\n')
    return '--spans', str(path)


def run(files: list[Path], bench) -> Outcome:
    if len(files) != 2:
        raise Unusable('speakers needs two files: the speakers and their articles')
    known = {entry['id'] for entry in read_jsonl(files[0])}
    articles = [article for article in read_jsonl(files[1]) if article['id'] in known]
    options = given_spans(articles, bench) if bench.gold_spans else ()
    records = bench.program.extract([as_user_has(article) for article in articles], options)
    require(records, 'statements')
    predictions = bench.write_predictions(
        [{'id': article['id'], 'statements': [spans(said) | {'speaker': said.get('speaker')}
                                              for said in record['statements']]}
         for article, record in zip(articles, records) if record])
    mode = ['--gold-spans'] if bench.gold_spans else []
    result, report = bench.scorer.score('speakers.py', *files, predictions, *mode)
    figures = {'match': result['resolution']['all']['match'],
               'strict': result['resolution']['all']['strict'],
               'coverage': result['coverage'], 'end_to_end_f1': result['end_to_end']['f1']}
    return Outcome(figures, result, report)
