"""What the stories of the window share: the sample company, and the ways of somebody who works by keyboard."""
import os
import re
import subprocess
import tempfile
import unittest

import gtkdrive


class Story(unittest.TestCase):
    """A person at work in the sample company, in Chinese. program: set by each story.

    Where FAIRWELL_SHOTS names a folder, shot() leaves pictures there."""

    program = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.home = os.path.join(self.folder, "home")
        self.store = os.path.join(self.home, ".local", "share", "fairwell", "sample")
        self.session = None
        self.taken = 0

    def ctl(self, today, *arguments):
        """What the command line answers; it works on the store that the window opens."""
        os.makedirs(os.path.dirname(self.store), exist_ok=True)
        program = os.path.join(os.path.dirname(os.path.abspath(self.program)), "fairwellctl")
        run = subprocess.run([program, *arguments, "--today", today], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def start(self, today, *options, **desktop):
        self.session = gtkdrive.start([self.program, "--language", "zh_CN", "--today", today, "--sample", *options],
                                      home=self.home, size=(1366, 768), timeout=90, **desktop)
        self.addCleanup(self.session.close)
        self.session.find("button", re.compile("开始办理离职"), timeout=120)
        self.session.fill_screen()
        self.session.find("list", "要做的事", timeout=30)
        self.session.key("ctrl+2")
        self.session.find("label", re.compile(r"^\d+ 位 · 按姓名排序$"), timeout=30)

    def stop(self):
        self.session.key("ctrl+q")
        self.session.wait_exit()
        self.session.close()

    def shot(self, name):
        if "FAIRWELL_SHOTS" in os.environ:
            self.taken += 1
            self.session.screenshot(os.path.join(os.environ["FAIRWELL_SHOTS"], f"{self.taken:02}-{name}.png"))

    def see(self, text, role="label", index=0):
        """Waits for a text: all of it, or for a pattern a part."""
        return self.session.find(role, text, timeout=30, index=index)

    def wait_focus(self, wanted, what):
        def there():
            focus = self.session.focused()
            return focus is not None and wanted(focus)

        self.session.wait_for(there, timeout=30, what=what)

    def press_until(self, key, wanted, most=40):
        """Presses a key until the focus is where it is wanted."""
        for _ in range(most):
            focus = self.session.focused()
            if focus is not None and wanted(focus):
                return
            self.session.key(key)
        self.fail(f"{key} does not lead there; the focus is on {self.session.focused()!r}")

    def choose_file(self, key, path):
        """In the file chooser that a key opens; one that begins with recent files has no field for a name until asked."""
        session = self.session
        before = session.windows()
        session.key(key)
        self.wait_focus(lambda focus: focus.native().ref not in before, "the file chooser")
        if session.focused().role != "text box":
            session.key("ctrl+l")
            self.wait_focus(lambda focus: focus.role == "text box", "the field for the file's name")
        session.key("ctrl+a")
        session.type(path)
        self.press_until_closed("Return", before)

    def press_until_closed(self, key, before, most=5):
        """Presses a key until only the windows from before are left. A list of completions may take the first one; time is given to each,
        because one too many would go to what lies beneath."""
        for _ in range(most):
            self.session.key(key)
            try:
                self.session.wait_for(lambda: len(self.session.windows()) <= len(before), timeout=5, what="the end of the file chooser")
                return
            except gtkdrive.TimedOut:
                continue
        self.fail("the file chooser stays open")

    def open_case(self, number):
        """The departure of the person with this number, made where there is none yet."""
        session = self.session
        session.key("ctrl+k")
        session.type(number)
        self.see(re.compile("中的 1 位"))
        session.key("Return")
        session.find("button", re.compile("^(开始办理离职|打开离职事项)"), state="sensitive", timeout=30)
        session.key("ctrl+n")
        session.find("list", "步骤", timeout=30)

    def go(self, step, title):
        """To a step of the departure by its number, 0 for the overview."""
        self.session.key(f"alt+{step}")
        self.see(title)

    def select_paper(self, title):
        self.go(7, "这件事要出的文书")
        self.wait_focus(lambda focus: focus.role == "list item", "the first paper")
        self.press_until("Down", lambda focus: title in focus.name, most=8)

    def issue(self, paper):
        """The selected paper gets its number; what stands on it from now on is final."""
        self.see(re.compile("^出具"), "button")
        self.session.key("ctrl+Return")
        self.see(f"出具《{paper}》？")
        self.session.key("alt+i")
        self.see(re.compile("^已于 .* 出具"))
        self.shot("issued")

    def save_pdf(self, name):
        path = os.path.join(self.folder, name + ".pdf")
        self.choose_file("ctrl+s", path)
        self.see("已存为 PDF · 记入事项")
        return path

    def read_pdf(self, path):
        """All its characters, without the spaces between them."""
        return "".join(subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout.split())

    def attach(self, path, day):
        """Supplies the selected material."""
        self.session.key("alt+d")
        self.session.type(day)
        self.choose_file("alt+f", path)
