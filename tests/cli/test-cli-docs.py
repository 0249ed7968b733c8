"""Runs every example of docs/cli.md and holds what comes out against what stands there."""

import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(csv|console)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def differences(shown, made, path=""):
    """Where the made value does not agree with the shown one, in which "…" is anything or, in a list or object, anything more."""
    if shown == "…":
        return []
    if isinstance(shown, dict) and isinstance(made, dict):
        found = [f"{path}/{key} is missing" for key in shown if key != "…" and key not in made]
        if "…" not in shown:
            found += [f"{path}/{key} is not shown" for key in made if key not in shown]
        return found + [line for key in shown if key in made for line in differences(shown[key], made[key], f"{path}/{key}")]
    if isinstance(shown, list) and isinstance(made, list):
        more = bool(shown) and shown[-1] == "…"
        parts = shown[:-1] if more else shown
        if len(made) < len(parts) or (len(made) > len(parts) and not more):
            return [f"{path} has {len(made)} parts, {len(parts)} are shown"]
        return [line for index, part in enumerate(parts) for line in differences(part, made[index], f"{path}[{index}]")]
    return [] if shown == made else [f"{path} is {made!r}, {shown!r} is shown"]


class Examples(unittest.TestCase):
    def test_examples(self):
        text = (SOURCE / "docs" / "cli.md").read_text(encoding="utf-8")
        n_run = 0
        with tempfile.TemporaryDirectory(prefix="fairwell-docs-") as folder:
            for language, name, body in FENCE.findall(text):
                if language == "csv":
                    (pathlib.Path(folder) / name).write_text(body, encoding="utf-8")
                    continue
                command, _, shown = body.partition("\n")
                words, _, given = command.removeprefix("$ fairwellctl ").partition(" < ")
                words = shlex.split(words)
                lines = (pathlib.Path(folder) / given).read_text(encoding="utf-8") if given else None
                expected = int(name or 0)
                with self.subTest(command):
                    done = subprocess.run([os.environ["FAIRWELLCTL"], *words], cwd=folder, input=lines, capture_output=True, text=True, check=False)
                    self.assertEqual(done.returncode, expected, done.stderr)
                    if expected:
                        self.assertEqual(done.stderr.strip(), shown.strip())
                    elif shown.strip().startswith(("{", "[")):
                        self.assertEqual(differences(json.loads(shown), json.loads(done.stdout)), [])
                    elif shown.strip():
                        self.assertEqual(done.stdout.strip(), shown.strip())
                    n_run += 1
        self.assertGreaterEqual(n_run, 4)

    def test_every_command_and_option_is_there(self):
        text = (SOURCE / "docs" / "cli.md").read_text(encoding="utf-8")
        help_text = subprocess.run([os.environ["FAIRWELLCTL"], "help"], capture_output=True, text=True, check=True).stdout
        commands = set(re.findall(r"^([a-z][a-z-]*) ", help_text, re.MULTILINE)) - {"fairwellctl"}
        self.assertEqual([one for one in sorted(commands) if not re.search(rf"^## (.*, )?{one}(,|$)|`{one}", text, re.MULTILINE)], [])
        self.assertEqual([one for one in sorted(set(re.findall(r"--[a-z-]+", help_text))) if one not in text], [])
        self.assertEqual(text.count("```\n$ fairwellctl"), 0, "an example that is not run")


if __name__ == "__main__":
    unittest.main(verbosity=2)
