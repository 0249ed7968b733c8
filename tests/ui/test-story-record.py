#!/usr/bin/python3
"""Somebody's records written by hand: a training, a promotion to another department, the next contract; then somebody new.
By keyboard, in Chinese."""
import json
import os
import re
import sys
import unittest

import story

TODAY = "2026-10-15"


class Record(story.Story):
    program = sys.argv.pop(1)

    def employee(self, number):
        return json.loads(self.ctl(TODAY, "employee", self.store, number, "--json"))

    def open_person(self, number):
        self.session.key("ctrl+k")
        self.session.type(number)
        self.see(re.compile("中的 1 位"))
        self.session.key("Return")
        self.see(re.compile("^" + number + " · "))
        self.session.find("button", re.compile("^开始办理离职"), state="sensitive", timeout=30)

    def write(self, *texts):
        """Into one row after the other."""
        for text in texts:
            self.session.type(text)
            self.session.key("Tab")

    def add(self, kind):
        """Opens the form of a new record by the menu."""
        self.session.key("ctrl+shift+n")
        self.press_until("Down", lambda focus: focus.role == "menu item" and focus.name == kind)
        self.session.key("Return")
        self.see("添加：" + kind)

    def choose(self, row, text):
        """In a row that refers to something, found by a part of its name."""
        self.press_until("Tab", lambda focus: focus.role == "list item" and focus.name.startswith(row + "："))
        self.session.key("Return")
        self.wait_focus(lambda focus: focus.role == "search box", "the search")
        self.session.type(text)
        self.session.find("list item", re.compile(re.escape(text)), timeout=30)
        self.session.key("Return")
        self.wait_focus(lambda focus: focus.name.startswith(row + "："), "the row")

    def test_training(self):
        self.start(TODAY)
        session = self.session
        self.open_person("E0187")
        before = len(self.employee("E0187")["training"])
        self.add("培训")
        session.key("ctrl+Return")
        self.see("不能空着。")
        self.shot("needed")
        session.type("客户谈判进阶")
        session.key("Tab", "Tab")
        session.type("2026年13月2日")
        session.key("Return")
        self.see("月份只有 1—12，没有 13 月")
        session.key("ctrl+a")
        session.type("2026年9月2日")
        session.key("Return")
        self.see("已保存")
        session.click(session.find("button", f"培训 {before + 1}", timeout=30))
        self.see("培训：客户谈判进阶")
        self.assertEqual(len(self.employee("E0187")["training"]), before + 1)
        self.shot("added")

        self.add("培训")
        self.write("客户谈判进阶", "2026-09-02")
        session.key("ctrl+Return")
        self.see("这一条已经有了。要改，请打开原来那一条。")
        session.key("Escape")

        session.click(session.find("list item", "培训：客户谈判进阶"))
        self.see("移除(R)")
        self.shot("change")
        session.key("alt+r")
        self.see("已移除“培训”")
        self.assertEqual(len(self.employee("E0187")["training"]), before)
        session.key("ctrl+z")
        self.see("培训：客户谈判进阶")

    def test_post_and_contract(self):
        """What only this company keeps of somebody; another department and a new level from a day on, which the history
        keeps; then the next contract."""
        self.ctl(TODAY, "init", self.store, "--sample")
        own = os.path.join(self.folder, "own.csv")
        with open(own, "w", encoding="utf-8") as file:
            file.write("工号,姓名,师傅\nE0231,,孙师傅\n")
        self.ctl(TODAY, "import", self.store, "employees", own, "--custom-rest")
        self.start(TODAY)
        session = self.session
        self.open_person("E0231")
        session.key("ctrl+e")
        session.key("Tab", "ctrl+a")
        session.type("2026.10.1")
        self.choose("部门", "质量部")
        self.see("已保存")
        self.choose("职位", "质量改进顾问")
        self.shot("post")
        self.see(re.compile("^质量改进顾问 · .*质量部"))
        posts = self.employee("E0231")["appointment"]
        self.assertEqual([post["from"] for post in posts if "until" not in post], ["2026-10-01"])
        self.assertEqual(posts[-1]["position"], "质量改进顾问")
        session.key("ctrl+z")
        self.see(re.compile("^区域经理 · .*质量部"))
        session.key("ctrl+e")

        before = self.employee("E0231")["employment"][-1]
        session.key("alt+n")
        self.see("续签合同")
        self.shot("renew")
        session.key(*["Tab"] * 3)
        session.type("2020-01-01")
        session.key("Return")
        self.see(re.compile("^早于“合同开始”"))
        session.key("ctrl+a")
        session.type("2029-12-31")
        session.key("Return")
        # That something was saved is said for the post still.
        session.wait_for(lambda: self.employee("E0231")["employment"][-1].get("contract_end") == "2029-12-31", timeout=30,
                         what="the next contract")
        self.see("已保存")
        after = self.employee("E0231")["employment"][-1]
        self.assertEqual(after["fixed_term_count"], before["fixed_term_count"] + 1)

        session.key("ctrl+e")
        mentor = session.scroll_find(session.find("label", "岗位"), "text box", "师傅")
        session.fill(mentor, "石师傅")
        session.wait_gone("label", "已保存", timeout=30)        # which was said of the contract
        session.key("Return")
        self.see("已保存")
        self.shot("own")
        session.key("ctrl+z")
        self.see("已撤销")
        session.wait_text(session.find("text box", "师傅"), "孙师傅")

    def test_new_employee(self):
        self.start(TODAY)
        session = self.session
        session.key("ctrl+shift+n")
        self.see("添加员工")
        self.write("E0231", "欧阳　明月")
        self.choose("部门", "数据平台组")
        self.press_until("Tab", lambda focus: focus.name.startswith("分支机构"))
        session.key(*["Tab"] * 3)
        session.type("11010519491231002X")
        # A field that is written in has no focus to be asked for; the button before it has.
        self.press_until("Tab", lambda focus: focus.name == "日历：出生日期")
        session.key("Tab")
        session.type("2026/10/12")
        session.key("Return")
        self.see("已经有人用了。")
        self.shot("taken")
        session.key("ctrl+a")
        session.type("E9001")
        session.key("Return")
        self.see(re.compile("^E9001 · 女 · 76 岁"))
        self.see("已添加")
        self.shot("new-person")
        person = self.employee("E9001")
        self.assertEqual((person["employee"]["born"], person["employee"]["department"]), ("1949-12-31", "数据平台组"))
        self.assertEqual(person["employment"][0]["hired"], "2026-10-12")
        session.key("ctrl+z")
        self.see("这个人的资料已经不在了")


if __name__ == "__main__":
    unittest.main()
