"""What comes of a task: figures, or the reason why there are none."""
from dataclasses import dataclass, field


class NotYet(Exception):
    """The program cannot do the task yet; the message says what it lacks."""


class Unusable(Exception):
    """Nothing can be measured: no program, no scorer, a gold file that cannot be read."""


@dataclass
class Outcome:
    """The result of one task that was measured."""
    figures: dict[str, float | str]     # the figures of the last line, in order
    result: dict                        # the scorer's object, or the runner's own of that form
    report: str                         # the same for a person; empty where nobody asked
    notes: dict[str, str] = field(default_factory=dict)   # parts that the program cannot do yet


def shown(value: float | str) -> str:
    """A figure with four significant digits: 71.25, 0.8312, 15."""
    return f'{value:.4g}' if isinstance(value, float) else str(value)
