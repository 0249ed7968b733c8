#!/usr/bin/python3
"""What software centres read about the program is valid, by the distribution's own validator."""
import re
import subprocess
import sys
import unittest

METAINFO = sys.argv.pop(1)
ACCEPTED = {"url-homepage-missing"}      # the project has no page on the net


class Metainfo(unittest.TestCase):
    def test_valid(self):
        run = subprocess.run(["appstreamcli", "validate", "--no-net", "--no-color", METAINFO], capture_output=True, text=True,
                             check=False)
        complaints = re.findall(r"^[EW]: \S+ (\S+)", run.stdout, re.MULTILINE)
        self.assertEqual([tag for tag in complaints if tag not in ACCEPTED], [], run.stdout)
        self.assertRegex(run.stdout, "Validation (was successful|failed: warnings: 1)")


if __name__ == "__main__":
    unittest.main()
