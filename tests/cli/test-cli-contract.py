#!/usr/bin/python3
"""What scripts outside the program rely on: the names of the facts, the JSON of a judgment and of each calculation, exits and messages.

Runs the program that $FAIRWELLCTL names, as a stranger would who has read the names and nothing else.
"""
import json
import os
import re
import subprocess
import tempfile
import unittest
from decimal import Decimal

PROGRAM = os.environ["FAIRWELLCTL"]
FACTS = '<facts xmlns="urn:fairwell:facts:1" jurisdiction="CN" as-of="2026-03-31">\n%s\n</facts>\n'

# Every element and attribute that a script may write.
EVERYTHING = """<facts xmlns="urn:fairwell:facts:1" as-of="2026-03-31" jurisdiction="CN" place="Shanghai" currency="CNY">
<company name="甲公司" registration="913101150000000000" headcount="12"><union exists="true" notified="2026-02-01" replied="2026-02-03"/>
  <rule id="r1" title="手册" democratic="true" published="2024-01-01" acknowledged="2024-02-02"/></company>
<employee number="E1" name="张敏" sex="female" born="1990-05-02" identity="310101199005020028" email="a@b.c" phone="138" address="上海"
    temperament="reserved" retirement-category="F55" total-work-years="10" direct-reports="3">
  <employment hired="2019-07-01" contract="fixed-term" contract-start="2022-07-01" contract-end="2027-06-30" fixed-term-count="2"
    probation-end="2019-09-30" probation-count="1" prior-service-months="0" prior-severance-paid="false" employer="e" level="P5"
    last-promotion="2022-01-01" position="p" department="d" branch="b" workplace="w" written-contract="true" contract-signed="2022-07-01"/>
  <wage month="2026-02" gross="18500.00" overtime="100.00" bonus="0.00" normal="true"/><wage month="2026-01" gross="18500.00"/>
  <protection kind="pregnancy" from="2026-01-10" until="2026-12-31" grade="5" infant-born="2026-01-01" exit-medical="done"/>
  <protection kind="something-else"/>
  <review period="2026-02" measure="m" unit="u" score="61" target="100" actual="75" grade="C" signed="true" team-average="80"/>
  <raise date="2025-01-01" percent="5" team-percent="4"/><market position="p" percentile="50" median="20000"/>
  <achievement date="2025-01-01" title="t" source="s"/><skill name="n" level="l"/><criterion title="t" acknowledged="2019-07-01"/>
  <attendance date="2026-01-05" kind="late" minutes="20"/><training title="t" date="2026-01-06" score="50" pass-mark="60"/>
  <violation date="2026-01-07" rule="r1" what="w" warned="true"/><feedback date="2026-01-08" by="b" signed="true">谈过</feedback>
  <project id="p1" name="n" role="r" status="late" planned-end="2026-03-01" delay-days="12" share="30"/>
  <survey date="2026-01-09" topic="t" score="3"/>
</employee>
<local average-monthly-wage="12434.00" average-annual-wage-for-tax="149208" minimum-monthly-wage="2740.00" year="2025" source="s" confirmed="true"/>
<departure kind="mutual" ground="cn.36-er" proposer="employer" notified="2026-02-28" notice-days-given="30" last-day="2026-03-31"
  employee-requests="false" employer-offer="same-or-better" employee-renews="false" layoff-count="0" stated-reason="s"
  notice-delivered="2026-02-28" employee-requests-open-ended="false" stage="before-notice"/>
<reason id="growth" weight="60">没有发展</reason>
<evidence kind="performance-review" date="2026-01-01" sha256="0000000000000000000000000000000000000000000000000000000000000000" title="t"/>
<case id="c" number="n" handover-date="2026-03-30" handover-place="p" receiver="r" signatory="s" pay-date="2026-04-10" pay-account="x">
  <fact date="2026-01-01" place="p">经过</fact></case>
<assessment pack="CN" pack-version="1" made="2026-03-31"><severance due="true" months="7" base="20000" capped="false" amount="140000">
  <step article="a" value="v">一步</step></severance></assessment>
</facts>
"""

PAPERS = ["dismissal-notice", "mutual-agreement", "certificate-of-leaving", "union-letter", "expiry-notice", "renewal-offer", "redundancy-plan",
          "resignation-receipt", "handover-list", "final-settlement", "interview-minutes", "delivery-receipt", "non-compete-notice"]
GROUND_OF = {"dismissal-notice": "cn.40-2", "union-letter": "cn.40-2", "expiry-notice": "cn.44-1", "renewal-offer": "cn.44-1",
             "redundancy-plan": "cn.41-2", "resignation-receipt": "cn.37"}

# Calculation: its inputs, its outputs.
CALCULATIONS = {
    "severance": ("hire-date last-day ground avg-wage-12m wages local-avg-monthly min-wage last-month-wage notice-days-given prior-service-months",
                  "severance_due avg_wage months_paid pre2008_months post2008_months base cap_applied N payment_in_lieu notice_days_required total"),
    "damages": ("hire-date last-day avg-wage-12m wages local-avg-monthly min-wage last-month-wage notice-days-given prior-service-months",
                "months_counted months_paid base cap_applied damages_2N"),
    "retirement-age": ("category birth", "delay_months age_years age_months retirement_date"),
    "medical-period": ("total-work-years employer-years place", "medical_period_months window_months"),
    "probation-limit": ("contract-months open-ended probation-months-served post-probation-wage", "max_probation_months excess_months damages"),
    "annual-leave": ("entitled-days hire-date last-day taken-days avg-wage-ex-overtime eligible-12-months-continuous",
                     "elapsed_days unused_days daily_wage extra_200pct total_300pct"),
    "tax": ("lump-sum local-avg-annual deductible-social-insurance", "exempt taxable rate quick tax"),
    "double-wage": ("hire-date contract-signed monthly-wage", "period_from period_to months extra_wage"),
    "non-compete": ("avg-wage-12m min-wage agreed-months agreed-compensation monthly-compensation unpaid-months role knows-trade-secrets event",
                    "monthly_floor enforceable_months total enforceable extra_payment employee_may_terminate"),
    "work-injury": ("injury-grade own-wage local-avg-monthly min-wage", "wage_base months one_off_disability_benefit payer monthly_allowance"),
    "layoff-threshold": ("total-employees cut", "art41_available"),
    "deadlines": ("last-day ground served", "certificate_due archives_social_insurance_due unemployment_list_due housing_fund_due "
                  "contract_text_keep_until arbitration_limit earliest_last_day rehire_priority_until"),
}
EXAMPLE = {"hire-date": "2019-07-01", "last-day": "2026-03-31", "ground": "cn.40-2", "category": "M60", "birth": "1970-05-06", "place": "Shanghai",
           "role": "confidential", "injury-grade": "7", "event": "none", "contract-signed": "2019-12-01", "served": "2026-02-20", "wages": "20000,21000"}
BY_TYPE = {"money": "10000", "months": "12", "days": "5", "count": "15", "number": "5", "truth": "true"}

MONEY, MONTHS, DAY = re.compile(r"-?\d+\.\d\d"), re.compile(r"\d+(\.\d+)?"), re.compile(r"\d{4}-\d\d-\d\d")


class Contract(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, content, name="facts.xml"):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run_it(self, expected, *words, given=b""):
        run = subprocess.run([PROGRAM, *words], input=given, capture_output=True, check=False, cwd=self.folder)
        self.assertEqual(run.returncode, expected, (words, run.stderr))
        return run

    def told(self, expected, *words, given=b""):
        return json.loads(self.run_it(expected, *words, "--json", given=given).stdout)

    def assertForm(self, value, pattern):
        if value is not None:
            self.assertIsInstance(value, str)
            self.assertTrue(pattern.fullmatch(value), value)

    def assertEach(self, rows, member, pattern):
        for row in rows:
            self.assertForm(row[member], pattern)

    def test_every_name_of_the_facts_is_known(self):
        for contract in ("fixed-term", "open-ended", "task", "part-time", "dispatch", "over-age"):
            facts = EVERYTHING.replace('contract="fixed-term"', f'contract="{contract}"')
            self.assertEqual(self.told(1, "assess", self.write(facts))["pack"]["id"], "CN")

    def test_a_judgment(self):
        told = self.told(1, "assess", self.write(EVERYTHING))
        self.assertEqual(told["verdict"], "block")
        for finding in told["findings"]:
            self.assertIn(finding["severity"], ("info", "warn", "block"))
            self.assertTrue(finding["message"]["zh"] and finding["message"]["en"])
            self.assertNotEqual(finding["id"], told["ground"])
            self.assertForm(finding["until"], DAY)
        materials = told["materials"]
        self.assertEqual(materials["missing"][:3], ["contract", "wage-12m", "status-check"])
        self.assertLessEqual({*materials["missing"], *materials["present"]}, set(materials["required"]))
        self.assertLessEqual(set(materials["moments"].values()), {"paper", "delivery", "closing"})
        notice, severance, tax = told["notice"], told["severance"], told["tax"]
        self.assertIn(notice["by"], ("employer", "employee", "none"))
        self.assertForm(notice["pay_in_lieu"], MONEY)
        self.assertForm(notice["earliest_last_day"], DAY)
        self.assertIs(severance["due"], True)
        self.assertForm(severance["months"], MONTHS)
        self.assertEach([severance, told["damages"]], "amount", MONEY)
        self.assertEach(severance["segments"], "base", MONEY)
        self.assertEach(severance["segments"], "from", DAY)
        self.assertTrue(all(line["step"]["zh"] and line["step"]["en"] and "value" in line and "article" in line for line in severance["working"]))
        self.assertForm(tax["tax"], MONEY)
        self.assertForm(tax["rate"], MONTHS)
        self.assertTrue(all({"setting", "value", "amount"} <= other.keys() for other in told["alternatives"]))
        self.assertEach(told["deadlines"], "date", DAY)
        others = sum(Decimal(other["amount"]) for other in told["other"])
        self.assertEqual(Decimal(told["total"]), Decimal(severance["amount"]) + Decimal(notice["pay_in_lieu"] or 0) + others)

    def test_standard_input(self):
        self.assertEqual(self.told(1, "assess", "/dev/stdin", given=EVERYTHING.encode()), self.told(1, "assess", self.write(EVERYTHING)))

    def test_calculations(self):
        self.assertLessEqual(set(CALCULATIONS), set(self.told(0, "reckon", "CN")))
        for name, (inputs, outputs) in CALCULATIONS.items():
            with self.subTest(name):
                described = self.told(0, "reckon", "CN", name)
                self.assertLessEqual(set(inputs.split()), {one["name"] for one in described})
                given = [f"{one['name']}={EXAMPLE.get(one['name']) or BY_TYPE[one['type']]}" for one in described
                         if one["name"] in inputs.split() and one["name"] not in ("wages", "open-ended")]
                reckoned = self.told(0, "reckon", "CN", name, *given)
                self.assertLessEqual({*outputs.split(), "working", "article"}, set(reckoned))

    def test_papers(self):
        for paper in PAPERS:
            with self.subTest(paper):
                facts = EVERYTHING.replace("cn.36-er", GROUND_OF.get(paper, "cn.36-er")).replace('kind="mutual" ', "")
                self.run_it(0, "render", paper, self.write(facts), "-o", "paper.pdf", "--draft")
                with open(os.path.join(self.folder, "paper.pdf"), "rb") as file:
                    self.assertEqual(file.read(5), b"%PDF-")

    def test_bad_files_are_named_with_line_and_reason(self):
        for content, line, reason in [
                ("", 1, "empty"), (b"\0\0", 1, "UTF-8"), ((FACTS % '<company name="x"/>').encode().replace(b'"x"', b'"\xff"'), 2, "UTF-8"),
                ("<!DOCTYPE facts>\n" + FACTS % "", 1, "DOCTYPE"),
                ('<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n' + FACTS % '<company name="&b;"/>', 2, "DOCTYPE"),
                ('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n' + FACTS % "", 1, "DOCTYPE"),
                (FACTS % ("<company>" * 100000 + "</company>" * 100000), 2, ""), (FACTS % ("<company>" * 250 + "</company>" * 250), 2, "deeper"),
                ("<facts/>", 1, "urn:fairwell:facts:1"), (FACTS % '<employee nombre="x"/>', 2, "nombre"), (FACTS % "<employeee/>", 2, "employeee"),
                (FACTS % '<employee><pay average="99999999999999999999"/></employee>', 2, "average"),
                (FACTS % '<employee><pay average="-5"/></employee>', 2, "average"), (FACTS % '<employee><pay average="1e5"/></employee>', 2, "average"),
                (FACTS % '<departure last-day="2026-02-30"/>', 2, "last-day")]:
            with self.subTest(reason=reason, content=content[:60]):
                run = self.run_it(3, "assess", self.write(content))
                self.assertEqual(run.stdout, b"")
                self.assertTrue(run.stderr.decode().startswith(f"{self.folder}/facts.xml:{line}: "), run.stderr)
                self.assertIn(reason, run.stderr.decode())
        for path in (self.folder, os.path.join(self.folder, "none.xml")):
            self.assertIn(path, self.run_it(3, "assess", path).stderr.decode())
        self.assertIn(b"16 MiB", self.run_it(3, "assess", self.write(FACTS % f"<!-- {'x' * 17_000_000} -->")).stderr)

    def test_days_at_the_end_of_the_calendar(self):
        people = '<employee><employment hired="2019-07-01"/><pay average="10000"/></employee>'
        departure = '<departure ground="cn.36-er" kind="mutual" proposer="employer" last-day="9999-12-31"/>'
        self.assertIsNone(self.told(1, "assess", self.write(FACTS % (people + departure)))["severance"]["amount"])
        self.assertIsNone(self.told(0, "reckon", "CN", "annual-leave", "entitled-days=10", "hire-date=2020-01-01", "last-day=9999-12-31",
                                    "taken-days=1", "avg-wage-ex-overtime=20000")["unused_days"])

    def test_numbers_that_cannot_be(self):
        for text in ("-1", "1e5", "NaN", "", "1,000", "9" * 2000):
            self.run_it(3, "reckon", "CN", "medical-period", f"total-work-years={text}", "employer-years=3")
            self.run_it(3, "reckon", "CN", "tax", f"lump-sum={text}", "local-avg-annual=150000")

    def test_what_is_said_twice_is_wrong_use(self):
        """Which of the two was meant nobody can know."""
        run = self.run_it(2, "reckon", "CN", "tax", "lump-sum=500000", "lump-sum=600000", "local-avg-annual=150000")
        self.assertIn("lump-sum", run.stderr.decode())
        self.run_it(2, "assess", self.write(EVERYTHING), "--setting", "leaving-month=exclude", "--setting", "leaving-month=include")

    def test_bad_lines_are_named_by_their_number(self):
        """Of many cases on standard input the one that ends them is told, with what is wrong in it."""
        good = b"tax\tlump-sum=500000\tlocal-avg-annual=150000\n"
        for bad, status, reason in [(b"tax\tlump-sum=x\n", 3, "lump-sum"), (b"taxes\tlump-sum=1\n", 2, "taxes"), (b"tax\tlump-sum\n", 2, "NAME=VALUE"),
                                    (b"\n", 2, "no calculation"), (b"tax\tlump-sum=500000\0\tlocal-avg-annual=1\n", 3, "NUL"),
                                    (b"tax\tlump-sum=1\tlump-sum=2\n", 2, "lump-sum")]:
            with self.subTest(bad):
                run = self.run_it(status, "reckon", "CN", "--lines", given=good + good + bad + good)
                self.assertEqual(run.stdout.count(b"\n"), 2)
                self.assertIn("line 3: ", run.stderr.decode())
                self.assertIn(reason, run.stderr.decode())

    def test_a_missing_command_is_wrong_use(self):
        self.assertEqual(self.run_it(2).stdout, b"")
        self.run_it(2, "nothing")
        self.run_it(0, "help")
        self.run_it(0, "--version")

    def test_an_answer_that_cannot_be_written_is_no_answer(self):
        with open("/dev/full", "wb") as full:
            for words in (["packs", "--json"], ["reckon", "CN"], ["assess", self.write(EVERYTHING), "--json"]):
                run = subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, check=False)
                self.assertEqual(run.returncode, 4, run.stderr)


if __name__ == "__main__":
    unittest.main()
