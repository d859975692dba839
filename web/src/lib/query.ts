// Edits the text of a search: finds, adds and removes its filters (`publisher:NATO`), and leaves
// the rest as it was typed. It does not judge the search; the program does.

export interface Filter {
  field: string
  value: string
}

interface Token {
  begin: number
  end: number
  text: string
  /** How many parentheses it stands in. */
  depth: number
}

/** Words, "phrases", field:"values" and parentheses, in order. */
function tokens(query: string): Token[] {
  const found: Token[] = []
  let depth = 0
  for (const match of query.matchAll(/[()]|(?:[^\s()"]|"[^"]*(?:"|$))+/g)) {
    const text = match[0]
    if (text === ')') depth = Math.max(0, depth - 1)
    found.push({ begin: match.index, end: match.index + text.length, text, depth })
    if (text === '(') depth++
  }
  return found
}

function asFilter(text: string): Filter | null {
  const match = /^([a-z]+):(.+)$/i.exec(text)
  if (!match) return null
  return { field: match[1]!.toLowerCase(), value: match[2]!.replaceAll('"', '') }
}

function same(a: Filter, b: Filter): boolean {
  return a.field === b.field && a.value.toLowerCase() === b.value.toLowerCase()
}

/** The filters that every result must pass: outside parentheses and not beside an OR. */
function filterTokens(query: string): (Token & { filter: Filter })[] {
  const all = tokens(query)
  const isOr = (index: number) => all[index]?.text === 'OR'
  return all.flatMap((token, index) => {
    const filter = asFilter(token.text)
    if (!filter || token.depth > 0 || isOr(index - 1) || isOr(index + 1)) return []
    return [{ ...token, filter }]
  })
}

export function filters(query: string): Filter[] {
  return filterTokens(query).map((token) => token.filter)
}

export function hasFilter(query: string, wanted: Filter): boolean {
  return filters(query).some((filter) => same(filter, wanted))
}

/** `speaker:"Jens Stoltenberg"`, with quotation marks where they are needed. */
export function formatFilter({ field, value }: Filter): string {
  const plain = /^[\p{L}\p{N}._/-]+$/u.test(value)
  return plain ? `${field}:${value}` : `${field}:"${value.replaceAll('"', ' ').trim()}"`
}

/** Alternatives are put in parentheses first: a filter applies to all of them. */
export function addFilter(query: string, filter: Filter): string {
  if (hasFilter(query, filter)) return query
  const rest = query.trim()
  const hasChoice = tokens(rest).some((token) => token.text === 'OR' && token.depth === 0)
  return `${hasChoice ? `(${rest})` : rest} ${formatFilter(filter)}`.trim()
}

/** Undoes addFilter, also its parentheses. */
export function removeFilter(query: string, wanted: Filter): string {
  let rest = query
  for (const token of filterTokens(query).reverse()) {
    if (same(token.filter, wanted)) rest = rest.slice(0, token.begin).trimEnd() + rest.slice(token.end)
  }
  return withoutOuterParentheses(rest.trim())
}

export function toggleFilter(query: string, filter: Filter): string {
  return hasFilter(query, filter) ? removeFilter(query, filter) : addFilter(query, filter)
}

function withoutOuterParentheses(query: string): string {
  const all = tokens(query)
  const closing = all.findIndex((token) => token.text === ')' && token.depth === 0)
  const isWhole = all[0]?.text === '(' && closing === all.length - 1
  return isWhole ? query.slice(1, -1).trim() : query
}
