-- What is derived from people and their employments is now brought up to date once a command, behind its last record, and no
-- longer by a trigger behind each: a trigger has the search index written out for every single row.

DROP TRIGGER employee_term_of_new;
DROP TRIGGER employee_term_of_changed;
DROP TRIGGER employee_term_of_removed;
DROP TRIGGER employment_term_of_new;
DROP TRIGGER employment_term_of_changed;
DROP TRIGGER employment_term_of_removed;
DROP TRIGGER employee_counted;
DROP TRIGGER employee_discounted;

-- References that few people have cost those nothing who have none.
DROP INDEX "employee_employer_id";
DROP INDEX "employee_branch_id";
DROP INDEX "employee_level_id";
DROP INDEX "employee_manager_id";
DROP INDEX "employment_employer_id";
DROP INDEX "employment_evidence_id";
CREATE INDEX "employee_employer_id" ON "employee" ("employer_id") WHERE "employer_id" IS NOT NULL;
CREATE INDEX "employee_branch_id" ON "employee" ("branch_id") WHERE "branch_id" IS NOT NULL;
CREATE INDEX "employee_level_id" ON "employee" ("level_id") WHERE "level_id" IS NOT NULL;
CREATE INDEX "employee_manager_id" ON "employee" ("manager_id") WHERE "manager_id" IS NOT NULL;
CREATE INDEX "employment_employer_id" ON "employment" ("employer_id") WHERE "employer_id" IS NOT NULL;
CREATE INDEX "employment_evidence_id" ON "employment" ("evidence_id") WHERE "evidence_id" IS NOT NULL;
DROP INDEX employee_term_contract_end;
DROP INDEX employee_term_probation_end;
CREATE INDEX employee_term_contract_end ON employee_term (contract_end, "left") WHERE contract_end IS NOT NULL;
CREATE INDEX employee_term_probation_end ON employee_term (probation_end, "left") WHERE probation_end IS NOT NULL;
