import { expect, test } from 'vitest'
import { formatDate, formatMonth, languageWord, plural } from './words'

test.each([
  ['2024-06-06', '6 Jun 2024'],
  ['2024-06-06T11:00:00Z', '6 Jun 2024'],
  ['2024-06', 'June 2024'],
  ['2024', '2024'],
  ['2024-13', '2024'],
  ['soon', 'soon'],
  [null, ''],
])('formatDate(%j)', (iso, expected) => {
  expect(formatDate(iso)).toBe(expected)
})

test.each([
  ['2024-06-06', 'June 2024'],
  ['2024', '2024'],
  [null, 'Undated'],
])('formatMonth(%j)', (iso, expected) => {
  expect(formatMonth(iso)).toBe(expected)
})

test.each([
  [0, '0 reports'],
  [1, '1 report'],
  [1234, '1,234 reports'],
])('plural(%d)', (count, expected) => {
  expect(plural(count, 'report')).toBe(expected)
})

test.each([
  ['en', 'English'],
  ['und', 'Unknown'],
  ['!', '!'],
])('languageWord(%j)', (code, expected) => {
  expect(languageWord(code)).toBe(expected)
})
