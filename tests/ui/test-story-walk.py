#!/usr/bin/python3
"""By keyboard alone through every place of the window, in Chinese and in English: every control there says what it is, Tab comes by
it, and nothing is in the other language."""
import csv
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

import gtkdrive
import hearing

PROGRAM = sys.argv.pop(1)
DAY = "2026-09-14"
PASSPHRASE = "correct horse 42"
CHINESE_ONLY = {"guide", "papers", "preferences, Papers"}      # the guide is written in Chinese, and so are papers for Chinese authorities
BEGIN_IN_ENTRY_ROW = {"first run", "recover", "group"}    # such a row never says that it has the focus
KEYS = ["Ctrl+Shift+Enter", "Ctrl+Enter", "PgDn"]
TABLE = [["员工姓名", "人员编号", "入司时间", "所属部门"], ["单立群", "E0305", "2023年3月20日", "研发中心"], ["曾子涵", "E0343", "2025年13月", "研发中心"]]
REPORT = os.environ.get("FAIRWELL_WALK_REPORT")


class Walk(unittest.TestCase):
    language = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.words = hearing.Languages(self.language, ["中文 / English", *KEYS, "people.csv", os.path.join(self.folder, "store"), *(cell for row in TABLE for cell in row)])
        self.faults = []

    def ctl(self, *arguments):
        run = subprocess.run([PROGRAM + "ctl", *arguments, "--today", DAY], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout.strip()

    def start(self, *options, store=None):
        if store is not None:
            options += ("--store", store)
        self.session = gtkdrive.start([PROGRAM, "--language", self.language, "--today", DAY, *options], lang=self.language,
                                      size=(1366, 768), timeout=90)
        self.addCleanup(self.session.close)
        self.session.fill_screen()
        self.focus = hearing.Focus(self.session)

    def say(self, chinese, english):
        return chinese if self.language == "zh_CN" else english

    def settle(self):
        """Waits until nothing changes any more; the window then."""
        last = None
        for _ in range(60):
            top = hearing.active_window(self.session)
            now = hearing.texts(top)
            if now == last:
                break
            last = now
            self.session.sync()
        return top

    def look(self, place, tab=True):
        """Reads a place, goes round it by Tab, and notes what is wrong with it."""
        top = self.settle()
        began = time.monotonic()
        focus = self.session.focused()
        if place not in BEGIN_IN_ENTRY_ROW and (focus is None or not focus.showing()):
            self.faults.append(f"{place}: the focus is nowhere to be seen: {focus!r}")
        wanted = {n.ref for n in hearing.controls(top) if "sensitive" in n.states}
        seen, silent = self.focus.come_round() if tab else (wanted, 0)
        self.faults += [f"{place}: no name: {n.role} below {[a.name or a.role for a in n.ancestors()][:4]}"
                        for n in hearing.nameless(top, self.session.newer())]
        left = hearing.unreached(top, seen, silent, self.focus)
        if left and tab: # what waited to be judged while Tab came by can be reached now, or waits no more to be pressed
            seen |= self.focus.come_round()[0]
            still = {n.ref for n in hearing.unreached(self.settle(), seen, silent, self.focus)}
            left = [n for n in left if n.ref in still]
        self.faults += [f"{place}: out of reach of Tab: {n!r}" for n in left]
        if place not in CHINESE_ONLY:
            self.faults += [f"{place}: in the other language: {text!r}" for text in sorted(hearing.texts(top))
                            if self.words.foreign(text)]
        if REPORT:
            print(f"{place}: {len(wanted)} controls, {len(seen)} stops, {time.monotonic() - began:.1f} s", flush=True)
        if "FAIRWELL_SHOTS" in os.environ:
            self.session.screenshot(os.path.join(os.environ["FAIRWELL_SHOTS"], f"{place}-{self.language}.png"))

    def places(self):
        for number, place in enumerate(("today", "employees", "departures", "insight", "calculators", "law", "data"), 1):
            self.session.key(f"ctrl+{number}")
            self.look(place)

    def person(self):
        session = self.session
        session.key("ctrl+k")
        session.type("E0187")
        session.find("label", re.compile(self.say("中的 1 位", "^1 of")), timeout=30)
        session.key("Return")
        session.find("label", re.compile("^E0187"), index=0)
        self.look("person")
        session.key("ctrl+e")
        self.look("person, changing")
        session.key("Escape", "Escape")

    def departure(self):
        session = self.session
        session.key("ctrl+n")
        session.find("list", self.say("步骤", "Steps"), timeout=30)
        for step, place in enumerate(("overview", "who", "way", "materials", "checks", "money", "risk", "papers", "summary")):
            session.key(f"alt+{step}")
            self.look(place)
        self.talk()
        session.key("alt+Left")

    def together(self):
        """The departures of some who are employed, as one decision."""
        session = self.session
        session.key("ctrl+2", "ctrl+k", "ctrl+a")
        session.type("质量部")
        session.find("label", re.compile(self.say("中的 41 位", "^41 of")), timeout=30)
        for _ in range(6):
            focus = session.focused()
            if focus is not None and focus.name.startswith(self.say("状态", "Status")):
                break
            session.key("Tab")
        session.key("Return", "Down", "Return")
        session.find("label", re.compile(self.say("中的 29 位", "^29 of")), timeout=30)
        session.key("ctrl+k", "Down", "ctrl+Home", *["shift+Down"] * 2)
        session.find("label", re.compile(self.say("已选 3 位", "^3 people")))
        session.key("alt+d")
        session.wait_for(lambda: hearing.active_window(session).role == "dialog", what="the dialog to be active")
        self.look("together")
        session.key("alt+o")
        session.find("label", re.compile(self.say(r"^\d 人", r"^\d people")), timeout=60)
        session.wait_gone("label", re.compile(self.say("^正在", "^Judging each case")), timeout=120)
        self.look("group")
        session.key("alt+Left")

    def talk(self):
        """Prepared, rehearsed and held; what is said there goes by keys of its own, and Tab stays with the note."""
        session = self.session
        session.key("alt+9")
        session.find("button", re.compile(self.say("^开始面谈", "^_?Start the talk")), state="sensitive", timeout=30)
        self.look("talk, prepared")
        session.key("alt+r")
        session.find("label", self.say("跟谁排练？", "With whom do you rehearse?"))
        session.wait_for(lambda: hearing.active_window(session).role == "dialog", what="the dialog to be active")
        self.look("rehearsal, chosen")
        session.key("alt+r")
        for place, over in (("rehearsal", self.say("这次排练", "How the rehearsal went")), ("talk", self.say("面谈纪要", "Minutes of the talk"))):
            session.find("label", re.compile(self.say("^第 1 幕", "^Scene 1")), timeout=30)
            self.look(place, tab=False)
            session.key("ctrl+period")
            session.find("label", re.compile(self.say("^结束.*？$", "^End the .*[?]$")))
            session.key("Return")
            session.find("label", over, timeout=30)
            self.look(f"{place}, over")
            if place == "rehearsal":
                session.key("alt+b")
                session.find("button", re.compile(self.say("^开始面谈", "^_?Start the talk")), state="sensitive", timeout=30)
                session.key("ctrl+Return")

    def mark(self):
        """From a mark of a chart to the people behind it."""
        session = self.session
        session.key("ctrl+4")
        self.settle()
        for _ in range(40):
            focus = session.focused()
            if focus is not None and focus.role == "image":
                break
            session.key("Tab")
        session.key("End", "Return")
        self.look("leavers")
        session.key("alt+Left")
        session.click(session.find("button", re.compile(self.say("^全员离职成本", "^_?Cost of everybody"))))
        session.find("label", re.compile(self.say("^截至", "^As of")), timeout=60)
        self.look("liability")
        session.key("alt+Left")

    def dialogs(self):
        session = self.session
        for key, place in (("F1", "guide"), ("ctrl+question", "shortcuts"), ("F10", "menu")):
            session.key(key)
            self.look(place, tab=place != "menu")
            session.key("Escape")

    def preferences(self):
        """Each of its pages, by the keys of a notebook."""
        session = self.session
        session.key("ctrl+comma")
        self.settle()
        for number, tab in enumerate(hearing.names(session, "tab")):
            for _ in range(40):
                focus = session.focused()
                if focus is not None and focus.role == "tab":
                    break
                session.key("shift+Tab")
            session.key(*["Left"] * 3, *["Right"] * number, "space")
            self.look(f"preferences, {tab}")
        session.key("Escape")

    def imports(self):
        session = self.session
        table = os.path.join(self.folder, "people.csv")
        with open(table, "w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows(TABLE)
        session.key("ctrl+7", "ctrl+o")
        self.settle()
        windows = len(session.windows())
        session.key("Return")
        session.wait_for(lambda: len(session.windows()) > windows, what="the file chooser")
        session.type(table)
        session.key("Return")
        session.find("label", re.compile("people.csv"), index=0, timeout=30)
        self.look("import")
        session.key("alt+Left")

    def test_the_sample(self):
        store = os.path.join(self.folder, "store")
        self.ctl("init", store, "--sample")
        for employee in ("E0142", "E0187"):
            self.ctl("case", store, "open", "--employee", employee, "--kind", "dismissal", "--ground", "cn.40-2",
                     "--last-day", "2026-10-16")
        self.start(store=store)
        self.session.find("list", self.say("要做的事", "To do"), timeout=60)
        self.places()
        self.person()
        self.departure()
        self.together()
        self.mark()
        self.dialogs()
        self.preferences()
        self.imports()
        self.assertEqual(self.faults, [], "\n" + "\n".join(self.faults))

    def test_the_gate(self):
        store, passphrase = os.path.join(self.folder, "store"), os.path.join(self.folder, "passphrase")
        with open(passphrase, "w", encoding="utf-8") as out:
            out.write(PASSPHRASE + "\n")
        self.ctl("init", store, "--passphrase-file", passphrase, "--minimal-keys")
        self.ctl("recovery-sheet", store, "-o", os.path.join(self.folder, "sheet.pdf"), "--passphrase-file", passphrase)
        self.start(store=store)
        self.look("lock")
        self.session.key("alt+r")
        self.session.find("label", self.say("用恢复纸打开", "Open with the recovery sheet"))
        self.look("recover")
        self.session.key("Escape")
        self.session.find("label", self.say("已锁上", "Locked"))
        self.session.type(PASSPHRASE)
        self.session.key("Return")
        self.session.find("label", self.say("还没有员工", "No employees yet"), timeout=60)
        self.places()
        self.session.key("ctrl+shift+l")
        self.look("locked again")
        self.assertEqual(self.faults, [], "\n" + "\n".join(self.faults))

    def test_the_first_run(self):
        self.start()
        self.look("first run")
        self.assertEqual(self.faults, [], "\n" + "\n".join(self.faults))


class InChinese(Walk):
    language = "zh_CN"


class InEnglish(Walk):
    language = "en"


del Walk

if __name__ == "__main__":
    unittest.main()
