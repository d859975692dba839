import { expect, test } from 'vitest'
import { segment, type Mark } from './segments'

/** "0-3 a,b | 3-5 |…", one segment after the other. */
function dump(begin: number, end: number, marks: [number, number, string][]): string {
  const list: Mark<string>[] = marks.map(([from, to, tag]) => ({ begin: from, end: to, tag }))
  return segment({ begin, end }, list)
    .map((part) => `${part.begin}-${part.end} ${part.tags.join(',')}`.trim())
    .join(' | ')
}

test.each<[string, number, number, [number, number, string][], string]>([
  ['no mark', 0, 5, [], '0-5'],
  ['an empty stretch', 3, 3, [[0, 9, 'a']], ''],
  ['one inside', 0, 9, [[2, 4, 'a']], '0-2 | 2-4 a | 4-9'],
  ['the whole', 2, 6, [[2, 6, 'a']], '2-6 a'],
  ['reaching outside', 2, 6, [[0, 4, 'a'], [5, 9, 'b']], '2-4 a | 4-5 | 5-6 b'],
  ['elsewhere', 2, 6, [[0, 2, 'a'], [6, 9, 'b']], '2-6'],
  ['nested', 0, 9, [[0, 9, 'a'], [3, 5, 'b']], '0-3 a | 3-5 a,b | 5-9 a'],
  ['overlapping', 0, 9, [[1, 5, 'a'], [3, 7, 'b']], '0-1 | 1-3 a | 3-5 a,b | 5-7 b | 7-9'],
  ['an empty mark', 0, 9, [[4, 4, 'a']], '0-9'],
])('%s', (_name, begin, end, marks, expected) => {
  expect(dump(begin, end, marks)).toBe(expected)
})

test('segments cover the stretch and carry exactly the marks above them', () => {
  for (let seed = 1; seed <= 200; seed++) {
    let state = seed
    const next = (below: number) => (state = (state * 48271) % 2147483647) % below
    const marks = Array.from({ length: next(8) }, (_, tag) => {
      const begin = next(40)
      return { begin, end: begin + next(20), tag }
    })
    const stretch = { begin: 5, end: 5 + next(40) + 1 }
    const parts = segment(stretch, marks)
    expect(parts[0]!.begin).toBe(stretch.begin)
    expect(parts.at(-1)!.end).toBe(stretch.end)
    for (const [index, part] of parts.entries()) {
      if (index > 0) expect(part.begin).toBe(parts[index - 1]!.end)
      for (let at = part.begin; at < part.end; at++) {
        expect(part.tags).toEqual(marks.filter((m) => m.begin <= at && at < m.end).map((m) => m.tag))
      }
    }
  }
})
