// Reads from the program. Every function throws ApiError with a message for a person.

import type {
  Casebook,
  DocumentResult,
  Facets,
  Failure,
  Page,
  Report,
  Speaker,
  StatementResult,
} from './types'

const kRoot = '/api/v1'

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The error a reply carries; a plain sentence where it carries none. */
export function errorFrom(status: number, body: unknown): ApiError {
  const error = (body as { error?: { code?: string; message?: string } } | null)?.error
  return new ApiError(error?.code ?? 'internal', error?.message ?? `The program answered ${status}.`)
}

type Parameters = Record<string, string | number>

async function get<Value>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<Value> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== '') query.set(name, String(value))
  }
  const address = `${kRoot}${path}${query.size > 0 ? `?${query}` : ''}`
  const reply = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiError('io', 'Afterword does not answer. Is it still running?')
  })
  const body: unknown = await reply.json().catch(() => null)
  if (!reply.ok) throw errorFrom(reply.status, body)
  return body as Value
}

export interface Window {
  limit: number
  offset: number
}

export function getCasebook(signal?: AbortSignal): Promise<Casebook> {
  return get('/casebook', {}, signal)
}

export function getDocuments(q: string, sort: string, window: Window, signal?: AbortSignal) {
  return get<Page<DocumentResult>>('/documents', { q, sort, ...window }, signal)
}

export function getFacets(q: string, signal?: AbortSignal): Promise<Facets> {
  return get('/facets', { q }, signal)
}

export function getReport(document: number, signal?: AbortSignal): Promise<Report> {
  return get(`/documents/${document}`, {}, signal)
}

/** Newest first, whatever is looked for: a position is followed through time. */
export function getStatements(filters: Parameters, window: Window, signal?: AbortSignal) {
  return get<Page<StatementResult>>('/statements', { ...filters, sort: 'date', ...window }, signal)
}

export function getSpeakers(prefix: string, signal?: AbortSignal): Promise<Speaker[]> {
  return get('/speakers', { q: prefix, limit: 12 }, signal)
}

export function getFailures(signal?: AbortSignal): Promise<Failure[]> {
  return get('/failures', {}, signal)
}

/** Where the bytes are as they came. */
export function originalAddress(document: number): string {
  return `${kRoot}/documents/${document}/original`
}
