#!/usr/bin/python3
"""What the guide tells people to press is what the window says."""
import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted((SOURCE / "docs" / "guide").glob("*.md"), key=lambda page: int(page.name.split("-")[0]))
# Examples of what people type, say or read, not words of the window.
EXAMPLES = {"欧阳", "静", "不知道", "不", "停了", "我现在答不了，哪天书面答复您。"}
LINE = re.compile(r"^(# .+|## .+|(   )?- .+|\d\. .+|[^#\s`|*\-].*|\*\*.+)?$")


def window_words():
    """Each translation without its mnemonic, dots and figures, and the parts that it is put together from."""
    text = (SOURCE / "po" / "zh_CN.po").read_text(encoding="utf-8")
    words = {re.sub(r"\(_[A-Z]\)", "", word) for word in re.findall(r'^msgstr(?:\[0\])? "(.+)"$', text, re.MULTILINE)}
    parts = {part.strip() for word in words for part in re.split("[·：]", word)}
    return words | parts | {word.rstrip("…") for word in words} | {re.sub(r"%\w", "…", word) for word in words}


class Guide(unittest.TestCase):
    def test_every_page_is_listed(self):
        listed = (SOURCE / "resources" / "fairwell.gresource.xml").read_text(encoding="utf-8")
        self.assertEqual([page.name for page in PAGES], re.findall(r"<file>guide/(.+)</file>", listed))

    def test_buttons_are_called_as_in_the_window(self):
        words = window_words()
        for page in PAGES:
            for name in re.findall(r"“([^”]+)”", page.read_text(encoding="utf-8")):
                if name not in EXAMPLES:
                    with self.subTest(f"{page.name}: {name}"):
                        self.assertIn(name, words)

    def test_only_lines_the_window_can_show(self):
        for page in PAGES:
            lines = page.read_text(encoding="utf-8").splitlines()
            self.assertTrue(lines[0].startswith("# "), page.name)
            for number, line in enumerate(lines, 1):
                with self.subTest(f"{page.name}:{number}"):
                    self.assertRegex(line, LINE)
                    self.assertEqual(line.count("**") % 2, 0)


if __name__ == "__main__":
    unittest.main()
