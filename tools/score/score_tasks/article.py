"""article:SET: the article, its title, authors and date from the bytes of a web page.

The program is given the pages as files; it never sees their gold or the address in it. The text
of the article is made of the blocks in TEXT_BLOCKS, one paragraph each. Headline and captions
stay out: the gold sets give the title apart, and captions cost more than they bring.
Measured when chosen (F1): trafilatura .870, WCXB .735 and its articles .908; with the headline
.871, .736 and .907; with captions .865, .734 and .906. Without any other kind all three fall.
"""
from pathlib import Path

from gold import read_jsonl, require
from outcome import Outcome, Unusable

SETS = ('scrapinghub', 'trafilatura', 'wcxb', 'htmldate')
TEXT_BLOCKS = {'dateline', 'subheading', 'paragraph', 'list_item', 'quotation', 'table'}


def body(record: dict) -> str:
    """The blocks of the article's text, a blank line between them."""
    text = record['text'].encode('utf-8')
    return '\n\n'.join(text[slice(*block['span'])].decode('utf-8')
                       for block in record['blocks'] if block['kind'] in TEXT_BLOCKS)


def prediction(page: dict, record: dict) -> dict:
    return {'id': page['id'], 'text': body(record), 'title': record.get('title'),
            'authors': record.get('authors') or [], 'date': record.get('date')}


def figures_of(name: str, result: dict) -> dict[str, float]:
    main = result['main']
    figures = {key: main[key] for key in ('f1', 'p', 'r') if key in main}
    if name == 'htmldate':
        figures['accuracy'] = main['accuracy']
    if name == 'wcxb':
        figures['articles_f1'] = main['articles'].get('f1', 0.0)
    for part, key in (('title', 'norm'), ('authors', 'f1'), ('date', 'f1')):
        if part in result:
            figures[f'{part}_{key}'] = result[part][key]
    return figures


def run(name: str, files: list[Path], bench) -> Outcome:
    pages = read_jsonl(files[0])
    folder = files[1] if len(files) > 1 else files[0].parent
    paths = [folder / page['file'] for page in pages]
    lacking = [path for path in paths if not path.is_file()]
    if lacking:
        raise Unusable(f'{lacking[0]}: no page there ({len(lacking)} of {len(paths)} lack); '
                       'unpack the pages and name their folder second')
    records = bench.program.extract_files(paths)
    require(records, 'blocks')
    predictions = bench.write_predictions(
        [prediction(page, record) for page, record in zip(pages, records) if record])
    result, report = bench.scorer.score('html.py', '--set', name, files[0], predictions)
    return Outcome(figures_of(name, result), result, report)
