// The casebook that is open, read again after each import.

import { getCasebook } from '../api/client'
import type { Casebook } from '../api/types'

class OpenCasebook {
  value = $state.raw<Casebook | null>(null)
  /** Counts up when its content has changed. */
  revision = $state(0)

  /** Something was added: the counts and whatever is shown are read again. */
  async changed(): Promise<void> {
    this.revision++
    await this.refresh()
  }

  async refresh(): Promise<void> {
    // Without an answer the views say so themselves, and the last counts stay.
    this.value = await getCasebook().catch(() => this.value)
  }
}

export const casebook = new OpenCasebook()
