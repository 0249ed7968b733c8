#!/usr/bin/python3
"""Why people leave the sample company: charts, their tables and the people behind a mark, in Chinese, by keyboard alone."""
import os
import pathlib
import re
import sys
import unittest

import gtkdrive
from story import Story

PROGRAM = sys.argv.pop(1)
TODAY = "2026-09-14"


def is_whole(path):
    """Whether a PDF is there down to its end."""
    return os.path.exists(path) and b"%%EOF" in pathlib.Path(path).read_bytes()[-16:]


class Insight(Story):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.store = os.path.join(self.folder, "store")
        self.ctl(TODAY, "init", self.store, "--sample")

    def start(self):
        session = gtkdrive.start([PROGRAM, "--language", "zh_CN", "--today", TODAY, "--store", self.store],
                                 home=self.home, size=(1366, 768), timeout=60)
        self.addCleanup(session.close)
        self.session = session
        session.find("list", "位置")
        session.fill_screen()
        return session

    def go_to(self, session, role, beginning):
        for _ in range(20):
            node = session.focused()
            if node is not None and node.kind == role and (node.live_name() or "").startswith(beginning):
                return node
            session.key("Tab")
        self.fail(f"no {role} “{beginning}” among the stops of Tab")

    def test_chart_table_people(self):
        session = self.start()
        session.key("ctrl+4")
        session.find("image", lambda name: name.startswith("离职的人里，28% 在入职第 4–6 个月离开"), timeout=60, showing=False)

        self.go_to(session, "image", "这 3 年，离职率有没有变化？")
        session.key("Home", "End", "Left")
        session.wait_for(lambda: session.focused().live_name().startswith("2026 年 8 月：离职 3 人"), what="the name of the mark")
        session.key("t")
        session.find("label", "2026-08")
        session.key("t")
        session.wait_for(lambda: session.focused().role == "image", what="the chart again")

        session.key("Return")
        session.find("label", lambda name: name.startswith("2026 年 8 月：离职 3 人"))
        session.wait_for(lambda: len(session.find_all("label", lambda name: name.startswith("E0") and "至" in name and "2026-08-" in name)) == 3, what="three people")
        session.key("Return")
        session.find("label", lambda name: name.startswith("E0"), index=0)
        session.key("alt+Left")
        session.find("label", "离职的人")
        session.key("alt+Left")
        session.wait_for(lambda: session.focused().role == "image", what="the chart it was opened from")

    def test_filter(self):
        session = self.start()
        session.key("ctrl+4")
        session.find("image", lambda name: "118 人" in name, index=0, timeout=60, showing=False)
        self.go_to(session, "button", "离职方式：全部离职方式")
        session.key("Return", "Down", "Return")
        session.find("image", lambda name: "只看主动" in name, index=0, timeout=60, showing=False)

        session.click(session.find("button", lambda name: name.startswith("全员离职成本")))
        session.find("label", lambda name: name.startswith(f"截至 {TODAY}，合计里有"), timeout=60)
        session.find("label", lambda name: name.startswith("有 1 人算不出来，不在合计里。缺：前十二个月的工资（1 人）"))
        session.key("alt+Left")
        session.wait_for(lambda: (session.focused().live_name() or "").startswith("全员离职成本"), what="the button it was opened by")
        self.on_paper()

    def print_to_file(self):
        """The text of the pages. The toolkit proposes the home folder and a name in the language of the window."""
        session, path, before = self.session, os.path.join(self.home, "输出.pdf"), self.session.windows()
        session.key("ctrl+p" if session.focused().role == "image" else "alt+p")
        self.wait_focus(lambda focus: focus.native().ref not in before, "the print dialog")
        self.press_until("Tab", lambda focus: focus.role in ("row", "list item"))
        session.key("space")
        session.find("button", re.compile("^打印"), state="sensitive", timeout=30)
        session.key("alt+p")
        session.wait_for(lambda: len(session.windows()) == len(before) and is_whole(path), timeout=30, what="the printed file")
        text = self.read_pdf(path)
        os.remove(path)
        return text

    def on_paper(self):
        """A chart and a calculation as they come out of the printer."""
        session = self.session
        self.press_until("Tab", lambda focus: focus.role == "image")
        printed = self.print_to_file()
        for words in ("只看主动", "制图日期：2026-09-14"):
            self.assertIn(words, printed)
        self.see("已打印，并记入操作记录")

        session.key("ctrl+5")
        for field, text in (("入职日期", "2006-05-08"), ("最后工作日", "2026-04-30"), ("前十二个月平均工资", "41800")):
            session.fill(session.find("text box", field, index=0, timeout=60), text)
        session.choose(session.find("combo box", re.compile("^理由")), re.compile("^协商解除（公司提出）"))
        self.see(re.compile("^531,224.00"))
        printed = self.print_to_file()
        for words in ("41,800.00元", "531,224.00元", "18.5个月", "也管，整段按封顶后的数·经济补偿N：522,228.00"):
            self.assertIn(words, printed)
        saved = os.path.join(self.folder, "saved.pdf")
        self.choose_file("alt+d", saved)
        session.wait_for(lambda: is_whole(saved), timeout=30, what="the saved file")
        self.assertEqual(self.read_pdf(saved), printed)


if __name__ == "__main__":
    unittest.main(verbosity=2)
