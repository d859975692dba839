import { expect, test } from 'vitest'
import { placeCards, type Card } from './margin'

const tall = (...wanted: number[]): Card[] => wanted.map((top) => ({ wanted: top, height: 50 }))

test.each<[string, Card[], number, number[]]>([
  ['none', [], -1, []],
  ['far apart', tall(0, 100, 300), -1, [0, 100, 300]],
  ['crowded', tall(0, 10, 20), -1, [0, 60, 120]],
  ['above the page', tall(-40, 10), -1, [0, 60]],
  ['the last of a crowd pinned', tall(200, 210, 220), 2, [100, 160, 220]],
  ['the first of a crowd pinned', tall(200, 210, 220), 0, [200, 260, 320]],
  ['pinned without room above', tall(0, 0, 10), 2, [0, 60, 120]],
  ['pinned far from the rest', tall(0, 500, 900), 1, [0, 500, 900]],
])('%s', (_name, cards, pinned, expected) => {
  expect(placeCards(cards, 10, pinned)).toEqual(expected)
})

test('cards never overlap, whichever is pinned', () => {
  const cards = [0, 3, 3, 80, 81, 400, 401, 402].map((wanted, i) => ({ wanted, height: 20 + 7 * i }))
  for (let pinned = -1; pinned < cards.length; pinned++) {
    const tops = placeCards(cards, 8, pinned)
    expect(tops[0]).toBeGreaterThanOrEqual(0)
    for (let i = 1; i < tops.length; i++) {
      expect(tops[i]).toBeGreaterThanOrEqual(tops[i - 1]! + cards[i - 1]!.height + 8)
    }
  }
})
