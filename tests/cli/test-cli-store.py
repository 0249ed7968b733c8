#!/usr/bin/python3
"""fairwellctl init, audit, backup and restore as a script uses them.

Runs the program that $FAIRWELLCTL names.
"""
import fcntl
import json
import os
import re
import struct
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]


class StoreCommands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.passphrase = self.write("passphrase", "correct horse\n")
        self.wrong = self.write("wrong", "battery staple\n")
        self.store = self.path("store")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(text)
        return self.path(name)

    def run_it(self, expected, *words):
        run = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, expected, run.stderr)
        # Whoever fails says why on standard error, and nothing that a script could take for an answer.
        if expected not in (0, 1):
            self.assertEqual(run.stdout, "")
            self.assertNotEqual(run.stderr, "")
        return run

    def init(self):
        self.run_it(0, "init", self.store, "--passphrase-file", self.passphrase, "--minimal-keys")

    def audit(self, store, *words, expected=0):
        return json.loads(self.run_it(expected, "audit", store, "--passphrase-file", self.passphrase, "--json", *words).stdout)

    def test_init(self):
        run = self.run_it(0, "init", self.store, "--passphrase-file", self.passphrase, "--minimal-keys")
        self.assertIn("for tests only", run.stdout)
        self.assertEqual(os.stat(self.store).st_mode & 0o7777, 0o700)
        self.run_it(1, "init", self.store, "--passphrase-file", self.passphrase, "--minimal-keys")

    def test_init_says_what_it_made(self):
        run = self.run_it(0, "init", self.store, "--passphrase-file", self.passphrase, "--json")
        made = json.loads(run.stdout)
        self.assertEqual((made["sample"], made["minimal_keys"]), (False, False))
        self.assertEqual(len(made["store"]), 36)

    def test_wrong_use(self):
        self.run_it(2, "init")
        self.run_it(2, "init", self.store)
        self.run_it(2, "init", self.store, "--sample", "--passphrase-file", self.passphrase)
        self.run_it(2, "audit")
        self.run_it(2, "backup", self.store)
        self.run_it(2, "restore", self.path("copy"))
        self.run_it(2, "init", self.store, "--nonsense")
        self.assertFalse(os.path.exists(self.store))

    def test_bad_input(self):
        empty = self.write("empty", "\n")
        self.run_it(3, "init", self.store, "--passphrase-file", empty)
        self.run_it(3, "init", self.store, "--passphrase-file", self.path("absent"))
        self.run_it(3, "init", self.store, "--passphrase-file", self.passphrase, "--time-zone", "Mars/Olympus")
        self.assertFalse(os.path.exists(self.store))

    def test_who_writes_is_alone(self):
        """Five seconds are waited for who writes; who only reads is let in."""
        self.run_it(0, "init", self.store, "--sample")
        with open(os.path.join(self.store, "lock"), "r+", encoding="utf-8") as lock:
            lock.write("fairwell, process 1\n")
            lock.flush()
            fcntl.fcntl(lock, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))  # F_OFD_SETLK
            self.assertIn("fairwell, process 1", self.run_it(4, "backup", self.store, "-o", self.path("backup")).stderr)
            self.run_it(0, "employees", self.store, "--search", "oyjy")
        self.run_it(0, "backup", self.store, "-o", self.path("backup"))

    def test_files_that_cannot_be_read(self):
        self.init()
        self.run_it(3, "employees", self.store, "--passphrase-file", self.folder)
        for path in (self.folder, self.path("none.csv")):
            told = self.run_it(3, "import", self.store, "employees", path, "--passphrase-file", self.passphrase).stderr
            self.assertTrue(told.startswith(path + ": "), told)
        people = self.write("people.csv", "工号,姓名\nE1,甲\n")
        self.run_it(3, "import", self.store, "employees", people, "--mapping", self.path("none"), "--passphrase-file", self.passphrase)
        self.run_it(4, "import", self.store, "employees", people, "--keep-mapping", self.path("no/such"), "--passphrase-file", self.passphrase)

    def test_audit(self):
        self.init()
        told = self.audit(self.store)
        self.assertEqual([event["what"] for event in told["events"]], ["store.create"])
        event = told["events"][0]
        self.assertEqual(event["hash"], told["head"])
        self.assertEqual((event["number"], event["who"], event["changes"]), (1, "local", 1))
        self.assertEqual(event["details"]["final"], "true")
        table = self.run_it(0, "audit", self.store, "--passphrase-file", self.passphrase).stdout
        self.assertIn("store.create", table)
        self.assertIn(told["head"], table)
        self.run_it(2, "audit", self.store, "--passphrase-file", self.passphrase, "--head", told["head"])
        self.assertIn("--passphrase-file", self.run_it(2, "audit", self.store).stderr)
        self.run_it(3, "audit", self.store, "--passphrase-file", self.wrong)
        self.run_it(1, "audit", self.path("nowhere"), "--passphrase-file", self.passphrase)

    def test_verify(self):
        self.init()
        head = self.audit(self.store)["head"]
        result = self.audit(self.store, "--verify", "--head", head[:16])
        self.assertEqual(result, {"sound": True, "events": 1, "records": 1, "files": 0, "head": head, "head_event": 1,
                                  "bad_event": None, "reason": None})
        result = self.audit(self.store, "--verify", "--head", "0" * 64, expected=1)
        self.assertFalse(result["sound"])
        self.assertIn("taken away", result["reason"])
        for no_head in ("zz", head[:15], head + "0", head[:20] + "x"):
            self.run_it(2, "audit", self.store, "--passphrase-file", self.passphrase, "--verify", "--head", no_head)

    def test_verify_a_damaged_page(self):
        self.init()
        with open(os.path.join(self.store, "fairwell.db"), "r+b") as database:
            database.seek(4096 * 20 + 50)
            database.write(b"damage")
        result = self.audit(self.store, "--verify", expected=1)
        self.assertFalse(result["sound"])
        self.assertIn("damaged", result["reason"])

    def passphrases(self, file, *words, expected=0):
        return self.run_it(expected, "passphrase", self.store, *words, "--json", "--passphrase-file", file)

    def test_passphrases(self):
        self.init()
        new = self.write("new", "another one\n")
        self.assertEqual(json.loads(self.passphrases(self.passphrase).stdout), {"passphrases": ["owner"], "recovery_sheet": False})
        self.passphrases(self.passphrase, "change", expected=2)
        self.passphrases(self.passphrase, "forget", expected=2)
        self.passphrases(self.passphrase, "add", "--new-passphrase-file", new, expected=2)
        self.passphrases(self.wrong, "change", "--new-passphrase-file", new, expected=3)
        self.passphrases(self.passphrase, "change", "nobody", "--new-passphrase-file", new, expected=1)
        self.passphrases(self.passphrase, "add", "owner", "--new-passphrase-file", new, expected=3)
        self.passphrases(self.passphrase, "change", "--new-passphrase-file", new)
        self.passphrases(self.passphrase, expected=3)
        self.passphrases(new, "remove", "owner", expected=3)
        whats = [event["what"] for event in json.loads(self.run_it(0, "audit", self.store, "--passphrase-file", new, "--json").stdout)["events"]]
        self.assertEqual(whats, ["store.create", "store.change-passphrase"])

    def test_a_forgotten_passphrase(self):
        self.init()
        sheet, new = self.path("sheet.pdf"), self.write("new", "another one\n")
        self.run_it(2, "recovery-sheet", self.store, "--passphrase-file", self.passphrase)
        self.run_it(4, "recovery-sheet", self.store, "-o", self.path("no/sheet.pdf"), "--passphrase-file", self.passphrase)
        for language, foot, other in (("en", "Page 1 of 1", "第1页"), ("zh", "第1页", "Page 1")):
            self.run_it(0, "recovery-sheet", self.store, "-o", sheet, "--lang", language, "--passphrase-file", self.passphrase)
            text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, text=True, check=True).stdout
            self.assertIn(foot, text)
            self.assertNotIn(other, text)
        self.run_it(0, "recovery-sheet", self.store, "-o", sheet, "--passphrase-file", self.passphrase)
        self.assertEqual(os.stat(sheet).st_mode & 0o777, 0o600)
        text = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True).stdout
        groups = re.findall(r"\b[0-9A-Z]{5}\b", text)
        self.assertEqual(len(groups), 6, text)
        code = self.write("code", " ".join(groups).lower() + "\n")
        self.passphrases(code, "change", "owner", "--new-passphrase-file", new)
        self.passphrases(self.passphrase, expected=3)
        shown = json.loads(self.passphrases(new).stdout)
        self.assertEqual(shown, {"passphrases": ["owner"], "recovery_sheet": True})
        self.passphrases(new, "remove", "recovery")
        self.passphrases(code, expected=3)

    def test_a_sheet_that_is_not_made_leaves_what_is_there(self):
        self.run_it(0, "init", self.store, "--sample")
        sheet = self.write("sheet.pdf", "the sheet of another store")
        self.run_it(3, "recovery-sheet", self.store, "-o", sheet, "--passphrase-file", self.passphrase)
        self.run_it(3, "recovery-sheet", self.store, "-o", sheet, "--passphrase-file", self.write("sample", "fairwell sample\n"))
        with open(sheet) as file:
            self.assertEqual(file.read(), "the sheet of another store")
        self.assertEqual([name for name in os.listdir(self.path(".")) if name.startswith("sheet.pdf")], ["sheet.pdf"])

    def test_the_sample_keeps_its_passphrase(self):
        self.run_it(0, "init", self.store, "--sample")
        published = self.write("published", "fairwell sample\n")
        self.passphrases(published, "change", "--new-passphrase-file", self.passphrase, expected=3)

    def test_backup_and_restore(self):
        self.init()
        copy, restored = self.path("copy"), self.path("restored")
        self.run_it(0, "backup", self.store, "-o", copy, "--passphrase-file", self.passphrase)
        self.assertEqual([event["what"] for event in self.audit(self.store)["events"]], ["store.create", "store.back-up"])
        self.run_it(3, "restore", copy, "-o", restored, "--passphrase-file", self.wrong)
        self.run_it(3, "restore", self.path("absent"), "-o", restored)
        self.assertFalse(os.path.exists(restored))
        told = self.run_it(0, "restore", copy, "-o", restored, "--passphrase-file", self.passphrase, "--json").stdout
        self.assertEqual(json.loads(told), {"store": restored})
        self.assertEqual([event["what"] for event in self.audit(restored)["events"]], ["store.create", "store.restore"])
        self.run_it(1, "restore", copy, "-o", self.store, "--passphrase-file", self.passphrase)
        self.assertEqual(len(self.audit(self.store)["events"]), 2)
        with open(copy, "r+b") as file:
            file.truncate(os.path.getsize(copy) - 1)
        self.run_it(1, "restore", copy, "-o", self.path("again"), "--passphrase-file", self.passphrase)

    def test_sample(self):
        self.run_it(0, "init", self.store, "--sample")
        told = json.loads(self.run_it(0, "audit", self.store, "--json").stdout)
        self.assertGreater(len(told["events"]), 5)
        self.assertIn("Sound", self.run_it(0, "audit", self.store, "--verify").stdout)


if __name__ == "__main__":
    unittest.main()
