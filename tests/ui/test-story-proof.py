#!/usr/bin/python3
"""What carries a case that is in doubt: a lawyer's word against a bar, a record of the person as a material."""
import re
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-09-04"


class Proof(Story):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.ctl(DAY, "init", self.store, "--sample")

    def open_departure(self, *status, kind, ground):
        number = self.ctl(DAY, "case", self.store, "open", "--employee", "E0187", "--kind", kind, "--ground", ground,
                          "--last-day", "2026-10-16").split()[0]
        self.ctl(DAY, "case", self.store, "status", number, *status, "--others", "no", "--asked-of", "本人、主管", "--on", DAY,
                 "--take")
        self.start(DAY)
        self.open_case("E0187")

    def allowed(self, name):
        return self.session.find("button", name).has("sensitive")

    def test_a_lawyer_passes_a_bar(self):
        self.open_departure("hazard-post=yes", kind="dismissal", ground="cn.40-2")
        self.go(4, "这件事现在能不能办？")
        self.see(re.compile("^不能。有 1 处法律不允许"))
        self.session.key("alt+o")
        self.wait_focus(lambda focus: focus.name.startswith("律师"), "the lawyer")
        self.session.type("王律师")
        self.session.key("Tab")
        self.session.type("体检已经做过了")
        self.assertFalse(self.allowed("放行"), "a reason of a few words is no reason")
        self.shot("too-short")
        self.session.type("，报告九月三日寄到，没有异常")
        self.session.wait_for(lambda: self.allowed("放行"), what="the way to be free")
        self.shot("reason")
        self.press_until("Tab", lambda focus: focus.name.startswith("放行"), most=3)
        self.session.key("Return")
        self.see(re.compile("已由王律师放行：体检已经做过了，报告九月三日寄到，没有异常"))
        self.shot("passed")
        self.stop()
        self.assertRegex(self.ctl(DAY, "audit", self.store), "case.override .*体检已经做过了，报告九月三日寄到，没有异常")

    def open_records(self):
        self.session.key("alt+p")
        self.see("选一条能证明它的记录。")
        self.wait_focus(lambda focus: focus.name == "考核：全部", "the first record")
        self.shot("records")

    def test_the_employee_asks_to_leave(self):
        """By agreement, as the employee asked: the ground follows the record, a record is the proof, the agreement is a PDF."""
        self.open_departure(kind="mutual", ground="cn.36-er")
        self.go(2, "用什么方式，什么理由？")
        self.press_until("Tab", lambda focus: focus.name.endswith("提出的？: 员工本人"))
        self.session.key("space")
        self.see("选的方式和记录里的提出方对不上")
        self.session.key("ctrl+Return")
        self.wait_focus(lambda focus: focus.name.startswith("协商解除（员工提出）") and "已选" in focus.name, "the ground of the record")
        self.shot("ground")
        self.supply_from_records()
        self.select_paper("协商解除劳动合同协议书")
        for blank, text in (("员工书面提出的日期", "2026-09-01"), ("工作交接日期", "2026-10-15")):
            self.press_until("Tab", lambda focus, blank=blank: focus.name == blank)
            self.session.type(text)
        self.session.key("Tab")
        self.issue("协商解除劳动合同协议书")
        text = self.read_pdf(self.save_pdf("协议"))
        for wanted in ("乙方于2026年9月1日以书面方式主动向甲方提出协商解除劳动合同", "依法不涉及经济补偿", "2026年10月16日"):
            self.assertIn(wanted, text)
        self.assertNotIn("稿", text)

    def supply_from_records(self):
        self.go(3, "这个理由要拿什么来证明？")
        self.wait_focus(lambda focus: "提出方记录" in focus.name, "the first missing material")
        self.open_records()
        self.session.key("Escape")
        self.session.wait_gone("label", "选一条能证明它的记录。")
        self.open_records()
        self.press_until("Down", lambda focus: focus.name.startswith("谈话"), most=30)
        self.session.key("Down", "Return")
        self.see("「提出方记录」已经有了")
        self.see(re.compile("谈话"))
        self.wait_focus(lambda focus: "协商记录" in focus.name, "the next material that is missing")
        self.shot("picked")


if __name__ == "__main__":
    unittest.main()
