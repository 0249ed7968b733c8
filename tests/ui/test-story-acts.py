#!/usr/bin/python3
"""A dismissal prepared as the person who has to do it: in Chinese, by keyboard alone, in the sample company."""
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)


class Acts(Story):
    program = PROGRAM

    def take_status_check(self):
        self.see("是谁，有什么挡着？")
        self.wait_focus(lambda focus: "问的谁" in focus.name, "the first field of the page")
        self.session.type("本人、主管")
        self.session.key("alt+a")
        self.wait_focus(lambda focus: "收进材料" in focus.name, "what takes the answers in")
        self.session.key("alt+t")
        self.see("1 对象, 无碍", "list item")
        self.shot("status")

    def choose_ground(self):
        self.go(2, "用什么方式，什么理由？")
        self.wait_focus(lambda focus: focus.kind == "checkbox", "the first way")
        self.session.key("Right")
        self.press_until("Tab", lambda focus: focus.role == "list item")
        self.press_until("Down", lambda focus: focus.name.startswith("不能胜任工作"), most=20)
        self.session.key("Return")
        self.see(lambda name: name.startswith("不能胜任工作") and "已选" in name, "list item")
        self.shot("ground")

    def tell_the_union(self):
        """The letter needs no material; what it needs to know is asked beside it. Its receipt is a material."""
        self.go(3, "这个理由要拿什么来证明？")
        self.wait_focus(lambda focus: "通知工会函及回执" in focus.name, "the first missing material")
        self.shot("materials")
        self.session.key("alt+o")
        self.see(lambda name: name.startswith("只能打印草稿"))
        self.shot("union-draft")
        self.session.key("alt+f")
        self.wait_focus(lambda focus: focus.name == "最后工作日", "the first blank")
        self.session.type("2026-10-16")
        self.session.key("Tab")
        self.issue("通知工会函")
        letter = self.save_pdf("通知工会函")
        self.go(3, "这个理由要拿什么来证明？")
        self.attach(letter, "2026-09-04")
        self.see("“通知工会函及回执”已经有了")
        self.wait_focus(lambda focus: "三十日书面通知或代通知金" in focus.name, "the next material that is missing")
        self.shot("attached")

    def settle_the_notice(self):
        self.go(5, "要花多少钱？")
        self.wait_focus(lambda focus: focus.name == "最后一天", "the last day")
        self.session.key("Tab")
        self.session.type("2026-09-14")
        self.session.key("Tab")
        self.see(lambda name: name.startswith("提前通知 32 天"))
        self.shot("money")
        self.select_paper("解除劳动合同通知书")
        self.session.key("alt+f")
        for blank, answer in (("通知工会的日期", "2026-09-04"), ("工作交接日期", "2026-10-14"), ("交接地点", "三楼综合办公室")):
            self.wait_focus(lambda focus, blank=blank: focus.name == blank, blank)
            self.session.type(answer)
            self.session.key("Tab")
        self.see(lambda name: name.startswith("出具"), "button")
        self.shot("notice-ready")

    def submit_and_approve(self):
        self.go(8, "都对吗？")
        self.session.key("ctrl+Return")
        self.see("已提交，等审批。")
        self.shot("submitted")
        self.go(0, "陈志远 · 不能胜任工作")
        self.session.key("ctrl+Return")
        self.see(lambda name: name.startswith("去出具文书"), "button")
        self.shot("approved")

    def test_preparing(self):
        self.start("2026-09-04")
        self.open_case("E0187")
        self.take_status_check()
        self.choose_ground()
        self.tell_the_union()
        self.settle_the_notice()
        self.submit_and_approve()


if __name__ == "__main__":
    unittest.main()
