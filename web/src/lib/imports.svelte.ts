// The files that are being imported, one after the other, whatever view is shown.

import { upload } from '../api/upload'
import type { ImportOutcome } from '../api/types'
import { announcer } from './announcer.svelte'
import { casebook } from './casebook.svelte'
import { summarise } from './outcomes'

type State = 'waiting' | 'sending' | 'reading' | 'done' | 'failed'

export class FileImport {
  state = $state<State>('waiting')
  /** How much was sent, 0 to 1. */
  share = $state(0)
  outcomes = $state.raw<ImportOutcome[]>([])
  /** Why the whole file failed. */
  reason = $state('')

  constructor(readonly file: File) {}

  async run(): Promise<void> {
    this.state = 'sending'
    try {
      const reply = await upload(this.file, (share) => {
        this.share = share
        if (share === 1) this.state = 'reading'
      })
      this.outcomes = reply.outcomes
      this.state = 'done'
      announcer.say(`${this.file.name}: ${summarise(reply.outcomes)}`)
    } catch (error) {
      this.reason = error instanceof Error ? error.message : String(error)
      this.state = 'failed'
      announcer.say(`${this.file.name} could not be imported: ${this.reason}`)
    }
  }
}

class Imports {
  list = $state<FileImport[]>([])
  isRunning = $state(false)

  add(files: Iterable<File>): void {
    for (const file of files) this.list.push(new FileImport(file))
    void this.run()
  }

  clear(): void {
    this.list = []
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let next = this.next(); next; next = this.next()) {
      await next.run()
      await casebook.changed()
    }
    this.isRunning = false
  }

  private next(): FileImport | undefined {
    return this.list.find((one) => one.state === 'waiting')
  }
}

export const imports = new Imports()
