"""Ten thousand phrases on a megabyte of talk: fairwellctl watch, exact and by sound, beside grep -oF -f, both with their start.

    bench-watch.py BUILD [RUNS]

Exits 1 where the watch takes more than three times as long, or longer than a millisecond a sentence.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PHRASES, CLASSES, SIZE = 10000, 20, 1 << 20
CLASS = '<class id="c{}" severity="high" speaker="any"><title zh="甲" en="A"/><prompt zh="乙" en="B"/><phrases lang="zh">\n{}\n</phrases></class>\n'


def han_of_the_lexicons():
    return "".join("".join(re.findall("[\u4e00-\u9fff]", path.read_text(encoding="utf-8")))
                   for path in sorted((SOURCE / "data" / "phrases").glob("*.xml")))


def make(folder):
    """A data folder with the phrases, the phrases for grep, and the talk."""
    dice, letters = random.Random(7), han_of_the_lexicons()
    phrases = set()
    while len(phrases) < PHRASES:
        phrases.add("".join(dice.choice(letters) for _ in range(dice.choice((3, 4, 4, 5, 5, 6, 7)))))
    phrases = sorted(phrases)
    (folder / "phrases").mkdir()
    shutil.copy(SOURCE / "data" / "lexicon.rng", folder)
    each = PHRASES // CLASSES
    classes = (CLASS.format(k, "\n".join(phrases[k * each:(k + 1) * each])) for k in range(CLASSES))
    (folder / "phrases" / "made.xml").write_text('<lexicon xmlns="urn:fairwell:lexicon:1">\n' + "".join(classes) + "</lexicon>\n", encoding="utf-8")
    (folder / "grep.txt").write_text("\n".join(phrases) + "\n", encoding="utf-8")
    lines, size = [], 0
    while size < SIZE:
        start, length = dice.randrange(len(letters) - 60), dice.randrange(15, 60)
        said = dice.choice(phrases) if dice.random() < 0.1 else "，"
        lines.append(letters[start:start + length // 2] + said + letters[start + length // 2:start + length] + "。")
        size += len(lines[-1].encode()) + 1
    (folder / "talk.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def seconds(command, talk, environment):
    with open(talk, "rb") as given:
        start = time.perf_counter()
        subprocess.run(command, stdin=given, stdout=subprocess.DEVNULL, env=environment, check=False)
        return time.perf_counter() - start


def main(arguments):
    build, runs = arguments[0], int(arguments[1]) if len(arguments) > 1 else 9
    with tempfile.TemporaryDirectory(prefix="fairwell-watch-") as name:
        folder = pathlib.Path(name)
        sentences = make(folder)
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "FAIRWELL_DATA_DIR": name, "XDG_DATA_HOME": name + "/none"}
        watch, grep = [os.path.join(build, "src", "fairwellctl"), "watch", "--json"], ["grep", "-oF", "-f", name + "/grep.txt"]
        times = [(seconds(watch, folder / "talk.txt", environment), seconds(grep, folder / "talk.txt", environment)) for _ in range(runs)]
    own, other = (sorted(column)[runs // 2] for column in zip(*times))
    print(f"watch {own * 1000:.0f} ms, grep {other * 1000:.0f} ms: {own / other:.1f} times; {own / sentences * 1e6:.0f} µs a sentence ({sentences})")
    return 1 if own > 3 * other or own / sentences > 0.001 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
