// The report that is being read, and what the reader points at.

import type { Report, Span, Statement } from '../api/types'
import type { Range } from './byte_offsets'
import { formatCitation } from './citation'
import { kJoint } from './fragments'
import { layOut, type LaidBlock, type LaidStatement, type Layout } from './report_layout'
import { Selection } from './selection.svelte'
import { kNoSpeaker } from './words'

const kEmpty: Layout = { blocks: [], statements: [] }

function idsByBegin(statements: readonly LaidStatement[]): Map<number, number[]> {
  const ids = new Map<number, number[]>()
  for (const { id, begin } of statements) ids.set(begin, [...(ids.get(begin) ?? []), id])
  return ids
}

class Reader {
  report = $state.raw<Report | null>(null)
  place = $state.raw<Span | null>(null)
  name = $state<number | null>(null)
  hidesMarks = $state(false)
  /** The statement shown, by id. */
  active = $state<number | null>(null)
  /** The same, for its mark and card. */
  readonly on = $derived(new Selection(this.report?.statements.map((one) => one.id) ?? []))
  /** The statement under the pointer. */
  readonly pointed = $derived(new Selection(this.report?.statements.map((one) => one.id) ?? []))
  /** The sentences of the statement shown. */
  readonly lit = $derived(new Selection(this.report?.sentences.keys() ?? []))

  readonly layout = $derived(this.report ? layOut(this.report, this.place, this.name) : kEmpty)
  readonly text = $derived(this.report?.text ?? '')
  /** The headline in the text, where it says the same as the title. */
  readonly headline = $derived(this.layout.blocks.find((block) => this.isTitle(block)))
  private readonly byId = $derived(new Map(this.report?.statements.map((one) => [one.id, one])))
  private readonly order = $derived(new Map(this.layout.statements.map((one, index) => [one.id, index])))
  private readonly starts = $derived(idsByBegin(this.layout.statements))
  readonly lengths = $derived(new Map(this.layout.statements.map((one) => [one.id, one.end - one.begin])))

  private isTitle(block: LaidBlock): boolean {
    const words = this.text.slice(block.begin, block.end)
    return block.kind === 'headline' && words === (this.report?.title ?? words)
  }

  /** Brings what is chosen in line with `active`. */
  light(): void {
    const laid = this.laid(this.active)
    this.on.choose(laid ? [laid.id] : [])
    this.lit.choose(laid?.sentences ?? [])
  }

  point(id: number | null): void {
    this.pointed.choose(id === null ? [] : [id])
  }

  statement(id: number): Statement {
    return this.byId.get(id)!
  }

  laid(id: number | null): LaidStatement | undefined {
    return id === null ? undefined : this.layout.statements[this.order.get(id) ?? -1]
  }

  citation(id: number): string {
    const statement = this.statement(id)
    return formatCitation({
      ...this.report!,
      speaker: statement.speaker,
      kind: statement.kind,
      saidAt: statement.said_at,
      fragments: this.laid(id)!.fragments,
    })
  }

  /** The statement as one line to be heard. */
  spoken(id: number): string {
    const speaker = this.statement(id).speaker ?? kNoSpeaker
    return `${this.numberOf(id)}, ${speaker}: ${this.laid(id)!.fragments.join(kJoint)}`
  }

  /** From 1, in the order of the text. */
  numberOf(id: number): number {
    return this.order.get(id)! + 1
  }

  startingIn(range: Range): number[] {
    return this.starts.get(range.begin) ?? []
  }

  /** The statement `step` further on; from none, the first or the last. */
  neighbour(step: 1 | -1): number | null {
    const all = this.layout.statements
    const current = this.active === null ? undefined : this.order.get(this.active)
    const next = current === undefined ? (step > 0 ? 0 : all.length - 1) : current + step
    return all[Math.min(Math.max(next, 0), all.length - 1)]?.id ?? null
  }
}

export const reader = new Reader()
