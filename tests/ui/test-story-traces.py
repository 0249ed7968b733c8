#!/usr/bin/python3
"""What a day in the window leaves on the disk: no name, number or identity number of anybody outside the encrypted store
and the file that was asked for; a backup that restores; a lock that shows nothing."""
import csv
import os
import re
import sys
import unittest

from story import Story

import gtkdrive

PROGRAM = sys.argv.pop(1)
PASSPHRASE = "correct horse 42"
HEADINGS = ["员工姓名", "人员编号", "性别", "身份证号码", "入司时间", "所属部门", "岗位名称", "手机"]
SECRETS = ["单立群", "仇文博", "E0305", "E0342", "310115199003150025", "19900000305"]
ROWS = [["单立群", "E0305", "女", "310115199003150025", "2020-03-20", "研发中心", "工程师", "19900000305"],
        ["仇文博", "E0342", "男", "", "2025-10-08", "华东销售部", "销售专员", "19900000342"]]


def found_in(folder, apart):
    """(file, secret) of everything below a folder but what lies in the folders apart."""
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if os.path.join(path, name) not in apart]
        for name in names:
            file = os.path.join(path, name)
            if not os.path.isfile(file) or file in apart:
                continue
            with open(file, "rb") as stream:
                data = stream.read()
            for secret in SECRETS:
                if any(secret.encode(code) in data for code in ("utf-8", "gb18030", "utf-16-le")) or secret in file:
                    yield file, secret


class Traces(Story):
    program = PROGRAM

    def start(self, today, *options, **desktop):
        """In a store of the user's own; everything that is written goes below the home, /tmp too."""
        temporary = os.path.join(self.home, "tmp")
        os.makedirs(temporary, exist_ok=True)
        self.session = gtkdrive.start([self.program, "--language", "zh_CN", "--today", today], home=self.home,
                                      size=(1366, 768), timeout=60, env={"TMPDIR": temporary})
        self.addCleanup(self.session.close)

    def make_store(self):
        self.session.find("text box", "公司名称", timeout=30)
        for text in ("衡川智能装备（上海）有限公司", "上海", PASSPHRASE):
            self.session.type(text)
            self.session.key("Tab")
        self.session.key("Tab")
        self.session.type(PASSPHRASE)
        self.session.key("alt+k", "alt+c")
        self.session.find("label", "现在就把恢复纸印出来", timeout=60)
        self.session.key("alt+w")
        self.session.find("label", "还没有员工", timeout=60)

    def import_people(self, file):
        with open(file, "w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([HEADINGS, *ROWS])
        self.session.key("ctrl+o")
        self.see("导哪个文件？")
        self.choose_file("Return", file)
        self.see(re.compile("^导入 2 行"), "button")
        self.session.key("alt+i")
        self.see("导入了 2 行")

    def save_agreement(self, file):
        self.open_case("E0305")
        self.go(2, "用什么方式，什么理由？")
        self.press_until("Tab", lambda focus: focus.role == "list item")
        self.session.key("Return")
        self.go(7, "这件事要出的文书")
        self.choose_file("ctrl+s", file)
        self.see("已存为 PDF · 记入事项")

    def back_up_and_check(self, file):
        self.session.key("alt+Left")
        self.session.key("ctrl+7")
        self.see("检查资料")
        self.choose_file("alt+b", file)
        self.see(re.compile("^备份好了"))
        self.shot("backed-up")
        self.session.key("alt+c")
        self.see(re.compile("互相都对得上$"))
        self.see("完好")
        self.shot("checked")

    def lock_and_open(self):
        """What was copied of a person is nowhere to be pasted after the lock."""
        self.session.key("ctrl+2")
        self.session.find("search box", "查找员工")
        self.session.key("ctrl+f", "ctrl+a", "ctrl+c")
        self.session.wait_for(lambda: self.session.clipboard() == "E0305", what="the copied number")
        self.session.key("ctrl+shift+l")
        self.see("已锁上")
        shown = self.session.tree()
        for secret in SECRETS:
            self.assertNotIn(secret, shown)
        self.shot("locked")
        self.session.type(PASSPHRASE)
        self.session.key("Return")
        self.session.wait_gone("label", "已锁上", timeout=60)
        self.assertEqual(self.session.clipboard(), "")

    def test_traces(self):
        chosen = os.path.join(self.folder, "chosen")
        os.makedirs(chosen)
        self.start("2026-03-09")
        self.make_store()
        self.import_people(os.path.join(chosen, "list.csv"))
        self.save_agreement(os.path.join(chosen, "agreement.pdf"))
        self.back_up_and_check(os.path.join(chosen, "company.backup"))
        self.lock_and_open()
        self.stop()
        self.assertIn("单立群", self.read_pdf(os.path.join(chosen, "agreement.pdf")))
        self.assertTrue(any(found_in(chosen, ())), "the search finds nothing even where it is")
        self.assertEqual(list(found_in(self.folder, (chosen,))), [])
        restored = os.path.join(self.folder, "restored")
        secret = os.path.join(self.folder, "passphrase")
        with open(secret, "w", encoding="utf-8") as out:
            out.write(PASSPHRASE)
        self.ctl("2026-03-09", "restore", os.path.join(chosen, "company.backup"), "-o", restored, "--passphrase-file", secret)
        self.assertIn("单立群", self.ctl("2026-03-09", "employees", restored, "--passphrase-file", secret))


if __name__ == "__main__":
    unittest.main()
