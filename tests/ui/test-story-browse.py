#!/usr/bin/python3
"""The list of employees: fifty rows read as a screen reader does, sorted, searched, selected, exported, kept as a view."""
import csv
import os
import re
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
ROWS = 50


class Browse(Story):
    program = PROGRAM

    def focused_row(self):
        focus = self.session.focused()
        return focus.name if focus is not None and focus.role in ("row", "table row") else ""

    def sort_by_number(self):
        self.session.key("Down")
        self.wait_focus(lambda focus: focus.role in ("row", "table row"), "the first row")
        self.press_until("shift+Tab", lambda focus: focus.name.startswith("工号"))
        self.session.key("Return")
        self.see(re.compile("按工号排序$"))
        self.session.key("Down")
        self.shot("sorted")

    def walk(self):
        """Each key leads to a further row whose name says who it is, in the order that was asked for."""
        numbers = []
        for _ in range(ROWS):
            found = re.search(r"，(E\d+)，", self.focused_row())
            self.assertIsNotNone(found, f"no row after {numbers}: {self.session.focused()!r}")
            numbers.append(found[1])
            self.session.key("Down")
        self.assertEqual(numbers, sorted(set(numbers)))
        self.shot("walked")

    def export_three(self):
        path = os.path.join(self.folder, "三个人.csv")
        self.session.key("Home", "shift+Down", "shift+Down")
        self.see("已选 3 位")
        self.session.key("Down", "shift+F10")
        self.see("选中", "menu item")
        self.session.key("Down", "Return")
        self.see("已选 4 位")
        self.session.key("space")
        self.see("已选 3 位")
        self.shot("selected")
        self.choose_file("ctrl+s", path)
        self.see("已导出 3 位，并已留痕。")
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual(rows[0][:3], ["姓名", "工号", "部门"])
        self.assertEqual(len(rows), 4)
        self.assertEqual([row[1] for row in rows[1:]], sorted(row[1] for row in rows[1:]))
        self.assertIn("employee.export", self.ctl("2026-09-14", "audit", self.store))

    def search_from_the_table(self):
        session = self.session
        session.key("Home", "Escape")
        session.wait_gone("label", "已选 3 位")
        session.type("wang")
        self.see(re.compile(r"^\d+ 位中的 \d+ 位 · 按工号排序$"))
        self.wait_focus(lambda focus: focus.role == "text" or "查找" in focus.name or focus.ancestor("search box"), "the search")
        session.wait_text(session.find("search box"), "wang")

    def keep_a_view(self):
        session = self.session
        session.click(session.find("button", "我的视图", index=0))
        session.click("menu item", "保存这个视图…")
        session.find("label", "保存这个视图？")
        session.type("姓王的人")
        session.key("Return")
        session.find("button", "视图：姓王的人", index=0, timeout=30)
        session.key("ctrl+f", "ctrl+a", "BackSpace")
        self.see(re.compile(r"^\d+ 位 · 按工号排序$"))
        session.click(session.find("button", "视图：姓王的人", index=0))
        session.click("menu item", "姓王的人")
        self.see(re.compile(r"^\d+ 位中的 \d+ 位 · 按工号排序$"))
        session.wait_text(session.find("search box"), "wang")
        self.shot("view")

    def test_browse(self):
        self.start("2026-09-14")
        self.sort_by_number()
        self.walk()
        self.export_three()
        self.search_from_the_table()
        self.keep_a_view()


if __name__ == "__main__":
    unittest.main()
