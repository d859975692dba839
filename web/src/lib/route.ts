// The addresses of the page. All that a view shows is in its address, so that it can be shared,
// reloaded and gone back to. What is at its default is left out.

import { kForces, kStatementKinds } from './words'

export type Sort = 'relevance' | 'date'

export interface LibraryRoute {
  view: 'library'
  q: string
  sort: Sort
  page: number
}

export interface ReadRoute {
  view: 'read'
  document: number
  /** The statement shown, by its id. */
  statement: number | null
  /** A sentence to show, [begin, end) in bytes of the text. */
  at: [number, number] | null
  /** The name whose mentions are shown, by its place among the names of the report. */
  name: number | null
  /** Without marks, to read undisturbed. */
  plain: boolean
}

export interface SaidFilters {
  speaker: string
  about: string
  q: string
  from: string
  to: string
  kind: string
  force: string
}

export interface SaidRoute extends SaidFilters {
  view: 'said'
  page: number
}

export type Route = LibraryRoute | ReadRoute | SaidRoute | { view: 'about' } | { view: 'missing' }

export const kLibrary: LibraryRoute = { view: 'library', q: '', sort: 'relevance', page: 1 }
export const kNoFilters: SaidFilters = { speaker: '', about: '', q: '', from: '', to: '', kind: '', force: '' }
export const kSaid: SaidRoute = { view: 'said', ...kNoFilters, page: 1 }

export function readRoute(document: number, shown: Partial<ReadRoute> = {}): ReadRoute {
  return { view: 'read', document, statement: null, at: null, name: null, plain: false, ...shown }
}

function whole(text: string | null | undefined): number | null {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : null
}

function pageOf(query: URLSearchParams): number {
  return Math.max(1, whole(query.get('page')) ?? 1)
}

function spanOf(text: string | null): [number, number] | null {
  const match = /^(\d{1,10})-(\d{1,10})$/.exec(text ?? '')
  return match ? [Number(match[1]), Number(match[2])] : null
}

function parseSaid(query: URLSearchParams): SaidRoute {
  const text = (name: string) => query.get(name) ?? ''
  const among = (name: string, known: readonly string[]) => (known.includes(text(name)) ? text(name) : '')
  return {
    view: 'said',
    speaker: text('speaker'),
    about: text('about'),
    q: text('q'),
    from: text('from'),
    to: text('to'),
    kind: among('kind', kStatementKinds),
    force: among('force', kForces),
    page: pageOf(query),
  }
}

/** Wrong values become their default; an unknown path is `missing`. */
export function parseRoute(path: string, search: string): Route {
  const query = new URLSearchParams(search)
  const [view = '', rest, ...more] = path.split('/').filter((part) => part !== '')
  if (more.length > 0 || (rest !== undefined && view !== 'read')) return { view: 'missing' }
  if (view === '' || view === 'library') {
    const sort: Sort = query.get('sort') === 'date' ? 'date' : 'relevance'
    return { view: 'library', q: query.get('q') ?? '', sort, page: pageOf(query) }
  }
  const document = whole(rest)
  if (view === 'read' && document !== null) {
    return readRoute(document, {
      statement: whole(query.get('statement')),
      at: spanOf(query.get('at')),
      name: whole(query.get('name')),
      plain: query.get('marks') === 'off',
    })
  }
  if (view === 'said') return parseSaid(query)
  return view === 'about' ? { view: 'about' } : { view: 'missing' }
}

function address(path: string, parameters: Record<string, string | number | null>, defaults: object = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    const isDefault = value === (defaults as Record<string, unknown>)[name]
    if (value !== null && value !== '' && !isDefault) query.set(name, String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** The inverse of parseRoute. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'library': {
      const { view, ...shown } = route
      return address('/library', shown, kLibrary)
    }
    case 'said': {
      const { view, ...shown } = route
      return address('/said', shown, kSaid)
    }
    case 'read':
      return address(`/read/${route.document}`, {
        statement: route.statement,
        at: route.at && route.at.join('-'),
        name: route.name,
        marks: route.plain ? 'off' : null,
      })
    case 'about':
      return '/about'
    case 'missing':
      return '/library'
  }
}
