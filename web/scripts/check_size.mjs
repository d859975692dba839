// Fails when what a first view loads weighs more than it may, gzipped.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const kMaxBytes = 100_000
const dist = new URL('../dist/', import.meta.url).pathname

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
let total = 0
for (const entry of files) {
  const path = join(entry.parentPath ?? entry.path, entry.name)
  const bytes = gzipSync(readFileSync(path), { level: 9 }).length
  total += bytes
  console.log(`${String(bytes).padStart(8)}  ${path.slice(dist.length)}`)
}
console.log(`${String(total).padStart(8)}  bytes gzipped, of ${kMaxBytes}`)
if (files.length === 0 || total > kMaxBytes) process.exit(1)
