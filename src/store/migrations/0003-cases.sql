-- What a case is made of.

CREATE TABLE "case" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT NOT NULL UNIQUE,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "employer_id" TEXT REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('resignation', 'mutual', 'dismissal', 'redundancy', 'expiry', 'retirement', 'other')),
  "ground" TEXT,
  "state" TEXT NOT NULL,
  "proposer" TEXT CHECK ("proposer" IN ('employer', 'employee')),
  "stage" TEXT CHECK ("stage" IN ('before-notice', 'notified', 'left', 'disputed', 'in-court')),
  "opened" TEXT NOT NULL,
  "opened_by" TEXT,
  "notified" TEXT,
  "notice_days_given" INTEGER,
  "notice_delivered" TEXT,
  "last_day" TEXT,
  "decided" TEXT,
  "stated_reason" TEXT,
  "employee_requests" INTEGER CHECK ("employee_requests" IN (0, 1)),
  "employee_requests_open_ended" INTEGER CHECK ("employee_requests_open_ended" IN (0, 1)),
  "employer_offer" TEXT CHECK ("employer_offer" IN ('same-or-better', 'worse', 'none')),
  "employee_renews" INTEGER CHECK ("employee_renews" IN (0, 1)),
  "layoff_count" INTEGER,
  "union_notified" TEXT,
  "union_replied" TEXT,
  "union_opinion" TEXT CHECK ("union_opinion" IN ('agree', 'object', 'none')),
  "union_opinion_text" TEXT,
  "union_reply_by" TEXT,
  "union_answered" TEXT,
  "handover_date" TEXT,
  "handover_place" TEXT,
  "receiver" TEXT,
  "signatory" TEXT,
  "signatory_title" TEXT,
  "pay_date" TEXT,
  "pay_account" TEXT,
  "pay_bank" TEXT,
  "social_insurance_month" TEXT,
  "housing_fund_month" TEXT,
  "agreed_extra" TEXT,
  "agreed_extra_nature" TEXT,
  "noncompete" TEXT CHECK ("noncompete" IN ('enforce', 'waive', 'none')),
  "paused" TEXT,
  "pause_reason" TEXT,
  "look_again" TEXT,
  "closed" TEXT,
  "outcome" TEXT
) STRICT;
CREATE INDEX "case_state" ON "case" ("state");
CREATE INDEX "case_employee_id" ON "case" ("employee_id");
CREATE INDEX "case_employer_id" ON "case" ("employer_id");

CREATE TABLE "case_fact" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "date" TEXT,
  "time" TEXT,
  "place" TEXT,
  "text" TEXT NOT NULL,
  "rule_id" TEXT REFERENCES "rule" (id) DEFERRABLE INITIALLY DEFERRED,
  "duty" TEXT,
  "loss" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "case_fact_case_id" ON "case_fact" ("case_id");
CREATE INDEX "case_fact_rule_id" ON "case_fact" ("rule_id");
CREATE INDEX "case_fact_evidence_id" ON "case_fact" ("evidence_id");

CREATE TABLE "case_answer" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "path" TEXT NOT NULL,
  "value" TEXT,
  "by" TEXT,
  "on" TEXT
) STRICT;
CREATE INDEX "case_answer_case_id" ON "case_answer" ("case_id");

CREATE TABLE "case_reason" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT NOT NULL,
  "weight" TEXT,
  "text" TEXT
) STRICT;
CREATE INDEX "case_reason_case_id" ON "case_reason" ("case_id");

CREATE TABLE "case_override" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "finding" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "case_override_case_id" ON "case_override" ("case_id");
CREATE INDEX "case_override_evidence_id" ON "case_override" ("evidence_id");

CREATE TABLE "case_note" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT,
  "by" TEXT,
  "text" TEXT NOT NULL
) STRICT;
CREATE INDEX "case_note_case_id" ON "case_note" ("case_id");

CREATE TABLE "status_answer" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "answer" TEXT NOT NULL CHECK ("answer" IN ('yes', 'no', 'unknown')),
  "asked_of" TEXT,
  "asked_by" TEXT,
  "asked_on" TEXT,
  "detail" TEXT,
  "until" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "status_answer_case_id" ON "status_answer" ("case_id");
CREATE INDEX "status_answer_employee_id" ON "status_answer" ("employee_id");
CREATE INDEX "status_answer_evidence_id" ON "status_answer" ("evidence_id");

CREATE TABLE "evidence" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "title" TEXT,
  "date" TEXT,
  "sha256" TEXT NOT NULL REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
  "size" INTEGER,
  "media_type" TEXT,
  "file_name" TEXT,
  "added" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "evidence_case_id" ON "evidence" ("case_id");
CREATE INDEX "evidence_employee_id" ON "evidence" ("employee_id");

CREATE TABLE "document_issued" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "document" TEXT NOT NULL,
  "number" TEXT,
  "title" TEXT,
  "sha256" TEXT NOT NULL REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
  "facts_sha256" TEXT REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED,
  "issued" TEXT NOT NULL,
  "issued_by" TEXT,
  "copies" INTEGER,
  "pages" INTEGER,
  "pack" TEXT,
  "pack_version" TEXT,
  "pack_sha256" TEXT,
  "head" TEXT,
  "withdrawn" TEXT
) STRICT;
CREATE INDEX "document_issued_case_id" ON "document_issued" ("case_id");

CREATE TABLE "delivery" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "document_issued_id" TEXT NOT NULL REFERENCES "document_issued" (id) DEFERRABLE INITIALLY DEFERRED,
  "by" TEXT NOT NULL CHECK ("by" IN ('hand', 'post', 'mail', 'announcement', 'notary')),
  "on" TEXT NOT NULL,
  "place" TEXT,
  "delivered_by" TEXT,
  "witness1" TEXT,
  "witness2" TEXT,
  "waybill" TEXT,
  "address" TEXT,
  "status" TEXT CHECK ("status" IN ('done', 'failed')),
  "note" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "delivery_case_id" ON "delivery" ("case_id");
CREATE INDEX "delivery_document_issued_id" ON "delivery" ("document_issued_id");
CREATE INDEX "delivery_evidence_id" ON "delivery" ("evidence_id");

CREATE TABLE "task" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "kind" TEXT,
  "due" TEXT,
  "done" TEXT,
  "assignee" TEXT,
  "assignee_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "task_case_id" ON "task" ("case_id");
CREATE INDEX "task_employee_id" ON "task" ("employee_id");
CREATE INDEX "task_assignee_id" ON "task" ("assignee_id");

CREATE TABLE "pack_used" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "pack" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "changed" INTEGER CHECK ("changed" IN (0, 1)),
  "made" TEXT
) STRICT;
CREATE INDEX "pack_used_case_id" ON "pack_used" ("case_id");
