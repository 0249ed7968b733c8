"""fairwellctl scripts and script: what to say to one person, and what stands in the way."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]
PEOPLE = pathlib.Path(os.environ["FAIRWELL_DATA_DIR"], "interviews", "people")


def run(*words, data=None):
    environment = {**os.environ, **({"XDG_DATA_HOME": data} if data else {})}
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False, env=environment)


def said(script, person, *words):
    done = run("script", script, str(PEOPLE / f"{person}.xml"), "--json", *words)
    assert done.returncode == 0, done.stderr
    return [prompt["zh"] for scene in json.loads(done.stdout)["scenes"] for prompt in scene["prompts"]]


class Scripts(unittest.TestCase):
    def test_list(self):
        listed = json.loads(run("scripts", "--json").stdout)
        self.assertEqual(len(listed), 29)
        self.assertIn("辞职面谈（未经律师审核）", run("scripts").stdout)
        self.assertIn("not reviewed by a lawyer", run("scripts", "--lang", "en").stdout)

    def test_own_figures(self):
        self.assertIn("依据写在通知里，经济补偿也在里面：算十七个月，每月一万三千六百元。一共是二十三万一千两百元。",
                      said("dismissal-incompetence", "reserved"))
        self.assertTrue(any("写在通知里，有经济补偿" in line for line in said("dismissal-incompetence", "unknown")))

    def test_temperament(self):
        self.assertIn("您不用急着回话", "".join(said("dismissal-incompetence", "open", "--temperament", "sensitive")))
        self.assertEqual(run("script", "final-day", str(PEOPLE / "open.xml"), "--temperament", "angry").returncode, 2)

    def test_begins_with_the_shared_scene(self):
        self.assertTrue(said("dismissal-breach", "assertive")[0].startswith("说事情以前，先问您一句"))

    def test_for_people(self):
        told = run("script", "negotiated-first", str(PEOPLE / "open.xml")).stdout
        self.assertIn("  （经理）", told)
        self.assertIn("说“我去问有哪些，三月九日前答复您”", told)
        self.assertNotIn("{", told)

    def test_what_is_not_there(self):
        done = run("script", "nothing", str(PEOPLE / "open.xml"))
        self.assertEqual((done.returncode, done.stderr.strip()), (1, "there is no script ‘nothing’"))
        self.assertEqual(run("script", "final-day", "nowhere.xml").returncode, 3)
        self.assertEqual(run("script", "final-day").returncode, 2)

    def test_company_script(self):
        with tempfile.TemporaryDirectory() as home:
            folder = pathlib.Path(home, "fairwell", "interviews", "final-day")
            folder.mkdir(parents=True)
            text = ('<script xmlns="urn:fairwell:script:1" id="final-day" kind="any"><title zh="道别" en="Goodbye"/><review by="王律师" on="2026-01-05"/>\n'
                    '<scene id="one"><aim zh="甲" en="A"/>{}</scene></script>')
            (folder / "script.xml").write_text(text.format('<prompt zh="{call}，再见。" en="Goodbye, {call}."/>'), encoding="utf-8")
            listed = json.loads(run("scripts", "--json", data=home).stdout)
            self.assertEqual([(one["title"]["en"], one["reviewed"]) for one in listed if one["id"] == "final-day"], [("Goodbye", True)])
            self.assertEqual(run("scripts", "--check", data=home).returncode, 0)
            (folder / "script.xml").write_text(text.format(""), encoding="utf-8")
            done = run("scripts", "--check", "--json", data=home)
            self.assertEqual(done.returncode, 1)
            self.assertIn("final-day/script.xml:2: scene ‘one’ says nothing yet", json.loads(done.stdout)["problems"][0])
            (folder / "script.xml").write_text(text.format("<prompt/>"), encoding="utf-8")
            self.assertEqual(run("scripts", "--check", data=home).returncode, 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
