#!/usr/bin/python3
"""A company's own GB18030 list with some bad rows, and one of its people found by initials: in Chinese, by keyboard."""
import csv
import os
import sys
import unittest

import gtkdrive
from story import Story

PROGRAM = sys.argv.pop(1)
HEADINGS = ["员工姓名", "人员编号", "身份证号码", "入司时间", "所属部门", "岗位名称", "手机", "班组长"]
ROWS = [
    ["单立群", "E0305", "", "2023年3月20日", "研发中心", "嵌入式工程师", "19900000305", "胡师傅"],
    ["仇文博", "E0342", "", "2025.10.8", "华东销售部", "销售专员", "19900000342", ""],
    ["曾子涵", "E0343", "", "2025年13月", "华东销售部", "销售专员", "19900000343", ""],
    ["", "E0344", "", "2024-01-05", "华东销售部", "销售专员", "19900000344", ""],
    ["尉迟敬", "E0345", "310115199202301234", "2024-01-05", "质量部", "质量工程师", "19900000345", ""],
    ["欧阳静怡", "E0346", "", "2019/1/7", "质量部", "工艺工程师", "19900000346", ""],
]


class Import(Story):
    def setUp(self):
        super().setUp()
        self.file = os.path.join(self.folder, "2026年3月 花名册.csv")
        with open(self.file, "w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows([HEADINGS, *ROWS])

    def start(self):
        self.session = session = gtkdrive.start([PROGRAM, "--language", "zh_CN", "--today", "2026-03-09"], timeout=60)
        self.addCleanup(session.close)
        session.find("text box", "公司名称")
        for text in ("衡川智能装备（上海）有限公司", "上海", "correct horse 42"):
            session.type(text)
            session.key("Tab")
        session.key("Tab")
        session.type("correct horse 42")
        session.key("alt+k", "alt+c")
        session.find("label", "现在就把恢复纸印出来", timeout=60)
        session.key("alt+o", "alt+c")
        session.find("label", "还没有员工", timeout=60)
        return session

    def test_import_find_open_undo(self):
        session = self.start()
        session.key("ctrl+o")
        session.find("label", "导哪个文件？")
        self.choose_file("Return", self.file)
        session.find("label", "6 行 · 8 列 · 自动认出：GB18030 编码，逗号分隔，第 1 行是表头")
        session.find("button", "导入 3 行", timeout=30)
        session.find("label", "认出 7 列，共 8 列")
        session.find("label", "有错的 3 行")
        for line, column in (("第 4 行", "入职日期"), ("第 5 行", "姓名"), ("第 6 行", "身份证号")):
            session.find("label", line)
            session.find("label", column, index=0)
        session.key("alt+i")
        session.find("label", "导入了 3 行", timeout=30)

        session.key("ctrl+k")
        session.type("slq")
        session.find("label", "3 位中的 1 位 · 按姓名排序")
        session.key("Return")
        session.find("label", "单立群", index=0)
        session.find("label", "E0305 · 19900000305")
        session.find("button", "开始办理离职")
        session.key("alt+Left")
        session.find("search box", "查找员工")
        session.key("ctrl+f")
        self.wait_focus(lambda focus: "查找员工" in focus.name or focus.role in ("search box", "text box"), "the search box")
        session.type("qwb")
        session.find(("grid cell", "table cell"), "仇文博")
        session.key("ctrl+a")
        session.type("E03")
        session.find("label", "3 位中的 3 位 · 按姓名排序")
        session.find(("grid cell", "table cell"), "7 年 2 个月")
        session.key("Down")
        self.wait_focus(lambda focus: focus.role not in ("search box", "text box"), "the list")
        session.key("Down", "Return")
        session.find("label", "E0342 · 19900000342", timeout=20)
        session.key("alt+Left")
        session.find("search box", "查找员工")
        session.key("ctrl+f")
        self.wait_focus(lambda focus: "查找员工" in focus.name or focus.role in ("search box", "text box"), "the search box")
        session.type("zhq")
        session.find("label", "没有找到“zhq”")
        session.key("ctrl+a", "BackSpace", "Tab", "ctrl+z")
        session.find("label", "还没有员工", timeout=30)


if __name__ == "__main__":
    unittest.main()
