#!/usr/bin/python3
"""The built programs from outside: no SQLite for others to find, no toolkit in the one without a window."""
import os
import subprocess
import sys
import unittest

PROGRAMS = {os.path.basename(path): path for path in sys.argv[1:]}
del sys.argv[1:]


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Programs(unittest.TestCase):
    def test_no_sqlite_outside(self):
        for name, path in PROGRAMS.items():
            symbols = output("nm", "-D", path)
            self.assertIn("g_malloc", symbols, "nm reads no symbols")
            self.assertEqual([line for line in symbols.splitlines() if "sqlite3" in line], [], name)
            self.assertNotRegex(output("ldd", path), "sqlite|sqlcipher")

    def test_sqlite_inside(self):
        # Else the test above proves nothing.
        for name, path in PROGRAMS.items():
            self.assertIn("sqlite3_open_v2", output("nm", path), name)

    def test_no_toolkit_without_a_window(self):
        libraries = output("ldd", PROGRAMS["fairwellctl"])
        self.assertIn("libglib", libraries)
        self.assertNotRegex(libraries, "libgtk|libgdk-|libgdk_pixbuf|libadwaita|libwayland-client")


if __name__ == "__main__":
    unittest.main()
