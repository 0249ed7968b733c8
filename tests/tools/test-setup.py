#!/usr/bin/python3
"""tools/setup and tools/apt-mirror, with a package manager that only writes down what it is asked."""
import os
import re
import subprocess
import tempfile
import unittest

TOOLS = os.path.join(os.environ["FAIRWELL_SOURCE"], "tools")

STUBS = {
    "dpkg-query": 'case " $MISSING " in *" ${@: -1} "*) exit 1;; *) echo "install ok installed";; esac',
    "apt-get": 'echo "apt-get $*" >> "$LOG"; case "$*" in *" install "*) echo "E: cannot" >&2; exit ${INSTALL_STATUS:-0};; esac',
    "apt-cache": 'echo "  Candidate: $CANDIDATE"',
    "pkg-config": 'exit ${PKG_CONFIG_STATUS:-0}',
    "sudo": 'echo "sudo $1" >> "$LOG"; exec "$@"',
    "id": 'echo "${USER_ID:-0}"',
}


class Setup(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        for name, text in STUBS.items():
            path = os.path.join(self.folder, name)
            with open(path, "w", encoding="utf-8") as stub:
                stub.write("#!/bin/bash\n" + text + "\n")
            os.chmod(path, 0o755)

    def setup_with(self, *groups, **environment):
        """(what was asked of apt, exit status, standard error)"""
        log = os.path.join(self.folder, "log")
        open(log, "w", encoding="utf-8").close()
        run = subprocess.run([os.path.join(TOOLS, "setup"), *groups], capture_output=True, text=True, check=False, env={
            **os.environ, "PATH": self.folder + ":" + os.environ["PATH"], "LOG": log, "MISSING": "",
            "XDG_CACHE_HOME": self.folder, **environment})
        with open(log, encoding="utf-8") as asked:
            return asked.read().splitlines(), run.returncode, run.stderr

    def test_nothing_is_asked_where_all_is_there(self):
        self.assertEqual(self.setup_with("run", "test"), ([], 0, ""))

    def test_only_what_is_missing_is_installed(self):
        asked, status, _errors = self.setup_with("test", MISSING="xvfb libgmp-dev mmdebstrap")
        self.assertEqual(status, 0)
        self.assertEqual(asked[0], "apt-get -qq update")
        self.assertRegex(asked[1], "^apt-get .*--no-install-recommends.* install libgmp-dev xvfb$")
        self.assertEqual(len(asked), 2)

    def test_root_is_asked_for_only_where_needed(self):
        asked, _status, _errors = self.setup_with("run", MISSING="gcc", USER_ID="1000")
        self.assertEqual(asked[:2], ["sudo apt-get", "apt-get -qq update"])

    def test_the_distributions_sqlcipher_where_it_is_new(self):
        asked, status, _errors = self.setup_with("run", PKG_CONFIG_STATUS="1", CANDIDATE="4.6.1-2", MISSING="libsqlcipher-dev")
        self.assertEqual(status, 0)
        self.assertRegex(asked[-1], "install libsqlcipher-dev$")

    def test_an_install_that_fails_is_said(self):
        _asked, status, errors = self.setup_with("run", MISSING="gcc", INSTALL_STATUS="100")
        self.assertEqual(status, 1)
        self.assertIn("E: cannot", errors)

    def test_an_unknown_group(self):
        _asked, status, errors = self.setup_with("nothing")
        self.assertEqual(status, 2)
        self.assertIn("no group nothing", errors)


class Packages(unittest.TestCase):
    def test_every_package_has_its_reason(self):
        with open(os.path.join(TOOLS, "packages"), encoding="utf-8") as packages:
            names = {line.strip() for line in packages if line.strip() and line[0] not in "#["}
        with open(os.path.join(TOOLS, "..", "docs", "dependencies.md"), encoding="utf-8") as document:
            said = set(re.findall(r"[a-z0-9][a-z0-9.+-]*[a-z0-9]", document.read()))
        self.assertEqual(sorted(names - said), [])


class AptMirror(unittest.TestCase):
    def mirror(self, name, text, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, "parts"))
            with open(os.path.join(folder, "parts", name), "w", encoding="utf-8") as sources:
                sources.write(text)
            with open(os.path.join(folder, "conf"), "w", encoding="utf-8") as conf:
                conf.write(f'Dir::Etc::sourcelist "/dev/null";\nDir::Etc::sourceparts "{folder}/parts";\n')
            return subprocess.run([os.path.join(TOOLS, "apt-mirror"), *arguments], capture_output=True, text=True, check=False,
                                  env={**os.environ, "APT_CONFIG": os.path.join(folder, "conf")})

    def codename(self):
        with open("/etc/os-release", encoding="utf-8") as release:
            return dict(line.rstrip().split("=", 1) for line in release if "=" in line)["VERSION_CODENAME"]

    def test_one_line_sources(self):
        found = self.mirror("a.list", f"deb http://one.example/debian {self.codename()} main\n")
        self.assertEqual(found.stdout, "http://one.example/debian\n", found.stderr)

    def test_deb822_sources(self):
        found = self.mirror("a.sources", "Types: deb\nURIs: https://two.example/d\n"
                            f"Suites: {self.codename()} {self.codename()}-updates\nComponents: main\n", "sources", "next")
        lines = [line.split() for line in found.stdout.splitlines()]
        self.assertEqual([line[-3:] for line in lines], [["https://two.example/d", "next", "main"],
                                                         ["https://two.example/d", "next-updates", "main"]])

    def test_another_release_is_no_help(self):
        found = self.mirror("a.list", "deb http://one.example/debian potato main\n")
        self.assertEqual((found.returncode, found.stdout), (1, ""))
        self.assertIn("name no archive", found.stderr)


if __name__ == "__main__":
    unittest.main()
