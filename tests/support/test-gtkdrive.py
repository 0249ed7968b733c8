#!/usr/bin/python3
"""The driver on a small window: what it finds, reads and works is what the end-to-end tests rest on."""
import os
import re
import sys
import tempfile
import unittest

import gtkdrive

PROGRAM = sys.argv.pop(1)


class Driving(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.s = gtkdrive.start([PROGRAM])

    @classmethod
    def tearDownClass(cls):
        cls.s.close()

    def result(self, want):
        self.s.find("label", want)

    def test_a_form_is_filled_and_saved(self):
        self.s.fill(self.s.find("text box", "姓名"), "张敏 (Zhang Min) 𠮷")
        self.s.choose(self.s.find("combo box", "城市"), "深圳")
        self.s.tick(self.s.find("checkbox", "同意"))
        self.s.click("button", "保存")
        self.result("张敏 (Zhang Min) 𠮷 / 深圳 / yes")

    def test_a_dialog_is_answered(self):
        self.s.click("button", "删除…")
        self.s.find("label", "要删除吗?")
        self.s.click("button", "取消")
        self.result("cancel")

    def test_a_row_is_opened_and_another_scrolled_to(self):
        self.s.open_row("员工002")
        self.result("打开 员工002")
        pane = self.s.row("员工002").ancestor("scroll pane")
        self.s.double_click(self.s.scroll_find(pane, "label", "员工150"))
        self.result("打开 员工150")
        self.s.scroll_find(pane, "label", "员工001", down=False)

    def test_the_keyboard_alone(self):
        entry = self.s.focus(self.s.find("text box", "姓名"))
        self.s.key("ctrl+a", "BackSpace")
        self.s.paste("粘贴")
        self.s.wait_text(entry, "粘贴")
        self.s.key("Tab")
        self.assertNotEqual(self.s.focused(), entry)

    def test_what_is_hidden_is_not_found(self):
        self.assertTrue(self.s.exists("button", "看得见"))
        self.assertFalse(self.s.exists("button", "看不见"))

    def test_what_is_not_there_is_said_with_the_tree(self):
        with self.assertRaises(gtkdrive.NotFound) as raised:
            self.s.find("button", "没有", timeout=0.3)
        self.assertRegex(str(raised.exception), re.compile("no button '没有'.*button '保存'", re.DOTALL))

    def test_the_desktop_is_as_asked_for(self):
        with gtkdrive.start([PROGRAM], size=(683, 768), text_scale=2) as large:
            large.fill_screen()
            plain = self.s.find("label", "看得见").extents()
            self.assertGreater(large.find("label", "看得见").extents()[3], plain[3] * 1.5)
            self.assertGreaterEqual(large.screen_rect(large.find("button", "保存"))[2], 600)

    def test_many_calls_answer_what_one_does(self):
        ref, accessible = self.s.find("button", "保存").ref, "org.a11y.atspi.Accessible"
        properties = "org.freedesktop.DBus.Properties"
        calls = [(ref, accessible, "GetRole", None, ()), (ref, accessible, "GetState", None, ()), (ref, accessible, "GetInterfaces", None, ()),
                 (ref, accessible, "GetChildren", None, ()), (ref, accessible, "GetRoleName", None, ()),
                 (ref, properties, "Get", "(ss)", (accessible, "Name")), (ref, properties, "Get", "(ss)", (accessible, "Parent")),
                 (ref, "org.a11y.atspi.Component", "GetExtents", "(u)", (1,)),
                 (ref, "org.a11y.atspi.Component", "Contains", "(iiu)", (-5, 70000, 1)),
                 ((ref[0], "/org/a11y/atspi/cache"), "org.a11y.atspi.Cache", "GetItems", None, ())]
        one_by_one = [self.s._call(*call) for call in calls]
        self.assertEqual(one_by_one[5], ("保存",))
        gone = ((ref[0], ref[1] + "/gone"), accessible, "GetRole", None, ())
        answers = self.s._call_many([gone, *calls * 40, gone])      # more than are under way at a time
        self.assertEqual((answers[0], answers[-1]), (None, None))
        self.assertEqual(answers[1:-1], one_by_one * 40)
        self.assertEqual([[type(value) for value in answer] for answer in answers[1:11]],
                         [[type(value) for value in answer] for answer in one_by_one])

    def test_a_picture(self):
        with tempfile.TemporaryDirectory() as folder:
            path = self.s.screenshot(os.path.join(folder, "window.png"))
            self.assertGreater(os.path.getsize(path), 2000)


if __name__ == "__main__":
    unittest.main()
