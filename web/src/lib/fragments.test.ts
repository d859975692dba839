import { expect, test } from 'vitest'
import { findFragments } from './fragments'

const sentence = '“We will go,” she said, “and we will go … soon.”'

test.each([
  ['one piece', 'We will go', ['We will go']],
  ['two pieces', 'We will go … and we will', ['We will go', 'and we will']],
  ['a piece twice, in order', 'will go … will go', ['will go', 'will go']],
  ['dots of the text itself', 'go … soon', ['go … soon']],
  ['a piece that is not there', 'We will … stay', ['We will']],
  ['nothing', '', []],
])('%s', (_name, joined, expected) => {
  const found = findFragments(sentence, joined)
  expect(found.map((range) => sentence.slice(range.begin, range.end))).toEqual(expected)
  for (let i = 1; i < found.length; i++) expect(found[i]!.begin).toBeGreaterThanOrEqual(found[i - 1]!.end)
})
