// A statement as a person passes it on: who, the exact words, where and when they stood.

import { kJoint } from './fragments'
import { formatDate } from './words'
import type { StatementKind } from '../api/types'

export interface Citation {
  speaker: string | null
  /** The exact words, fragments in order. */
  fragments: string[]
  kind: StatementKind
  saidAt: string | null
  title: string | null
  publisher: string | null
  date: string | null
  url: string | null
}

const kQuotationMarks = /^[\s"“”„«»‘’]+|[\s"“”„«»‘’,]+$/g

/**
 * `Jens Stoltenberg, 5 Jun 2024: “…” (NATO, “Title”, 6 Jun 2024, https://…)`. Words that the
 * report gives as its own are said to be reported.
 */
export function formatCitation(citation: Citation): string {
  const words = citation.fragments.map((fragment) => fragment.replace(kQuotationMarks, '')).join(kJoint)
  const who = [
    citation.speaker ?? 'Unnamed speaker',
    citation.saidAt && formatDate(citation.saidAt),
    citation.kind === 'indirect' && 'as reported',
  ]
  const where = [
    citation.publisher,
    citation.title && `“${citation.title}”`,
    formatDate(citation.date),
    citation.url,
  ]
  const source = where.filter(Boolean).join(', ')
  return `${who.filter(Boolean).join(', ')}: “${words}”${source ? ` (${source})` : ''}`
}
