#!/usr/bin/python3
"""Chinese is complete, every file with texts is listed, and a program in the build folder finds its translation."""
import gettext
import os
import re
import subprocess
import tempfile
import unittest

SOURCE, BUILD = os.environ["FAIRWELL_SOURCE"], os.environ["FAIRWELL_BUILD"]
CALL = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dgettext|g_dngettext|g_dpgettext2|gettext) \(')
TRANSLATABLE = re.compile(r'\btranslatable="(yes|true)"')


def read(*path):
    with open(os.path.join(SOURCE, *path), encoding="utf-8") as text:
        return text.read()


def listed():
    return [line for line in read("po", "POTFILES.in").splitlines() if line and not line.startswith("#")]


def languages():
    return read("po", "LINGUAS").split()


def with_texts():
    """Every source with a text to translate."""
    for folder, pattern, suffixes in (("src", CALL, (".c", ".h")), ("ui", TRANSLATABLE, (".ui",))):
        for place, _folders, names in os.walk(os.path.join(SOURCE, folder)):
            for name in names:
                path = os.path.relpath(os.path.join(place, name), SOURCE)
                if name.endswith(suffixes) and pattern.search(read(path)):
                    yield path


# What people in China read; the marks themselves stand in the program only where lines are broken.
CHINESE = ("po/zh_CN.po", "README.zh-CN.md", "data", "docs/guide", "resources", "src", "ui")
MARKS = os.path.join("src", "documents", "fw-break.c")


def texts(path):
    """A file, or each text file of a folder."""
    full = os.path.join(SOURCE, path)
    if os.path.isfile(full):
        yield path
    for place, _folders, names in os.walk(full):
        for name in names:
            if name.endswith((".c", ".h", ".ui", ".xml", ".xsl", ".md", ".ini", ".csv", ".tsv", ".json", ".in", ".css")):
                yield os.path.relpath(os.path.join(place, name), SOURCE)


def run(*command):
    return subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})


class Translations(unittest.TestCase):
    def test_every_file_with_texts_is_listed(self):
        self.assertEqual(sorted(set(with_texts()) - set(listed())), [], "add to po/POTFILES.in")

    def test_every_listed_file_exists_once(self):
        self.assertEqual([path for path in listed() if not os.path.exists(os.path.join(SOURCE, path))], [])
        self.assertEqual(len(listed()), len(set(listed())))

    def test_chinese_is_quoted_as_on_the_mainland(self):
        """GB/T 15834: “ ” outside, ‘ ’ inside; 「 」 are the marks of Taiwan, and of vertical lines."""
        read_files, found = 0, []
        for path in (path for folder in CHINESE for path in texts(folder)):
            read_files += 1
            if path != MARKS:
                found += [f"{path}:{number}" for number, line in enumerate(read(path).splitlines(), 1) if re.search("[「」『』]", line)]
        self.assertEqual(found, [])
        self.assertGreater(read_files, 800)

    def test_every_text_is_translated(self):
        with tempfile.TemporaryDirectory() as folder:
            template = os.path.join(folder, "texts.pot")
            extracted = run("tools/extract-texts")
            self.assertEqual(extracted.returncode, 0, extracted.stderr)
            with open(template, "w", encoding="utf-8") as out:
                out.write(extracted.stdout)
            for language in languages():
                merged = os.path.join(folder, language + ".po")
                run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, f"po/{language}.po", template)
                missing = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", merged).stdout
                texts = re.findall(r'^msgid "(.+)"', missing, re.MULTILINE)
                self.assertEqual(texts, [], f"untranslated in {language}; tools/update-po brings them in")

    def test_translations_are_sound(self):
        for language in languages():
            checked = run("msgfmt", "--check", "--statistics", "-o", os.devnull, f"po/{language}.po")
            self.assertEqual(checked.returncode, 0, checked.stderr)
            self.assertNotRegex(checked.stderr, "fuzzy|untranslated")

    def test_found_in_the_build_folder(self):
        for language in languages():
            catalogue = gettext.translation("fairwell", os.path.join(BUILD, "po"), [language])
            self.assertNotEqual(catalogue.gettext("Staff departures"), "Staff departures")


if __name__ == "__main__":
    unittest.main()
