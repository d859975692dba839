import { describe, expect, test } from 'vitest'
import { toRanges, utf16Indices } from './byte_offsets'

const encoder = new TextEncoder()

describe('utf16Indices', () => {
  test.each([
    { name: 'ascii', text: 'abc', bytes: [0, 1, 3], units: [0, 1, 3] },
    { name: 'two bytes', text: 'Žižek', bytes: [0, 2, 3, 5], units: [0, 1, 2, 3] },
    { name: 'curly quotes', text: '“no”', bytes: [0, 3, 5, 8], units: [0, 1, 3, 4] },
    { name: 'a pair of surrogates', text: 'a😀b', bytes: [1, 5, 6], units: [1, 3, 4] },
    { name: 'not in order', text: 'é!é', bytes: [5, 0, 3], units: [3, 0, 2] },
    { name: 'inside a character', text: 'é!', bytes: [1], units: [0] },
    { name: 'past the end', text: 'é', bytes: [9], units: [1] },
    { name: 'no text', text: '', bytes: [0], units: [0] },
    { name: 'no offsets', text: 'abc', bytes: [], units: [] },
  ])('$name', ({ text, bytes, units }) => {
    expect(utf16Indices(text, bytes)).toEqual(units)
  })

  test('agrees with the encoder at every character of a mixed text', () => {
    const text = 'Минск: „Nie“ – 5 €, 𝛑 and 👩‍🚀 naïve\n'.repeat(20)
    const bytes: number[] = []
    const units: number[] = []
    let unit = 0
    for (const character of text) {
      units.push(unit)
      bytes.push(encoder.encode(text.slice(0, unit)).length)
      unit += character.length
    }
    expect(utf16Indices(text, bytes)).toEqual(units)
  })
})

test('toRanges keeps lists and order', () => {
  expect(toRanges('“a” b', [[[7, 9]], [], [[0, 7], [3, 4]]])).toEqual([
    [{ begin: 3, end: 5 }],
    [],
    [{ begin: 0, end: 3 }, { begin: 1, end: 2 }],
  ])
})
