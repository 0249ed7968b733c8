-- A closed vocabulary of three words or more is checked by comparing: for IN (…) SQLite makes a table in memory at every row that is
-- written, four for each person of an import. What is allowed stays the same, so the rows stay as they are and only the text of the
-- tables changes (as the section "Making Other Kinds Of Table Schema Changes" of SQLite's ALTER TABLE has it).

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace (sql, '"status" IN (''active'', ''leaving'', ''left'')',
  '"status" = ''active'' OR "status" = ''leaving'' OR "status" = ''left''')
WHERE type = 'table' AND name = 'employee';
UPDATE sqlite_schema SET sql = replace (sql, '"temperament" IN (''open'', ''reserved'', ''sensitive'', ''assertive'')',
  '"temperament" = ''open'' OR "temperament" = ''reserved'' OR "temperament" = ''sensitive'' OR "temperament" = ''assertive''')
WHERE type = 'table' AND name = 'employee';
UPDATE sqlite_schema SET sql = replace (sql, '"retirement_category" IN (''M60'', ''F55'', ''F50'')',
  '"retirement_category" = ''M60'' OR "retirement_category" = ''F55'' OR "retirement_category" = ''F50''')
WHERE type = 'table' AND name = 'employee';
UPDATE sqlite_schema SET sql = replace (sql,
  '"contract" IN (''fixed-term'', ''open-ended'', ''task'', ''part-time'', ''dispatch'', ''over-age'')',
  '"contract" = ''fixed-term'' OR "contract" = ''open-ended'' OR "contract" = ''task'' OR "contract" = ''part-time'' '
  || 'OR "contract" = ''dispatch'' OR "contract" = ''over-age''')
WHERE type = 'table' AND name = 'employment';
UPDATE sqlite_schema SET sql = replace (sql, '"kind" IN (''late'', ''absent'', ''early'', ''overtime'', ''leave'')',
  '"kind" = ''late'' OR "kind" = ''absent'' OR "kind" = ''early'' OR "kind" = ''overtime'' OR "kind" = ''leave''')
WHERE type = 'table' AND name = 'attendance';
PRAGMA writable_schema = RESET;
