-- What of a person needs attention stands in the row of a list, too: the departure that is open, and the protection that lasts
-- longest.

DROP VIEW employee_overview;
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
  t.workplace,
  (SELECT c.kind FROM "case" AS c WHERE c.employee_id = e.id AND c.state NOT IN ('closed', 'withdrawn')
   ORDER BY c.seq DESC LIMIT 1) AS case_kind,
  s.kind AS protection,
  s."from" AS protection_from,
  s.until AS protection_until
FROM employee AS e
LEFT JOIN department AS d ON d.id = e.department_id
LEFT JOIN "position" AS p ON p.id = e.position_id
LEFT JOIN level AS l ON l.id = e.level_id
LEFT JOIN employer AS c ON c.id = e.employer_id
LEFT JOIN branch AS b ON b.id = e.branch_id
LEFT JOIN employee AS m ON m.id = e.manager_id
LEFT JOIN employment AS t ON t.seq = (
  SELECT n.seq FROM employment AS n WHERE n.employee_id = e.id ORDER BY n.hired DESC, n.seq DESC LIMIT 1
)
LEFT JOIN protection AS s ON s.seq = (
  SELECT n.seq FROM protection AS n WHERE n.employee_id = e.id ORDER BY n.until IS NULL DESC, n.until DESC, n.seq DESC LIMIT 1
);

-- How many there are, for the first look at a list: counting a million costs a tenth of a second.
INSERT INTO counter SELECT 'people', count(*) FROM employee;
CREATE TRIGGER employee_counted AFTER INSERT ON employee BEGIN
  UPDATE counter SET value = value + 1 WHERE name = 'people';
END;
CREATE TRIGGER employee_discounted AFTER DELETE ON employee BEGIN
  UPDATE counter SET value = value - 1 WHERE name = 'people';
END;
