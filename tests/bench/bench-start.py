#!/usr/bin/python3
"""From starting the program to the first frame of the page that asks for the passphrase, against a window of libadwaita with
nothing in it.

    bench-start.py BUILD [RUNS]
"""
import os
import subprocess
import sys
import time

import measure

MOST = 1.5
STARTS_A_RUN = 5  # of each, one after the other; the best of them is the run's


def start(build, name, *words):
    env = measure.environment(build, BENCH_STARTED="%.6f" % time.monotonic(), GTK_A11Y="none")
    run = subprocess.run([os.path.join(build, "tests", "bench", name), *words], check=True, capture_output=True, text=True, env=env)
    return float(run.stdout.split()[-1])


def inside(build, runs):
    """Runs where there is a display."""
    folder = measure.fresh(build, "bench", "start")
    store, word = os.path.join(folder, "store"), os.path.join(folder, "passphrase")
    with open(word, "w", encoding="utf-8") as file:
        file.write("bench")
    subprocess.run([os.path.join(build, "src", "fairwellctl"), "init", store, "--passphrase-file", word, "--minimal-keys"], check=True,
                   stdout=subprocess.DEVNULL, env=measure.environment(build))
    table = measure.Table("start to the first frame, ms", runs)
    for _ in table.interleave():
        empty, page = [], []
        for _ in range(STARTS_A_RUN):
            empty.append(start(build, "bench-empty"))
            page.append(start(build, "bench-start", "--store", store))
        table.add("empty window", min(empty))
        table.add("page of the passphrase", min(page))
        table.add("page / empty window", min(page) / min(empty))
    return table.report({"page / empty window": (None, MOST)})


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    if "BENCH_INSIDE" in os.environ:
        return 1 if inside(build, runs) else 0
    return subprocess.run(measure.desktop(sys.executable, os.path.abspath(__file__), build, str(runs)), check=False,
                          env={**os.environ, "BENCH_INSIDE": "1"}).returncode


if __name__ == "__main__":
    sys.exit(main())
