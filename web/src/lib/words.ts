// What the page calls things.

import type { BlockKind, EntityKind, FacetField, Force, Outcome, StatementKind } from '../api/types'

export const kStatementKinds: readonly StatementKind[] = ['direct', 'mixed', 'indirect']
export const kForces: readonly Force[] = ['assert', 'deny', 'promise', 'refuse', 'urge', 'ask', 'expect']

export const kKindWords: Record<StatementKind, string> = {
  direct: 'Quoted',
  mixed: 'Partly quoted',
  indirect: 'Reported',
}

export const kForceWords: Record<Force, string> = {
  assert: 'states',
  deny: 'denies',
  promise: 'promises',
  refuse: 'refuses',
  urge: 'urges',
  ask: 'asks',
  expect: 'expects',
}

export const kNoSpeaker = 'Speaker not known'
export const kNoTitle = 'Untitled report'

export const kEntityWords: Record<EntityKind, string> = {
  person: 'People',
  organisation: 'Organisations',
  group: 'Groups',
  place: 'Places',
  other: 'Other names',
}

export const kFacetWords: Record<FacetField, string> = {
  month: 'Date',
  publisher: 'Publisher',
  speaker: 'Speaker',
  organisation: 'Organisation',
  kind: 'Statements',
  language: 'Language',
}

export const kOutcomeWords: Record<Outcome, string> = {
  text: 'added',
  publication: 'added to a text already here',
  known: 'already here',
  removed: 'removed earlier, left out',
  failed: 'could not be read',
}

/** The element that a part of a report is shown as. */
export const kBlockElements: Record<BlockKind, string> = {
  headline: 'h2',
  subheading: 'h2',
  dateline: 'p',
  paragraph: 'p',
  list_item: 'p',
  quotation: 'blockquote',
  caption: 'p',
  table: 'pre',
}

const kLanguages = new Intl.DisplayNames(['en'], { type: 'language' })

export function languageWord(code: string): string {
  if (code === 'und' || code === '') return 'Unknown'
  try {
    return kLanguages.of(code) ?? code
  } catch {
    return code
  }
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

export function formatNumber(count: number): string {
  return count.toLocaleString('en-GB')
}

const kMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "6 Jun 2024", "June 2024" or "2024", as precise as it was stated; '' for none. */
export function formatDate(iso: string | null): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '')
  if (!match) return iso ?? ''
  const [, year, month, day] = match
  const name = month ? kMonths[Number(month) - 1] : undefined
  if (!name) return year!
  return day ? `${Number(day)} ${name.slice(0, 3)} ${year}` : `${name} ${year}`
}

/** "June 2024": the month that a date belongs to, "Undated" for none. */
export function formatMonth(iso: string | null): string {
  return iso ? formatDate(iso.slice(0, 7)) : 'Undated'
}

/** Whether an address that came with a report may be followed. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address)
}
