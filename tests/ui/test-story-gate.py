#!/usr/bin/python3
"""First run, locking and opening again, in Chinese, by keyboard alone."""
import re
import sys
import tempfile
import unittest

import gtkdrive

PROGRAM = sys.argv.pop(1)
PASSPHRASE = "correct horse 42"


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
        session.find("label", "还没有员工", timeout=60)

    def test_first_run_lock_and_open_again(self):
        session = self.start()
        self.create(session)
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
        session.key("ctrl+q")
        session.wait_exit()
        session.close()

        again = self.start()
        again.find("label", "资料已加密。输入口令打开。")
        again.type(PASSPHRASE)
        again.key("Return")
        again.find("label", "还没有员工", timeout=60)

    def test_the_sample_comes_and_goes(self):
        session = self.start()
        session.find("text box", "公司名称")
        session.key("alt+o")
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
