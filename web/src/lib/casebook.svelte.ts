// The casebook that is open, read again after each import.

import { getCasebook } from '../api/client'
import type { Casebook } from '../api/types'

class OpenCasebook {
  value = $state.raw<Casebook | null>(null)
  /** Counts up when its content may have changed. */
  revision = $state(0)

  async refresh(): Promise<void> {
    this.revision++
    // Without an answer the views say so themselves, and the last counts stay.
    this.value = await getCasebook().catch(() => this.value)
  }
}

export const casebook = new OpenCasebook()
