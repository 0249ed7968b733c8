-- A talk of a case as it was held, and what was said, seen and agreed in it, in order.

CREATE TABLE "talk" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "script" TEXT,
  "title" TEXT,
  "on" TEXT NOT NULL,
  "began" TEXT,
  "seconds" INTEGER,
  "place" TEXT,
  "led_by" TEXT,
  "manager" TEXT,
  "manager_answer" TEXT CHECK ("manager_answer" IN ('asked', 'comes', 'declines')),
  "manager_note" TEXT
) STRICT;
CREATE INDEX "talk_case_id" ON "talk" ("case_id");
CREATE INDEX "talk_employee_id" ON "talk" ("employee_id");

CREATE TABLE "talk_entry" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "talk_id" TEXT NOT NULL REFERENCES "talk" (id) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "second" INTEGER,
  "sort" TEXT NOT NULL CHECK ("sort" IN ('note', 'agreed', 'open', 'promise', 'mood', 'alert', 'scene', 'break')),
  "speaker" TEXT CHECK ("speaker" IN ('employee', 'hr', 'manager')),
  "text" TEXT,
  "detail" TEXT,
  "due" TEXT
) STRICT;
CREATE INDEX "talk_entry_talk_id" ON "talk_entry" ("talk_id");
CREATE INDEX "talk_entry_case_id" ON "talk_entry" ("case_id");
