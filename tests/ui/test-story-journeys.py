#!/usr/bin/python3
"""Five ways to part, each led from the first page to the printed settlement by keyboard, in the sample company."""
import os
import re
import sys
import unittest

import gtkdrive
from story import Story

PROGRAM = sys.argv.pop(1)
DAY = "2026-10-12"
SETTLEMENT = "离职结算单"
UNION_PROOF = "通知工会函及回执"


class Journeys(Story):
    program = PROGRAM

    def tearDown(self):
        """Where it went wrong there is a last picture."""
        if self.session is not None and any(error for _, error in self._outcome.result.errors + self._outcome.result.failures):
            self.shot("failed")

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

    def supply(self, later=(), dates=None):
        """Each missing material in turn, but those that come later: what the records hold is taken after a look, the rest are files."""
        session = self.session
        self.turn(3)
        self.shot("materials")
        self.take_all()
        for _ in range(30):
            self.press_until("Tab", lambda focus: focus.role == "list item" and not re.match(r"^(\d |事项|面谈)", focus.name))
            session.key("Home")
            missing = session.find_all("list item", re.compile("^还缺 "))
            missing = [title for title in (row.name.removeprefix("还缺 ") for row in missing) if title not in later]
            if not missing:
                break
            title = missing[0]
            self.press_until("Down", lambda focus, title=title: title in focus.name, most=30)
            if session.exists("button", re.compile("^放进本事项")):
                session.key("alt+y", "alt+t")
            else:
                self.attach(self.paper_file(title), (dates or {}).get(title, DAY))
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
        self.settle_lines(**amounts)

    def settle_lines(self, **amounts):
        session = self.session
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
        self.wait_focus(lambda focus: focus.role != "list item", "the first blank")
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
        return self.print_shown("已打印 · 记入事项", 1)

    def print_all(self):
        return self.print_shown("已打印 · 记入各件事项", 0)

    def print_shown(self, told, place):
        """By the print dialog, to a file, as there is no printer here; place: of its button among those that say so."""
        session = self.session
        windows = len(session.windows())
        session.key("ctrl+p")
        session.wait_for(lambda: len(session.windows()) > windows, timeout=30, what="the print dialog")
        self.press_until("Tab", lambda focus: focus.role == "row", most=12)
        session.key("space")
        session.find("button", "打印", state="sensitive", timeout=30, index=place)
        session.key("alt+p")
        session.find("label", told, timeout=120)
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
        self.see("110,000.00 元", index=0)
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
        self.see("110,185.28 元", index=0)
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

    def pay_for_sickness(self):
        """Payroll's corrected list: from December to September somebody was paid for sickness."""
        path = os.path.join(self.folder, "病假工资.csv")
        months = ["2025年12月", *(f"2026年{month}月" for month in range(1, 10))]
        with open(path, "w", encoding="utf-8") as out:
            out.write("工号,姓名,工资月份,应发工资,其中：加班费,其中：奖金,正常出勤,备注\n")
            out.writelines(f"E0144,邓正阳,{month},7440.00,0,0,否,病假工资\n" for month in months)
        self.ctl(DAY, "init", self.store, "--sample")
        self.ctl(DAY, "import", self.store, "wages", path)

    def test_medical_period(self):
        """Within the period the law bars it and says until when; once it is over there is other work first, then N, notice and subsidy."""
        self.pay_for_sickness()
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
        self.assertIn("医疗期已经届满", self.issue_paper("医疗期计算告知单"))
        self.turn(5)
        self.say("最后一天", "2026-11-20")
        self.say("通知送到本人的日期", "2026-10-19")
        self.shot("money")
        self.supply(later=(UNION_PROOF,), dates={"病休台账": "2026-09-08", "医学或劳动能力证明": "2026-09-09",
                                                 "另行安排工作通知": "2026-09-11", "另行安排工作的结果": "2026-09-28"})
        self.select("通知工会函")
        self.fill(安排或者协商的日期="2026-09-14", 公司提出的方案="档案资料整理，每日六小时", 员工的意见="试做两周，医院证明仍不能坚持")
        text = self.issue_paper("通知工会函")
        for wanted in ("公司尚未作出决定", "《另行安排工作的结果》", "57,960.67", "医疗补助费46,368.54元"):
            self.assertIn(wanted, text)
        self.stop()

        self.start("2026-10-19")
        self.open_case("E0144")
        self.supply()
        self.turn(4)
        self.shot("checks")
        self.turn(5)
        self.settle(**{"未休年休假": "10", "社会保险": "1100", "工资薪金": "0", "一次性补偿": "0"})
        self.select("解除劳动合同通知书")
        self.fill(通知工会的日期=DAY, 工作交接日期="2026-11-19", 交接地点="财务部")
        self.approve()
        text = self.issue_paper("解除劳动合同通知书")
        for wanted in ("邓正阳先生", "第四十条第一项", "2026年9月7日届满", "2026年10月12日将解除理由书面通知", "提前三十日", "57,960.67",
                       "医疗补助费46,368.54元", "2026年11月20日解除"):
            self.assertIn(wanted, text)
        self.assertNotIn("额外支付您一个月工资", text)
        text = self.issue_paper(SETTLEMENT)
        for wanted in ("5,131.03", "57,960.67", "7,728.09×6个月", "46,368.54", "¥109,460.24", "¥108,360.24"):
            self.assertIn(wanted, text)
        self.assertEqual(self.print_paper(), text)

    def wait_for_all(self):
        """Until nothing goes on with the people of the group: it begins a moment after what asks for it. What is told of it at the end is soon gone."""
        try:
            self.session.find("progress bar", timeout=5)
        except gtkdrive.GtkDriveError:
            pass
        self.session.wait_gone("progress bar", timeout=300)

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

    def say_for_all(self, last_day, handover, place, pay_day):
        session = self.session
        self.press_until("shift+Tab", lambda focus: focus.role == "combo box" and focus.name == "理由", most=14)
        session.key("space", "Down", "Down", "Return")
        self.see("每件都写上了")
        for value in (last_day, handover, place, pay_day):
            session.key("Tab")
            session.type(value)
            session.key("Return")
        self.wait_for_all()
        session.find("label", "整批存一次、出具一次", timeout=120)
        self.shot("group")

    def take_all_found(self):
        self.session.key("alt+t")
        self.wait_for_all()

    def ask_everybody(self):
        """Who was asked is said once for all who were asked; nobody is ticked before."""
        session = self.session
        session.key("alt+a")
        self.see("问过哪些人？")
        self.wait_focus(lambda focus: "问的谁" in focus.name, "who was asked")
        session.type("本人、主管")
        session.key("alt+a")
        self.shot("asked")
        session.key("alt+t")
        self.wait_for_all()
        self.assertFalse(session.exists("label", re.compile("位还没问")))
        self.shot("asked-all")

    def say_why(self):
        """Whoever is to be kept first is named, and why they are not kept is said of each."""
        session = self.session
        session.key("alt+k")
        self.see("为什么不留用？")
        self.wait_focus(lambda focus: focus.role == "text box", "the first of those to be kept first")
        said = 0
        while session.focused().role == "text box":
            session.type("岗位撤销")
            session.key("Tab")
            said += 1
        self.see(re.compile(f"{said} 位应优先留用"))
        self.shot("why")
        session.key("alt+w")
        self.wait_for_all()

    def supply_contracts(self):
        """The employment contract asks for a judgment: what the records hold is ticked after a look, one person has a scan in a folder."""
        session = self.session
        folder = os.path.join(self.folder, "合同扫描件")
        os.makedirs(folder)
        for name in ("E0049 劳动合同.txt", "扫描件001.txt"):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
                out.write(name + "\n")
        session.key("alt+m")
        self.see("还缺的材料")
        self.see(re.compile("书面合同的原件.*都在手"))
        self.wait_focus(lambda focus: "劳动合同 · 24 人还缺" in focus.name, "the contract that 24 people lack")
        self.shot("contracts")
        self.choose_folder("alt+f", folder)
        self.see("1 个文件没对上人：选是谁的，或者不用")
        self.see("E0049 劳动合同.txt")
        session.key("alt+l")
        self.see("存完就都齐了。")
        self.shot("contracts-looked-at")
        session.key("alt+t")
        session.wait_gone("label", "还缺的材料", timeout=30)
        self.wait_for_all()
        session.key("alt+m")
        self.wait_focus(lambda focus: "近十二个月工资 · 1 人还缺" in focus.name, "what one who has just come still lacks")
        self.assertFalse(session.exists("label", re.compile("劳动合同 · ")))
        self.shot("contracts-filed")
        session.key("Escape")

    def choose_folder(self, key, path):
        session = self.session
        before = session.windows()
        session.key(key)
        self.wait_focus(lambda focus: focus.native().ref not in before, "the file chooser")
        session.key("ctrl+l")
        self.wait_focus(lambda focus: focus.role == "text box", "the field for the folder's name")
        session.key("ctrl+a")
        session.type(path)
        self.press_until_closed("Return", before)

    def fill_amounts(self):
        """What payroll knows of everybody is typed down a column of one table, and pasted into the others as a spreadsheet copies it."""
        session = self.session
        columns = {"当月工资": 5600, "今年已休": 3, "社会保险": 1500, "工资薪金": 200, "一次性补偿": 0}
        left = 24 * len(columns)
        session.key("alt+y")
        self.see("薪资要填的数")
        self.wait_focus(lambda focus: focus.role == "text box", "the first cell")
        for title, amount in columns.items():
            self.press_until("Tab", lambda focus, title=title: focus.name.startswith(title), most=9)
            first = session.focused().name
            values = [str(amount + (10 * person if amount > 100 else 0)) for person in range(24)]
            if title == "当月工资":
                for value in values:
                    session.type(value)
                    session.key("Down")
                self.press_until("Up", lambda focus, first=first: focus.name == first, most=24)
            else:
                session.paste("\n".join(values) + "\n")
            left -= 24
            self.see(re.compile(f"里还有 {left} 格不知道$"))
        self.shot("amounts")
        session.key("alt+w")
        session.wait_gone("label", "薪资要填的数", timeout=30)
        self.wait_for_all()

    def open_together(self):
        """Back to the page of all, from the list of departures."""
        self.session.key("ctrl+3")
        self.wait_focus(lambda focus: focus is not None, "the list of departures")
        self.press_until("Tab", lambda focus: focus.name.startswith("经济性裁员"), most=30)
        self.session.key("Return")
        self.see(re.compile("^24 人"))
        self.wait_for_all()

    def open_shared(self, title):
        """From the page of all to a paper or material that is one for all."""
        self.press_until("Tab", lambda focus: focus.role == "list item" and title in focus.name, most=80)
        self.session.key("Return")
        self.session.find("list", "步骤", timeout=60)

    def call_to_the_briefing(self):
        self.open_shared("说明会通知")
        self.select("说明会通知")
        self.fill(裁减人员的原因="主要产品线订单连续三年下降、累计亏损", 说明会日期="2026-10-19", 说明会地点="一楼报告厅",
                  说明会提供的经营资料="2023至2025年度审计报告", 听取意见的截止日="2026-10-30")
        text = self.issue_paper("说明会通知")
        for wanted in ("全体职工", "第四十一条", "尚未确定方案", "2026年10月19日", "2026年10月30日前"):
            self.assertIn(wanted, text)

    def plan_and_report(self):
        """What was heard is on file before the plan is final, the plan is reported, the union knows the reasons: before anybody is told."""
        plan, review, report = "裁减人员方案", "优先留用核查记录", "向人社部门报告的回执"
        dates = {"职工总数（名册）": DAY, "裁员事由的证明": DAY, "提前三十日说明情况的记录": "2026-10-19", "听取意见及答复": "2026-10-30",
                 review: "2026-11-09", report: "2026-11-09"}
        self.open_together()
        self.shot("after-the-briefing")
        self.open_shared("裁减人员方案")
        self.select("裁减人员方案")
        self.fill(裁员事由的证明材料="2023至2025年度审计报告", 已经采取的替代措施="停止招聘、取消加班、内部转岗11人",
                  选择裁减人员的标准="岗位撤并、近两年岗位考核结果", 裁减实施的起日="2026-11-20")
        self.see(re.compile("^只能打印草稿。还差：.*听取意见及答复"))
        self.shot("plan-waits")
        self.supply(later=(UNION_PROOF, plan, review, report), dates=dates)
        text = self.issue_paper("裁减人员方案")
        for wanted in ("正式稿", "第四十一条第一款第二项", "裁减24人", "优先留用", "六个月内重新招用"):
            self.assertIn(wanted, text)
        text = self.issue_paper("优先留用核查表")
        for wanted in ("第四十一条第二款", "无固定期限", "1□3□无□", "岗位撤销"):
            self.assertIn(wanted, text)
        self.supply(later=(UNION_PROOF, report), dates=dates)
        self.select("关于裁减人员方案的报告")
        self.fill(报告的人社部门="上海市浦东新区人力资源和社会保障局")
        self.assertIn("上海市浦东新区人力资源和社会保障局：", self.issue_paper("关于裁减人员方案的报告"))
        self.supply(later=(UNION_PROOF,), dates=dates)
        text = self.issue_paper("通知工会函")
        for wanted in ("第四十三条", "第四十一条第一款第二项", "24名职工", "每人的数额见经济补偿测算表"):
            self.assertIn(wanted, text)
        self.supply(dates={UNION_PROOF: "2026-11-09"})
        self.turn(4)
        self.shot("checks")
        self.select("解除劳动合同通知书")
        self.fill(通知工会的日期="2026-11-09")

    def issue_for_all(self):
        """The notices and settlements of all against whom nothing stands get their numbers at once; the certificate waits for the last day."""
        session = self.session
        self.open_together()
        session.key("alt+e")
        self.see("每个人都没有别的要结算？")
        session.key("alt+w")
        self.wait_for_all()
        self.fill_amounts()
        self.shot("ready")
        session.key("alt+i")
        self.see("现在出具哪些文书？")
        self.assertFalse(session.exists("checkbox", re.compile("^解除劳动合同证明")))
        for paper in ("解除劳动合同通知书 · 22 人", f"{SETTLEMENT} · 22 人"):
            self.press_until("Tab", lambda focus, paper=paper: focus.name == paper, most=20)
            session.key("space")
        self.shot("which")
        session.key("alt+i")
        self.wait_for_all()
        self.shot("issued-for-all")

    def test_redundancy(self):
        """Twenty-four at once: said, asked, filed and issued once for all; those whom the law protects stand barred, the others get their notice
        and their settlement in one go."""
        self.start(DAY)
        self.open_group()
        self.say_for_all("2026-11-20", "2026-11-19", "质量部会议室", "2026-11-20")
        self.take_all_found()
        self.ask_everybody()
        self.say_why()
        self.supply_contracts()
        self.call_to_the_briefing()
        self.stop()

        self.start("2026-11-09")
        self.plan_and_report()
        self.stop()

        self.start("2026-11-19")
        self.issue_for_all()
        text = self.print_all()
        for number_and_title in (r"人离字第(\d{4})-\d+号解除劳动合同通知书", SETTLEMENT + r"编号：〔2026〕人离字第(\d{4})-\d+号"):
            self.assertEqual(len(re.findall(number_and_title, text)), 22)
            self.assertEqual(len(set(re.findall(number_and_title, text))), 22)
        self.assertNotIn("额外一个月工资", text)


if __name__ == "__main__":
    unittest.main()
