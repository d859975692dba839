import { describe, expect, test } from 'vitest'
import { addFilter, filters, formatFilter, hasFilter, removeFilter, toggleFilter } from './query'

const nato = { field: 'publisher', value: 'NATO' }
const jens = { field: 'speaker', value: 'Jens Stoltenberg' }

test.each([
  ['', []],
  ['shells "air defence" -tanks', []],
  ['publisher:NATO shells', ['publisher=NATO']],
  ['speaker:"Jens Stoltenberg"', ['speaker=Jens Stoltenberg']],
  ['date:2024-01..2024-06 kind:direct', ['date=2024-01..2024-06', 'kind=direct']],
  ['-publisher:NATO', []],
  ['publisher:NATO OR publisher:AP', []],
  ['(publisher:NATO OR publisher:AP) language:en', ['language=en']],
  ['speaker:"unfinished', ['speaker=unfinished']],
])('filters of %j', (query, expected) => {
  expect(filters(query).map((filter) => `${filter.field}=${filter.value}`)).toEqual(expected)
})

test.each([
  [nato, 'publisher:NATO'],
  [jens, 'speaker:"Jens Stoltenberg"'],
  [{ field: 'date', value: '2024-06' }, 'date:2024-06'],
  [{ field: 'speaker', value: 'Robert "Bob" Bauer' }, 'speaker:"Robert  Bob  Bauer"'],
  [{ field: 'publisher', value: 'AT&T' }, 'publisher:"AT&T"'],
])('formatFilter(%j)', (filter, expected) => {
  expect(formatFilter(filter)).toBe(expected)
})

describe('addFilter', () => {
  test.each([
    ['', 'publisher:NATO'],
    ['  shells ', 'shells publisher:NATO'],
    ['publisher:nato', 'publisher:nato'],
    ['shells OR tanks', '(shells OR tanks) publisher:NATO'],
    ['(shells OR tanks)', '(shells OR tanks) publisher:NATO'],
  ])('to %j', (query, expected) => {
    expect(addFilter(query, nato)).toBe(expected)
  })
})

describe('removeFilter', () => {
  test.each([
    ['publisher:NATO', ''],
    ['shells publisher:NATO tanks', 'shells tanks'],
    ['shells publisher:"nato"', 'shells'],
    ['(shells OR tanks) publisher:NATO', 'shells OR tanks'],
    ['(a OR b) (c OR d) publisher:NATO', '(a OR b) (c OR d)'],
    ['publisher:NATO OR shells', 'publisher:NATO OR shells'],
    ['"publisher:NATO"', '"publisher:NATO"'],
  ])('from %j', (query, expected) => {
    expect(removeFilter(query, nato)).toBe(expected)
  })
})

test.each(['', 'shells', 'shells OR tanks', '"air defence" near/10 shells -drone', '(a OR b) c', 'language:de'])(
  'toggling twice leaves %j as it was',
  (query) => {
    const once = toggleFilter(query, jens)
    expect(hasFilter(once, jens)).toBe(true)
    expect(toggleFilter(once, jens)).toBe(query)
  },
)
