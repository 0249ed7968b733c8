#!/usr/bin/python3
"""Approved departures carried to their end by keyboard: issued, delivered with proof, closed. In the sample company."""
import os
import re
import sys
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
NOTICE = "解除劳动合同通知书"
AGREEMENT = "协商解除劳动合同协议书"


class Ends(Story):
    program = PROGRAM

    def setUp(self):
        super().setUp()
        self.ctl("2026-09-04", "init", self.store, "--sample")

    def case(self, today, verb, *arguments):
        return self.ctl(today, "case", self.store, verb, *arguments)

    def approve_dismissal(self):
        day = "2026-09-04"
        number = self.case(day, "open", "--employee", "E0187", "--kind", "dismissal", "--ground", "cn.40-2",
                           "--last-day", "2026-10-16").split()[0]
        letter = os.path.join(self.folder, "letter.pdf")
        self.case(day, "status", number, "--others", "no", "--asked-of", "本人、主管", "--on", day, "--take")
        self.case(day, "issue", number, "union-letter", "-o", letter)
        self.case(day, "attach", number, "union-notice", letter, "--on", day)
        self.case(day, "set", number, "company/union/@notified=" + day, "departure/@notified=2026-09-14",
                  "case/@handover-date=2026-10-14", "case/@handover-place=三楼综合办公室")
        self.case(day, "submit", number)
        self.case(day, "approve", number)

    def deliver(self, paper, proof):
        self.go(0, re.compile("^陈志远 · "))
        self.see(f"下一步：送达《{paper}》，留下凭证")
        self.session.key("ctrl+Return")
        self.see(f"《{paper}》什么时候送到的？")
        self.choose_file("alt+p", proof)
        self.shot("deliver")
        self.session.key("alt+r")

    def assert_final(self, pdf, *wanted):
        """No watermark, its number, the head of the audit chain."""
        text = self.read_pdf(pdf)
        self.assertNotIn("稿", text)
        self.assertRegex(text, r"编号：〔2026〕人离字第\d+(-\d+)?号")
        self.assertRegex(text, "存证链头[0-9a-f]{64}")
        for words in wanted:
            self.assertIn(words, text)

    def close(self):
        self.go(0, re.compile("^陈志远 · "))
        self.session.key("alt+c")
        self.see("现在结案？")
        self.shot("close")
        self.session.key("alt+c")

    def test_dismissal(self):
        self.approve_dismissal()
        self.start("2026-09-14")
        self.open_case("E0187")
        self.select_paper(NOTICE)
        self.issue(NOTICE)
        notice = self.save_pdf(NOTICE)
        self.assert_final(notice, "陈志远", "2026年10月16日")
        self.go(3, "这个理由要拿什么来证明？")
        self.see("三十日书面通知或代通知金")
        self.see("解除劳动合同通知书 · 2026年9月14日")
        self.shot("notice-itself")
        self.deliver(NOTICE, notice)
        self.see("已送达")
        self.shot("delivered")
        self.stop()

        self.start("2026-10-16")
        self.open_case("E0187")
        self.go(0, re.compile("^陈志远 · "))
        self.session.key("alt+c")
        self.see(lambda name: name.startswith("结案以后什么都不能再改。这些文书还没有出具") and "解除劳动合同证明" in name)
        self.shot("close-too-early")
        self.session.key("alt+n")
        self.select_paper("解除劳动合同证明")
        self.issue("解除劳动合同证明")
        self.assert_final(self.save_pdf("证明"), "特此证明")
        self.close()
        self.see("已结案")
        self.shot("closed")
        self.stop()
        self.assertIn(" left ", self.ctl("2026-10-17", "employees", self.store, "--search", "E0187"))

    def approve_agreement(self):
        day = "2026-09-04"
        record = os.path.join(self.folder, "面谈记录.txt")
        with open(record, "w", encoding="utf-8") as out:
            out.write("公司先提出，谈了两次。\n")
        number = self.case(day, "open", "--employee", "E0187", "--kind", "mutual", "--ground", "cn.36-er",
                           "--last-day", day).split()[0]
        self.case(day, "status", number, "--others", "no", "--asked-of", "本人、主管", "--on", day, "--take")
        self.case(day, "set", number, "departure/@proposer=employer", "case/agreement/@amount=150000.00",
                  "case/@pay-date=2026-09-10", "case/@handover-date=" + day)
        for kind in ("proposer-record", "negotiation-minutes"):
            self.case(day, "attach", number, kind, record, "--on", day)
        self.case(day, "submit", number)
        self.case(day, "approve", number)

    def test_agreement(self):
        """No signed agreement is asked for before the paper; signed it proves its delivery, and the payment the end."""
        self.approve_agreement()
        self.start("2026-09-04")
        self.open_case("E0187")
        self.select_paper(AGREEMENT)
        self.issue(AGREEMENT)
        agreement = self.save_pdf("协议")
        self.assert_final(agreement, "陈志远", "150,000.00")
        self.go(3, "这个理由要拿什么来证明？")
        self.see("双方签好的协商解除协议")
        self.see("结案前要", index=1)
        self.shot("later")
        self.deliver(AGREEMENT, agreement)
        self.see("已送达")
        self.close()
        self.see(lambda name: name.startswith("还不能结案") and "付款凭证" in name)
        self.shot("not-closed")
        self.go(3, "这个理由要拿什么来证明？")
        self.press_until("Tab", lambda focus: focus.role == "list item")
        self.press_until("Down", lambda focus: "付款凭证" in focus.name, most=12)
        self.attach(agreement, "2026-09-04")
        self.see("“付款凭证”已经有了")
        self.close()
        self.see("已结案")
        self.shot("closed")

    def test_survey(self):
        """Of somebody who has left: the sheet as a file, and one that came back without a name, written down."""
        self.case("2026-09-11", "open", "--employee", "E0250", "--kind", "resignation", "--ground", "cn.37", "--last-day", "2026-09-11")
        self.start("2026-09-14")
        self.open_case("E0250")
        session = self.session
        self.go(0, re.compile("^吴涛 · "))
        self.press_until("Tab", lambda focus: focus.name.startswith("打印、录入"), most=60)
        session.key("Return")
        self.see("离职后问卷")
        session.key("alt+k")
        self.see("还一题都没填")
        path = os.path.join(self.folder, "survey.pdf")
        self.choose_file("alt+s", path)
        self.see("已保存")
        self.assertIn("清楚知道原因是什么", self.read_pdf(path))
        self.press_until("Tab", lambda focus: focus.name.startswith("5 分："))
        best = session.focused()
        session.key("space")
        session.wait_for(lambda: best.has("pressed"), what="the best score")
        session.key("alt+k")
        self.see("已记下，不带姓名")
        session.wait_for(lambda: not best.has("pressed"), what="the next sheet, empty")


if __name__ == "__main__":
    unittest.main()
