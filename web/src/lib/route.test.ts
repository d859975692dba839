import { expect, test } from 'vitest'
import { formatRoute, kLibrary, kSaid, parseRoute, readRoute, type Route } from './route'

function parse(address: string): Route {
  const url = new URL(address, 'http://localhost')
  return parseRoute(url.pathname, url.search)
}

test.each<[string, Route]>([
  ['/', kLibrary],
  ['/library', kLibrary],
  ['/library?q=shells+publisher%3ANATO&sort=date&page=3', { view: 'library', q: 'shells publisher:NATO', sort: 'date', page: 3 }],
  ['/library?sort=upwards&page=-1', kLibrary],
  ['/read/12', readRoute(12)],
  ['/read/12?statement=34', readRoute(12, { statement: 34 })],
  ['/read/12?at=100-180&name=2&marks=off', readRoute(12, { at: [100, 180], name: 2, plain: true })],
  ['/read/12?at=oops', readRoute(12)],
  ['/said?speaker=Jens+Stoltenberg&force=promise', { ...kSaid, speaker: 'Jens Stoltenberg', force: 'promise' }],
  ['/said?kind=loud', kSaid],
  ['/about', { view: 'about' }],
  ['/read', { view: 'missing' }],
  ['/read/twelve', { view: 'missing' }],
  ['/library/12', { view: 'missing' }],
  ['/elsewhere', { view: 'missing' }],
])('parseRoute(%s)', (address, route) => {
  expect(parse(address)).toEqual(route)
})

test.each<Route>([
  kLibrary,
  { view: 'library', q: '"air & sea" OR ž', sort: 'date', page: 2 },
  readRoute(7, { statement: 1, at: [0, 9], name: 0, plain: true }),
  { ...kSaid, speaker: 'A', about: 'b c', q: 'publisher:X', from: '2024-01-01', to: '2024-06', kind: 'direct', force: 'deny', page: 9 },
  { view: 'about' },
])('%j survives its address', (route) => {
  expect(parse(formatRoute(route))).toEqual(route)
})
