"""Every hard jurisdiction is data alone, and its examples notice when a figure of it changes. TAP on standard output."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
packs = sorted(path.name for path in (source / "tests/rules/jurisdictions/packs").iterdir())


def check(folder):
    environment = dict(os.environ, FAIRWELL_DATA_DIR=str(folder), XDG_DATA_HOME=str(folder / "none"))
    return subprocess.run([program, "packs", "--check"], env=environment, capture_output=True, text=True, timeout=60)


def lay_out(folder, name):
    for grammar in ("facts.rng", "pack.rng"):
        shutil.copy(source / "data" / grammar, folder)
    shutil.copytree(source / "tests/rules/jurisdictions/packs" / name, folder / "packs" / name)
    return folder / "packs" / name / "pack.xml"


def changed_figures(text):
    """The pack with one figure of a table or parameter a little larger, each in turn."""
    for match in re.finditer(r'(?<= value=")([0-9.]+)(?="/>)|(?<=>)([0-9.]+)(?=</value>)', text):
        figure = match.group(0)
        larger = f"{float(figure) + 0.25:g}"
        yield figure, text[: match.start()] + larger + text[match.end():]


print(f"1..{2 * len(packs)}")
number = 0
for name in packs:
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        pack = lay_out(folder, name)
        text = pack.read_text(encoding="utf-8")
        answer = check(folder)
        number += 1
        print(f"{'ok' if answer.returncode == 0 else 'not ok'} {number} - {name}: {answer.stdout.strip()}")
        print("".join(f"# {line}\n" for line in answer.stderr.splitlines()), end="")
        noticed = total = 0
        for figure, changed in changed_figures(text):
            pack.write_text(changed, encoding="utf-8")
            total += 1
            noticed += check(folder).returncode != 0
        number += 1
        print(f"{'ok' if noticed == total else 'not ok'} {number} - {name}: {noticed} of {total} changed figures are noticed")
