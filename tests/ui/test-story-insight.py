#!/usr/bin/python3
"""Why people leave the sample company: charts, their tables and the people behind a mark, in Chinese, by keyboard alone."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import gtkdrive

PROGRAM = sys.argv.pop(1)
TODAY = "2026-09-14"


class Insight(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.store = os.path.join(folder.name, "store")
        subprocess.run([PROGRAM + "ctl", "init", self.store, "--sample"], check=True, capture_output=True)

    def start(self):
        session = gtkdrive.start([PROGRAM, "--language", "zh_CN", "--today", TODAY, "--store", self.store],
                                 home=str(pathlib.Path(self.store).parent / "home"), timeout=60)
        self.addCleanup(session.close)
        session.find("list", "位置")
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


if __name__ == "__main__":
    unittest.main(verbosity=2)
