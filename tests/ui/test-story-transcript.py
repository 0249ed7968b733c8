#!/usr/bin/python3
"""A program writes a talk along, by keyboard, in Chinese: chosen in Preferences, refused once, then agreed to by everybody at the table,
stopped when asked to, and on record with who agreed."""
import os
import re
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-09-04"
PREPARED = ["case/talk/@call=陈先生", "case/talk/@hr=周岚", "case/talk/@manager=顾海涛"]
# Half a sentence; all of it once the story goes on; then silence, until nobody is to listen any more.
HEARS = """#!/bin/sh
cd "$(dirname "$0")"
trap ': > ended' EXIT # by the shell itself: whatever it starts is told to end as well
trap exit TERM
printf '%s\\n' "$@" > given
printf '{"text": "我要去", "speaker": "employee", "final": false}\\n'
while [ ! -e go ]; do sleep 0.1; done
printf '{"text": "我要去申请仲裁", "speaker": "employee"}\\n'
cat > /dev/null
"""


class Transcript(Story):
    program = PROGRAM

    def prepare(self):
        self.ctl(DAY, "init", self.store, "--sample")
        number = self.ctl(DAY, "case", self.store, "open", "--employee", "E0187", "--kind", "dismissal", "--ground", "cn.40-2",
                          "--last-day", "2026-10-10").split()[0]
        self.ctl(DAY, "case", self.store, "set", number, *PREPARED)
        self.engine = os.path.join(self.folder, "engine")
        with open(self.engine, "w", encoding="utf-8") as out:
            out.write(HEARS)
        os.chmod(self.engine, 0o755)

    def there(self, name):
        return os.path.exists(os.path.join(self.folder, name))

    def choose(self):
        """None before it is chosen; what it is given keeps its words together."""
        session = self.session
        session.key("ctrl+comma")
        # By the wheel, not by Tab: that goes from control to control or, in newer lists, from list to list; and what is out of sight
        # there is not told of.
        pane = session.find("label", "窗口").ancestor("scroll pane")
        session.scroll_find(pane, "label", re.compile("^选择…"))
        self.choose_file("alt+h", self.engine)
        session.scroll_find(pane, "label", self.engine)
        session.scroll_into_view(session.scroll_find(pane, "text box", re.compile("^参数")))
        session.click("text box", re.compile("^参数"))
        session.type("--model 'zh cn'")
        session.key("Return")
        session.key("alt+o")
        session.wait_for(lambda: session.ticked(session.find("switch", re.compile("^面谈时可以用"), showing=False)), what="the switch")
        self.shot("preferences")
        session.key("Escape")

    def begin(self):
        session = self.session
        self.open_case("E0187")
        session.key("alt+9")
        session.find("button", re.compile("^开始面谈"), state="sensitive", timeout=30)
        session.key("ctrl+Return")
        self.see(re.compile("^第 1 幕"))
        self.wait_focus(lambda focus: focus.role == "text box", "the note")

    def tick(self, names):
        for name in names:
            self.press_until("Tab", lambda focus, name=name: focus.role == "checkbox" and focus.name.startswith(name))
            self.session.key("space")

    def refuse(self):
        """One does not agree: nothing can listen, and nothing does."""
        session = self.session
        session.type("手上这句还没写完")
        session.key("ctrl+t")
        self.see("在场的人都同意吗？")
        self.shot("asked")
        self.tick(["没有别人在场"])
        session.key("alt+l")
        self.see("在场的人都同意吗？")
        session.key("Escape")
        session.wait_gone("label", "在场的人都同意吗？")
        self.wait_focus(lambda focus: focus.role == "text box" and focus.text() == "手上这句还没写完", "the note as it was")
        self.assertFalse(self.there("given"), "it was started without the employee's consent")

    def agree(self):
        session = self.session
        session.key("ctrl+t")
        self.see("在场的人都同意吗？")
        self.tick(["陈志远", "没有别人在场"])
        session.find("button", re.compile("^开始转写"), state="sensitive")
        session.key("alt+l")
        self.see("员工：我要去……")
        self.wait_focus(lambda focus: focus.role == "text box" and focus.text() == "手上这句还没写完", "the note as it was")
        with open(os.path.join(self.folder, "given"), encoding="utf-8") as given:
            self.assertEqual(given.read().splitlines(), ["--model", "zh cn"])

    def hear(self):
        """What is said stands among the notes and is watched; the line being typed is left alone."""
        session = self.session
        with open(os.path.join(self.folder, "go"), "w", encoding="utf-8"):
            pass
        self.see("我要去申请仲裁")
        self.see(re.compile("^听到：“"))
        self.see("正在转写，说完一句记一句")
        self.shot("written-along")
        session.key("Escape", "Return")
        self.see("手上这句还没写完")

    def stop_hearing(self):
        session = self.session
        session.key("ctrl+t")
        self.see("已经停止，没有程序在听。后面用手记。")
        session.wait_for(lambda: self.there("ended"), what="the program's end")
        self.shot("stopped")

    def keep(self):
        """Who agreed stands in the minutes."""
        session = self.session
        session.key("ctrl+period")
        self.see("结束面谈？")
        session.key("Return")
        self.see(re.compile("^先自己整理"))
        session.key("alt+o")
        self.see(re.compile("^已存档。请打印出来"))
        session.key("Escape")
        self.see("已存档的面谈")
        minutes = os.path.join(self.folder, "minutes.pdf")
        self.stop()
        self.ctl(DAY, "document", self.store, "2026-0001", "interview-minutes", "-o", minutes)
        kept = self.read_pdf(minutes)
        self.assertIn("我要去申请仲裁", kept)
        self.assertIn("在场的人都同意：陈志远。", kept)
        self.assertIn("转写到此为止，后面由人手记。", kept)

    def test_transcript(self):
        self.prepare()
        self.start(DAY)
        self.choose()
        self.begin()
        self.refuse()
        self.agree()
        self.hear()
        self.stop_hearing()
        self.keep()


if __name__ == "__main__":
    unittest.main()
