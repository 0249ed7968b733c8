#!/usr/bin/python3
"""tools/new in a scratch copy: what it writes builds, is entered in its lists, and its new test fails for the right reason."""
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = os.environ["FAIRWELL_SOURCE"], os.environ["FAIRWELL_BUILD"]
NAME = "leave-calendar"
FAIRWELLCTL = os.path.abspath(sys.argv.pop(1))


def not_of_the_project(folder, names):
    """What a scratch copy leaves out: builds, and what the version control keeps."""
    return [name for name in names if name == "__pycache__" or
            (folder == SOURCE and (name.startswith("build") or name == ".git"))]


def not_of_the_program(folder, names):
    """What a build in a scratch copy can do without."""
    return [name for name in names if folder == BUILD and name in ("tests", "meson-logs")]


class Scratch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="fairwell-new-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.copy = os.path.join(cls.folder, "copy")
        shutil.copytree(SOURCE, cls.copy, ignore=not_of_the_project)
        cls.written = {kind: cls.run_in_copy("tools/new", kind, NAME) for kind in ("page", "chart", "document", "script")}
        cls.written["pack"] = cls.run_in_copy("tools/new", "pack", "xk")
        cls.take_over_the_build()

    @classmethod
    def take_over_the_build(cls):
        """What is built already is not built again: only what tools/new has written, and what holds it."""
        build = os.path.join(cls.copy, "build")
        shutil.copytree(BUILD, build, ignore=not_of_the_program, symlinks=True)
        generated = [os.path.relpath(os.path.join(folder, name), build)
                     for folder, _folders, names in os.walk(os.path.join(build, "src")) for name in names if name.endswith((".h", ".c"))]
        for command in (("meson", "setup", "--reconfigure", "build", "."), ("ninja", "-C", "build", *generated)):
            done = cls.run_in_copy(*command)
            assert done.returncode == 0, done.stdout
        # What came out the same is no reason to compile anything, nor is where the copy lies.
        for name in generated:
            if filecmp.cmp(os.path.join(BUILD, name), os.path.join(build, name), shallow=False):
                shutil.copystat(os.path.join(BUILD, name), os.path.join(build, name))
        shutil.copystat(os.path.join(BUILD, "config.h"), os.path.join(build, "config.h"))

    @classmethod
    def run_in_copy(cls, *command):
        return subprocess.run(command, cwd=cls.copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

    def assertNewTestFails(self, kind, test, reason):
        """The test is built, listed, and fails saying the reason."""
        self.assertEqual(self.written[kind].returncode, 0, self.written[kind].stdout)
        built = self.run_in_copy("ninja", "-C", "build", test)
        self.assertEqual(built.returncode, 0, built.stdout)
        self.assertNotIn("warning:", built.stdout)
        run = self.run_in_copy("meson", "test", "-C", "build", "--no-rebuild", "--print-errorlogs",
                               os.path.basename(test).replace("test-", "ui-" if kind == "page" else "", 1))
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertIn(reason, run.stdout)

    def test_a_chart(self):
        self.assertNewTestFails("chart", f"tests/charts/test-{NAME}-chart", "fw_chart_get_n_texts (chart) > 0")

    def test_a_page(self):
        self.assertNewTestFails("page", f"tests/ui/test-{NAME}-page", "says (page, \"Leave calendar\")")

    def test_a_document(self):
        self.assertNewTestFails("document", f"tests/documents/test-{NAME}", "paragraphs > 0")

    def test_a_script(self):
        self.assertEqual(self.written["script"].returncode, 0, self.written["script"].stdout)
        self.assertEqual(self.problems_of(f"interviews/{NAME}", "scripts"), ["script.xml:6: scene ‘opening’ says nothing yet"])

    def test_a_pack(self):
        self.assertEqual(self.written["pack"].returncode, 0, self.written["pack"].stdout)
        self.assertEqual(self.problems_of("packs/xk", "packs"), ["examples/first.xml:13: example ‘first’: verdict is clear, not block"])

    def problems_of(self, folder, command):
        """What is wrong with the packs or scripts of the copy, without the folder of the new one."""
        run = subprocess.run([FAIRWELLCTL, command, "--check"], capture_output=True, text=True, check=False,
                             env={**os.environ, "FAIRWELL_DATA_DIR": os.path.join(self.copy, "data")})
        return [line.partition(f"/{folder}/")[2] or line for line in run.stderr.splitlines()]

    def test_what_is_there_is_not_overwritten(self):
        again = self.run_in_copy("tools/new", "chart", NAME)
        self.assertEqual(again.returncode, 1)
        self.assertIn("is there already", again.stdout)

    def test_a_name_that_is_none(self):
        for arguments in ((), ("chart",), ("chart", "Leave Calendar"), ("chart", "../x"), ("poem", "x")):
            self.assertEqual(self.run_in_copy("tools/new", *arguments).returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
