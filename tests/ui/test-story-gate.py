#!/usr/bin/python3
"""First run, locking and opening again, in Chinese, by keyboard alone."""
import os
import re
import subprocess
import sys
import tempfile
import unittest

import gtkdrive

PROGRAM = sys.argv.pop(1)
PASSPHRASE = "correct horse 42"
CODE_GROUP = re.compile(r"^[0-9A-HJKMNP-TV-Z]{5}$")


class Gate(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)

    def start(self):
        session = gtkdrive.start([PROGRAM, "--language", "zh_CN"], home=self.home.name, timeout=60)
        self.addCleanup(session.close)
        return session

    def create(self, session):
        session.find("text box", "公司名称")
        session.type("衡川智能装备（上海）有限公司")
        session.key("Tab")
        session.type("上海")
        session.key("Tab")
        session.type(PASSPHRASE)
        session.find("label", "够强：16 个字符")
        session.key("Tab", "Tab")
        session.type(PASSPHRASE[:-1] + "3")
        session.find("label", "两次不一样。")
        session.key("BackSpace")
        session.type(PASSPHRASE[-1])
        session.key("alt+c")
        session.find("label", "请先勾上：知道口令忘了会怎样。")
        session.key("alt+k", "alt+c")
        session.find("label", "现在就把恢复纸印出来", timeout=60)
        return [session.find("label", CODE_GROUP, index=n).name for n in range(6)]

    def save_sheet(self, session, code):
        """As a file, to be printed elsewhere; it says what stands on the screen."""
        path = os.path.join(self.home.name, "sheet.pdf")
        windows = len(session.windows())
        session.key("alt+s")
        session.wait_for(lambda: len(session.windows()) > windows, what="the file chooser")
        session.key("ctrl+l")
        session.key("ctrl+a")
        session.type(path)
        for _ in range(3):
            if len(session.windows()) > windows:
                session.key("Return")
                session.sync()
        session.find("label", re.compile("^已存好。请打印成纸"), timeout=30)
        text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout
        for group in code:
            self.assertIn(group, text)

    def enter(self, session):
        session.key("alt+o", "alt+c")
        session.find("label", "还没有员工", timeout=30)

    def wait_for_button(self, session, beginning):
        """The focus is where one acts."""
        def there():
            focus = session.focused()
            return focus is not None and focus.role == "button" and focus.name.startswith(beginning)

        session.wait_for(there, timeout=30, what=f"the focus on {beginning}")

    def test_first_run_lock_and_open_again(self):
        session = self.start()
        self.save_sheet(session, self.create(session))
        self.enter(session)
        session.find("label", "衡川智能装备（上海）有限公司")
        session.key("ctrl+shift+l")
        session.find("label", "已锁上")
        self.assertFalse(session.exists("label", "衡川智能装备（上海）有限公司"), "the lock shows what lies behind")
        session.key("ctrl+1")
        session.type("wrong")
        session.key("Return")
        session.find("label", "口令不对。还可以试 4 次，之后等 1 分钟。", timeout=30)
        session.type(PASSPHRASE)
        session.key("Return")
        session.find("label", "还没有员工", timeout=30)
        self.wait_for_button(session, "导入花名册")
        session.key("ctrl+4")
        session.find("label", "还没有离职记录", timeout=30)
        self.wait_for_button(session, "导入离职记录")
        session.key("ctrl+1")
        self.wait_for_button(session, "导入花名册")
        session.key("ctrl+q")
        session.wait_exit()
        session.close()

        again = self.start()
        again.find("label", "资料已加密。输入口令打开。")
        again.type(PASSPHRASE)
        again.key("Return")
        again.find("label", "还没有员工", timeout=60)

    def test_a_forgotten_passphrase(self):
        session = self.start()
        groups = self.create(session)
        self.enter(session)
        session.key("ctrl+q")
        session.wait_exit()
        session.close()

        again = self.start()
        again.find("label", "资料已加密。输入口令打开。")
        again.key("alt+r")
        again.find("label", "用恢复纸打开")
        again.type(" ".join(groups[:2]).lower() + " zzzzz")
        again.find("label", "第 3 组有错，请对着纸再看一遍。")
        again.key(*["BackSpace"] * 5)
        again.type(" ".join(groups[2:]))
        again.find("label", "六组都对。")
        again.key("Tab")
        again.type("a new passphrase 7")
        again.key("Tab", "Tab")
        again.type("a new passphrase 7")
        again.key("Return")
        again.find("label", "还没有员工", timeout=60)
        again.key("ctrl+shift+l")
        again.find("label", "已锁上")
        again.type("a new passphrase 7")
        again.key("Return")
        again.find("label", "还没有员工", timeout=30)

    def turn_to(self, session, page):
        """To a page of the preferences, by the keys of a notebook."""
        def on_a_tab():
            focus = session.focused()
            return focus is not None and focus.role == "tab" and focus.name

        for _ in range(40):
            if on_a_tab():
                break
            session.key("shift+Tab")
        session.key(*["Left"] * 6)
        for _ in range(6):
            if on_a_tab() == page:
                break
            session.key("Right")
        session.key("space")
        session.find("tab", page, state="selected")

    def test_passphrases_in_preferences(self):
        session = self.start()
        self.create(session)
        session.key("alt+w")
        session.find("label", "还没有恢复纸。随时可以在“首选项”里做一张。", timeout=30)
        session.key("ctrl+comma")
        self.turn_to(session, "公司")
        session.click("text box", "统一社会信用代码")
        session.type("91310115MA0000000X")
        session.key("Return")
        session.find("label", "已保存。以后出具的文书就按这个写。")
        self.turn_to(session, "当地数字")
        session.find("label", "公司所在的城市还没有数字。第一件离职办理时会带进来，也可以现在录入。")
        self.turn_to(session, "口令")
        session.find("label", "还没有：忘了口令，资料就全没了。")
        session.click(session.find("button", re.compile("添加一个口令")))
        session.find("text box", "口令的名字")
        session.type("财务")
        # The lock is heard in a dialog, hides it with all that lies below, and loses nothing of it.
        session.key("ctrl+shift+l")
        session.find("label", "已锁上")
        self.assertFalse(session.exists("text box", "口令的名字"), "a dialog stays over the lock")
        self.assertFalse(session.exists("tab", "口令"), "a window stays over the lock")
        session.type(PASSPHRASE)
        session.key("Return")
        session.wait_text(session.find("text box", "口令的名字", timeout=30), "财务")
        session.click("text box", "口令的名字")
        session.key("Tab")
        session.type("wrong")
        session.key("Tab", "Tab")
        session.type("battery staple 43")
        session.key("Tab", "Tab")
        session.type("battery staple 43")
        session.key("Return")
        session.find("label", "现在的口令不对，什么都没有改。", timeout=30)
        session.type(PASSPHRASE)
        session.key("Return")
        session.find("button", "移除“财务”", timeout=30)
        session.click(session.find("button", "移除“第一个口令”"))
        session.find("label", "移除后它打不开资料。以前做的备份仍能用它打开。")
        session.type("battery staple 43")
        session.key("Return")
        session.wait_gone("button", "移除“第一个口令”", timeout=30)
        self.assertFalse(session.exists("button", "移除“财务”"), "the last passphrase can be removed")

    def test_the_sample_comes_and_goes(self):
        session = self.start()
        session.find("text box", "公司名称")
        session.key("alt+o")
        session.find("list", "要做的事", timeout=120)
        session.key("ctrl+2")
        session.find("label", re.compile(r"^\d+ 位 · 按姓名排序$"), timeout=120)
        session.find("label", "示例公司：人和数字都是编的，谁都能打开。")
        session.key("alt+r")
        session.find("label", "移除示例公司？")
        session.key("alt+r")
        session.find("text box", "公司名称", timeout=30)

    def test_the_language_changes_at_once(self):
        session = self.start()
        session.click(session.find("button", "中文 / English", index=0))
        # By keys: the items of newer toolkits' menus have no name.
        session.wait_for(lambda: "menu item" in getattr(session.focused(), "role", ""), what="the focus in the menu")
        session.key("Down", "Return")
        session.find("label", "First, put a lock on your records")


if __name__ == "__main__":
    unittest.main()
