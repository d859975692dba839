import { expect, test } from 'vitest'
import type { Outcome } from '../api/types'
import { summarise } from './outcomes'

test.each<[Outcome[], string]>([
  [[], 'Nothing to read in it.'],
  [['text'], '1 added'],
  [['failed', 'text', 'known', 'text'], '2 added, 1 already here, 1 could not be read'],
  [['publication', 'removed'], '1 added to a text already here, 1 removed earlier, left out'],
])('summarise(%j)', (outcomes, expected) => {
  const list = outcomes.map((outcome) => ({ address: 'a', outcome, document: null, title: null, reason: null }))
  expect(summarise(list)).toBe(expected)
})
