#!/usr/bin/env python3
"""tools/count-tests on logs as meson writes them."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.join(os.environ["FAIRWELL_SOURCE"], "tools", "count-tests")


def counted(*tests):
    """The lines that count-tests prints for one log of these tests, and its exit status."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for name, result, stdout in tests:
            log.write(json.dumps({"name": name, "result": result, "stdout": stdout}) + "\n")
        log.flush()
        run = subprocess.run([sys.executable, PROGRAM, log.name], capture_output=True, text=True, check=False)
    return run.stdout.splitlines(), run.returncode


class CountTests(unittest.TestCase):
    def test_subtests_of_tap(self):
        lines, status = counted(("core / date", "OK", "TAP version 13\nok 1 /a\nok 2 /b\n1..2\n"))
        self.assertEqual((lines, status), (["2 passed, 0 failed"], 0))

    def test_a_plain_program_counts_as_one(self):
        lines, status = counted(("tools / layers", "OK", "fine\n"))
        self.assertEqual((lines, status), (["1 passed, 0 failed"], 0))

    def test_nested_subtests_count_once(self):
        output = "TAP version 14\n# Subtest: a\n    ok 1 /a/x\n    ok 2 /a/y\n    1..2\nok 1 /a\nok 2 /b\n1..2\n"
        self.assertEqual(counted(("core", "OK", output))[0], ["3 passed, 0 failed"])

    def test_a_failed_subtest(self):
        lines, status = counted(("store", "FAIL", "ok 1 /a\nnot ok 2 /b\n1..2\n"))
        self.assertEqual((lines, status), (["failed: store: /b", "1 passed, 1 failed"], 1))

    def test_a_crash_after_good_subtests(self):
        lines, status = counted(("store", "ERROR", "1..3\nok 1 /a\nok 2 /b\n"))
        self.assertEqual((lines, status), (["failed: store: error", "2 passed, 1 failed"], 1))

    def test_time_out_without_output(self):
        lines, status = counted(("store", "TIMEOUT", None))
        self.assertEqual((lines, status), (["failed: store: timeout", "0 passed, 1 failed"], 1))

    def test_skipped_ones_are_named_above_the_last_line(self):
        lines, status = counted(("print", "OK", "ok 1 /a # SKIP no printer\nok 2 /b\n1..2\n"), ("cups", "SKIP", ""))
        self.assertEqual(lines, ["skipped: print: /a", "skipped: cups", "1 passed, 0 failed"])
        self.assertEqual(status, 0)

    def test_nothing_run_is_no_success(self):
        self.assertEqual(counted(), (["0 passed, 0 failed"], 1))


if __name__ == "__main__":
    unittest.main()
