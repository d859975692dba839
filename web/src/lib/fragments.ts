// Finds again, in a sentence, the pieces that a statement was made of.

import type { Range } from './byte_offsets'

export const kJoint = ' … '

/** Each piece of `joined` where it follows the one before; pieces that are not there are left out. */
export function findFragments(sentence: string, joined: string): Range[] {
  const whole = rangeOf(sentence, joined, 0)
  if (whole) return [whole]
  const found: Range[] = []
  let from = 0
  for (const piece of joined.split(kJoint)) {
    const range = rangeOf(sentence, piece, from)
    if (!range) continue
    found.push(range)
    from = range.end
  }
  return found
}

function rangeOf(sentence: string, piece: string, from: number): Range | null {
  const begin = piece === '' ? -1 : sentence.indexOf(piece, from)
  return begin < 0 ? null : { begin, end: begin + piece.length }
}
