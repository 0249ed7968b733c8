#!/usr/bin/python3
"""tools/main-job, which a machine without a display is shown: from the sample company to the papers of a closed case."""
import os
import subprocess
import sys
import tempfile
import unittest

FAIRWELLCTL = os.path.abspath(sys.argv.pop(1))
MAIN_JOB = os.path.join(os.environ["FAIRWELL_SOURCE"], "tools", "main-job")
PAPERS = {
    "certificate-of-leaving": "解除劳动合同证明",
    "delivery-receipt": "送达回证",
    "dismissal-notice": "解除劳动合同通知书",
    "final-settlement": "离职结算单",
    "handover-list": "工作交接清单",
    "union-letter": "工会",
}


def main_job(folder):
    return subprocess.run([MAIN_JOB, folder], capture_output=True, text=True, check=False,
                          env={**os.environ, "FAIRWELLCTL": FAIRWELLCTL})


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        root = tempfile.TemporaryDirectory()
        cls.addClassCleanup(root.cleanup)
        cls.folder = os.path.join(root.name, "job")
        cls.run_of_it = main_job(cls.folder)

    def test_it_ends_well_and_says_where_the_papers_lie(self):
        self.assertEqual(self.run_of_it.returncode, 0, self.run_of_it.stderr)
        self.assertIn("closed", self.run_of_it.stdout)
        self.assertIn("Sound:", self.run_of_it.stdout)
        self.assertTrue(self.run_of_it.stdout.splitlines()[-1].endswith("in " + os.path.join(self.folder, "papers")))

    def test_the_forbidden_one_was_stopped(self):
        self.assertIn("cn.42-4", self.run_of_it.stdout)

    def test_the_papers(self):
        for paper, title in PAPERS.items():
            text = subprocess.run(["pdftotext", os.path.join(self.folder, "papers", paper + ".pdf"), "-"],
                                  capture_output=True, text=True, check=True).stdout
            self.assertIn(title, text.replace(" ", "").replace("\n", ""), paper)

    def test_the_store_holds_no_name_in_the_clear(self):
        for place, _folders, names in os.walk(os.path.join(self.folder, "store")):
            for name in names:
                with open(os.path.join(place, name), "rb") as stored:
                    self.assertNotIn("陈志远".encode(), stored.read(), name)

    def test_a_folder_of_somebody_else_is_left_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(main_job(folder).returncode, 2)
            self.assertTrue(os.path.isdir(folder))


if __name__ == "__main__":
    unittest.main()
