"""Reads gold files, and takes from them what a user would have."""
import gzip
import json
from pathlib import Path
from typing import Iterator

from outcome import NotYet, Unusable

# What a user of the program has of a report, under the names of its JSONL; beside them what gold
# files call it, first come first taken. All else in a gold file stays here.
USER_FIELDS = {'text': ('text',), 'title': ('title',), 'date': ('date', 'published'),
               'url': ('url',)}


def read_jsonl(path: Path) -> list[dict]:
    """The objects of a JSONL file, plain or .gz."""
    return list(objects(path))


def read_object(path: Path) -> dict:
    """The one object of a JSON file, plain or .gz."""
    opener = gzip.open if path.suffix == '.gz' else open
    try:
        with opener(path, 'rt', encoding='utf-8') as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise Unusable(f'{path}: {error}') from error


def objects(path: Path) -> Iterator[dict]:
    opener = gzip.open if path.suffix == '.gz' else open
    try:
        with opener(path, 'rt', encoding='utf-8', newline='\n') as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise Unusable(f'{path}:{number}: {error}') from error
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f'{path}: {error}') from error


def as_user_has(article: dict) -> dict:
    """The text, title, date and address of a gold article, and nothing else of it."""
    document = {}
    for name, sources in USER_FIELDS.items():
        value = next((article[source] for source in sources if article.get(source)), None)
        if value is not None:
            document[name] = value
    return document


def require(records: list[dict | None], field: str) -> None:
    """NotYet if the program prints records without `field`."""
    printed = [record for record in records if record is not None]
    if printed and not any(field in record for record in printed):
        raise NotYet(f'the program prints no "{field}"')
