-- The first schema. Until it is released it is changed in place; from then on it never changes, and what is
-- new is a further file. Identifiers are quoted because HR's own words (case, union, from) are SQL's too.
-- References are checked at the end of a transaction, so that a command may bring records in any order.

-- What happened. An event is never changed; why, details and changes lie apart, committed to by payload_hash,
-- so that what the law wants erased can be erased without breaking the chain.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  payload_hash BLOB NOT NULL CHECK (length (payload_hash) = 32),
  previous BLOB NOT NULL CHECK (length (previous) = 32),
  hash BLOB NOT NULL UNIQUE CHECK (length (hash) = 32)
) STRICT;
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'an event is never removed'); END;

CREATE TABLE event_payload (
  event_seq INTEGER PRIMARY KEY REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  salt BLOB NOT NULL CHECK (length (salt) = 32),
  why TEXT,
  details TEXT
) STRICT;

CREATE TABLE event_subject (
  subject TEXT NOT NULL,
  event_seq INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (subject, event_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_subject_event ON event_subject (event_seq);

-- What each event left a record as; NULL where it removed it. The state before is what the event before left.
CREATE TABLE event_change (
  event_seq INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  after TEXT,
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_change_record ON event_change (record_id, event_seq, position);

-- Files by their hash, in pieces. One without a hash is still coming in; one without an event nobody has
-- taken up yet. Both are cleared away when the store is next opened for writing.
CREATE TABLE blob (
  seq INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,
  size INTEGER NOT NULL DEFAULT 0,
  taken_up_by_event INTEGER REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE blob_piece (
  seq INTEGER PRIMARY KEY,
  blob_seq INTEGER NOT NULL REFERENCES blob (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (blob_seq, position)
) STRICT;

-- Half-written pages and notes. They carry no event.
CREATE TABLE draft (
  owner TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  saved TEXT NOT NULL,
  PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;

-- Derived from employee and rebuilt with it: order of the list by pinyin, words of the search.
CREATE TABLE employee_sort (
  seq INTEGER PRIMARY KEY,
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX employee_sort_key ON employee_sort (sort_key);
CREATE VIRTUAL TABLE employee_search USING fts5 (
  characters, pinyin, initials, numbers,
  content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('employees', 0);
