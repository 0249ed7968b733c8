-- What the list of employees is filtered and ordered by, of each person's latest employment: one narrow row a person,
-- so that a million of them are read through an index and not through their whole records. Kept by triggers,
-- because employments and employees are written by any command, in any order.

CREATE TABLE employee_term (
  seq INTEGER PRIMARY KEY,
  hired TEXT,
  contract TEXT,
  contract_end TEXT,
  probation_end TEXT,
  "left" TEXT
) STRICT;
CREATE INDEX employee_term_hired ON employee_term (hired, "left");
CREATE INDEX employee_term_contract_end ON employee_term (contract_end, "left");
CREATE INDEX employee_term_probation_end ON employee_term (probation_end, "left");

-- Employments of one person from the latest back: the view of the list and the triggers ask for the first.
DROP INDEX employment_employee_id;
CREATE INDEX employment_employee_id ON employment (employee_id, hired);

CREATE VIEW employee_latest_term AS
SELECT e.id AS employee_id, e.seq, t.hired, t.contract, t.contract_end, t.probation_end, e."left"
FROM employee AS e
LEFT JOIN employment AS t ON t.seq = (
  SELECT n.seq FROM employment AS n WHERE n.employee_id = e.id ORDER BY n.hired DESC, n.seq DESC LIMIT 1
);

CREATE TRIGGER employee_term_of_new AFTER INSERT ON employee BEGIN
  INSERT OR REPLACE INTO employee_term
    SELECT seq, hired, contract, contract_end, probation_end, "left" FROM employee_latest_term WHERE employee_id = NEW.id;
END;
CREATE TRIGGER employee_term_of_changed AFTER UPDATE OF "left" ON employee WHEN OLD."left" IS NOT NEW."left" BEGIN
  UPDATE employee_term SET "left" = NEW."left" WHERE seq = NEW.seq;
END;
CREATE TRIGGER employee_term_of_removed AFTER DELETE ON employee BEGIN
  DELETE FROM employee_term WHERE seq = OLD.seq;
END;
CREATE TRIGGER employment_term_of_new AFTER INSERT ON employment BEGIN
  INSERT OR REPLACE INTO employee_term
    SELECT seq, hired, contract, contract_end, probation_end, "left" FROM employee_latest_term
    WHERE employee_id = NEW.employee_id;
END;
CREATE TRIGGER employment_term_of_changed AFTER UPDATE ON employment BEGIN
  INSERT OR REPLACE INTO employee_term
    SELECT seq, hired, contract, contract_end, probation_end, "left" FROM employee_latest_term
    WHERE employee_id IN (NEW.employee_id, OLD.employee_id);
END;
CREATE TRIGGER employment_term_of_removed AFTER DELETE ON employment BEGIN
  INSERT OR REPLACE INTO employee_term
    SELECT seq, hired, contract, contract_end, probation_end, "left" FROM employee_latest_term
    WHERE employee_id = OLD.employee_id;
END;

INSERT INTO employee_term SELECT seq, hired, contract, contract_end, probation_end, "left" FROM employee_latest_term;
