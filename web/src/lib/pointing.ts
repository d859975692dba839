// Lets the marks of a text be pointed at and chosen. By keyboard their cards do the same.

import { reader } from './reader.svelte'

function statementAt(event: Event): number | null {
  const mark = (event.target as Element).closest<HTMLElement>('[data-statement]')
  return mark ? Number(mark.dataset.statement) : null
}

/** An attachment for the element that holds the marks. */
export function pointing(onselect: (statement: number) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const listening = new AbortController()
    const options = { signal: listening.signal }
    element.addEventListener('pointerover', (event) => reader.point(statementAt(event)), options)
    element.addEventListener('pointerleave', () => reader.point(null), options)
    element.addEventListener(
      'click',
      (event) => {
        const statement = statementAt(event)
        // Who selects words to copy them does not mean to choose a mark.
        const isSelecting = getSelection()?.isCollapsed === false
        if (statement !== null && !isSelecting && !reader.hidesMarks) onselect(statement)
      },
      options,
    )
    return () => listening.abort()
  }
}
