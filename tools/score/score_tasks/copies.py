"""copies: which documents tell one story."""
from pathlib import Path

from gold import as_user_has, objects
from outcome import Outcome


def run(files: list[Path], bench) -> Outcome:
    """The folder that neardup_make.py made: docs and clusters, plain or .gz."""
    docs, clusters = (find(files[0], name) for name in ('docs.jsonl', 'clusters.jsonl'))
    ids, documents = [], []
    for document in objects(docs):
        ids.append(document['id'])
        documents.append(as_user_has(document))
    stories = bench.program.copies(documents)
    predictions = bench.write_predictions(
        [{'cluster': f'c{number}', 'docs': [ids[document] for document in story]}
         for number, story in enumerate(stories)])
    result, report = bench.scorer.score('neardup.py', clusters, predictions)
    figures = {'ari': result['ari'], 'pairwise_f1': result['pairwise']['f1']}
    return Outcome(figures, result, report)


def find(folder: Path, name: str) -> Path:
    zipped = folder / f'{name}.gz'
    return zipped if zipped.exists() else folder / name
