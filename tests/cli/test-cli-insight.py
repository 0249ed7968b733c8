#!/usr/bin/python3
"""fairwellctl insight: a company small enough to reckon by hand, and a public one of ten years whose figures were worked before.

Runs the program that $FAIRWELLCTL names. The public list (stores-10-years.csv, 6,284 people of a retail chain, CC BY 4.0) is not
kept here: whoever has it names its folder in $FAIRWELL_PUBLIC_DATA, and its figures are compared as well.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]
FIXTURES = pathlib.Path(__file__).resolve().parents[1] / "fixtures"
PUBLIC = pathlib.Path(os.environ.get("FAIRWELL_PUBLIC_DATA", "")) / "stores-10-years.csv"
GROUPS = ("voluntary", "other", "involuntary", "unknown")


class Insight(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.today = "2025-12-31"
        self.passphrase = self.write("passphrase", "correct horse\n")
        self.store = str(self.folder / "store")
        self.run_it(0, "init", self.store, "--minimal-keys")
        company = self.write("company.csv", "公司名称,法域,城市\n衡川智能装备（上海）有限公司,CN,上海\n")
        self.run_it(0, "import", self.store, "company", company)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return str(self.folder / name)

    def run_it(self, expected, *words):
        run = subprocess.run([PROGRAM, *words, "--passphrase-file", self.passphrase, "--today", self.today],
                             capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, expected, run.stderr)
        return run

    def ask(self, *words):
        return json.loads(self.run_it(0, "insight", self.store, *words, "--json").stdout)


class SmallCompany(Insight):
    def setUp(self):
        super().setUp()
        self.run_it(0, "import", self.store, "employees", str(FIXTURES / "turnover-employees.csv"))
        self.run_it(0, "import", self.store, "departures", str(FIXTURES / "turnover-departures.csv"))

    def test_liability(self):
        answer = self.ask("liability", "--by", "department", "--to", "2025-03-31")
        self.assertEqual((answer["question"], answer["on"], answer["by"]), ("liability", "2025-03-31", "department"))
        self.assertEqual(answer["total"]["people"], 25)
        self.assertEqual(answer["total"]["known"], 0)
        self.assertEqual(answer["total"]["severance"], "0.00")
        self.assertEqual([(gap["id"], gap["people"]) for gap in answer["unknown"]], [("wages", 25), ("last-month", 25)])
        sheet = self.run_it(0, "insight", self.store, "liability", "--csv", "--to", "2025-03-31").stdout
        self.assertEqual(len(sheet.splitlines()), 26)
        target = self.folder / "liability.csv"
        self.run_it(0, "insight", self.store, "liability", "-o", str(target), "--to", "2025-03-31")
        self.assertEqual(target.read_text(encoding="utf-8").splitlines(), sheet.splitlines())
        self.run_it(2, "insight", self.store, "liability", "--by", "month")
        self.run_it(2, "insight", self.store, "liability", "--branch", "x")

    def test_survey(self):
        clear, manager = "我离开之前，清楚知道原因是什么。", "我的直属上级当面跟我谈过，话说得实在。"
        sums = "该付我的钱算得明白，怎么算的我看得懂。"
        people = [line.split(",")[0] for line in (FIXTURES / "turnover-employees.csv").read_text(encoding="utf-8").splitlines()[1:7]]
        rows = [f"{person},2025-06-01,{clear},{score}" for person, score in zip(people, (5, 4, 4, 2, 3, 3))]
        rows += [f"{person},2025-06-01,{manager},5" for person in people[:4]]
        rows += [f"{person},2025-06-01,{sums},5" for person in people]
        self.run_it(0, "import", self.store, "surveys", self.write("surveys.csv", "工号,日期,主题,得分\n" + "\n".join(rows) + "\n"))
        answer = self.ask("survey")
        self.assertEqual((answer["question"], answer["least_answers"], len(answer["rows"])), ("survey", 5, 8))
        found = {row.pop("id"): row for row in answer["rows"]}
        self.assertEqual(found["reason-clear"], {"hidden": False, "answers": 6, "mean": "3.50"})
        self.assertEqual(found["manager"], {"hidden": True})
        self.assertEqual(found["sums"], {"hidden": False, "answers": 6, "mean_at_least": "4.50"})
        table = self.run_it(0, "insight", self.store, "survey", "--csv").stdout
        self.assertIn(f"{clear},6 份，很少,3.5", table)
        self.assertIn(f"{manager},不到 5 份，不显示,", table)
        self.assertIn(f"{sums},6 份，很少,4.5 以上", table)
        target = self.folder / "survey.pdf"
        self.run_it(0, "insight", self.store, "survey", "-o", str(target))
        self.assertEqual(target.read_bytes()[:5], b"%PDF-")
        for option in (["--branch", "x"], ["--from", "2025-01-01"], ["--by", "month"]):
            self.run_it(2, "insight", self.store, "survey", *option)

    def test_months(self):
        months = self.ask("turnover", "--from", "2025-01-01", "--to", "2025-03-31")["months"]
        shown = [[month[name] for name in ("month", "opening", "joiners", "leavers", "closing", *GROUPS)] for month in months]
        self.assertEqual(shown, [["2025-01", 28, 1, 2, 27, 1, 0, 1, 0],
                                 ["2025-02", 27, 0, 2, 25, 1, 1, 0, 0],
                                 ["2025-03", 25, 1, 1, 25, 0, 0, 0, 1]])
        self.assertEqual(months[0]["average"], "27.5")

    def test_leavings_were_not_kept_before(self):
        months = self.ask("turnover", "--from", "2025-11-01")["months"]
        self.assertIsNone(months[0]["rolling"])
        self.assertEqual(months[1]["rolling"]["turnover"], "0.339223")

    def test_year_and_kinds(self):
        year, = self.ask("turnover", "--by", "year")["years"]
        self.assertEqual((year["opening"], year["joiners"], year["leavers"], year["closing"]), (28, 2, 8, 22))
        self.assertEqual({kind: n for kind, n in year["by_kind"].items() if n},
                         {"resignation": 3, "dismissal": 1, "mutual": 2, "retirement": 1, "unknown": 1})
        resigned, = self.ask("turnover", "--by", "year", "--leaving", "resignation")["years"]
        self.assertEqual((resigned["leavers"], resigned["left_otherwise"], resigned["closing"]), (3, 5, 22))

    def test_departments_of_one_name(self):
        departments = self.write("departments.csv", "部门名称,上级部门\n甲厂,\n乙厂,\n质检组,甲厂\n质检组,乙厂\n")
        self.run_it(0, "import", self.store, "departments", departments)
        several = self.run_it(2, "insight", self.store, "turnover", "--department", "质检组")
        self.assertIn("several", several.stderr)
        self.ask("turnover", "--department", "乙厂/质检组")
        self.run_it(2, "insight", self.store, "turnover", "--department", "丙厂/质检组")

    def test_department_with_its_parts(self):
        year, = self.ask("turnover", "--by", "year", "--department", "研发中心")["years"]
        self.assertEqual((year["opening"], year["joiners"], year["leavers"], year["closing"]), (18, 1, 4, 15))
        part, = self.ask("turnover", "--by", "year", "--department", "平台组")["years"]
        self.assertTrue(part["hidden"])
        self.assertNotIn("turnover", part)
        self.assertNotIn("average_headcount", part)

    def test_reasons(self):
        answer = self.ask("reasons")
        self.assertEqual((answer["leavers"], answer["hidden"]), (8, False))
        self.assertEqual([(row["reason"], row["weight"], row["people"]) for row in answer["reasons"]],
                         [("pay-market", "2.400000", 4), ("unrecorded", "2.000000", 2), ("folded", "3.600000", 5)])
        few = self.ask("reasons", "--department", "销售部")
        self.assertEqual((few["hidden"], few["reasons"]), (True, []))
        self.assertNotIn("leavers", few)

    def test_reasons_by_kind(self):
        rows = self.ask("reasons", "--by", "kind")["reasons"]
        self.assertEqual(rows[0]["reason"], "resignation")

    def test_reasons_by_group(self):
        rows = self.ask("reasons", "--by", "group")["reasons"]
        self.assertEqual((rows[0]["reason"], rows[0]["weight"], rows[0]["people"]), ("pay", "2.400000", 4))
        table = self.run_it(0, "insight", self.store, "reasons", "--by", "group").stdout
        self.assertIn("薪酬福利", table)

    def test_tenure(self):
        answer = self.ask("tenure")
        self.assertEqual(answer["leavers"], 8)
        self.assertEqual([month for month, people in enumerate(answer["months"]) if people], [2, 3])
        self.assertEqual(answer["longer"], 6)
        self.assertIsNone(answer["hump"])

    def test_files_and_their_record(self):
        for name, start in (("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")):
            self.run_it(0, "insight", self.store, "turnover", "-o", str(self.folder / name))
            self.assertTrue((self.folder / name).read_bytes().startswith(start))
        svg = (self.folder / "a.svg").read_text(encoding="utf-8")
        self.assertIn("离职率 = 近 12 个月离职人数", svg)
        self.assertIn("制图日期", svg)
        table = self.run_it(0, "insight", self.store, "tenure", "--csv", "--lang", "en").stdout
        rows = list(csv.reader(io.StringIO(table.lstrip("\ufeff"))))
        self.assertEqual(rows[0], ["Completed months", "People", "Share"])
        self.assertEqual(sum(int(row[1]) for row in rows[1:]), 8)
        events = json.loads(self.run_it(0, "audit", self.store, "--json").stdout)["events"]
        self.assertEqual([event["details"]["question"] for event in events if event["what"] == "insight.export"],
                         ["turnover", "turnover", "turnover", "tenure"])

    def test_wrong_use(self):
        for words in (["surveys"], ["turnover", "--by", "weight"], ["turnover", "--leaving", "fired"],
                      ["turnover", "--department", "没有的部门"], ["turnover", "--from", "January"],
                      ["turnover", "--from", "2025-02-01", "--to", "2025-01-31"], ["liability", "--from", "2025-01-01"]):
            run = self.run_it(2, "insight", self.store, *words)
            self.assertEqual(run.stdout, "")
        self.run_it(2, "insight", self.store, "turnover", "-o", str(self.folder / "a.docx"))
        self.assertFalse((self.folder / "a.docx").exists())
        self.run_it(4, "insight", self.store, "turnover", "-o", str(self.folder / "no" / "such.svg"))


class PublicCompany(Insight):
    """Every figure that was worked before, at every digit it was worked to."""

    def setUp(self):
        super().setUp()
        self.today = "2015-12-31"
        self.worked = json.loads((FIXTURES / "worked-figures.json").read_text(encoding="utf-8"))["stores"]
        dates = ("--date-order", "mdy", "--empty", "1/1/1900")
        self.run_it(0, "import", self.store, "employees", str(PUBLIC), *dates, "--map", "number=EmployeeID",
                    "--map", "born=birthdate_key", "--map", "hired=orighiredate_key", "--map", "ended=terminationdate_key",
                    "--map", "department=department_name", "--map", "position=job_title", "--map", "sex=gender_full",
                    "--map", "status=STATUS", "--map", "workplace=city_name")
        self.run_it(0, "import", self.store, "departures", str(PUBLIC), *dates, "--empty", "Not Applicable",
                    "--map", "number=EmployeeID", "--map", "last-day=terminationdate_key", "--map", "kind=termreason_desc",
                    "--word", "kind:Resignaton=resignation")

    def assert_equal(self, found, worked, places):
        self.assertAlmostEqual(float(found), worked, delta=0.51 * 10 ** -places)

    def test_turnover(self):
        years = self.ask("turnover", "--by", "year")["years"]
        self.assertEqual(len(years), len(self.worked["years"]))
        for found, worked in zip(years, self.worked["years"]):
            for name in ("year", "opening", "joiners", "leavers", "closing"):
                self.assertEqual(found[name], worked[name])
            for kind, name in (("resignation", "resigned"), ("redundancy", "laid_off"), ("retirement", "retired")):
                self.assertEqual(found["by_kind"][kind], worked[name])
            for name in ("turnover", "low95", "high95", "voluntary_rate", "involuntary_rate", "alt_opening_closing",
                         "alt_leavers_over_opening_plus_joiners"):
                self.assert_equal(found[name], worked[name], 6)
            self.assert_equal(found["other_rate"], worked["retired_rate"], 6)
            for name in ("average_headcount", "person_day_average"):
                self.assert_equal(found[name], worked[name], 4)
        months = self.ask("turnover")["months"]
        for found, worked in zip(months, self.worked["months"], strict=True):
            for name in ("month", "opening", "joiners", "leavers", "closing", "voluntary", "involuntary", "other"):
                self.assertEqual(found[name], worked[name])
            self.assert_equal(found["average"], worked["average"], 1)

    def test_departments(self):
        found = {row["department"]: row for row in
                 self.ask("turnover", "--by", "department", "--from", "2015-01-01")["departments"]}
        self.assertEqual(len(found), len(self.worked["departments_2015"]))
        for worked in self.worked["departments_2015"]:
            row = found[worked["department"]]
            self.assertEqual(row["hidden"], "hidden" in worked)
            if not row["hidden"]:
                self.assertEqual(row["leavers"], worked["leavers"])
                self.assert_equal(row["average_headcount"], worked["average_headcount"], 4)
                for name in ("turnover", "low95", "high95"):
                    self.assert_equal(row[name], worked[name], 6)

    def test_reasons(self):
        kinds = {"Retirement": "retirement", "Resignaton": "resignation", "Layoff": "redundancy"}
        rows = self.ask("reasons", "--by", "kind")["reasons"]
        for found, worked in zip(rows, self.worked["reasons"], strict=True):
            self.assertEqual((found["reason"], found["people"]), (kinds[worked["reason"]], worked["n"]))
            for name in ("share", "low95", "high95"):
                self.assert_equal(found[name], worked[name], 6)

    def test_tenure(self):
        found = self.ask("tenure")
        self.assertEqual(found["leavers"], self.worked["leavers"])
        self.assertEqual([[year, n] for year, n in enumerate(found["years"]) if n],
                         self.worked["tenure_at_leaving_completed_years"])
        self.assertEqual([[month, n] for month, n in enumerate(found["months"]) if n],
                         self.worked["tenure_at_leaving_completed_months_0_23"])
        resigned = self.ask("tenure", "--leaving", "resignation")
        self.assertEqual([[month, n] for month, n in enumerate(resigned["months"]) if n],
                         self.worked["resigned_completed_months_0_23"])
        self.assertEqual((resigned["hump"]["first_month"], resigned["hump"]["months"], resigned["hump"]["people"]), (18, 1, 108))
        self.assert_equal(resigned["hump"]["z"], 71.9, 1)


if "FAIRWELL_PUBLIC_DATA" not in os.environ:
    del PublicCompany


if __name__ == "__main__":
    unittest.main(verbosity=2)
