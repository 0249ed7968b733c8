#!/usr/bin/python3
"""The main job, in Chinese and by keyboard alone: from a company's own list to a paper as PDF, stopped where the law stops."""
import csv
import os
import re
import sys
import unittest

import gtkdrive
from story import Story

PROGRAM = sys.argv.pop(1)
HEADINGS = ["员工姓名", "人员编号", "性别", "身份证号码", "入司时间", "所属部门", "岗位名称", "手机", "劳动合同类型", "合同开始日期",
            "合同结束日期"]
ROWS = [
    ["单立群", "E0305", "女", "310115199003150025", "2020年3月20日", "研发中心", "嵌入式工程师", "19900000305", "固定期限",
     "2023-03-20", "2028-03-19"],
    ["仇文博", "E0342", "男", "", "2025.10.8", "华东销售部", "销售专员", "19900000342", "", "", ""],
    ["曾子涵", "E0343", "女", "", "2025年13月", "华东销售部", "销售专员", "19900000343", "", "", ""],
    ["", "E0344", "男", "", "2024-01-05", "华东销售部", "销售专员", "19900000344", "", "", ""],
]


class MainJob(Story):
    def setUp(self):
        super().setUp()
        self.list = os.path.join(self.folder, "花名册.csv")
        with open(self.list, "w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows([HEADINGS, *ROWS])
        self.session = gtkdrive.start([PROGRAM, "--language", "zh_CN", "--today", "2026-03-09"], size=(1366, 768), timeout=60)
        self.addCleanup(self.session.close)

    def make_store(self):
        session = self.session
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

    def import_list(self):
        session = self.session
        session.key("ctrl+o")
        session.find("label", "导哪个文件？")
        self.choose_file("Return", self.list)
        session.find("button", lambda name: name.startswith("导入 2 行"), timeout=30)
        session.find("label", "有错的 2 行")
        session.key("alt+i")
        session.find("label", "导入了 2 行", timeout=30)

    def start_departure(self):
        session = self.session
        session.key("ctrl+k")
        session.type("slq")
        session.find("label", "2 位中的 1 位 · 按姓名排序")
        session.key("Return")
        session.find("label", "E0305 · 女 · 35 岁 · 19900000305")
        session.find("button", re.compile("^开始办理离职"), state="sensitive", timeout=30)
        session.key("ctrl+n")
        session.find("label", "是谁，有什么挡着？", timeout=30)

    def note_pregnancy(self):
        session = self.session
        self.wait_focus(lambda focus: focus is not None and "问的谁" in focus.name, "the first field of the page")
        session.type("本人")
        self.press_until("Tab", lambda focus: focus.role == "list item")
        self.press_until("Down", lambda focus: "怀孕" in focus.name)
        self.press_until("Tab", lambda focus: focus.name == "孕期: 是")
        session.key("space")
        self.press_until("Tab", lambda focus: focus.name == "从哪天起")
        session.type("2026-01-10")
        session.key("Tab")
        session.type("2027-08-30")

    def be_blocked(self):
        """Incompetence for somebody pregnant: chosen by arrows, barred with its article and until when."""
        session = self.session
        session.key("alt+2")
        self.wait_focus(lambda focus: focus is not None and focus.name.startswith("协商解除"), "the first way")
        session.key("Right")
        self.press_until("Tab", lambda focus: focus.role == "list item")
        self.press_until("Down", lambda focus: focus.name.startswith("不能胜任工作"))
        session.key("Return")
        session.key("alt+4")
        session.find("label", "这件事现在能不能办？")
        session.find("label", lambda name: name.startswith("孕期、产期、哺乳期内"), index=0, timeout=30)
        session.find("label", "劳动合同法第四十二条第四项", index=0)
        session.find("button", lambda name: name.startswith("改为协商解除"), index=0)

    def negotiate(self):
        """The page's main action is the way out; who proposed is said where it is asked."""
        session = self.session
        session.key("ctrl+Return")
        session.find("label", "用什么方式，什么理由？", timeout=30)
        self.press_until("Tab", lambda focus: focus.name.endswith("提出的？: 公司"))
        session.key("space")
        session.key("alt+5")
        self.wait_focus(lambda focus: focus is not None and focus.name == "最后一天", "the last day")
        session.type("2026年4月10日")
        session.key("Tab")
        session.type("95,000.00")
        session.key("Tab")
        session.find("label", "95,000.00 元", index=0, timeout=30)

    def save_paper(self):
        """The blanks of the agreement are filled beside it; it is a draft still, and says what is missing."""
        session = self.session
        session.key("alt+7")
        session.find("label", "这件事要出的文书")
        session.find("label", lambda name: name.startswith("还要填"), index=0, timeout=30)
        self.press_until("Tab", lambda focus: focus.name == "统一社会信用代码")
        session.type("91310115MA0000000X")
        self.press_until("Tab", lambda focus: focus.name == "付款日期")
        session.type("2026-04-15")
        session.find("label", lambda name: name.startswith("只能打印草稿。还差：劳动合同"), index=0)
        return self.save_pdf("协议")

    def test_main_job(self):
        self.make_store()
        self.import_list()
        self.start_departure()
        self.note_pregnancy()
        self.be_blocked()
        self.negotiate()
        paper = self.save_paper()
        plain = self.read_pdf(paper)
        for wanted in ("协商解除劳动合同协议书", "单立群", "310115199003150025", "91310115MA0000000X", "2026年4月10日", "草"):
            self.assertIn(wanted, plain)
        self.go(8, "都对吗？")
        self.session.key("ctrl+Return")
        self.session.find("label", "已提交，等审批。", timeout=30)


if __name__ == "__main__":
    unittest.main()
