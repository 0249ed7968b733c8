-- A local figure says how sure its source is, and which one took its place and from when. A case keeps what it was decided on.

ALTER TABLE "local_figure" ADD COLUMN "confidence" TEXT CHECK ("confidence" IN ('high', 'medium', 'low'));
ALTER TABLE "local_figure" ADD COLUMN "superseded" TEXT;
ALTER TABLE "local_figure" ADD COLUMN "superseded_by_id" TEXT REFERENCES "local_figure" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "local_figure_superseded_by_id" ON "local_figure" ("superseded_by_id");

CREATE TABLE "case_basis" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT NOT NULL,
  "by" TEXT,
  "document" TEXT,
  "reason" TEXT,
  "pack" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "text" TEXT NOT NULL
) STRICT;
CREATE INDEX "case_basis_case_id" ON "case_basis" ("case_id");
