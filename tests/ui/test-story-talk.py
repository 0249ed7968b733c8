#!/usr/bin/python3
"""A hard talk held by keyboard, in Chinese: what is said is typed as it is said, the program stands by, and when the computer dies in
the middle the talk goes on where it was. What was said is read back, signed and kept."""
import os
import re
import signal
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-09-04"
PREPARED = ["case/talk/@call=陈先生", "case/talk/@hr=周岚", "case/talk/@manager=顾海涛"]


class Talk(Story):
    program = PROGRAM

    def prepare(self):
        self.ctl(DAY, "init", self.store, "--sample")
        number = self.ctl(DAY, "case", self.store, "open", "--employee", "E0187", "--kind", "dismissal", "--ground", "cn.40-2",
                          "--last-day", "2026-10-10").split()[0]
        self.ctl(DAY, "case", self.store, "set", number, *PREPARED)

    def open_talk(self):
        self.open_case("E0187")
        self.session.key("alt+9")

    def note(self, text, *keys):
        self.session.type(text)
        self.session.key(*(keys or ("Return",)))

    def hold(self):
        session = self.session
        self.see("与陈志远面谈")
        session.find("button", re.compile("^开始面谈"), state="sensitive", timeout=30)
        session.key("ctrl+Return")
        self.see("第 1 幕，共 5 幕")
        self.wait_focus(lambda focus: focus.role == "text box", "the note")
        self.shot("begun")
        # Only the sound is right: a possible alert says so.
        session.type("我要申请中才")
        self.see(re.compile("^听到：“我要申请中才” · 疑似"))
        session.key("Return", "Escape")
        # Two at once: the second waits behind the first.
        session.type("明天我就去劳动局立案，咱们那儿见")
        self.see(re.compile("^另有 1 条"))
        self.shot("two-alerts")
        session.key("ctrl+m", "Escape", "Return", "F6")
        self.see("停一分钟，倒杯水，放慢一点。")
        self.note("最后一天定十月十日", "ctrl+Return")
        self.note("奖金下周三书面答复", "ctrl+shift+Return")
        self.see("谈妥 1")
        self.see("未定 1")

    def slip(self):
        """The interviewer's own words are watched, too."""
        self.session.key("F3")
        self.session.type("你今天不签就一分钱拿不到")
        self.see(re.compile("^刚才的说法要更正：“"))
        self.shot("own-words")
        self.session.key("Escape", "ctrl+a", "BackSpace", "F2")

    def danger(self):
        session = self.session
        session.type("我从楼上跳下去算了")
        self.see("先顾安全，稿子放一边")
        session.key("Escape", "Page_Down")
        self.see("先顾安全，稿子放一边")
        self.shot("danger")
        session.key("alt+Return")
        session.wait_gone("label", "先顾安全，稿子放一边")
        session.key("Return")

    def crash(self):
        """The talk stands where it was, down to the word being typed."""
        session = self.session
        session.key("Page_Down", "Page_Down", "Page_Down")
        session.type("他想看第三季度的明")
        scene = self.see(re.compile("^第 . 幕，共 5 幕$")).name
        prompt = session.find_all("label", re.compile("^“.*”$"))[0].name
        session.wait_for(lambda: session.find_all("label", "每个字都已保存"), what="the words to be saved")
        os.kill(session.app.pid, signal.SIGKILL)
        session.app.wait()
        session.launch([self.program, "--language", "zh_CN", "--today", DAY, "--sample"])
        # Nobody looks for it: the program opens where one sat.
        self.see(scene)
        session.fill_screen()
        self.see(prompt)
        self.wait_focus(lambda focus: focus.role == "text box" and focus.text() == "他想看第三季度的明", "the word being typed")
        self.see(re.compile("^接着记。最后一句是"))
        self.see("谈妥 1")
        self.shot("after-the-crash")
        self.note("细")
        self.see("他想看第三季度的明细")

    def finish(self):
        session = self.session
        session.key("ctrl+period")
        self.see("结束面谈？")
        session.key("Return")
        self.see(re.compile("^先自己整理"))

    def read_back(self):
        """What was said is read aloud and corrected in sight of both, then signed on paper and kept."""
        session = self.session
        self.shot("minutes")
        session.key("F1")
        self.see("面谈以后：纪要和签名", index=0)
        session.key("Escape", "alt+r")
        aloud = session.find("checkbox", re.compile("^正在念给员工听"))
        session.wait_for(lambda: session.ticked(aloud), what="the minutes to be read aloud")
        session.key("alt+a")
        self.wait_focus(lambda focus: focus.role == "text box" and focus.text() == "", "the new line")
        session.type("我要看第三季度的原始数据")
        self.see("宣读时补充")
        self.shot("read-aloud")
        session.key("alt+o")
        self.see(re.compile("^已存档。请打印出来"))
        session.find("button", re.compile(r"^打印\(.*…$"), state="sensitive", timeout=30)
        self.shot("on-record")
        session.key("Escape")
        self.see("已存档的面谈")
        self.see(re.compile("签字件还没归档$"))
        self.shot("held-talks")
        minutes = os.path.join(self.folder, "minutes.pdf")
        self.stop()
        self.ctl(DAY, "document", self.store, "2026-0001", "interview-minutes", "-o", minutes)
        self.assertIn("我要看第三季度的原始数据", self.read_pdf(minutes))

    def test_talk(self):
        self.prepare()
        self.start(DAY)
        self.open_talk()
        self.hold()
        self.slip()
        self.danger()
        self.crash()
        self.finish()
        self.read_back()


if __name__ == "__main__":
    unittest.main()
