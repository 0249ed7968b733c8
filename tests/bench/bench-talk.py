#!/usr/bin/python3
"""From the key that completes a phrase to the end of the frame that shows its alert, in the pane of a talk with sixty notes.

    bench-talk.py BUILD [RUNS]
"""
import os
import subprocess
import sys

import measure

MOST = 16.0


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    table = measure.Table("key to painted alert, ms", runs)
    env = measure.environment(build, LC_ALL="C.UTF-8", G_TEST_SRCDIR=os.path.join(measure.SOURCE, "tests"),
                              G_TEST_BUILDDIR=os.path.join(build, "tests"))
    for _ in table.interleave():
        run = subprocess.run(measure.desktop(measure.program(build, "tests", "bench", "bench-talk")), check=True, capture_output=True,
                             text=True, env=env)
        clock, _, work, worst = (float(word) for word in run.stdout.splitlines()[-1].split())
        table.add("clock, median", clock)
        table.add("processor, median", work)
        table.add("processor, worst", worst)
    return 1 if table.report({"processor, median": (None, MOST)}) else 0


if __name__ == "__main__":
    sys.exit(main())
