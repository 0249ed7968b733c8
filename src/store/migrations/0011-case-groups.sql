-- Departures that are one decision: what is said and proved once holds for each of them.

CREATE TABLE "case_group" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "answers" TEXT,
  "count" TEXT,
  "people" TEXT,
  "opened" TEXT NOT NULL,
  "opened_by" TEXT
) STRICT;

CREATE TABLE "case_group_answer" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_group_id" TEXT NOT NULL REFERENCES "case_group" (id) DEFERRABLE INITIALLY DEFERRED,
  "path" TEXT NOT NULL,
  "value" TEXT,
  "by" TEXT,
  "on" TEXT
) STRICT;
CREATE INDEX "case_group_answer_case_group_id" ON "case_group_answer" ("case_group_id");

ALTER TABLE "case" ADD COLUMN "case_group_id" TEXT REFERENCES "case_group" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "evidence" ADD COLUMN "case_group_id" TEXT REFERENCES "case_group" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "document_issued" ADD COLUMN "case_group_id" TEXT REFERENCES "case_group" (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "delivery" ADD COLUMN "case_group_id" TEXT REFERENCES "case_group" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "case_case_group_id" ON "case" ("case_group_id");
CREATE INDEX "evidence_case_group_id" ON "evidence" ("case_group_id");
CREATE INDEX "document_issued_case_group_id" ON "document_issued" ("case_group_id");
CREATE INDEX "delivery_case_group_id" ON "delivery" ("case_group_id");
