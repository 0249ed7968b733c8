#!/usr/bin/python3
"""fairwellctl render as a script uses it: papers from facts alone, judged first.

Runs the program that $FAIRWELLCTL names on the sample facts of the papers' own tests.
"""
import json
import os
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]
SAMPLES = os.path.join(os.path.dirname(__file__), "..", "documents")


class Render(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.output = os.path.join(self.folder, "paper.pdf")

    def sample(self, name, *changes):
        with open(os.path.join(SAMPLES, name + ".xml"), encoding="utf-8") as file:
            text = file.read()
        for pattern, replacement in changes:
            text, count = re.subn(pattern, replacement, text)
            self.assertGreater(count, 0, pattern)
        path = os.path.join(self.folder, "facts.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def render(self, expected, *words):
        run = subprocess.run([PROGRAM, "render", *words], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, expected, run.stderr)
        self.assertEqual(run.stdout, "")
        self.assertEqual(os.path.exists(self.output), expected == 0)
        return run.stderr

    def text(self):
        return subprocess.run(["pdftotext", self.output, "-"], capture_output=True, text=True, check=True).stdout

    def test_every_paper(self):
        for name, paper in [("cn-36-er", "mutual-agreement"), ("cn-36-ee", "mutual-agreement"), ("cn-37", "resignation-receipt"),
                            ("cn-39-1", "dismissal-notice"), ("cn-39-2", "dismissal-notice"), ("cn-40-2", "dismissal-notice"),
                            ("cn-40-3", "dismissal-notice"), ("cn-39-2", "union-letter"), ("cn-40-2", "certificate-of-leaving")]:
            with self.subTest(paper=paper, facts=name):
                self.assertEqual(self.render(0, paper, self.sample(name), "-o", self.output), "")
                with open(self.output, "rb") as file:
                    self.assertEqual(file.read(5), b"%PDF-")
                os.unlink(self.output)

    def test_money_is_judged_not_copied(self):
        # Whatever the file says of the judgment is replaced by the program's own.
        facts = self.sample("cn-40-2", (r'amount="100000.00"', 'amount="1.00"'))
        self.render(0, "dismissal-notice", facts, "-o", self.output)
        self.assertIn("100,000.00元", self.text())

    def test_the_agreed_sum_is_what_the_agreement_says(self):
        def amounts(*changes):
            self.render(0, "mutual-agreement", self.sample("cn-36-er", *changes), "-o", self.output)
            text = self.text()
            os.unlink(self.output)
            return [sum_ for sum_ in ("100,000.00", "50,000.00", "20,000.00", "80,000.00", "¥150,000.00", "¥120,000.00", "¥100,000.00", "¥80,000.00")
                    if re.search("(^|[^0-9,¥])" + re.escape(sum_), text)]

        # N is 5 x 20,000. What goes beyond it stands in a row of its own, and the rows add up to what was agreed.
        self.assertEqual(amounts(('amount="120000.00"', 'amount="150000.00"'), ('extra-amount="20000.00" ', "")),
                         ["100,000.00", "50,000.00", "20,000.00", "¥150,000.00"])
        self.assertEqual(amounts((' amount="120000.00"', "")), ["100,000.00", "20,000.00", "¥120,000.00"])
        self.assertEqual(amounts((' amount="120000.00"', ""), ('extra-amount="20000.00" ', "")), ["100,000.00", "20,000.00", "¥100,000.00"])
        self.assertEqual(amounts(('amount="120000.00"', 'amount="80000.00"'), ('extra-amount="20000.00" ', "")), ["80,000.00", "¥80,000.00"])

    def test_the_working_adds_up_for_who_works_it_out(self):
        """Where the average does not divide evenly, base times months is not the sum to the cent, and the paper says why."""
        for average, amount, said in (("20000.00", "100,000.00元", False), ("20000.004", "100,000.02元", True)):
            facts = self.sample("cn-40-2", (r'average="20000.00" last-month', f'average="{average}" last-month'))
            self.render(0, "dismissal-notice", facts, "-o", self.output)
            letter = self.text().replace("\n", "")
            os.unlink(self.output)
            self.render(0, "severance-sheet", facts, "-o", self.output)
            sheet = self.text().replace("\n", "")
            os.unlink(self.output)
            with self.subTest(average=average):
                self.assertIn(amount, letter)
                self.assertEqual(["除不尽" in letter, "月工资基数除不尽" in sheet], [said, said])

    def test_own_wording(self):
        own = os.path.join(self.folder, "home", "fairwell", "packs", "cn", "documents")
        environment = dict(os.environ, XDG_DATA_HOME=os.path.join(self.folder, "home"))
        shipped = os.path.join(os.environ["FAIRWELL_DATA_DIR"], "packs", "cn", "documents", "mutual-agreement.xsl")
        call = [PROGRAM, "template", "CN", "mutual-agreement"]
        told = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
        self.assertEqual((told.returncode, told.stdout), (1, ""))
        os.makedirs(own)
        with open(shipped, encoding="utf-8") as file:
            text = file.read()
        clause = '<item id="care">' + "公司的离职关怀照常。" * 300 + "</item>"
        with open(os.path.join(own, "mutual-agreement.xsl"), "w", encoding="utf-8") as file:
            file.write(text.replace('    <item id="other">', clause + '\n    <item id="other">'))
        told = subprocess.run(call, capture_output=True, text=True, check=True, env=environment)
        self.assertEqual(told.stdout.splitlines(), ["+ " + clause])
        told = subprocess.run([*call, "--json"], capture_output=True, text=True, check=True, env=environment)
        self.assertEqual([line["line"] for line in json.loads(told.stdout)["lines"] if line["kind"] == "added"], [clause])
        subprocess.run([PROGRAM, "render", "mutual-agreement", self.sample("cn-36-er"), "-o", self.output], check=True, env=environment)
        self.assertGreater(self.text().replace("\n", "").count("离职关怀"), 295)

    def test_two_wordings(self):
        """Where the law bears two wordings, a setting of the case chooses one and the other is not printed."""
        for paper, facts, setting, one, other in [
                ("mutual-agreement", "cn-36-er", "settlement-scope=known", "未列明的款项", "签约时已知的劳动报酬"),
                ("certificate-of-leaving", "cn-40-2", "certificate-reason=statutory", None, "第四十条第二项"),
                ("final-settlement", "cn-40-2", "month-wage=days-absent", "计薪", "缺勤"),
                ("dismissal-notice", "cn-40-3", "plus-one-base=average", "上一个月的工资标准", "前十二个月的平均工资确定")]:
            name, value = setting.split("=")
            for changes, there, absent in [((), one, other), ((("  <departure", f'  <setting id="{name}" value="{value}"/>\n  <departure'),), other, one)]:
                with self.subTest(setting=setting, chosen=bool(changes)):
                    self.render(0, paper, self.sample(facts, *changes), "-o", self.output)
                    text = self.text().replace("\n", "")
                    os.unlink(self.output)
                    self.assertTrue(there is None or there in text, text)
                    self.assertFalse(absent is not None and absent in text, text)

    def test_every_amount_has_its_working(self):
        """On the sheet a sum that was reckoned says how and by which article; also one that only this ground has."""
        for name, line, working in (("cn-40-1", "medical-subsidy", "月工资 20,000.00 × 6 个月"), ("cn-40-3", "severance", "20,000.00元×5＝100,000.00元")):
            facts = self.sample(name)
            run = subprocess.run([PROGRAM, "assess", facts, "--json"], capture_output=True, text=True, check=False)
            lines = {each["id"]: each for each in json.loads(run.stdout)["settlement"]["lines"]}
            reckoned = [each for each in lines.values() if each.get("reckoned") not in (None, "0.00")]
            self.assertIn(line, [each["id"] for each in reckoned])
            for each in reckoned:
                self.assertTrue(each["working"] and each["article"], each)
            self.render(0, "final-settlement", facts, "--draft", "-o", self.output)
            text = re.sub(r"\s", "", self.text())
            os.unlink(self.output)
            self.assertIn(working.replace(" ", ""), text)
            for law, article in re.findall(r"([^、]*?)(第[^、]+)", lines[line]["article"]):
                self.assertIn(law if "〔" in law or not law else f"《{law}》", text)
                self.assertIn(article, text)

    def test_severance_sheet(self):
        wages = "".join(f'<wage month="2025-{month:02}" gross="{20000 + month}.50"/>' for month in range(12, 3, -1))
        wages += '<wage month="2026-03" gross="21000.00" overtime="1000.00" normal="false"/><wage month="2026-01" gross="22000"/><wage month="2026-02" gross="23000"/>'
        changes = ((r"<pay [^>]*/>", wages + '<wage month="2025-03" gross="99999.00"/>'), ('hired="2021-08-16"', 'hired="2005-08-16"'))
        self.render(0, "severance-sheet", self.sample("cn-40-2", *changes), "-o", self.output)
        text = self.text().replace("\n", "")
        os.unlink(self.output)
        for words in ("2025年4月", "20,004.50", "1,000.00", "没有正常出勤", "2005年8月16日至2007年12月31日", "2008年1月1日至2026年4月10日", "《劳动合同法》第四十七条"):
            self.assertIn(words, text)
        self.assertNotIn("99,999.00", text)
        self.assertLess(text.index("2025年12月"), text.index("2026年1月"))
        self.assertIn("assessment/severance/@amount",
                      self.render(1, "severance-sheet", self.sample("cn-40-2", (r"<pay [^>]*/>", "")), "-o", self.output))

    def test_information_on_protection(self):
        pregnant = (("    <pay", '    <protection kind="pregnancy" until="2026-09-30"/>\n    <pay'), ('sex="male"', 'sex="female"'))
        self.render(0, "status-information", self.sample("cn-36-er", *pregnant), "-o", self.output)
        text = self.text().replace("\n", "")
        os.unlink(self.output)
        for words in ("现处于孕期", "2026年9月30日", "拒绝签订不会带来任何不利", "□愿意继续协商解除", "□选择继续履行劳动合同"):
            self.assertIn(words, text)
        self.assertIn("employee/protection/@kind", self.render(1, "status-information", self.sample("cn-36-er"), "-o", self.output))

    def test_gap(self):
        facts = self.sample("cn-40-2", (r' handover-place="[^"]*"', ""))
        self.assertIn("case/@handover-place", self.render(1, "dismissal-notice", facts, "-o", self.output))
        told = self.render(0, "dismissal-notice", facts, "-o", self.output, "--draft", "--lang", "zh")
        self.assertIn("case/@handover-place: 交接地点", told)
        self.assertIn("〔交接地点〕", self.text())

    def test_barred(self):
        facts = self.sample("cn-40-2", ('sex="male"', 'sex="female"'), (r"    <training", '    <protection kind="pregnancy" from="2026-01-10" until="2026-09-30"/>\n    <training'))
        self.assertIn("cn.42-4", self.render(1, "dismissal-notice", facts, "-o", self.output))
        self.assertIn("cn.42-4", self.render(0, "dismissal-notice", facts, "-o", self.output, "--draft"))

    def test_same_bytes(self):
        facts = self.sample("cn-36-er")
        self.render(0, "mutual-agreement", facts, "-o", self.output)
        with open(self.output, "rb") as file:
            first = file.read()
        os.unlink(self.output)
        self.render(0, "mutual-agreement", facts, "-o", self.output)
        with open(self.output, "rb") as file:
            self.assertEqual(file.read(), first)

    def test_not_for_this_ground(self):
        facts = self.sample("cn-40-2")
        self.assertIn("cn.40-2", self.render(1, "mutual-agreement", facts, "-o", self.output))
        self.assertIn("cn.40-2", self.render(1, "mutual-agreement", facts, "-o", self.output, "--draft"))

    def test_json(self):
        facts = self.sample("cn-40-2", (r' handover-place="[^"]*"', ""))
        run = subprocess.run([PROGRAM, "render", "dismissal-notice", facts, "-o", self.output, "--draft", "--json"],
                             capture_output=True, text=True, check=True)
        self.assertEqual(json.loads(run.stdout), {"document": "dismissal-notice", "file": self.output, "draft": True,
                                                  "missing": ["case/@handover-place"]})

    def test_many(self):
        first, second = self.sample("cn-40-2"), os.path.join(self.folder, "second.xml")
        with open(first, encoding="utf-8") as file, open(second, "w", encoding="utf-8") as copy:
            copy.write(re.sub("陈志远", "王海洋", file.read()))
        self.render(0, "dismissal-notice", first, second, "-o", self.output)
        self.assertIn("陈志远先生", self.text())
        self.assertIn("王海洋先生", self.text())
        os.unlink(self.output)
        papers = os.path.join(self.folder, "papers")
        subprocess.run([PROGRAM, "render", "dismissal-notice", first, second, "--each", "-o", papers], check=True)
        self.assertEqual(sorted(os.listdir(papers)), ["facts.pdf", "second.pdf"])
        # One that cannot be made: none is written.
        nowhere = os.path.join(self.folder, "none")
        self.render(1, "dismissal-notice", second, self.sample("cn-40-2", (r' handover-place="[^"]*"', "")), "--each", "-o", nowhere)
        self.assertFalse(os.path.exists(nowhere))

    def test_refusals(self):
        facts = self.sample("cn-40-2")
        self.assertIn("poster", self.render(1, "poster", facts, "-o", self.output))
        self.render(2, "dismissal-notice", facts)
        self.render(2, "dismissal-notice", "-o", self.output)
        self.render(3, "dismissal-notice", facts, "more", "-o", self.output)
        self.render(2, "dismissal-notice", facts, facts, "--each", "-o", self.folder)
        self.render(3, "dismissal-notice", os.path.join(self.folder, "none.xml"), "-o", self.output)
        self.render(3, "dismissal-notice", self.sample("cn-40-2", ("<facts", "<!DOCTYPE x><facts")), "-o", self.output)
        self.assertIn("facts.xml:", self.render(3, "dismissal-notice", self.sample("cn-40-2", ('jurisdiction="CN"', 'jurisdiction="XX"')),
                                                "-o", self.output))
        self.render(3, "dismissal-notice", self.sample("cn-40-2", ('as-of="[^"]*"', 'as-of="yesterday"')), "-o", self.output)
        self.render(4, "dismissal-notice", self.sample("cn-40-2"), "-o", os.path.join(self.folder, "no", "such", "folder.pdf"))


if __name__ == "__main__":
    unittest.main()
