// Scrolls only where it helps.

/** Brings an element to the middle of the window, unless it is well within it. */
export function reveal(element: Element | null): void {
  if (!element) return
  const { top, bottom } = element.getBoundingClientRect()
  const margin = innerHeight / 5
  if (top >= margin && bottom <= innerHeight - margin) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
}
