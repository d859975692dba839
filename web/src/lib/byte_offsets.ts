// The program counts text in UTF-8 bytes, the browser in UTF-16 units. This converts between
// them for a whole document in one pass: O(text + offsets · log offsets).

import type { Span } from '../api/types'

/** [begin, end) in UTF-16 units. */
export interface Range {
  begin: number
  end: number
}

/**
 * The UTF-16 index of each byte offset, in the order given. An offset inside a character means
 * its start; one past the end of the text means its end.
 */
export function utf16Indices(text: string, byteOffsets: readonly number[]): number[] {
  const order = byteOffsets.map((_, index) => index).sort((a, b) => byteOffsets[a]! - byteOffsets[b]!)
  const indices = new Array<number>(byteOffsets.length)
  let byte = 0
  let unit = 0
  for (const index of order) {
    const wanted = byteOffsets[index]!
    while (unit < text.length) {
      const codePoint = text.codePointAt(unit)!
      const next = byte + utf8Length(codePoint)
      if (next > wanted) break
      byte = next
      unit += codePoint > 0xffff ? 2 : 1
    }
    indices[index] = unit
  }
  return indices
}

/** Several lists of spans at once, each in its order. */
export function toRanges(text: string, lists: readonly (readonly Span[])[]): Range[][] {
  const indices = utf16Indices(text, lists.flat(2))
  let next = 0
  return lists.map((list) => list.map(() => ({ begin: indices[next++]!, end: indices[next++]! })))
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
