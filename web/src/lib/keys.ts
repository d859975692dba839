// Single keys that do something, and their list for the person who asks.

import { preferences } from './preferences.svelte'

export type KeyActions = Record<string, () => void>

export const kKeyList: { keys: string[]; action: string }[] = [
  { keys: ['/'], action: 'Search' },
  { keys: ['j', 'n'], action: 'Next result; in a report, next statement' },
  { keys: ['k', 'p'], action: 'Previous result; in a report, previous statement' },
  { keys: ['Enter'], action: 'Open the result' },
  { keys: ['c'], action: 'In a report, copy the statement as citation' },
  { keys: ['m'], action: 'In a report, show or hide the marks' },
  { keys: ['Esc'], action: 'Let go of the statement; close' },
  { keys: ['?'], action: 'Show this list' },
]

const layers: KeyActions[] = []

/** Adds actions; returns what takes them away again. The latest that knows a key gets it. */
export function onKeys(actions: KeyActions): () => void {
  layers.push(actions)
  return () => layers.splice(layers.indexOf(actions), 1)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key.length === 1 && (isTyping(event.target) || !preferences.singleKeys)) return
  if (document.querySelector('dialog[open]')) return
  const action = layers.findLast((layer) => event.key in layer)?.[event.key]
  if (!action) return
  event.preventDefault()
  action()
}

/** Moves the focus among the elements that match, by `step`; stays at either end. */
export function moveFocus(selector: string, step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>(selector)]
  const current = items.indexOf(document.activeElement as HTMLElement)
  const next = current < 0 ? (step > 0 ? 0 : items.length - 1) : current + step
  items[Math.min(Math.max(next, 0), items.length - 1)]?.focus()
}
