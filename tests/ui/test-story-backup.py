#!/usr/bin/python3
"""A backup by the window, restored on a clean home, and the reminder of it."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import gtkdrive

PROGRAM = sys.argv.pop(1)
CONTROL = os.path.join(os.path.dirname(PROGRAM), "fairwellctl")
PASSPHRASE = "correct horse 42"


class Backup(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.passphrase = self.write("passphrase", PASSPHRASE)
        self.copy = os.path.join(self.folder, "company.backup")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path

    def home(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.join(path, ".local/share/fairwell"), exist_ok=True)
        return path

    def control(self, *words):
        return subprocess.run([CONTROL, *words, "--passphrase-file", self.passphrase], check=True, capture_output=True,
                              text=True).stdout

    def start(self, home, *options):
        session = gtkdrive.start([PROGRAM, "--language", "zh_CN", *options], home=home, timeout=60)
        self.addCleanup(session.close)
        return session

    def make_store(self, home):
        store = os.path.join(home, ".local/share/fairwell/store")
        people = self.write("people.csv", "工号,姓名,入职日期\nE1,张敏,2019-07-01\nE2,单雄信,2020-03-02\n")
        self.control("init", store, "--minimal-keys")
        self.control("import", store, "employees", people)
        return store

    def test_back_up_and_restore_on_a_clean_home(self):
        old, new = self.home("old"), self.home("new")
        store = self.make_store(old)
        head = json.loads(self.control("audit", store, "--json"))["head"]
        # Years later the window says that it is time; the audit knows the true day of the backup.
        session = self.start(old, "--today", "2099-01-31")
        session.find("label", "资料已加密。输入口令打开。")
        session.type(PASSPHRASE)
        session.key("Return")
        session.find("label", "七天以上没有备份了。硬盘一坏，之后的资料就都没了。", timeout=30)
        session.click("button", re.compile("^去备份"))
        session.window("备份到")
        session.wait_for(lambda: getattr(session.focused(), "role", "") == "text box", timeout=30, what="the field for the file's name")
        session.key("ctrl+a")
        session.type(self.copy)
        session.key("Return")
        session.find("label", re.compile("^上次备份在 [0-9]+ 天前"), timeout=30)
        session.key("ctrl+q")
        session.wait_exit()
        session.close()

        session = self.start(new)
        session.find("text box", "公司名称")
        session.key("alt+r")
        session.find("label", "从备份恢复")
        session.key("alt+f")
        session.window("从哪个备份恢复")
        session.type(self.copy)
        session.key("Return")
        session.find("label", self.copy)
        session.type("wrong")
        session.key("Return")
        session.find("label", "口令打不开这个备份。要用做备份那天的口令。", timeout=30)
        session.key("ctrl+a")
        session.type(PASSPHRASE)
        session.key("Return")
        session.find("button", "锁上", timeout=60)
        session.key("ctrl+2")
        session.find("label", "2 位 · 按姓名排序", timeout=60)
        session.key("ctrl+q")
        session.wait_exit()
        restored = os.path.join(new, ".local/share/fairwell/store")
        verdict = json.loads(self.control("audit", restored, "--verify", "--head", head, "--json"))
        self.assertTrue(verdict["sound"])
        self.assertEqual(verdict["events"], verdict["head_event"] + 1)


if __name__ == "__main__":
    unittest.main()
