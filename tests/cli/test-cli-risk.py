#!/usr/bin/python3
"""fairwellctl risk: what may go wrong with a case, what that costs, and between what a negotiated exit lies.

Four years, seven months and 26 days at 20,000: five months, N is 100,000 and 2N 200,000 (Labour Contract Law, Art. 47 and 87).
Runs the program that $FAIRWELLCTL names.
"""
import json
import os
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]
PROOFS = ("contract", "wage-12m", "status-check", "union-notice", "job-standard", "assess-1", "train-or-transfer", "assess-2", "notice-or-pay")
FACTS = """<facts xmlns="urn:fairwell:facts:1" as-of="2026-03-11" jurisdiction="CN" place="Shanghai">
  <company><union exists="true" notified="2026-03-02" replied="2026-03-06" opinion="agree"/>
    <rule id="r1" democratic="true" published="2024-01-15" acknowledged="2024-02-01"/></company>
  <employee number="E0187" sex="male" born="1988-04-12">
    <employment hired="2021-08-16" contract="fixed-term" contract-start="2024-08-16" contract-end="2027-08-15"/>
    <pay {average} last-month="20000.00"/>
    {person}
  </employee>
  <departure kind="{kind}" ground="{ground}" notified="2026-03-11" notice-days-given="{days}" last-day="2026-04-10"/>
  {case}
  {evidence}
</facts>
"""
REVIEWS = """<review period="2025-Q3" target="300" actual="174" score="58" signed="true" date="2025-10-15"/>
    <review period="2026-Q1" target="300" actual="165" score="55" signed="true" date="2026-02-27"/>
    <training title="x" date="2025-12-19" score="71" pass-mark="60"/>"""


class Risk(unittest.TestCase):
    def weigh(self, person=REVIEWS, ground="cn.40-2", days=30, proofs=PROOFS, average='average="20000.00"', kind="dismissal", case=""):
        evidence = "".join(f'<evidence kind="{kind}" date="2026-03-02"/>' for kind in proofs)
        with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
            file.write(FACTS.format(person=person, ground=ground, days=days, evidence=evidence, average=average, kind=kind, case=case))
            file.flush()
            run = subprocess.run([PROGRAM, "risk", file.name, "--json"], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def points(self, risk):
        return [point["id"] for point in risk["weak_points"]]

    def costs(self, risk):
        return {cost["id"]: cost["amount"] for cost in risk["costs"]}

    def test_a_sound_case_costs_what_the_law_gives(self):
        risk = self.weigh()
        self.assertEqual((self.points(risk), risk["costs"]), ([], []))
        self.assertEqual((risk["lawful"], risk["low"], risk["high"]), ("100000.00", "100000.00", "100000.00"))

    def test_missing_proof(self):
        risk = self.weigh(proofs=("status-check", "union-notice", "contract", "wage-12m"))
        self.assertEqual(self.points(risk), ["missing-proof"])
        self.assertIn("missing.assess-1", risk["weak_points"][0]["findings"])
        self.assertEqual(self.costs(risk), {"damages": "200000.00", "reinstatement": "240000.00"})
        self.assertEqual((risk["low"], risk["high"]), ("100000.00", "200000.00"))

    def offers(self, risk):
        return {offer["id"]: offer for offer in risk["offers"]}

    def test_what_else_may_be_offered(self):
        """Nothing is offered yet: what a day costs is known (the last month's 20,000 / 21.75), the rest is asked, not nought."""
        risk = self.weigh()
        offers = self.offers(risk)
        self.assertEqual(list(offers), ["paid-leave", "later-date", "agreed-bonus", "reference", "outplacement", "insurance", "equipment"])
        self.assertEqual((offers["paid-leave"]["each"], offers["paid-leave"]["cost"]), ("919.54", None))
        self.assertEqual(offers["paid-leave"]["said"], {"days": None})
        self.assertEqual((offers["reference"]["cost"], offers["reference"]["offered"]), ("0.00", False))
        self.assertEqual(risk["extras"], "0.00")

    def test_what_is_offered_has_its_cost_and_its_clause(self):
        agreement = """<case><agreement amount="120000.00">
          <offer id="paid-leave" days="10"/><offer id="agreed-bonus" text="2025年度奖金" amount="8000.00"/></agreement></case>"""
        risk = self.weigh(ground="cn.36-er", kind="mutual", case=agreement)
        offers = self.offers(risk)
        self.assertEqual((offers["paid-leave"]["cost"], offers["agreed-bonus"]["cost"]), ("9195.40", "8000.00"))
        self.assertIn("带薪休息10个工作日", offers["paid-leave"]["clause"]["zh"])
        self.assertIn("人民币8,000.00元", offers["agreed-bonus"]["clause"]["zh"])
        self.assertEqual((risk["offered"], risk["low"], risk["extras"]), ("120000.00", "100000.00", "17195.40"))

    def test_an_offer_not_said_in_full_has_no_sum(self):
        risk = self.weigh(ground="cn.36-er", kind="mutual", case='<case><agreement><offer id="paid-leave"/></agreement></case>')
        self.assertEqual((risk["extras"], self.offers(risk)["paid-leave"]["clause"]["zh"]), (None, None))

    def test_a_later_day_costs_wages_and_the_service_that_it_adds(self):
        """31 March to 10 April: eight weekdays at 919.54; five months either way. To 10 September: half a year more of N."""
        case = '<case><agreement><offer id="later-date" on="2026-03-31"/></agreement></case>'
        risk = self.weigh(ground="cn.36-er", kind="mutual", case=case)
        self.assertEqual(self.offers(risk)["later-date"]["cost"], "7356.32")
        self.assertIn("由2026年3月31日推后至2026年4月10日", self.offers(risk)["later-date"]["clause"]["zh"])

    def test_short_notice_costs_a_month_and_nothing_more(self):
        risk = self.weigh(days=20)
        self.assertEqual(self.points(risk), ["short-notice"])
        self.assertEqual(self.costs(risk), {"in-lieu": "20000.00"})
        self.assertEqual((risk["lawful"], risk["low"], risk["high"]), ("120000.00", "100000.00", "120000.00"))

    def test_a_late_reaction(self):
        breach = '<violation date="{}" rule="r1" what="x" warned="true"/>'
        late = self.weigh(breach.format("2025-09-10"), "cn.39-2")
        early = self.weigh(breach.format("2025-09-11"), "cn.39-2")
        self.assertIn("late-reaction", self.points(late))
        self.assertNotIn("late-reaction", self.points(early))
        self.assertEqual((late["lawful"], late["low"]), ("0.00", "100000.00"))

    def test_protection_and_what_is_not_known(self):
        risk = self.weigh(REVIEWS + '<protection kind="medical-period" from="2026-03-01" until="2026-06-30"/>')
        self.assertEqual(self.points(risk), ["forbidden"])
        risk = self.weigh(days=20, average="")
        self.assertEqual(self.costs(risk), {"in-lieu": "20000.00"})
        self.assertEqual((risk["low"], risk["high"]), (None, None))

    def test_misuse(self):
        run = subprocess.run([PROGRAM, "risk"], capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stdout), (2, ""))


if __name__ == "__main__":
    unittest.main()
