-- One command that changed more than 512 people took most of their rows out of employee_term, so that no filter of the list found them
-- by contract or tenure. What is missing is derived again.

INSERT INTO employee_term
  SELECT seq, hired, contract, contract_end, probation_end, "left" FROM employee_latest_term
  WHERE seq NOT IN (SELECT seq FROM employee_term);
