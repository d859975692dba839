import { expect, test } from 'vitest'
import type { Report, Span, Statement } from '../api/types'
import { innermost, layOut, type Tag } from './report_layout'

const text = 'Brücke\n\n“Wir bauen,” sagt Žana. Gut.'
const encoder = new TextEncoder()

/** The span of the first `words`, in bytes. */
function span(words: string): Span {
  const begin = encoder.encode(text.slice(0, text.indexOf(words))).length
  return [begin, begin + encoder.encode(words).length]
}

const statement: Statement = {
  id: 7,
  speaker: 'Žana',
  speaker_entity: 0,
  source: [span('Žana')],
  cue: [span('sagt')],
  content: [span('Wir bauen')],
  kind: 'direct',
  force: 'promise',
  negated: false,
  conditional: false,
  said_at: null,
  score: 1,
}

const report: Report = {
  document: 1,
  title: 'Brücke',
  publisher: null,
  date: null,
  authors: [],
  url: null,
  address: null,
  language: 'de',
  dateline: null,
  digest: '',
  text,
  reader: 'rules-1',
  read_at: null,
  blocks: [
    { kind: 'headline', span: span('Brücke') },
    { kind: 'paragraph', span: span('“Wir bauen,” sagt Žana. Gut.') },
  ],
  sentences: [span('Brücke'), span('“Wir bauen,” sagt Žana.'), span('Gut.')],
  entities: [{ name: 'Žana', kind: 'person', mentions: [span('Žana')] }],
  statements: [statement],
  publications: [],
}

function word(tag: Tag): string {
  if ('statement' in tag) return `${tag.what}${tag.statement}`
  return 'sentence' in tag ? `s${tag.sentence}` : tag.what
}

/** One line a block: its segments with their tags. */
function dump(place: Span | null, name: number | null): string[] {
  return layOut(report, place, name).blocks.map((block) =>
    block.segments.map((part) => `[${text.slice(part.begin, part.end)}|${part.tags.map(word).join(' ')}]`).join(''),
  )
}

test('blocks carry the marks of statements and sentences', () => {
  expect(dump(null, null)).toEqual([
    '[Brücke|s0]',
    '[“|s1][Wir bauen|s1 content7][,” |s1][sagt|s1 cue7][ |s1][Žana|s1 source7][.|s1][ |][Gut.|s2]',
  ])
})

test('a place and a name are marked when asked for', () => {
  expect(dump(span('Gut.'), 0)[1]).toContain('[Žana|s1 name source7][.|s1][ |][Gut.|s2 place]')
})

test('a statement knows its words and its sentences', () => {
  expect(layOut(report, null, null).statements).toEqual([
    { id: 7, fragments: ['Wir bauen'], sentences: [1], begin: text.indexOf('Wir'), end: text.indexOf('. Gut') },
  ])
})

test('statements come in the order of the text', () => {
  const later = { ...statement, id: 3, source: [], cue: [], content: [span('Gut')] }
  const laid = layOut({ ...report, statements: [later, statement] }, null, null)
  expect(laid.statements.map((one) => one.id)).toEqual([7, 3])
})

test('the innermost statement is the shortest', () => {
  const lengths = new Map([[1, 90], [2, 20]])
  expect(innermost([{ what: 'content', statement: 1 }, { what: 'content', statement: 2 }], lengths)).toBe(2)
  expect(innermost([{ what: 'sentence', sentence: 0 }], lengths)).toBeNull()
})
