// Cuts a stretch of text where marks begin and end, so that marks may overlap and nest.

import type { Range } from './byte_offsets'

export interface Mark<Tag> extends Range {
  tag: Tag
}

export interface Segment<Tag> extends Range {
  /** The tags of all marks that cover it, in the order given. */
  tags: Tag[]
}

/**
 * Covers [begin, end) with segments, in order and without gaps. Marks that reach outside are cut;
 * empty ones are ignored. O(marks² in the worst case), small per paragraph.
 */
export function segment<Tag>(stretch: Range, marks: readonly Mark<Tag>[]): Segment<Tag>[] {
  const inside = marks.filter(
    (mark) => Math.max(mark.begin, stretch.begin) < Math.min(mark.end, stretch.end),
  )
  const cuts = new Set([stretch.begin, stretch.end])
  for (const mark of inside) {
    cuts.add(Math.max(mark.begin, stretch.begin))
    cuts.add(Math.min(mark.end, stretch.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((begin, index) => ({
    begin,
    end: edges[index + 1]!,
    tags: inside.filter((mark) => mark.begin <= begin && begin < mark.end).map((mark) => mark.tag),
  }))
}
