#!/usr/bin/python3
"""Every script of a talk is valid, says something at each step, and knows the facts that it names."""
import glob
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

DATA = os.path.join(os.environ["FAIRWELL_SOURCE"], "data")
SCRIPT, FACTS = "{urn:fairwell:script:1}", "urn:fairwell:facts:1"

SOUND = """<script xmlns="urn:fairwell:script:1" id="a" kind="mutual"><title zh="甲" en="A"/><review by="" on=""/>
  <step id="opening"><title zh="开场" en="Opening"/>
  <say zh="{employee/@name}，你好。" en="Hello, {employee/@name}."/></step></script>"""
PERSON = f'<facts xmlns="{FACTS}" as-of="2026-03-31" jurisdiction="CN"><employee number="1" name="张敏"/></facts>'


def invalid(path, schema):
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", os.path.join(DATA, schema), path],
                         capture_output=True, text=True, check=False)
    return [] if run.returncode == 0 else [run.stderr.strip()]


def is_known(facts, path):
    """Whether the facts have the element or attribute at a path like employee/employment/@hired."""
    steps, _, attribute = path.partition("@")
    names = "/".join(f"{{{FACTS}}}{name}" for name in steps.strip("/").split("/") if name)
    found = facts.findall(names) if names else [facts]
    return any(attribute in element.attrib for element in found) if attribute else bool(found)


def problems(folder):
    """What is wrong with the script in a folder."""
    path = os.path.join(folder, "script.xml")
    examples = sorted(glob.glob(os.path.join(folder, "examples", "*.xml")))
    found = invalid(path, "script.rng") + [line for example in examples for line in invalid(example, "facts.rng")]
    if found:
        return found
    script = ElementTree.parse(path).getroot()
    if script.get("id") != os.path.basename(folder):
        found.append(f"its id is {script.get('id')}")
    if not examples:
        found.append("it has no example")
    for step in script.iter(SCRIPT + "step"):
        if step.find(SCRIPT + "say") is None and step.find(SCRIPT + "ask") is None:
            found.append(f"step {step.get('id')} says nothing yet")
    named = {path for element in script.iter() for text in element.attrib.values() for path in re.findall(r"{(.*?)}", text)}
    for example in examples:
        facts = ElementTree.parse(example).getroot()
        found += [f"{os.path.basename(example)} does not know {path}" for path in sorted(named) if not is_known(facts, path)]
    return found


class Scripts(unittest.TestCase):
    def test_every_script(self):
        for folder in sorted(glob.glob(os.path.join(DATA, "interviews", "*"))):
            with self.subTest(script=os.path.basename(folder)):
                self.assertEqual(problems(folder), [])

    def planted(self, script, facts=PERSON):
        with tempfile.TemporaryDirectory() as root:
            folder = os.path.join(root, "a")
            os.makedirs(os.path.join(folder, "examples"))
            for path, text in (("script.xml", script), ("examples/first.xml", facts)):
                with open(os.path.join(folder, path), "w", encoding="utf-8") as out:
                    out.write(text)
            return "\n".join(problems(folder))

    def test_what_is_planted_is_found(self):
        self.assertEqual(self.planted(SOUND), "")
        self.assertIn("script.xml fails to validate", self.planted(SOUND.replace('"mutual"', '"quarrel"')))
        self.assertIn("script.xml fails to validate", self.planted(SOUND.replace('en="Hello, {employee/@name}."', '')))
        self.assertIn("step opening says nothing yet", self.planted(re.sub("<say.*?/>", "", SOUND)))
        self.assertIn("does not know employee/@email", self.planted(SOUND.replace("@name}，", "@email}，")))
        self.assertIn("its id is b", self.planted(SOUND.replace('id="a"', 'id="b"')))
        self.assertIn("first.xml", self.planted(SOUND, PERSON.replace("number", "nummer")))


if __name__ == "__main__":
    unittest.main()
