#!/usr/bin/python3
"""fairwellctl assess and reckon as a script calls them: what is said, where, and with which exit.

Runs the program that $FAIRWELLCTL names.
"""
import json
import os
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]
FACTS = '<facts xmlns="urn:fairwell:facts:1" jurisdiction="CN" as-of="2026-03-31">\n%s\n</facts>\n'


class Law(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.facts = os.path.join(folder.name, "facts.xml")

    def run_it(self, expected, *words):
        run = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, expected, run.stderr)
        if expected > 1:
            self.assertEqual(run.stdout, "")
            self.assertNotEqual(run.stderr, "")
        return run

    def assess(self, expected, facts, *words):
        with open(self.facts, "w", encoding="utf-8") as file:
            file.write(facts)
        return self.run_it(expected, "assess", self.facts, *words)

    def test_the_law_is_read(self):
        told = self.run_it(0, "law", "CN", "不能胜任", "--json")
        self.assertIn("未经律师审核", told.stderr)
        self.assertEqual(json.loads(told.stdout)[0]["key"], "ground:cn.40-2")
        entry = json.loads(self.run_it(0, "law", "CN", "ground:cn.40-2", "--on", "2007-12-31", "--lang", "en", "--json").stdout)[0]
        self.assertEqual((entry["title"], entry["in_force"], entry["from"]), ("Incompetence", False, "2008-01-01"))
        self.assertEqual(entry["pays"][0]["target"], "calculation:severance")
        self.assertEqual(self.run_it(0, "law", "CN", "zzz").stdout, "")
        self.assertEqual(self.run_it(0, "law", "--on", "2007-12-31", "CN", "不能胜任", "--json").stdout,
                         self.run_it(0, "law", "CN", "不能胜任", "--json", "--on", "2007-12-31").stdout)
        self.run_it(2, "law")
        self.run_it(2, "law", "CN", "a", "b")
        self.run_it(2, "law", "CN", "--on", "2026-02-30")
        self.run_it(2, "law", "XX")
        self.run_it(2, "reckon", "XX")

    def test_many_cases_at_once(self):
        lines = "retirement-age\tcategory=M60\tbirth=1970-05-06\nlayoff-threshold\ttotal-employees=150\tcut=14\n"
        run = subprocess.run([PROGRAM, "reckon", "CN", "--lines"], input=lines + "nothing\ta=1\n", capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 2, run.stderr)
        told = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual((told[0]["retirement_date"], told[1]["art41_available"]), ("2031-10-06", False))
        self.run_it(2, "reckon", "CN", "severance", "--lines")
        run = subprocess.run([PROGRAM, "reckon", "CN", "--lines"], input=lines + "\n", capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn("no calculation", run.stderr)

    def test_bad_facts_are_named_by_file_line_and_reason(self):
        for facts, line, reason in [
                (FACTS.replace('"CN"', '"XX"') % "", 1, "there is no pack ‘XX’"),
                (FACTS.replace(' jurisdiction="CN"', "") % "", 1, "facts/@jurisdiction is missing"),
                (FACTS % '<employee/>\n<departure ground="cn.99"/>', 3, "the pack CN has no ground ‘cn.99’"),
                (FACTS % '<setting id="nothing" value="1"/>', 2, "the pack CN has no setting ‘nothing’"),
                (FACTS % '<employee/>\n<setting id="pre2008-partial" value="never"/>', 3, "‘pre2008-partial’ cannot be ‘never’"),
                (FACTS % '\n<departure last-day="2026-02-29"/>', 3, "last-day"),
                (FACTS % "<employee>", 4, "Premature end")]:
            with self.subTest(reason=reason):
                told = self.assess(3, facts).stderr
                self.assertTrue(told.startswith(f"{self.facts}:{line}: "), told)
                self.assertIn(reason, told)

    def test_a_message_stays_short(self):
        told = self.assess(3, FACTS % f'<departure ground="{"x" * 70000}"/>').stderr
        self.assertIn("departure/@ground", told)
        self.assertLess(len(told), 2100)

    def test_what_is_typed_wrongly_is_wrong_use(self):
        self.assess(2, FACTS % "", "--setting", "nothing=1")
        self.assess(2, FACTS % "", "--setting", "nothing")
        self.assess(3, FACTS % "", "--setting", "pre2008-partial=never")
        self.run_it(2, "reckon", "CN", "nothing")
        self.run_it(2, "reckon", "CN", "severance", "nothing=1")
        self.run_it(3, "reckon", "CN", "severance", "last-day=2026-02-29")

    def test_help_of_one_command(self):
        told = self.run_it(0, "assess", "--help").stdout
        self.assertIn("assess FACTS.xml", told)
        self.assertNotIn("reckon PACK", told)

    def test_types(self):
        """Money and months are strings, counts numbers, truth true or false, what cannot be reckoned null."""
        told = json.loads(self.run_it(0, "reckon", "CN", "severance", "hire-date=2022-09-12", "last-day=2026-03-31", "ground=cn.40-2",
                                      "avg-wage-12m=20000", "last-month-wage=20000", "notice-days-given=0").stdout)
        self.assertEqual((told["months_paid"], told["N"], told["notice_days_required"], told["severance_due"], told["cap_applied"]),
                         ("4", "80000.00", 30, True, None))

    def test_one_and_many(self):
        """English says one month and two months, and half a month as of many."""
        for last_day, said in (("2026-03-31", "Severance N: 1 month × 20,000.00"), ("2026-04-30", "Severance N: 1.5 months × 20,000.00")):
            told = self.run_it(0, "reckon", "CN", "severance", "hire-date=2025-04-01", f"last-day={last_day}", "ground=cn.40-2", "avg-wage-12m=20000").stdout
            self.assertIn(said, told)


if __name__ == "__main__":
    unittest.main()
