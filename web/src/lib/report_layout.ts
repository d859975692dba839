// A report made ready to be shown: its parts cut into segments that carry what is marked there.

import type { BlockKind, Report, Span } from '../api/types'
import { toRanges, type Range } from './byte_offsets'
import { segment, type Mark, type Segment } from './segments'

export type Role = 'source' | 'cue' | 'content'

/** What a segment is part of. `sentence` counts from 0; `statement` is an id. */
export type Tag =
  | { what: Role; statement: number }
  | { what: 'sentence'; sentence: number }
  | { what: 'name' }
  | { what: 'place' }

export interface LaidBlock extends Range {
  kind: BlockKind
  segments: Segment<Tag>[]
}

export interface LaidStatement {
  id: number
  /** Its words, fragments in order. */
  fragments: string[]
  /** The sentences that it stands in. */
  sentences: number[]
  begin: number
  end: number
}

export interface Layout {
  blocks: LaidBlock[]
  /** In the order of the text. */
  statements: LaidStatement[]
}

const kRoles: readonly Role[] = ['source', 'cue', 'content']

/** `place` is a span to show; `name` an index into the entities whose mentions are shown. */
export function layOut(report: Report, place: Span | null, name: number | null): Layout {
  const mentions = name === null ? [] : (report.entities[name]?.mentions ?? [])
  const [blocks, sentences, places, names, ...roles] = toRanges(report.text, [
    report.blocks.map((block) => block.span),
    report.sentences,
    place ? [place] : [],
    mentions,
    ...report.statements.flatMap((statement) => kRoles.map((role) => statement[role])),
  ]) as [Range[], Range[], Range[], Range[], ...Range[][]]

  const marks: Mark<Tag>[] = [
    ...sentences.map((range, sentence): Mark<Tag> => ({ ...range, tag: { what: 'sentence', sentence } })),
    ...places.map((range): Mark<Tag> => ({ ...range, tag: { what: 'place' } })),
    ...names.map((range): Mark<Tag> => ({ ...range, tag: { what: 'name' } })),
  ]
  const statements = report.statements.map((statement, index): LaidStatement => {
    const ranges = roles.slice(3 * index, 3 * index + 3)
    for (const [at, role] of kRoles.entries()) {
      for (const range of ranges[at]!) marks.push({ ...range, tag: { what: role, statement: statement.id } })
    }
    const all = ranges.flat()
    return {
      id: statement.id,
      fragments: ranges[2]!.map((range) => report.text.slice(range.begin, range.end)),
      sentences: [...new Set(all.flatMap((part) => overlapping(sentences, part)))].sort((a, b) => a - b),
      begin: Math.min(...all.map((part) => part.begin)),
      end: Math.max(...all.map((part) => part.end)),
    }
  })
  const marksIn: Mark<Tag>[][] = blocks.map(() => [])
  for (const mark of marks) {
    for (const block of overlapping(blocks, mark)) marksIn[block]!.push(mark)
  }
  return {
    blocks: blocks.map((range, i) => ({
      ...range,
      kind: report.blocks[i]!.kind,
      segments: segment(range, marksIn[i]!),
    })),
    statements: statements.sort((a, b) => a.begin - b.begin),
  }
}

/** Which of `ranges`, ordered and disjoint, share text with `range`. O(log ranges + found). */
function overlapping(ranges: readonly Range[], range: Range): number[] {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end <= range.begin) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let i = low; i < ranges.length && ranges[i]!.begin < range.end; i++) found.push(i)
  return found
}

/** The statement that a segment belongs to most closely: the shortest one that covers it. */
export function innermost(tags: readonly Tag[], lengths: ReadonlyMap<number, number>): number | null {
  let best: number | null = null
  for (const tag of tags) {
    if (!('statement' in tag)) continue
    if (best === null || lengths.get(tag.statement)! < lengths.get(best)!) best = tag.statement
  }
  return best
}
