// Keeps the shown route and the address of the browser the same.

import { formatRoute, parseRoute, type Route } from './route'

/** `push` can be gone back from; `replace` cannot, for changes too small to be steps. */
export type Step = 'push' | 'replace'

interface Place {
  scroll: number
}

class Router {
  route = $state.raw<Route>(parseRoute(location.pathname, location.search))
  /** Where to scroll to once the view has its content: set after a reload and after back. */
  private pending: number | null = (history.state as Place | null)?.scroll ?? null

  /** The address that was left by going back. */
  private left = ''

  start(): void {
    history.scrollRestoration = 'manual'
    window.addEventListener('popstate', (event) => {
      this.pending = (event.state as Place | null)?.scroll ?? 0
      this.left = formatRoute(this.route)
      this.route = parseRoute(location.pathname, location.search)
    })
    window.addEventListener('scrollend', () => {
      history.replaceState({ scroll: scrollY } satisfies Place, '')
    })
    document.addEventListener('click', (event) => this.follow(event))
  }

  go(route: Route, step: Step = 'push'): void {
    const address = formatRoute(route)
    if (step === 'replace') {
      history.replaceState(history.state, '', address)
    } else if (address !== location.pathname + location.search) {
      history.pushState(null, '', address)
      this.pending = null
    }
    this.route = route
  }

  /** Goes on where the reader was: the scroll, and the result opened. False for a new place. */
  restorePlace(): boolean {
    if (this.pending === null) return false
    scrollTo(0, this.pending)
    this.pending = null
    const results = [...document.querySelectorAll<HTMLAnchorElement>('[data-result]')]
    const opened =
      results.find((link) => link.pathname + link.search === this.left) ??
      results.find((link) => link.pathname === this.left.split('?')[0])
    opened?.focus({ preventScroll: true })
    return true
  }

  /** Follows links between views without loading the page again. */
  private follow(event: MouseEvent): void {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    const link = (event.target as Element | null)?.closest?.('a[href]')
    if (!(link instanceof HTMLAnchorElement) || !isPlain || event.defaultPrevented) return
    const isOurs = link.origin === location.origin && !link.pathname.startsWith('/api/')
    if (!isOurs || link.target !== '' || link.hasAttribute('download') || link.hash !== '') return
    event.preventDefault()
    this.go(parseRoute(link.pathname, link.search))
  }
}

export const router = new Router()
