"""The main job on the command line: a dismissal that the law bars becomes a negotiated exit and ends with its papers."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["FAIRWELLCTL"]


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sample = tempfile.TemporaryDirectory(prefix="fairwell-sample-")
        cls.addClassCleanup(cls.sample.cleanup)
        subprocess.run([PROGRAM, "init", "STORE", "--sample"], cwd=cls.sample.name, check=True, capture_output=True)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="fairwell-case-")
        self.environment = dict(os.environ, XDG_DATA_HOME=os.path.join(self.folder.name, "own"))
        shutil.copytree(os.path.join(self.sample.name, "STORE"), os.path.join(self.folder.name, "STORE"))
        self.today = "2026-11-10"

    def tearDown(self):
        self.folder.cleanup()

    def run_program(self, *words, exit_with=0):
        done = subprocess.run([PROGRAM, *words], cwd=self.folder.name, env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, exit_with, f"{words}: {done.stderr}")
        return done

    def case(self, verb, *words, exit_with=0):
        return self.run_program("case", "STORE", verb, *words, "--today", self.today, exit_with=exit_with)

    def show(self, number="2026-0001", *words):
        return json.loads(self.case("show", number, "--json", *words).stdout)

    def row(self, rows, name):
        return next(row for row in rows if row["id"] == name)

    def open(self, employee, kind, ground):
        return self.case("open", "--employee", employee, "--kind", kind, "--ground", ground, "--last-day", "2026-12-31").stdout.strip()

    def write(self, name, text):
        (pathlib.Path(self.folder.name) / name).write_text(text, encoding="utf-8")
        return name

    def test_what_fails_changes_nothing(self):
        number = self.open("E0187", "dismissal", "cn.40-2")
        self.case("status", number, "--others", "no", "--asked-of", "陈志远", "--take")
        events = self.run_program("audit", "STORE", "--json").stdout
        self.case("issue", number, "union-letter", "-o", "no/such/folder.pdf", exit_with=4)
        self.run_program("document", "STORE", number, "union-letter", "-o", "no/such/folder.pdf", "--draft", "--today", self.today, exit_with=4)
        for place in ("", ".", "x" * 252 + ".pdf"):
            self.run_program("document", "STORE", number, "union-letter", "-o", place, "--draft", "--today", self.today, exit_with=4)
            self.case("issue", number, "union-letter", "-o", place, exit_with=4)
        for file in ("/dev/null", "."):
            self.case("attach", number, "contract", file, exit_with=3)
        self.case("attach", number, "--found", exit_with=2)
        self.case("set", number, "departure/@last-day=2027-01-31", "nothing=1", exit_with=3)
        self.case("status", number, "hazard-post=yes", "nothing=no", exit_with=3)
        self.case("set", number, "setting/nothing=1", exit_with=3)
        self.case("set", number, "setting/pre2008-partial=never", exit_with=3)
        self.case("set", number, "case/@handover-place=a\x01b", exit_with=3)
        self.case("attach", number, "contract", self.write("empty.txt", ""), exit_with=3)
        self.case("attach", number, "contract", self.write("later.txt", "x"), "--on", "2026-11-11", exit_with=3)
        self.case("return", number, exit_with=2)
        self.case("withdraw", number, exit_with=2)
        self.assertEqual(self.run_program("audit", "STORE", "--json").stdout, events)
        told = self.show(number)
        self.assertEqual((told["state"], told["last_day"]), ("draft", "2026-12-31"))
        self.assertEqual(self.row(told["status_rows"], "hazard-post")["answer"], "no")

    def test_a_form_that_is_not_taken_keeps_no_answer(self):
        number = self.open("E0187", "dismissal", "cn.40-2")
        events = self.run_program("audit", "STORE", "--json").stdout
        self.case("status", number, "hazard-post=yes", "--take", exit_with=1)
        self.case("status", number, "--others", "no", "--take", exit_with=1)
        self.assertEqual(self.run_program("audit", "STORE", "--json").stdout, events)
        self.assertEqual(self.row(self.show(number)["status_rows"], "hazard-post")["answer"], "unknown")

    def test_facts_are_xml_whatever_was_recorded(self):
        self.run_program("import", "STORE", "employees", self.write("new.csv", "工号,姓名\nE9002,李\ufffe四\n"))
        number = self.open("E9002", "mutual", "cn.36-er")
        facts = self.case("facts", number).stdout
        self.assertIn('name="李 四"', facts)
        self.run_program("assess", self.write("facts.xml", facts), exit_with=1)

    def test_barred_then_negotiated(self):
        number = self.open("E0142", "dismissal", "cn.40-2")
        barred = self.show(number)
        self.assertEqual(barred["verdict"], "blocked")
        self.assertEqual(self.row(barred["findings"], "cn.42-4")["verdict"], "blocked")
        self.assertEqual(self.row(barred["grounds"], "cn.40-2")["use"], "barred")
        self.assertIn("cn.42-4", self.case("issue", number, "dismissal-notice", exit_with=1).stderr)
        self.assertIn("20", self.case("override", number, "cn.42-4", "--lawyer", "王律师", "--reason", "太短", exit_with=1).stderr)

        self.case("set", number, "departure/@ground=cn.36-er", "departure/@proposer=employer")
        self.case("status", number, "--others", "no", "--asked-of", "张敏", "--take")
        for material in ("proposer-record", "negotiation-minutes"):
            self.case("attach", number, material, self.write(material + ".txt", material))
        self.case("set", number, "case/agreement/@amount=150000", "case/agreement/@noncompete=none")
        kinds = {"date": "2026-12-31", "money": "150000", "month": "2026-12", "number": "1"}
        for _ in range(4):
            paper = self.row(self.show(number)["documents"], "mutual-agreement")
            if paper["state"] == "ready":
                break
            answers = [f"{blank['id']}={kinds.get(blank['kind'], '三楼会议室')}" for blank in paper["missing"]]
            self.assertTrue(answers, paper["reasons"])
            self.case("set", number, *answers)
        self.case("issue", number, "mutual-agreement", "-o", "agreement.pdf")
        issued = (pathlib.Path(self.folder.name) / "agreement.pdf").read_bytes()
        self.assertTrue(issued.startswith(b"%PDF"))
        self.case("issue", number, "mutual-agreement", exit_with=1)
        self.case("deliver", number, "mutual-agreement", "--by", "hand", "--on", "2026-11-10", self.write("signed.txt", "双方签字"))
        self.today = "2026-12-31"
        self.case("issue", number, "certificate-of-leaving")
        self.case("attach", number, "payment-proof", self.write("paid.txt", "已付"))
        self.case("close", number)
        self.run_program("document", "STORE", number, "mutual-agreement", "-o", "again.pdf", "--today", self.today)
        self.assertEqual((pathlib.Path(self.folder.name) / "again.pdf").read_bytes(), issued)
        person = json.loads(self.run_program("employee", "STORE", "E0142", "--json").stdout)["employee"]
        self.assertEqual(person["status"], "left")
        self.run_program("audit", "STORE", "--verify")

    def test_wrong_use_and_bad_input(self):
        number = self.open("E0187", "dismissal", "cn.40-2")
        self.case("dance", number, exit_with=2)
        self.case("open", "--employee", "E0187", exit_with=2)
        self.case("open", "--employee", "E9999", "--kind", "mutual", exit_with=1)
        self.case("open", "--employee", "E0187", "--kind", "mutual", exit_with=1)
        self.case("open", "--employee", "E0098", "--kind", "mutual", "--ground", "cn.40-2", exit_with=3)
        self.case("open", "--employee", "E0098", "--kind", "mutual", "--last-day", "2026-02-30", exit_with=3)
        self.assertEqual(json.loads(self.case("list", "--employee", "E0098", "--json").stdout), {"cases": []})
        self.case("show", "2026-0099", exit_with=1)
        self.run_program("document", "STORE", number, "interview-minutes", "-o", "minutes.pdf", exit_with=1)
        self.run_program("document", "STORE", number, "interview-minutes", "-o", "minutes.pdf", "--talk", "0", exit_with=2)
        self.run_program("document", "STORE", number, "dismissal-notice", "-o", "minutes.pdf", "--talk", "1", exit_with=2)
        self.case("set", number, "departure/@last-day=someday", exit_with=3)
        self.case("set", number, "employee/protection[1]/@until=2020-01-01", exit_with=3)
        self.case("set", number, "nonsense", exit_with=2)
        self.case("attach", number, "contract", "no-such-file", exit_with=3)
        self.case("attach", number, "no-such-material", self.write("x.txt", "x"), exit_with=3)
        self.case("status", number, "pregnancy=perhaps", exit_with=3)
        self.case("deliver", number, "dismissal-notice", "--by", "hand", "--on", "2026-11-10", exit_with=1)
        self.case("what-if", number, "--from", "2026-12-31", "--to", "2026-12-01", exit_with=3)
        self.case("return", number, "--reason", "还缺", exit_with=1)
        self.assertEqual(self.show(number)["state"], "draft")

    def test_why_and_what_beside_the_law(self):
        """What the window does of a case the command line does as well."""
        number = self.open("E0142", "mutual", "cn.36-er")
        self.case("reasons", number, "pay-market=外面给得多", "pay-no-raise")
        self.case("offer", number, "reference")
        self.case("settle", number, "--label", "伴手礼", "--group", "earning", "--amount", "88.00", "--reason", "一点心意")
        self.case("settle", number, "overtime", "--amount", "0")
        self.case("settle", number, "wage", "--amount", "1.00", exit_with=1)
        self.case("task", number, "收回电脑", "--due", "2026-12-30", "--by", "IT")
        told = self.show(number)
        self.assertEqual([(row["id"], row["words"]) for row in told["reasons"]], [("pay-market", "外面给得多"), ("pay-no-raise", None)])
        self.assertIs(self.row(told["offers"], "reference")["offered"], True)
        self.assertEqual(self.row(told["settlement"], "overtime")["amount"], "0.00")
        self.assertEqual([row["amount"] for row in told["settlement"] if row["title"] == "伴手礼"], ["88.00"])
        task = told["tasks"][0]
        self.assertEqual((task["title"], task["due"], task["done"]), ("收回电脑", "2026-12-30", False))
        refused = self.case("task", number, "调岗", "--due", "2026-12-30", "--kind", "adjust-psot", exit_with=3).stderr
        self.assertIn("‘adjust-psot’", refused)
        for kind in ("promise", "adjust-post", "arrange-medical"):
            self.assertIn(kind, refused)
        self.case("task", number, "调岗", "--due", "2026-12-30", "--kind", "adjust-post")
        self.case("task", number, "书面答复", "--due", "2026-12-30", "--kind", "promise")
        self.assertCountEqual([row["kind"] for row in self.show(number)["tasks"] if row["kind"]], ["adjust-post", "promise"])
        self.case("task", number, "--done", task["id"])
        self.case("offer", number, "reference", "--not")
        self.case("reasons", number, exit_with=2)
        self.case("reasons", number, "nothing", exit_with=1)
        self.case("reasons", number, "--none")
        self.case("settle", number, "--none")
        self.case("survey", number, "--sent", exit_with=1)
        told = self.show(number)
        self.assertEqual((told["reasons"], self.row(told["tasks"], task["id"])["done"]), ([], True))
        self.assertIs(self.row(told["offers"], "reference")["offered"], False)
        for words in (["offer"], ["settle"], ["settle", "wage", "--out", "--amount", "1"], ["survey"], ["read-again", "mutual-agreement"]):
            self.case(words[0], number, *words[1:], exit_with=2)
        self.case("offer", number, "nothing", exit_with=1)
        self.case("read-again", number, "mutual-agreement", "nothing", exit_with=1)
        self.today = "2027-01-20"
        self.case("survey", number, "--sent")
        self.assertIn("survey", [row["kind"] for row in self.show(number)["tasks"]])

    def last_event(self, what):
        events = json.loads(self.run_program("audit", "STORE", "--json").stdout)
        events = events["events"] if isinstance(events, dict) else events
        return [event for event in events if event["what"] == what][-1]["id"]

    def test_undo(self):
        number = self.open("E0187", "dismissal", "cn.40-2")
        self.case("attach", number, "employee-opinion", self.write("opinion.txt", "本人意见"))
        self.case("set", number, "departure/@notice-days-given=30")
        attached, said = self.last_event("case.attach"), self.last_event("case.answer")
        self.run_program("undo", "STORE", attached, "--reason", "放错了")
        self.assertEqual(self.row(self.show(number)["materials"], "employee-opinion")["state"], "recommended")
        self.case("set", number, "departure/@notice-days-given=0")
        self.assertIn("changed since", self.run_program("undo", "STORE", said, exit_with=1).stderr)
        self.run_program("undo", "STORE", "no-such-event", exit_with=1)
        self.case("status", number, "--others", "no", "--asked-of", "本人", "--take")
        self.case("issue", number, "union-letter")
        self.run_program("undo", "STORE", self.last_event("document.issue"), exit_with=1)

    def test_reader_beside_writer(self):
        number = self.open("E0187", "mutual", "cn.36-er")
        writer = subprocess.Popen([PROGRAM, "case", "STORE", "attach", number, "contract", "/dev/stdin", "--today", self.today],
                                  cwd=self.folder.name, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        try:
            self.assertEqual(self.show(number)["number"], number)
        finally:
            writer.stdin.write("劳动合同".encode())
            writer.stdin.close()
            self.assertEqual(writer.wait(timeout=30), 0)
        self.assertEqual(self.row(self.show(number)["materials"], "contract")["state"], "present")

    def test_changed_pack_is_named(self):
        number = self.open("E0187", "dismissal", "cn.40-2")
        other = self.open("E0142", "dismissal", "cn.40-2")
        before = self.show(number)
        self.assertFalse(before["pack_changed"])
        own = pathlib.Path(self.environment["XDG_DATA_HOME"]) / "fairwell" / "packs" / "cn"
        shutil.copytree(SOURCE / "data" / "packs" / "cn", own)
        pack = own / "pack.xml"
        pack.write_text(pack.read_text(encoding="utf-8").replace('id="CN" version="', 'id="CN" version="own-'), encoding="utf-8")
        money = own / "severance.xml"
        money.write_text(money.read_text(encoding="utf-8").replace('of="2 months-paid', 'of="3 months-paid'), encoding="utf-8")
        after = self.show(number)
        self.assertTrue(after["pack_changed"])
        self.assertTrue(self.row(after["changes"], "pack/version")["after"].startswith("own-"))
        self.assertEqual(after["pack_kept"], before["pack_sha256"])
        self.assertNotEqual(after["pack_sha256"], before["pack_sha256"])
        self.case("withdraw", number, "--reason", "不办了")
        withdrawn = self.show(number)
        self.assertEqual(withdrawn["state"], "withdrawn")
        self.assertEqual(withdrawn["pack_kept"], before["pack_sha256"])
        # Another case has seen it: it follows, so there is nothing to move to.
        self.assertTrue(self.show(other)["changes"])
        self.case("move-basis", other, exit_with=2)
        self.case("move-basis", other, "--reason", "按今天的标准", exit_with=1)
        self.case("acknowledge", other)
        self.assertEqual(self.show(other)["changes"], [])
        self.case("acknowledge", other, exit_with=1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
