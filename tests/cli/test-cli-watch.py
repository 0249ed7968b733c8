"""fairwellctl watch: JSON lines at once, bad input, a company's lexicon."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["FAIRWELLCTL"]
CLASS = ('<class id="{id}" severity="high" speaker="any"><title zh="甲" en="A"/><prompt zh="“乙”&#10;丙" en="B \\ &quot;C&quot;"/>'
         '<phrases lang="zh">{phrases}</phrases></class>')


def watch(text, *words, data=None):
    environment = {**os.environ, **({"XDG_DATA_HOME": data} if data else {})}
    given = text if isinstance(text, bytes) else text.encode()
    return subprocess.run([PROGRAM, "watch", *words], input=given, capture_output=True, check=False, env=environment)


def alerts(text, *words, data=None):
    done = watch(text, "--json", *words, data=data)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class Watch(unittest.TestCase):
    def test_members(self):
        found = alerts("今天好\n我要申请仲裁，这样太不公平了\n")
        self.assertEqual([list(one) for one in found], [["line", "class", "phrase", "severity", "offset", "length", "possible", "negated", "prompt"]] * 2)
        self.assertEqual([(one["line"], one["class"], one["severity"], one["offset"], one["length"]) for one in found],
                         [(2, "arbitration_litigation", "high", 0, 6), (2, "unfair_treatment", "caution", 9, 4)])
        self.assertTrue(all(one["prompt"]["zh"] and one["prompt"]["en"] for one in found))
        # However a phrase is written in the lexicon, it is named as it is said.
        for one in found:
            self.assertFalse(set(one["phrase"]) & set("({|&"), one["phrase"])
        self.assertEqual(found[0]["phrase"], "我要申请仲裁")

    def test_speaker(self):
        line = "这个圈子就这么大\n"
        self.assertEqual([one["class"] for one in alerts(line, "--speaker", "interviewer")], ["interviewer_conduct"])
        self.assertEqual(alerts(line, "--speaker", "employee"), [])
        self.assertEqual(alerts(line), [])
        self.assertEqual(watch(line, "--speaker", "cat").returncode, 2)
        self.assertEqual(watch(line, "extra").returncode, 2)

    def test_both_languages_whatever_is_asked_for(self):
        for language in ("zh", "en"):
            self.assertEqual([one["class"] for one in alerts("我不想活了\nI want to die\n", "--lang", language)], ["self_harm"] * 2)

    def test_for_people(self):
        told = watch("我要申请中才\n我不会去仲裁\n").stdout.decode()
        self.assertIn("1: 注意 · 仲裁与诉讼 · 我要申请仲裁（疑似）\n", told)
        self.assertIn("2: 注意 · 仲裁与诉讼 · 去仲裁（否定语境）\n", told)
        told = watch("see you in court\n", "--lang", "en").stdout.decode()
        self.assertIn("1: high · Arbitration and litigation · see you in court\n    The employee mentions", told)

    def test_at_once(self):
        """An alert is there before the next line is given."""
        with subprocess.Popen([PROGRAM, "watch", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
            for line in ("我要申请仲裁", "我怀孕了"):
                program.stdin.write((line + "\n").encode())
                program.stdin.flush()
                self.assertIn("phrase", json.loads(program.stdout.readline()))
            program.stdin.close()
            self.assertEqual(program.wait(10), 0)

    def test_what_is_no_text(self):
        found = alerts(b"\xff\xfe\x00\xe4\xbb\r\n\n\n" + "我要去仲裁".encode() + b"\xc0")
        self.assertEqual([(one["line"], one["offset"], one["length"]) for one in found], [(4, 2, 3)])
        self.assertEqual(alerts(b""), [])
        self.assertEqual(len(alerts("一" * 300000 + "我要去仲裁" + "二" * 300000)), 1)

    def test_company_lexicon(self):
        with tempfile.TemporaryDirectory() as home:
            folder = pathlib.Path(home, "fairwell", "phrases")
            folder.mkdir(parents=True)
            text = '<lexicon xmlns="urn:fairwell:lexicon:1">\n{}</lexicon>'
            (folder / "own.xml").write_text(text.format(CLASS.format(id="own", phrases="动了奶酪")), encoding="utf-8")
            found = alerts("谁动了奶酪\n我要去仲裁\n", data=home)
            self.assertEqual([one["class"] for one in found], ["own", "arbitration_litigation"])
            self.assertEqual(found[0]["prompt"], {"zh": "“乙”\n丙", "en": 'B \\ "C"'})
            (folder / "own.xml").write_text(text.format(CLASS.format(id="own", phrases="\n奶")), encoding="utf-8")
            done = watch("谁动了奶酪\n", data=home)
            self.assertEqual((done.returncode, done.stdout), (3, b""))
            self.assertIn("own.xml:3: ‘奶’ is too short", done.stderr.decode())


if __name__ == "__main__":
    unittest.main(verbosity=2)
