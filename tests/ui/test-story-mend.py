#!/usr/bin/python3
"""A stranger's list as a spreadsheet saves it, with ten kinds of bad rows and a word of its own: read, reported, the good
rows imported, the bad ones saved, mended and imported, and all of it taken back. By keyboard, in Chinese."""
import csv
import os
import re
import sys
import unittest

import story

TODAY = "2026-10-15"
TITLE = ["衡川智能装备 2026年10月花名册"]
HEADINGS = ["员工姓名", "人员编号", "身份证号码", "性别", "入司时间", "合同终止日", "在职状态", "手机", "所属部门", "直属上级工号"]
GOOD = [
    ["诸葛青", '="X0001"', "11010519491231002X", "女", "46112", "2029/3/31", "在职", "13800000001", "质量部", "E0231"],
    ["古丽·买买提", "X0002", "", "女", "2026年3月1日", "—", "离开", "138 0000 0002", "质量部", ""],
    ["David Okafor", "X0003", "", "男", "2026.3.2", "", "在职", "", "研发中心/平台组", ""],
]
# Each with what is wrong, in the words of the list of bad rows, and how it is mended.
BAD = [
    (["甲一", "X0011", "110105194912310021", "", "2026-03-01", "", "在职", "", "质量部", ""], "校验位不对", (2, "")),
    (["甲二", "X0012", "", "", "2026年13月1日", "", "在职", "", "质量部", ""], "没有 13 月", (4, "2026-12-01")),
    (["甲三", "X0013", "", "", "2026-02-30", "", "在职", "", "质量部", ""], "没有 2 月 30 日", (4, "2026-02-28")),
    (["甲四", "X0001", "", "", "2026-03-01", "", "在职", "", "质量部", ""], "文件里出现两次", (1, "X0014")),
    (["甲五", "X0015", "11010519491231002X", "男", "2026-03-01", "", "在职", "", "质量部", ""], "不一致", (3, "女")),
    (["", "X0016", "", "", "2026-03-01", "", "在职", "", "质量部", ""], "必须有", (0, "甲六")),
    (["甲七", "X0017", "", "", "2026-03-01", "2020-01-01", "在职", "", "质量部", ""], "早于", (5, "2029-01-01")),
    (["甲八", "X0018", "", "", "2026-03-01", "", "在职", "1.38E+10", "质量部", ""], "末几位变成 0", (7, "13800000018")),
    (["甲九", "X0019", "", "", "2026-03-01", "", "在职", "", "质量部", "E9999"], "公司里没有“E9999”", (9, "E0231")),
    (["甲十", "X0020", "", "", "3/1/2026", "", "在职", "", "质量部", ""], "分不清月和日", (4, "2026-03-01")),
]


class Mend(story.Story):
    program = sys.argv.pop(1)

    def open_file(self, path):
        session = self.session
        session.key("ctrl+o")
        self.see("导哪个文件？")
        self.choose_file("Return", path)

    def numbers(self):
        found = self.ctl(TODAY, "employees", self.store, "--search", "X00")
        return set(re.findall(r"^X\d{4}", found, re.M))

    def status(self, number):
        return re.search('"status" : "(.*)"', self.ctl(TODAY, "employee", self.store, number, "--json")).group(1)

    def test_mend(self):
        self.start(TODAY)
        session = self.session
        path = os.path.join(self.folder, "花名册.csv")
        with open(path, "w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows([TITLE, HEADINGS, *GOOD, *[row for row, _why, _how in BAD]])

        self.open_file(path)
        self.see("13 行 · 10 列 · 自动认出：GB18030 编码，逗号分隔，第 2 行是表头")
        self.see("有错的 11 行")
        for _row, why, _how in BAD[:3]:
            self.see(re.compile(why))
        self.see("这些词是什么意思")
        self.shot("trial")
        session.choose(session.find("combo box", re.compile("^“离开”是什么意思")), "已离职")
        self.see("有错的 10 行")
        self.see("导入 3 行", "button")
        self.shot("word")
        session.key("alt+i")
        self.see("导入了 3 行")
        self.assertEqual(self.numbers(), {"X0001", "X0002", "X0003"})
        self.assertEqual(self.status("X0002"), "left")

        bad = os.path.join(self.folder, "要改的.csv")
        self.press_until("Tab", lambda focus: focus.name.startswith("存成文件去改"))
        self.choose_file("Return", bad)
        session.wait_for(lambda: os.path.exists(bad) and os.path.getsize(bad) > 0, timeout=30, what="the file of bad rows")
        with open(bad, encoding="utf-8-sig", newline="") as rows:
            headings, *rows = list(csv.reader(rows))
        self.assertEqual(headings[-1], "【原因】")
        self.assertEqual(len(rows), len(BAD))
        for row, (_row, why, (column, right)) in zip(rows, BAD):
            self.assertIn(why, row[-1])
            row[column] = right
        with open(bad, "w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([headings, *rows])

        self.open_file(bad)
        self.see("导入 10 行", "button")
        session.key("alt+i")
        self.see("导入了 10 行")
        self.assertEqual(len(self.numbers()), 13)
        session.key("ctrl+z")
        session.wait_for(lambda: len(self.numbers()) == 3, timeout=30, what="the import taken back")

        self.open_file(path)
        self.see(re.compile("^“离开”是什么意思.*已离职"), "combo box")
        self.see("没有要导入的", "button")
        self.shot("again")


if __name__ == "__main__":
    unittest.main()
