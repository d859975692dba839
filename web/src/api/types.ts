// The values of the program's API, as /api/openapi.json describes them.

/** [begin, end) in UTF-8 bytes. */
export type Span = [number, number]

export type StatementKind = 'direct' | 'indirect' | 'mixed'
export type Force = 'assert' | 'deny' | 'promise' | 'urge' | 'expect' | 'ask' | 'refuse'
export type EntityKind = 'person' | 'organisation' | 'place' | 'group' | 'other'
export type BlockKind =
  | 'headline'
  | 'subheading'
  | 'dateline'
  | 'paragraph'
  | 'list_item'
  | 'quotation'
  | 'caption'
  | 'table'

export interface Counts {
  documents: number
  publications: number
  statements: number
  failures: number
  removed: number
}

export interface Casebook {
  path: string
  version: number | string
  counts: Counts
  program_version: string
}

export interface QueryEcho {
  text: string
  parsed: string
  error: string | null
}

/** A sentence with the words that matched, in bytes of `text`. */
export interface MatchingSentence {
  text: string
  /** Where it stands in the document. */
  span: Span
  matches: Span[]
}

export interface DocumentResult {
  document: number
  title: string | null
  publisher: string | null
  date: string | null
  url: string | null
  language: string
  statements: number
  publications: number
  sentence: MatchingSentence | null
}

export interface Page<Result> {
  query: QueryEcho
  total: number
  results: Result[]
}

export interface FacetValue {
  value: string
  count: number
  kind?: EntityKind
}

export type FacetField = 'publisher' | 'speaker' | 'organisation' | 'language' | 'kind' | 'month'
export type Facets = Partial<Record<FacetField, FacetValue[]>>

export interface Block {
  kind: BlockKind
  span: Span
}

export interface Entity {
  name: string
  kind: EntityKind
  mentions: Span[]
}

export interface Statement {
  id: number
  speaker: string | null
  /** Index into the document's entities. */
  speaker_entity: number | null
  source: Span[]
  cue: Span[]
  content: Span[]
  kind: StatementKind
  force: Force
  negated: boolean
  conditional: boolean
  said_at: string | null
  score: number
}

export interface Publication {
  id: number | string
  title: string | null
  date: string | null
  publisher: string | null
  authors: string[]
  url: string | null
  address: string | null
}

export interface Report {
  document: number
  title: string | null
  publisher: string | null
  date: string | null
  authors: string[]
  url: string | null
  address: string | null
  language: string
  dateline: string | null
  digest: string
  text: string
  reader: string
  read_at: string | null
  blocks: Block[]
  sentences: Span[]
  entities: Entity[]
  statements: Statement[]
  publications: Publication[]
}

export interface StatementResult {
  id: number
  document: number
  title: string | null
  publisher: string | null
  date: string | null
  speaker: string | null
  speaker_kind: EntityKind | null
  source: string
  cue: string
  /** Fragments joined by " … ". */
  content: string
  kind: StatementKind
  force: Force
  negated: boolean
  conditional: boolean
  said_at: string | null
  span: Span
  sentence: string
  /** How many publications carry it. */
  carriers: number
}

export interface Speaker {
  name: string
  kind: EntityKind
  statements: number
  documents: number
}

export interface Failure {
  address: string
  reason: string
  failed_at: string
}

export type Outcome = 'text' | 'publication' | 'known' | 'removed' | 'failed'

export interface ImportOutcome {
  address: string
  outcome: Outcome
  document: number | null
  title: string | null
  reason: string | null
}

export interface ImportReply {
  outcomes: ImportOutcome[]
  counts: Counts
}
