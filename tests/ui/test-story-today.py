#!/usr/bin/python3
"""From the page of today it is one click to where each thing is done, and Back leads to today again."""
import re
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-10-10"


class Today(Story):
    program = PROGRAM

    def setUp(self):
        """A day on which every kind of thing is to be done."""
        super().setUp()
        self.ctl(DAY, "init", self.store, "--sample")
        case = self.ctl(DAY, "case", self.store, "open", "--employee", "E0187", "--kind", "dismissal", "--ground", "cn.40-2",
                        "--last-day", "2026-11-13").split()[0]
        self.ctl(DAY, "case", self.store, "status", case, "--others", "no", "--asked-of", "本人、主管", "--on", DAY, "--take")
        self.ctl(DAY, "case", self.store, "task", case, "收回电脑", "--due", "2026-10-12", "--by", "IT")
        self.ctl(DAY, "case", self.store, "issue", case, "union-letter")
        self.start(DAY)
        self.session.key("ctrl+1")
        self.see(re.compile("^全部 "), "button")
        self.session.click("button", re.compile("^全部 "))

    def open(self, text, seen, role="label"):
        """Clicks the row that says this, sees the place, and goes back."""
        session = self.session
        session.click(session.scroll_find(session.find("list", "要做的事"), "list item", re.compile(text)))
        self.see(seen, role)
        self.shot(text)
        session.key("alt+Left")
        self.see("要做的事", "list")

    def test_each_is_a_click_away(self):
        person = re.compile(r"^E\d+ · ")
        self.open("^收回电脑", "收回电脑")
        self.open("^《通知工会函》", re.compile("^送达"))
        self.open("^试用期快结束", person)
        self.open("^合同快到期", person)
        self.open("^哺乳期", person)
        self.open("^仇文博", person)
        self.open("^陈志远.*最后工作日", "这个理由要拿什么来证明？")
        self.open("月最低工资", "要花多少钱？")


if __name__ == "__main__":
    unittest.main()
