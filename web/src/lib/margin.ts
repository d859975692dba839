// Places cards in the margin, each beside its mark.

export interface Card {
  /** Where it wants to stand: the top of its mark. */
  wanted: number
  height: number
}

/**
 * The top of each card, in order and without overlap. The `pinned` one stands exactly beside its
 * mark (or as near as those before it allow above 0); those before give way upwards, those after downwards.
 */
export function placeCards(cards: readonly Card[], gap: number, pinned: number): number[] {
  const tops = cards.map((card) => Math.max(0, card.wanted))
  for (let i = 1; i < cards.length; i++) {
    tops[i] = Math.max(tops[i]!, tops[i - 1]! + cards[i - 1]!.height + gap)
  }
  if (pinned < 0 || pinned >= cards.length) return tops
  const roomAbove = cards.slice(0, pinned).reduce((sum, card) => sum + card.height + gap, 0)
  tops[pinned] = Math.max(cards[pinned]!.wanted, roomAbove)
  for (let i = pinned - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i]!, tops[i + 1]! - gap - cards[i]!.height)
  }
  for (let i = pinned + 1; i < cards.length; i++) {
    const lowest = tops[i - 1]! + cards[i - 1]!.height + gap
    tops[i] = Math.max(cards[i]!.wanted, lowest)
  }
  return tops
}
