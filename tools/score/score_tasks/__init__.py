"""The tasks by name. A task is a function of its gold files and the bench (runner.Bench).

It gives the program what a user would have, makes the scorer's predictions from what the program
prints, and returns an Outcome; NotYet says what the program lacks for it.
"""
from functools import partial
from typing import Callable

from outcome import Unusable
from score_tasks import article, attribution, copies, later, names, seed, speakers

TASKS: dict[str, Callable] = {
    'attribution': attribution.run,
    'speakers': speakers.run,
    'seed': seed.run,
    'parse': later.parse,
    'names': names.run,
    **{f'article:{name}': partial(article.run, name) for name in article.SETS},
    'copies': copies.run,
    'quantity': later.quantity,
    'support': later.support,
    'support-rows': later.support_rows,
    'duplicates': later.duplicates,
}


def task_named(name: str) -> Callable:
    if name not in TASKS:
        raise Unusable(f'no task "{name}"; there are: {", ".join(TASKS)}')
    return TASKS[name]
