#!/usr/bin/python3
"""tools/check-layers finds what is planted, and nothing else."""
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.join(os.environ["FAIRWELL_SOURCE"], "tools", "check-layers")


def checked(**files):
    """The findings in a tree of these files; "__" in a name is a folder's end, "_" a dot before the suffix."""
    with tempfile.TemporaryDirectory() as root:
        for key, text in files.items():
            path = os.path.join(root, *key.replace("main_c", "main.c").split("__"))
            stem, _, suffix = path.rpartition("_")
            path = path if path.endswith(".c") else f"{stem}.{suffix}"
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
        run = subprocess.run([sys.executable, PROGRAM, root], capture_output=True, text=True, check=False)
    return run.stdout.splitlines(), run.returncode


class CheckLayers(unittest.TestCase):
    def assertFinds(self, rule, **files):
        lines, status = checked(**files)
        self.assertEqual([line.split(": ")[1] for line in lines], [rule], lines)
        self.assertEqual(status, 1)

    def assertFine(self, **files):
        self.assertEqual(checked(**files), ([], 0))

    def test_direction(self):
        self.assertFinds("direction", src__rules__a_c='#include "store/fw-store.h"\n')
        self.assertFinds("direction", src__core__a_c='#include "facts/fw-facts.h"\n')
        self.assertFinds("direction", src__departure__a_c='#include "ui/fw-window.h"\n')
        self.assertFinds("direction", src__cli__a_c='#include "ui/fw-window.h"\n')
        self.assertFinds("direction", src__utils__a_c="int a;\n")
        self.assertFine(src__rules__a_c='#include "facts/fw-facts.h"\n#include "core/fw-date.h"\n#include "config.h"\n')
        self.assertFine(src__departure__a_c='#include "store/fw-store.h"\n#include "rules/fw-pack.h"\n')
        self.assertFine(src__main_c='#include "ui/fw-application.h"\n')

    def test_libraries(self):
        self.assertFinds("library", src__departure__a_c="#include <sqlite3.h>\n")
        self.assertFinds("library", src__rules__a_c="#include <libxml/tree.h>\n")
        self.assertFinds("library", src__cli__a_c="#include <gtk/gtk.h>\n")
        self.assertFinds("library", src__departure__a_h="#include <adwaita.h>\n")
        self.assertFinds("library", src__facts__a_c="#include <pango/pangocairo.h>\n")
        self.assertFine(src__store__a_c="#include <sqlite3.h>\n", src__ui__a_c="#include <adwaita.h>\n#include <cairo.h>\n")

    def test_waiting(self):
        for call in ("g_file_replace_contents (file)", "fw_document_to_pdf (paper, NULL)", "fw_store_run (store, command, NULL, NULL)"):
            self.assertFinds("waiting", src__ui__a_c=f"int a = {call};\n")
            self.assertFine(src__departure__a_c=f"int a = {call};\n")
        self.assertFine(src__ui__a_c="int a = fw_store_run_async (store, command);\n/* g_file_replace_contents () */\n")

    def test_clock(self):
        for call in ("g_date_time_new_now_utc ()", "fw_date_today (zone)", "time (NULL)", "g_get_real_time ()"):
            self.assertFinds("clock", src__rules__a_c=f"int a = {call};\n")
            self.assertFine(src__departure__a_c=f"int a = {call};\n")
        self.assertFine(src__store__a_c="long a = g_get_real_time ();\n")
        self.assertFinds("clock", src__store__a_c="FwDate a = fw_date_today (zone);\n")
        self.assertFine(src__rules__a_c="/* time (of day) */\nint a = running_time (b);\n")

    def test_law(self):
        for text in ("劳动合同法第四十条", "第四十二条", "Article 40", "cn.40-2", "Shanghai", "在北京市"):
            self.assertFinds("law", src__ui__a_c=f'const char *a = "{text}";\n')
            self.assertFine(src__ui__a_c=f"/* {text} */\n// {text}\n")
        self.assertFinds("law", src__core__a_c='const char *a = "Asia/Shanghai";\n')
        self.assertFine(src__core__a_c='const char *a = "UTC";\nconst char *b = "1.0";\n')

    def test_xml(self):
        self.assertFinds("xml", src__facts__a_c="int a = XML_PARSE_NONET | XML_PARSE_NOENT;\n")
        self.assertFinds("xml", src__facts__a_c="void a (void) { xmlSubstituteEntitiesDefault (1); }\n")
        self.assertFine(src__facts__a_c="/* never XML_PARSE_HUGE */\nint a = XML_PARSE_NONET;\n")

    def test_decimal(self):
        """The decimal mark of a chart is a point whatever the locale; a format alone is that of g_ascii_formatd()."""
        self.assertFinds("decimal", src__charts__a_c='char *a = g_strdup_printf ("%.1f or less", b);\n')
        self.assertFinds("decimal", src__rules__a_c='char *a = g_strdup_printf ("%s%6.2f", b, c);\n')
        self.assertFine(src__charts__a_c='g_ascii_formatd (a, sizeof a, "%.1f", b);\nchar *c = g_strdup_printf ("%.0f %%", d);\n')
        self.assertFine(src__ui__a_c='char *a = g_strdup_printf (_("%.1f months"), b);\n')

    def test_thread(self):
        self.assertFinds("thread", src__core__a_c="void a (void) { g_task_run_in_thread (task, work); }\n")

    def test_goto_and_length(self):
        self.assertFinds("goto", src__core__a_c="void a (void) { goto out; out: return; }\n")
        self.assertFinds("length", tests__core__a_c="int a;\n" * 701)
        self.assertFine(ui__window_ui="<a/>\n" * 700)


if __name__ == "__main__":
    unittest.main()
