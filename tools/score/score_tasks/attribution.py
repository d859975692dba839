"""attribution: source, cue and content of every statement of an article."""
from pathlib import Path

from gold import as_user_has, read_jsonl, require
from outcome import Outcome

ROLES = ('source', 'cue', 'content')


def spans(statement: dict) -> dict:
    """The three roles of a printed statement, as the scorers read them."""
    return {role: statement.get(role) or [] for role in ROLES}


def run(files: list[Path], bench) -> Outcome:
    articles = read_jsonl(files[0])
    records = bench.program.extract([as_user_has(article) for article in articles])
    require(records, 'statements')
    predictions = bench.write_predictions(
        [{'id': article['id'], 'statements': [spans(said) for said in record['statements']]}
         for article, record in zip(articles, records) if record])
    result, report = bench.scorer.score('attribution.py', files[0], predictions)
    figures = {f'{role}_f1': result['exact'][role]['f1'] for role in ROLES}
    figures['triple_f1'] = result['triple']['f1']
    return Outcome(figures, result, report)
