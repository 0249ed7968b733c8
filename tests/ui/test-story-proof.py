#!/usr/bin/python3
"""What carries a case that is in doubt: a lawyer's word against a bar, a record of the person as a material, the company's own rule
proven to bind."""
import os
import re
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-09-04"


class Proof(Story):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.ctl(DAY, "init", self.store, "--sample")

    def open_departure(self, *status, kind, ground):
        number = self.ctl(DAY, "case", self.store, "open", "--employee", "E0187", "--kind", kind, "--ground", ground,
                          "--last-day", "2026-10-16").split()[0]
        self.ctl(DAY, "case", self.store, "status", number, *status, "--others", "no", "--asked-of", "本人、主管", "--on", DAY,
                 "--take")
        self.start(DAY)
        self.open_case("E0187")

    def allowed(self, name):
        return self.session.find("button", name).has("sensitive")

    def test_a_lawyer_passes_a_bar(self):
        self.open_departure("hazard-post=yes", kind="dismissal", ground="cn.40-2")
        self.go(4, "这件事现在能不能办？")
        self.see(re.compile("^不能。有 1 处法律不允许"))
        self.session.key("alt+o")
        self.wait_focus(lambda focus: focus.name.startswith("律师"), "the lawyer")
        self.session.type("王律师")
        self.session.key("Tab")
        self.session.type("体检已经做过了")
        self.assertFalse(self.allowed("放行"), "a reason of a few words is no reason")
        self.shot("too-short")
        self.session.type("，报告九月三日寄到，没有异常")
        self.session.wait_for(lambda: self.allowed("放行"), what="the way to be free")
        self.shot("reason")
        self.press_until("Tab", lambda focus: focus.name.startswith("放行"), most=3)
        self.session.key("Return")
        self.see(re.compile("已由王律师放行：体检已经做过了，报告九月三日寄到，没有异常"))
        self.shot("passed")
        self.stop()
        self.assertRegex(self.ctl(DAY, "audit", self.store), "case.override .*体检已经做过了，报告九月三日寄到，没有异常")

    RULE = {"条款编号": "SC-6-2", "制度名称": "员工手册", "条款": "第六章第二条", "条款内容": "把客户名单交给公司以外的人的，属于严重违反规章制度。"}

    def write_rule(self, **proof):
        """The rule as a list to import, with what proves that it binds."""
        path = os.path.join(self.folder, "制度.csv")
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(",".join(line) for line in zip(*{**self.RULE, **proof}.items())) + "\n")
        return path

    def prepare_breach(self):
        """All materials are on file, and a rule of which nobody knows how it was made."""
        self.ctl(DAY, "import", self.store, "rules", self.write_rule())
        number = self.ctl(DAY, "case", self.store, "open", "--employee", "E0187", "--kind", "dismissal", "--ground", "cn.39-2",
                          "--last-day", "2026-09-15").split()[0]
        self.ctl(DAY, "case", self.store, "status", number, "--others", "no", "--asked-of", "本人、主管", "--on", DAY, "--take")
        self.ctl(DAY, "case", self.store, "set", number, "company/union/@notified=" + DAY, "departure/@notified=2026-09-15",
                 "case/@handover-date=2026-09-14", "case/@handover-place=三楼综合办公室")
        proof = os.path.join(self.folder, "材料.txt")
        with open(proof, "w", encoding="utf-8") as out:
            out.write("原件\n")
        for kind in ("contract", "wage-12m", "union-notice", "rule-text", "rule-democratic", "rule-ack", "facts", "employee-statement"):
            self.ctl(DAY, "case", self.store, "attach", number, kind, proof, "--on", DAY)

    def record_breach(self):
        """On the person's page, with the rule that was breached."""
        session = self.session
        session.key("ctrl+k")
        session.type("E0187")
        self.see(re.compile("中的 1 位"))
        session.key("Return")
        session.find("button", re.compile("^打开离职事项"), state="sensitive", timeout=30)
        session.key("ctrl+shift+n")
        self.press_until("Down", lambda focus: focus.role == "menu item" and focus.name == "违纪")
        session.key("Return")
        self.see("添加：违纪")
        session.type("2026-08-20")
        self.press_until("Tab", lambda focus: focus.role == "list item" and focus.name.startswith("制度条款："))
        session.key("Return")
        self.wait_focus(lambda focus: focus.role == "search box", "the search")
        session.type("第六章")
        session.find("list item", re.compile("第六章第二条"), timeout=30)
        session.key("Return")
        self.wait_focus(lambda focus: focus.name.startswith("制度条款："), "the row of the rule")
        session.key("Tab")
        session.type("把客户名单发到外部邮箱")
        self.shot("breach")
        session.key("ctrl+Return")
        self.see("已保存")

    def open_checks(self):
        self.session.key("ctrl+n")
        self.session.find("list", "步骤", timeout=30)
        self.go(4, "这件事现在能不能办？")

    def prove_rule(self):
        """What the company finds of it comes in as a list."""
        self.session.key("alt+Left", "ctrl+7", "ctrl+o")
        self.see("导哪个文件？")
        self.choose_file("Return", self.write_rule(经民主程序="是", 公示日期="2026-01-15"))
        self.see("导入 1 行", "button")
        self.session.key("alt+i")
        self.see("导入了 1 行")

    def test_a_rule_is_proven(self):
        """A dismissal for a breach stands on a rule that was made and made known as the law asks; till then it is barred."""
        self.prepare_breach()
        self.start(DAY)
        self.record_breach()
        self.open_checks()
        self.see("不能。有 2 处法律不允许。")
        self.see("引用的制度没有经过民主程序，或者不是员工违反的那一条")
        self.see("违纪以前，没有这条制度公示或者本人签收的记录")
        self.shot("barred")
        self.prove_rule()
        self.open_case("E0187")
        self.go(4, "这件事现在能不能办？")
        self.session.wait_gone("label", re.compile("法律不允许"))
        self.shot("proven")
        self.select_paper("解除劳动合同通知书")
        self.session.key("alt+f")
        self.wait_focus(lambda focus: focus.name == "员工签收规章制度的日期", "what the notice still lacks")
        self.session.type("2026-02-01")
        self.session.key("Tab")
        self.issue("解除劳动合同通知书")
        text = self.read_pdf(self.save_pdf("通知书"))
        for wanted in ("第三十九条第二项", "《员工手册》第六章第二条", "2026年1月15日公示", "2026年2月1日签收", "把客户名单发到外部邮箱"):
            self.assertIn(wanted, text)

    def open_records(self):
        self.session.key("alt+p")
        self.see("选一条能证明它的记录。")
        self.wait_focus(lambda focus: focus.name == "考核：全部", "the first record")
        self.shot("records")

    def test_the_employee_asks_to_leave(self):
        """By agreement, as the employee asked: the ground follows the record, a record is the proof, the agreement is a PDF."""
        self.open_departure(kind="mutual", ground="cn.36-er")
        self.go(2, "用什么方式，什么理由？")
        self.press_until("Tab", lambda focus: focus.name.endswith("提出的？: 员工本人"))
        self.session.key("space")
        self.see("选的方式和记录里的提出方对不上")
        self.session.key("ctrl+Return")
        self.wait_focus(lambda focus: focus.name.startswith("协商解除（员工提出）") and "已选" in focus.name, "the ground of the record")
        self.shot("ground")
        self.supply_from_records()
        self.select_paper("协商解除劳动合同协议书")
        for blank, text in (("员工书面提出的日期", "2026-09-01"), ("工作交接日期", "2026-10-15")):
            self.press_until("Tab", lambda focus, blank=blank: focus.name == blank)
            self.session.type(text)
        self.session.key("Tab")
        self.issue("协商解除劳动合同协议书")
        text = self.read_pdf(self.save_pdf("协议"))
        for wanted in ("乙方于2026年9月1日以书面方式主动向甲方提出协商解除劳动合同", "依法不涉及经济补偿", "2026年10月16日"):
            self.assertIn(wanted, text)
        self.assertNotIn("稿", text)

    def supply_from_records(self):
        self.go(3, "这个理由要拿什么来证明？")
        self.wait_focus(lambda focus: "提出方记录" in focus.name, "the first missing material")
        self.open_records()
        self.session.key("Escape")
        self.session.wait_gone("label", "选一条能证明它的记录。")
        self.open_records()
        self.press_until("Down", lambda focus: focus.name.startswith("谈话"), most=30)
        self.session.key("Down", "Return")
        self.see("“提出方记录”已经有了")
        self.see(re.compile("谈话"))
        self.wait_focus(lambda focus: "协商记录" in focus.name, "the next material that is missing")
        self.shot("picked")


if __name__ == "__main__":
    unittest.main()
