-- Every kind of record, as src/store/fw-record-kinds-*.c describe it; a test holds the two against one another.

CREATE TABLE "employer" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "registration" TEXT,
  "headcount" INTEGER,
  "jurisdiction" TEXT NOT NULL,
  "place" TEXT,
  "currency" TEXT,
  "address" TEXT,
  "representative" TEXT,
  "phone" TEXT,
  "bank_note" TEXT,
  "hr_contact" TEXT,
  "hr_phone" TEXT,
  "hr_email" TEXT,
  "rules_title" TEXT,
  "letterhead" TEXT,
  "logo_sha256" TEXT REFERENCES blob (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "union" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employer_id" TEXT NOT NULL REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "exists" INTEGER CHECK ("exists" IN (0, 1)),
  "name" TEXT,
  "address" TEXT,
  "phone" TEXT,
  "contact" TEXT,
  "no_union_body" TEXT
) STRICT;
CREATE INDEX "union_employer_id" ON "union" ("employer_id");

CREATE TABLE "branch" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employer_id" TEXT NOT NULL REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "place" TEXT,
  "jurisdiction" TEXT,
  "address" TEXT,
  "phone" TEXT
) STRICT;
CREATE INDEX "branch_employer_id" ON "branch" ("employer_id");

CREATE TABLE "department" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employer_id" TEXT REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "code" TEXT,
  "parent_id" TEXT REFERENCES "department" (id) DEFERRABLE INITIALLY DEFERRED,
  "head_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "cost_center" TEXT
) STRICT;
CREATE INDEX "department_employer_id" ON "department" ("employer_id");
CREATE INDEX "department_parent_id" ON "department" ("parent_id");
CREATE INDEX "department_head_id" ON "department" ("head_id");

CREATE TABLE "level" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "rank" INTEGER
) STRICT;

CREATE TABLE "position" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "department_id" TEXT REFERENCES "department" (id) DEFERRABLE INITIALLY DEFERRED,
  "level_id" TEXT REFERENCES "level" (id) DEFERRABLE INITIALLY DEFERRED,
  "description" TEXT
) STRICT;
CREATE INDEX "position_department_id" ON "position" ("department_id");
CREATE INDEX "position_level_id" ON "position" ("level_id");

CREATE TABLE "hiring_criterion" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "position_id" TEXT REFERENCES "position" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "text" TEXT,
  "published" TEXT
) STRICT;
CREATE INDEX "hiring_criterion_position_id" ON "hiring_criterion" ("position_id");

CREATE TABLE "employee" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "pinyin" TEXT,
  "sex" TEXT CHECK ("sex" IN ('female', 'male')),
  "born" TEXT,
  "identity" TEXT,
  "identity_kind" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "address" TEXT,
  "service_address" TEXT,
  "temperament" TEXT CHECK ("temperament" IN ('open', 'reserved', 'sensitive', 'assertive')),
  "retirement_category" TEXT CHECK ("retirement_category" IN ('M60', 'F55', 'F50')),
  "total_work_years" TEXT,
  "direct_reports" INTEGER,
  "status" TEXT CHECK ("status" IN ('active', 'leaving', 'left')),
  "employer_id" TEXT REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "branch_id" TEXT REFERENCES "branch" (id) DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT REFERENCES "department" (id) DEFERRABLE INITIALLY DEFERRED,
  "position_id" TEXT REFERENCES "position" (id) DEFERRABLE INITIALLY DEFERRED,
  "level_id" TEXT REFERENCES "level" (id) DEFERRABLE INITIALLY DEFERRED,
  "manager_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "bank_name" TEXT,
  "bank_account" TEXT,
  "emergency_contact" TEXT,
  "emergency_phone" TEXT,
  "contact_confirmed" TEXT,
  "left" TEXT
) STRICT;
CREATE INDEX "employee_employer_id" ON "employee" ("employer_id");
CREATE INDEX "employee_branch_id" ON "employee" ("branch_id");
CREATE INDEX "employee_department_id" ON "employee" ("department_id");
CREATE INDEX "employee_position_id" ON "employee" ("position_id");
CREATE INDEX "employee_level_id" ON "employee" ("level_id");
CREATE INDEX "employee_manager_id" ON "employee" ("manager_id");

CREATE TABLE "employment" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "employer_id" TEXT REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "hired" TEXT NOT NULL,
  "hired_estimated" INTEGER CHECK ("hired_estimated" IN (0, 1)),
  "contract" TEXT CHECK ("contract" IN ('fixed-term', 'open-ended', 'task', 'part-time', 'dispatch', 'over-age')),
  "contract_number" TEXT,
  "contract_start" TEXT,
  "contract_end" TEXT,
  "contract_signed" TEXT,
  "written_contract" INTEGER CHECK ("written_contract" IN (0, 1)),
  "fixed_term_count" INTEGER,
  "probation_end" TEXT,
  "probation_count" INTEGER,
  "prior_service_months" TEXT,
  "prior_severance_paid" INTEGER CHECK ("prior_severance_paid" IN (0, 1)),
  "last_promotion" TEXT,
  "workplace" TEXT,
  "workplace_type" TEXT,
  "hours_system" TEXT,
  "salary_day" INTEGER,
  "supervisor" TEXT,
  "handover_to" TEXT,
  "ended" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "employment_employee_id" ON "employment" ("employee_id");
CREATE INDEX "employment_employer_id" ON "employment" ("employer_id");
CREATE INDEX "employment_evidence_id" ON "employment" ("evidence_id");

CREATE TABLE "appointment" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT,
  "department_id" TEXT REFERENCES "department" (id) DEFERRABLE INITIALLY DEFERRED,
  "position_id" TEXT REFERENCES "position" (id) DEFERRABLE INITIALLY DEFERRED,
  "level_id" TEXT REFERENCES "level" (id) DEFERRABLE INITIALLY DEFERRED,
  "manager_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "promotion" INTEGER CHECK ("promotion" IN (0, 1)),
  "reason" TEXT
) STRICT;
CREATE INDEX "appointment_employee_id" ON "appointment" ("employee_id");
CREATE INDEX "appointment_department_id" ON "appointment" ("department_id");
CREATE INDEX "appointment_position_id" ON "appointment" ("position_id");
CREATE INDEX "appointment_level_id" ON "appointment" ("level_id");
CREATE INDEX "appointment_manager_id" ON "appointment" ("manager_id");

CREATE TABLE "criterion" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "hiring_criterion_id" TEXT REFERENCES "hiring_criterion" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "acknowledged" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "criterion_employee_id" ON "criterion" ("employee_id");
CREATE INDEX "criterion_hiring_criterion_id" ON "criterion" ("hiring_criterion_id");
CREATE INDEX "criterion_evidence_id" ON "criterion" ("evidence_id");

CREATE TABLE "rule" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employer_id" TEXT REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT,
  "title" TEXT NOT NULL,
  "article" TEXT,
  "text" TEXT,
  "democratic" INTEGER CHECK ("democratic" IN (0, 1)),
  "published" TEXT,
  "from" TEXT,
  "until" TEXT,
  "democratic_evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED,
  "published_evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED,
  "text_evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "rule_employer_id" ON "rule" ("employer_id");
CREATE INDEX "rule_democratic_evidence_id" ON "rule" ("democratic_evidence_id");
CREATE INDEX "rule_published_evidence_id" ON "rule" ("published_evidence_id");
CREATE INDEX "rule_text_evidence_id" ON "rule" ("text_evidence_id");

CREATE TABLE "acknowledgement" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "rule_id" TEXT NOT NULL REFERENCES "rule" (id) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "acknowledged" TEXT NOT NULL,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "acknowledgement_rule_id" ON "acknowledgement" ("rule_id");
CREATE INDEX "acknowledgement_employee_id" ON "acknowledgement" ("employee_id");
CREATE INDEX "acknowledgement_evidence_id" ON "acknowledgement" ("evidence_id");

CREATE TABLE "wage" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "month" TEXT NOT NULL,
  "gross" TEXT NOT NULL,
  "overtime" TEXT,
  "bonus" TEXT,
  "normal" INTEGER CHECK ("normal" IN (0, 1)),
  "note" TEXT
) STRICT;
CREATE INDEX "wage_employee_id" ON "wage" ("employee_id");

CREATE TABLE "wage_component" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "month" TEXT NOT NULL,
  "component" TEXT NOT NULL,
  "amount" TEXT NOT NULL,
  "counted" INTEGER CHECK ("counted" IN (0, 1))
) STRICT;
CREATE INDEX "wage_component_employee_id" ON "wage_component" ("employee_id");

CREATE TABLE "raise" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "percent" TEXT,
  "team_percent" TEXT,
  "before" TEXT,
  "after" TEXT,
  "reason" TEXT
) STRICT;
CREATE INDEX "raise_employee_id" ON "raise" ("employee_id");

CREATE TABLE "market" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "position_id" TEXT REFERENCES "position" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT NOT NULL,
  "place" TEXT,
  "year" INTEGER NOT NULL,
  "low" TEXT,
  "median" TEXT,
  "high" TEXT,
  "employee_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "percentile" TEXT,
  "source" TEXT
) STRICT;
CREATE INDEX "market_position_id" ON "market" ("position_id");
CREATE INDEX "market_employee_id" ON "market" ("employee_id");

CREATE TABLE "target" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "period" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "unit" TEXT,
  "target" TEXT NOT NULL,
  "agreed" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "target_employee_id" ON "target" ("employee_id");
CREATE INDEX "target_evidence_id" ON "target" ("evidence_id");

CREATE TABLE "review" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "period" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "unit" TEXT,
  "score" TEXT,
  "target" TEXT,
  "actual" TEXT,
  "grade" TEXT,
  "signed" INTEGER CHECK ("signed" IN (0, 1)),
  "team_average" TEXT,
  "date" TEXT,
  "reviewer" TEXT,
  "objection" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "review_employee_id" ON "review" ("employee_id");
CREATE INDEX "review_evidence_id" ON "review" ("evidence_id");

CREATE TABLE "achievement" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "source" TEXT,
  "sort" TEXT CHECK ("sort" IN ('achievement', 'thanks'))
) STRICT;
CREATE INDEX "achievement_employee_id" ON "achievement" ("employee_id");

CREATE TABLE "attendance" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('late', 'absent', 'early', 'overtime', 'leave')),
  "minutes" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "attendance_employee_id" ON "attendance" ("employee_id");

CREATE TABLE "training" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "score" TEXT,
  "pass_mark" TEXT,
  "hours" TEXT,
  "cost" TEXT,
  "service_until" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "training_employee_id" ON "training" ("employee_id");
CREATE INDEX "training_evidence_id" ON "training" ("evidence_id");

CREATE TABLE "skill" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "level" TEXT,
  "acquired" TEXT
) STRICT;
CREATE INDEX "skill_employee_id" ON "skill" ("employee_id");

CREATE TABLE "violation" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "rule" TEXT,
  "rule_id" TEXT REFERENCES "rule" (id) DEFERRABLE INITIALLY DEFERRED,
  "what" TEXT NOT NULL,
  "warned" INTEGER CHECK ("warned" IN (0, 1)),
  "warned_on" TEXT,
  "statement" TEXT,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "violation_employee_id" ON "violation" ("employee_id");
CREATE INDEX "violation_rule_id" ON "violation" ("rule_id");
CREATE INDEX "violation_evidence_id" ON "violation" ("evidence_id");

CREATE TABLE "feedback" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "by" TEXT,
  "signed" INTEGER CHECK ("signed" IN (0, 1)),
  "text" TEXT NOT NULL,
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "feedback_employee_id" ON "feedback" ("employee_id");
CREATE INDEX "feedback_evidence_id" ON "feedback" ("evidence_id");

CREATE TABLE "project" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT,
  "name" TEXT NOT NULL,
  "status" TEXT,
  "start" TEXT,
  "planned_end" TEXT,
  "ended" TEXT,
  "delay_days" TEXT,
  "department_id" TEXT REFERENCES "department" (id) DEFERRABLE INITIALLY DEFERRED,
  "owner_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "project_department_id" ON "project" ("department_id");
CREATE INDEX "project_owner_id" ON "project" ("owner_id");

CREATE TABLE "assignment" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "project_id" TEXT NOT NULL REFERENCES "project" (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "share" TEXT,
  "from" TEXT,
  "until" TEXT
) STRICT;
CREATE INDEX "assignment_employee_id" ON "assignment" ("employee_id");
CREATE INDEX "assignment_project_id" ON "assignment" ("project_id");

CREATE TABLE "duty" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "detail" TEXT,
  "receiver_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "duty_employee_id" ON "duty" ("employee_id");
CREATE INDEX "duty_receiver_id" ON "duty" ("receiver_id");

CREATE TABLE "equipment" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "label" TEXT NOT NULL,
  "serial" TEXT,
  "issued" TEXT,
  "returned" TEXT
) STRICT;
CREATE INDEX "equipment_employee_id" ON "equipment" ("employee_id");

CREATE TABLE "account" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "system" TEXT NOT NULL,
  "login" TEXT,
  "opened" TEXT,
  "closed" TEXT
) STRICT;
CREATE INDEX "account_employee_id" ON "account" ("employee_id");

CREATE TABLE "survey" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "department_id" TEXT REFERENCES "department" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "score" TEXT,
  "text" TEXT
) STRICT;
CREATE INDEX "survey_employee_id" ON "survey" ("employee_id");
CREATE INDEX "survey_department_id" ON "survey" ("department_id");

CREATE TABLE "measure" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "month" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "unit" TEXT
) STRICT;
CREATE INDEX "measure_employee_id" ON "measure" ("employee_id");

CREATE TABLE "protection" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "employee_id" TEXT NOT NULL REFERENCES "employee" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "grade" TEXT,
  "infant_born" TEXT,
  "exit_medical" TEXT CHECK ("exit_medical" IN ('done', 'refused', 'missing')),
  "evidence_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "protection_employee_id" ON "protection" ("employee_id");
CREATE INDEX "protection_evidence_id" ON "protection" ("evidence_id");

CREATE TABLE "local_figure" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "jurisdiction" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "amount" TEXT NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "source" TEXT,
  "published" TEXT,
  "confirmed" INTEGER CHECK ("confirmed" IN (0, 1)),
  "confirmed_by" TEXT,
  "confirmed_on" TEXT
) STRICT;

CREATE TABLE "template_override" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "document" TEXT NOT NULL,
  "block" TEXT NOT NULL,
  "language" TEXT,
  "employer_id" TEXT REFERENCES "employer" (id) DEFERRABLE INITIALLY DEFERRED,
  "case_id" TEXT REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "base_sha256" TEXT,
  "facts_sha256" TEXT,
  "read" INTEGER CHECK ("read" IN (0, 1))
) STRICT;
CREATE INDEX "template_override_employer_id" ON "template_override" ("employer_id");
CREATE INDEX "template_override_case_id" ON "template_override" ("case_id");

CREATE TABLE "setting" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL UNIQUE,
  "value" TEXT
) STRICT;

CREATE TABLE "custom_field" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "record_kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "label_zh" TEXT,
  "label_en" TEXT,
  "type" TEXT NOT NULL CHECK ("type" IN ('text', 'date', 'month', 'money', 'number', 'count', 'truth')),
  "position" INTEGER
) STRICT;

CREATE TABLE "custom_value" (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  changed_by_event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  "custom_field_id" TEXT NOT NULL REFERENCES "custom_field" (id) DEFERRABLE INITIALLY DEFERRED,
  "record_id" TEXT NOT NULL,
  "value" TEXT NOT NULL
) STRICT;
CREATE INDEX "custom_value_custom_field_id" ON "custom_value" ("custom_field_id");

CREATE INDEX employee_status ON employee (status);

-- One row a person with the names a list shows: the employee and the latest employment.
CREATE VIEW employee_overview AS
SELECT e.seq, e.id, e.changed_by_event,
  e."number",
  e."name",
  e."pinyin",
  e."sex",
  e."born",
  e."identity",
  e."identity_kind",
  e."email",
  e."phone",
  e."address",
  e."service_address",
  e."temperament",
  e."retirement_category",
  e."total_work_years",
  e."direct_reports",
  e."status",
  e."employer_id",
  e."branch_id",
  e."department_id",
  e."position_id",
  e."level_id",
  e."manager_id",
  e."bank_name",
  e."bank_account",
  e."emergency_contact",
  e."emergency_phone",
  e."contact_confirmed",
  e."left",
  d.name AS department,
  p.name AS position,
  l.name AS level,
  c.name AS employer,
  b.name AS branch,
  m.name AS manager,
  t.id AS employment_id,
  t.hired,
  t.contract,
  t.contract_end,
  t.probation_end,
  t.workplace
FROM employee AS e
LEFT JOIN department AS d ON d.id = e.department_id
LEFT JOIN "position" AS p ON p.id = e.position_id
LEFT JOIN level AS l ON l.id = e.level_id
LEFT JOIN employer AS c ON c.id = e.employer_id
LEFT JOIN branch AS b ON b.id = e.branch_id
LEFT JOIN employee AS m ON m.id = e.manager_id
LEFT JOIN employment AS t ON t.seq = (
  SELECT n.seq FROM employment AS n WHERE n.employee_id = e.id ORDER BY n.hired DESC, n.seq DESC LIMIT 1
);
