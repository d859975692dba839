// What became of the reports in a file, in one line.

import type { ImportOutcome, Outcome } from '../api/types'
import { formatNumber, kOutcomeWords } from './words'

const kOrder: readonly Outcome[] = ['text', 'publication', 'known', 'removed', 'failed']

/** "3 added, 1 already here": most welcome first. */
export function summarise(outcomes: readonly ImportOutcome[]): string {
  if (outcomes.length === 0) return 'Nothing to read in it.'
  return kOrder
    .map((outcome) => ({ outcome, count: outcomes.filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${formatNumber(count)} ${kOutcomeWords[outcome]}`)
    .join(', ')
}
