"""seed: one report whose every statement was written down by hand; scored here.

{"statements": {"gold", "found", "speaker", "exact"}, "activities": {"gold", "found"}}, all counts:
  found    a statement printed for this one: contents share at least half of the longer. One to
           one, the largest common part first.
  speaker  … and it names the right speaker, as speakers.py compares names.
  exact    … and content and source are equal after the normalisation of attribution.py and
           without a leading "that".
  An activity is found if one of its kind is printed whose evidence overlaps.
"""
from pathlib import Path

from gold import read_object, require
from outcome import NotYet, Outcome, Unusable
from score_tasks.attribution import spans

LEADING = 'that '


def shared(left: list, right: list) -> int:
    """Bytes that two lists of spans have in common."""
    return sum(max(0, min(left_end, right_end) - max(left_begin, right_begin))
               for left_begin, left_end in left for right_begin, right_end in right)


def length(places: list) -> int:
    return sum(end - begin for begin, end in places)


def is_found(gold: dict, said: dict) -> bool:
    longer = max(length(gold['content']), length(said['content']))
    return longer > 0 and 2 * shared(gold['content'], said['content']) >= longer


def pairs(gold: list[dict], printed: list[dict]) -> list[tuple[int, int]]:
    """One to one: most common content first, then most common source, then order."""
    candidates = sorted((-shared(gold[g]['content'], printed[p]['content']),
                         -shared(gold[g]['source'], printed[p]['source']), g, p)
                        for g in range(len(gold)) for p in range(len(printed))
                        if is_found(gold[g], printed[p]))
    chosen: dict[int, int] = {}
    for _, _, g, p in candidates:
        if g not in chosen and p not in chosen.values():
            chosen[g] = p
    return sorted(chosen.items())


class Judge:
    """Compares spans and names as the other scorers do."""

    def __init__(self, text: str, people: list[str], scorer):
        self.text = text.encode('utf-8')
        self.article = scorer.module('attribution').Article({'id': 'seed', 'text': text})
        self.names = scorer.module('speakers')
        self.people = people

    def same_words(self, gold: list, printed: list) -> bool:
        return self._bare(gold) == self._bare(printed)

    def _bare(self, places: list) -> frozenset:
        """Normalised spans without a leading "that"."""
        places = sorted(self.article.normalise(places))
        if places:
            begin, end = places[0]
            if self.text[begin:end][:len(LEADING)].lower() == LEADING.encode():
                places[0] = (begin + len(LEADING), end)
        return self.article.normalise(places)

    def same_speaker(self, gold: str, printed: str | None) -> bool:
        kind = 'person' if gold in self.people else 'organisation'
        return self.names.right(printed, {'speaker': gold, 'kind': kind, 'aliases': []})


def score_statements(gold: list[dict], printed: list[dict], judge: Judge) -> dict[str, int]:
    found = [(gold[g], printed[p]) for g, p in pairs(gold, printed)]
    return {'gold': len(gold), 'found': len(found),
            'speaker': sum(judge.same_speaker(right['speaker'], said.get('speaker'))
                           for right, said in found),
            'exact': sum(all(judge.same_words(right[role], said[role])
                             for role in ('content', 'source')) for right, said in found)}


def score_activities(gold: list[dict], printed: list[dict]) -> dict[str, int]:
    return {'gold': len(gold),
            'found': sum(any(said.get('kind') == right['kind']
                             and shared(right['evidence'], said.get('evidence') or []) > 0
                             for said in printed) for right in gold)}


def text_of(gold_path: Path) -> str:
    """The report, which lies beside "NAME.expected.json" as "NAME.txt"."""
    path = gold_path.with_name(gold_path.name.removesuffix('.gz').removesuffix('.json')
                               .removesuffix('.expected') + '.txt')
    try:
        return path.read_bytes().decode('utf-8')
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f'{path}: {error}') from error


def table(result: dict) -> str:
    return '\n'.join(f'{part:<12}' + '  '.join(f'{name} {count}' for name, count in counts.items())
                     for part, counts in result.items())


def run(files: list[Path], bench) -> Outcome:
    gold = read_object(files[0])
    text = text_of(files[0])
    records = bench.program.extract([{'text': text, 'date': gold['published']}])
    require(records, 'statements')
    record = records[0] or {}
    printed = [spans(said) | {'speaker': said.get('speaker')}
               for said in record.get('statements', [])]
    bench.write_predictions([{'id': gold['id'], 'statements': printed}])
    notes = {}
    try:
        require(records, 'activities')
    except NotYet as reason:
        notes['activities'] = str(reason)
    judge = Judge(text, gold.get('people', []), bench.scorer)
    result = {'statements': score_statements(gold['statements'], printed, judge),
              'activities': score_activities(gold['activities'], record.get('activities', []))}
    figures = {name: f'{count}/{result["statements"]["gold"]}'
               for name, count in result['statements'].items() if name != 'gold'}
    figures['activities'] = 'not-yet' if notes else '{found}/{gold}'.format(**result['activities'])
    return Outcome(figures, result, table(result), notes)
