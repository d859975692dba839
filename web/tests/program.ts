// Runs the real program on a casebook of its own, and stops it again.

import { expect, test as base } from '@playwright/test'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { kReports, toJsonLines } from './reports'

const kProgram = process.env.AFTERWORD ?? fileURLToPath(new URL('../../build/release/afterword', import.meta.url))
const kStartMs = 15_000

/** The address that `serve` prints once it listens. */
async function printedAddress(child: ChildProcess): Promise<string> {
  const late = setTimeout(() => child.kill(), kStartMs)
  try {
    for await (const line of createInterface({ input: child.stdout! })) {
      const match = /http:\/\/[\w.:[\]]+/.exec(line)
      if (match) return match[0]
    }
  } finally {
    clearTimeout(late)
  }
  throw new Error(`${kProgram} serve printed no address`)
}

/** Calls `use` with the address of a program that has read `lines` (JSON Lines; '' for nothing). */
async function withProgram(lines: string, use: (address: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-page-'))
  const casebook = join(folder, 'test.casebook')
  if (lines !== '') {
    writeFileSync(join(folder, 'reports.jsonl'), lines)
    execFileSync(kProgram, ['read', join(folder, 'reports.jsonl'), '--casebook', casebook])
  }
  const child = spawn(kProgram, ['serve', '--casebook', casebook, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await use(await printedAddress(child))
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill()) await ended
    rmSync(folder, { recursive: true })
  }
}

interface TestFixtures {
  /** The address of a program whose casebook is new and empty. */
  empty: string
}

interface WorkerFixtures {
  /** The address of a program that has read the test reports; tests may not change them. */
  filled: string
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  empty: async ({}, use) => withProgram('', use),
  filled: [async ({}, use) => withProgram(toJsonLines(kReports), use), { scope: 'worker' }],
})

export { expect }
