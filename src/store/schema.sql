-- The casebook, version 1. All tables are STRICT; dates are ISO 8601 text at the precision that
-- was stated ("2024-06"), instants are UTC ("2026-11-24T10:34:22Z").

-- A text, once, whoever published it. Read and analysed by `reader`.
CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again after a removal
  digest BLOB NOT NULL UNIQUE,        -- SHA-256 of the text
  text BLOB NOT NULL,                 -- zstd frame of the UTF-8 text
  bytes INTEGER NOT NULL,             -- size of the text
  language TEXT NOT NULL,
  dateline TEXT NOT NULL,
  layout BLOB NOT NULL,               -- blocks and sentences, packed: store/packing.h
  reader TEXT NOT NULL,               -- what analysed it
  read_at TEXT NOT NULL
) STRICT;

-- The bytes that a publication came as, where they are not the text itself.
CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,        -- SHA-256 of the bytes
  bytes BLOB NOT NULL                 -- zstd frame
) STRICT;

-- One appearance of a text: a text may have many.
CREATE TABLE publication (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  key BLOB NOT NULL,                  -- SHA-256 over given id, title, publisher, date, url
  given_id TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  authors TEXT NOT NULL,              -- JSON array
  published TEXT,
  modified TEXT,
  url TEXT NOT NULL,
  address TEXT NOT NULL,
  media_type TEXT NOT NULL,
  original INTEGER REFERENCES original(id),
  captured_at TEXT NOT NULL,
  UNIQUE (document, key)
) STRICT;
CREATE INDEX publication_published ON publication(published);
CREATE INDEX publication_publisher ON publication(publisher);
CREATE INDEX publication_given_id ON publication(given_id);
CREATE INDEX publication_original ON publication(original);

-- A name that several documents share, for facets and `speaker:`. Documents' entities point here
-- when kind and full name are the same.
CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (name, kind)
) STRICT;

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,           -- index in the document's Analysis
  actor INTEGER NOT NULL REFERENCES actor(id),
  mentions BLOB NOT NULL,             -- spans, packed
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX entity_actor ON entity(actor);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  speaker INTEGER REFERENCES actor(id),
  speaker_ordinal INTEGER,            -- the speaker's entity in this document
  kind TEXT NOT NULL,
  force TEXT NOT NULL,
  negated INTEGER NOT NULL,
  conditional INTEGER NOT NULL,
  said_at TEXT,
  score REAL NOT NULL,
  spans BLOB NOT NULL,                -- source, cue and content, packed
  quotation BLOB NOT NULL,            -- what `verify` compares: store/wording.h
  UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX statement_speaker ON statement(speaker, said_at);

-- Full text. Contentless: the words stand in `document.text` only. What goes in, and must be given
-- again to take it out: store/wording.h. rowid = document.id.
CREATE VIRTUAL TABLE document_words USING fts5(
  title, text, content='', tokenize="porter unicode61 remove_diacritics 2"
);
-- rowid = statement.id
CREATE VIRTUAL TABLE statement_words USING fts5(
  content, content='', tokenize="porter unicode61 remove_diacritics 2"
);

-- Sixteen segments of a size are merged at a time, not four: a batch is written fewer times over.
INSERT INTO document_words(document_words, rank) VALUES('automerge', 16);
INSERT INTO statement_words(statement_words, rank) VALUES('automerge', 16);

-- What could not be read, and why.
CREATE TABLE failure (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  failed_at TEXT NOT NULL
) STRICT;

-- What was taken out for good. Nothing of the text is kept but its digest, so that it is not read
-- in again unnoticed.
CREATE TABLE tombstone (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  removed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  removed_at TEXT NOT NULL,
  erased INTEGER NOT NULL             -- 1 once no byte of it is left in the file
) STRICT;
