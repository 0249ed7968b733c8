#!/usr/bin/python3
"""Five ways to part, each led from the first page to the printed settlement by keyboard, in the sample company."""
import os
import re
import sys
import time
import unittest

from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-10-12"
SETTLEMENT = "离职结算单"


class Journeys(Story):
    program = PROGRAM

    def turn(self, step):
        self.session.key(f"alt+{step}")
        self.session.find("list item", re.compile(f"^{step} "), state="selected", timeout=30)

    def paper_file(self, name):
        path = os.path.join(self.folder, name + ".txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(name + "\n")
        return path

    def answer_status(self):
        self.see("是谁，有什么挡着？")
        self.wait_focus(lambda focus: "问的谁" in focus.name, "the first field of the page")
        self.session.type("本人、主管")
        self.session.key("alt+a")
        self.wait_focus(lambda focus: "收进材料" in focus.name, "what takes the answers in")
        self.session.key("alt+t")
        self.see(re.compile("^1 对象, (无碍|留意)"), "list item")
        self.shot("who")

    def choose(self, way, ground):
        self.turn(2)
        self.wait_focus(lambda focus: focus.kind == "checkbox", "the first way")
        self.press_until("Right", lambda focus: focus.name.startswith(way), most=8)
        self.press_until("Tab", lambda focus: focus.role == "list item")
        self.press_until("Down", lambda focus: focus.name.startswith(ground), most=20)
        self.session.key("Return")
        self.see(lambda name: name.startswith(ground) and "已选" in name, "list item")

    def supply(self, **dates):
        """Each missing material in turn: what the records hold is taken after a look, the rest are files."""
        session = self.session
        self.turn(3)
        self.shot("materials")
        self.take_all()
        for _ in range(30):
            self.press_until("Tab", lambda focus: focus.role == "list item" and not re.match(r"^(\d |事项|面谈)", focus.name))
            session.key("Home")
            missing = session.find_all("list item", re.compile("^还缺 "))
            missing = [row.name.removeprefix("还缺 ") for row in missing]
            if not missing:
                break
            title = missing[0]
            self.press_until("Down", lambda focus, title=title: title in focus.name, most=30)
            if session.exists("button", re.compile("^放进本事项")):
                session.key("alt+y", "alt+t")
            else:
                self.attach(self.paper_file(title), dates.get("dates", {}).get(title, DAY))
            self.see(re.compile(f"^(无碍|没核对|留意)? ?{re.escape(title)}"), "list item")
            session.wait_gone("list item", f"还缺 {title}", timeout=30)
        self.shot("supplied")

    def take_all(self):
        if self.session.exists("button", re.compile("^一起放进来")):
            self.session.key("alt+i")
            self.see("已从记录里取来")

    def say(self, name, value):
        self.press_until("Tab", lambda focus: focus.name == name)
        self.session.type(value)
        self.session.key("Tab")

    def settle(self, **amounts):
        """What only payroll knows is said on the page of money; the rest of the lines are none."""
        session = self.session
        self.press_until("Tab", lambda focus: focus.name.startswith("其余都没有"), most=60)
        session.key("space")
        self.see("记下了：其余都没有")
        for name, amount in amounts.items():
            self.press_until("Tab", lambda focus, name=name: focus.name.startswith(name), most=60)
            session.key("Return")
            self.wait_focus(lambda focus, name=name: not focus.name.startswith(name), "the line of the settlement")
            wanted = "今年已休" if name == "未休年休假" else "金额"
            self.press_until("Tab", lambda focus, wanted=wanted: focus.name.startswith(wanted))
            session.type(amount)
            session.key("alt+k")
            self.wait_focus(lambda focus, name=name: focus.name.startswith(name) and "—" not in focus.name, f"the line {name}")
        self.shot("settled")

    def select(self, title):
        self.turn(7)
        self.press_until("Tab", lambda focus: focus.role == "list item" and not re.match(r"^(\d |事项|面谈)", focus.name))
        self.session.key("Home")
        self.press_until("Down", lambda focus: title in focus.name, most=14)
        self.shot("paper")

    def fill(self, **blanks):
        self.session.key("alt+f")
        for name, value in blanks.items():
            self.say(name, value)

    def issue_paper(self, title, **blanks):
        """Issued, and kept as PDF; what still is to be said is said beside it."""
        self.select(title)
        if blanks:
            self.fill(**blanks)
        self.issue(title)
        pdf = self.save_pdf(title)
        if "FAIRWELL_SHOTS" in os.environ:
            self.taken += 1
            os.system(f"pdftoppm -r 80 -png '{pdf}' '{os.environ['FAIRWELL_SHOTS']}/{self.taken:02}-{title}'")
        return self.read_pdf(pdf)

    def print_paper(self):
        """By the print dialog, to a file, as there is no printer here."""
        session = self.session
        windows = len(session.windows())
        session.key("ctrl+p")
        session.wait_for(lambda: len(session.windows()) > windows, timeout=30, what="the print dialog")
        self.press_until("Tab", lambda focus: focus.role == "row", most=12)
        session.key("space")
        session.find("button", "打印", state="sensitive", timeout=30, index=1)
        session.key("alt+p")
        self.see("已打印 · 记入事项")
        return self.read_pdf(os.path.join(self.home, "输出.pdf"))

    def approve(self):
        self.turn(8)
        self.shot("summary")
        self.session.key("ctrl+Return")
        self.see("已提交，等审批。")
        self.session.key("alt+0")
        self.see(re.compile("^下一步：(审批|.*同意)"), index=0)
        self.session.key("ctrl+Return")
        self.see(re.compile("^已同意"))
        self.shot("approved")

    def test_resignation(self):
        """The letter comes first, its receipt is acknowledged the same day; nothing is due but what was earned."""
        self.start(DAY)
        self.open_case("E0250")
        self.answer_status()
        self.choose("辞职", "辞职")
        self.shot("way")
        self.supply()
        self.turn(4)
        self.shot("checks")
        self.turn(6)
        self.shot("risk")
        self.select("辞职受理确认函")
        self.fill(**{"收到辞职通知的日期": DAY, "最后工作日": "2026-11-11", "工作交接日期": "2026-11-10", "交接地点": "三楼综合办公室"})
        self.turn(5)
        self.shot("money")
        self.settle(**{"未休年休假": "3", "社会保险": "1700", "工资薪金": "210"})
        self.approve()
        self.assertIn("2026年10月12日收到您", self.issue_paper("辞职受理确认函"))
        text = self.issue_paper(SETTLEMENT)
        self.assertIn("本次离职依法不涉及", text)
        self.assertEqual(self.print_paper(), text)

    def enter_figure(self, amount):
        """The second local figure that is missing is written down where it is missed; its fields do not tell of their focus."""
        session = self.session
        self.press_until("Tab", lambda focus: focus.name.startswith("去填"), most=60)
        session.key("Tab")
        self.wait_focus(lambda focus: focus.name.startswith("去填"), "the second figure that is missing")
        session.key("Return")
        self.see("录入一个数")
        session.type(amount)
        session.key("Tab", "Tab")
        session.type("2026-07-01")
        session.key("Tab", "Tab", "Tab", "Tab")
        session.type("市统计局公报")
        self.shot("figure")
        session.key("alt+s")
        session.wait_gone("label", "录入一个数", timeout=30)
        self.press_until("shift+Tab", lambda focus: focus.name.startswith("去核对"), most=60)
        session.key("Return")
        self.wait_focus(lambda focus: focus.name.startswith("数值"), "the figure to confirm")
        self.shot("confirm")
        session.key("Return")

    def test_pregnancy(self):
        """A dismissal is barred and says until when; what is open is talked about, and the settlement has what was agreed."""
        self.start(DAY)
        self.open_case("E0142")
        self.answer_status()
        self.see(re.compile("^不能用（孕期，预计到2028年2月2日）：.*不能胜任"))
        self.choose("协商解除", "协商解除（公司提出）")
        self.press_until("Tab", lambda focus: focus.name.endswith("提出的？: 公司"))
        self.session.key("space")
        self.shot("way")
        self.supply()
        self.turn(4)
        self.shot("checks")
        self.turn(5)
        self.say("最后一天", "2026-11-13")
        self.say("协议合计（谈到的数）", "110000")
        self.see("110,000.00", index=0)
        self.shot("money")
        self.enter_figure("151200")
        self.settle(**{"未休年休假": "5", "社会保险": "1700", "工资薪金": "310"})
        self.turn(6)
        self.shot("risk")
        self.select("协商解除劳动合同协议书")
        self.fill(付款日期="2026-11-13", 工作交接日期="2026-11-12")
        self.approve()
        self.issue_paper("特别保护情形知情确认页")
        self.assertIn("110,000.00", self.issue_paper("协商解除劳动合同协议书"))
        self.issue_paper("经济补偿计算表")
        text = self.issue_paper(SETTLEMENT)
        for wanted in ("7,448.28", "5,196.55", "96,829.75", "13,170.25", "¥122,644.83", "¥120,634.83"):
            self.assertIn(wanted, text)
        self.assertEqual(self.print_paper(), text)

    def answer(self, name):
        self.press_until("Tab", lambda focus: focus.name == name)
        self.session.key("space")

    def test_expiry(self):
        """After two fixed terms it is asked first whether an open-ended contract is wanted; if not, the term ends with N."""
        self.start(DAY)
        self.open_case("E0176")
        self.answer_status()
        self.choose("合同终止", "劳动合同期满")
        self.shot("way")
        self.turn(4)
        self.answer("员工要不要无固定期限合同（书面问过）: 是")
        self.see(re.compile("员工要求无固定期限合同，应当签"), index=0)
        self.shot("blocked")
        self.turn(2)
        self.answer("书面问过，员工要不要无固定期限合同？: 否")
        self.answer("公司按什么条件续订？: 不续")
        self.supply()
        self.turn(4)
        self.shot("checks")
        self.turn(5)
        self.say("最后一天", "2026-12-31")
        self.see("110,185.28", index=0)
        self.shot("money")
        self.settle(**{"未休年休假": "4", "社会保险": "1900", "工资薪金": "300", "一次性补偿": "0"})
        self.select("终止劳动合同通知书")
        self.fill(工作交接日期="2026-12-30", 交接地点="质量部")
        self.approve()
        text = self.issue_paper("终止劳动合同通知书")
        self.assertIn("第四十四条第一项", text)
        self.assertNotIn("辞退", text)
        text = self.issue_paper(SETTLEMENT)
        self.assertIn("110,185.28", text)
        self.assertEqual(self.print_paper(), text)

    def test_medical_period(self):
        """Within the period the law bars it and says until when; once it is over there is other work first, then N, notice and subsidy."""
        self.start(DAY)
        self.open_case("E0198")
        self.answer_status()
        self.choose("辞退", "医疗期满")
        self.turn(4)
        self.see(re.compile("医疗期.*不得|不能用第四十条"), index=0)
        self.see(re.compile("2028年8月2日"), index=0)
        self.shot("barred")
        self.session.key("ctrl+2")
        self.see(re.compile("位"), index=0)
        self.open_case("E0144")
        self.answer_status()
        self.choose("辞退", "医疗期满")
        self.shot("way")
        self.select("医疗期计算告知单")
        self.fill(**{"医疗期（月）": "9", "医疗期起算日": "2025-12-08", "医疗期届满日": "2026-09-07"})
        self.issue_paper("医疗期计算告知单")
        self.select("通知工会函")
        self.fill(安排或者协商的日期="2026-09-14", 公司提出的方案="档案资料整理，每日六小时", 员工的意见="试做两周，医院证明仍不能坚持")
        self.turn(5)
        self.say("最后一天", "2026-11-13")
        self.say("通知送到本人的日期", DAY)
        self.shot("money")
        self.issue_paper("通知工会函")
        self.supply()
        self.turn(4)
        self.shot("checks")
        self.turn(5)
        self.settle(**{"未休年休假": "10", "社会保险": "1100", "工资薪金": "0", "一次性补偿": "0"})
        self.select("解除劳动合同通知书")
        self.fill(通知工会的日期=DAY, 工作交接日期="2026-11-12", 交接地点="财务部")
        self.approve()
        text = self.issue_paper("解除劳动合同通知书")
        self.assertIn("第四十条第一项", text)
        text = self.issue_paper(SETTLEMENT)
        self.assertIn("78,550.11", text)
        self.assertIn("医疗补助费", text)
        self.assertEqual(self.print_paper(), text)

    def wait_for_all(self):
        """Until nothing goes on with the people of the group."""
        self.session.wait_gone("label", re.compile("^正在"), timeout=240)

    def open_group(self):
        """The first twenty-four people of a department who are employed, as one decision."""
        session = self.session
        session.key("ctrl+k")
        session.type("质量部")
        self.see(re.compile("中的 41 位"))
        self.press_until("Tab", lambda focus: focus.name.startswith("状态"), most=6)
        session.key("Return", "Down", "Return")
        self.see(re.compile("中的 29 位"))
        session.key("ctrl+k", "Down", "ctrl+Home", *["shift+Down"] * 23)
        self.see("已选 24 位")
        session.key("alt+d")
        self.see(re.compile("为这 24 人一起办理离职"))
        session.key("alt+o")
        self.see(re.compile("^24 人"))

    def say_for_all(self):
        session = self.session
        self.press_until("shift+Tab", lambda focus: focus.role == "combo box" and focus.name == "理由", most=12)
        session.key("space", "Down", "Down", "Return")
        for day in ("2026-11-20", "2026-11-19", "2026-11-20"):
            self.see("每件都写上了")
            session.key("Tab")
            session.type(day)
            session.key("Return")
        self.wait_for_all()
        self.session.find("label", "整批存一次、出具一次", timeout=120)
        self.shot("group")

    def check_everybody(self):
        """Whoever the company has asked, one after the other; here twenty-four times the same."""
        for number in range(1, 25):
            self.ctl(DAY, "case", self.store, "status", f"2026-{number:04}", "--others", "no", "--asked-of", "本人", "--on", DAY, "--take")

    def test_redundancy(self):
        """Twenty-four at once: said, filed and issued once for all; two whom the law protects stand barred."""
        self.start(DAY)
        self.open_group()
        self.say_for_all()
        self.session.key("alt+t")
        self.session.find("label", "记录里有的，每件事项都取好了", timeout=240)
        self.stop()
        self.check_everybody()
        self.start(DAY)
        self.open_case("E0049")
        self.supply()
        self.turn(4)
        self.shot("checks")
        self.select("通知工会函")
        self.shot("union")


if __name__ == "__main__":
    unittest.main()
