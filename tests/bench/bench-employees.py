#!/usr/bin/python3
"""The list of employees on encrypted stores of generated people: what passes from a key to painted rows, and from the passphrase to
the first rows. Stores are made once and kept in BUILD/bench.

    bench-employees.py BUILD [RUNS]

Wall time is what somebody waits; processor time (work) is what the program itself took, which others on the machine do not
lengthen; held is how long the main thread was busy without a break.
"""
import os
import subprocess
import sys

import measure

FIGURES = ["key, median", "key, 95th of 100", "key, worst", "work, median", "work, 95th of 100", "work, worst", "held, 99th of 100",
           "held, worst", "first rows", "memory, MiB"]
SIZES = (100, 100000, 1000000)
# Milliseconds.
TARGETS = {100000: {"key, median": 16, "key, 95th of 100": 33, "held, 99th of 100": 16},
           1000000: {"key, median": 33, "key, 95th of 100": 66, "held, 99th of 100": 16}}
LATER = 150  # how much later the first rows may come in the largest store than in the smallest


def make_store(build, people):
    store = os.path.join(build, "bench", "people-%d" % people)
    if not os.path.exists(os.path.join(store, "made")):
        print("making", store, flush=True)
        measure.fresh(build, "bench", "people-%d" % people)
        os.rmdir(store)
        subprocess.run([os.path.join(build, "tests", "bench", "make-people"), store, str(people)], check=True)
        with open(os.path.join(store, "made"), "w", encoding="utf-8"):
            pass
    return store


def run(build, store):
    answer = subprocess.run(measure.desktop(os.path.join(build, "tests", "bench", "bench-employees"), store), check=True,
                            capture_output=True, text=True, env=measure.environment(build))
    return dict(zip(FIGURES, map(float, answer.stdout.split())))


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    stores = {people: make_store(build, people) for people in SIZES}
    table = measure.Table("employees, ms", runs)
    for _ in table.interleave():
        figures = {people: run(build, store) for people, store in stores.items()}
        for people in SIZES:
            for name in FIGURES:
                table.add("%d people: %s" % (people, name), figures[people][name])
        table.add("first rows of %d after those of %d" % (SIZES[-1], SIZES[0]),
                  figures[SIZES[-1]]["first rows"] - figures[SIZES[0]]["first rows"])
    targets = {"%d people: %s" % (people, name): (None, most) for people, each in TARGETS.items() for name, most in each.items()}
    targets["first rows of %d after those of %d" % (SIZES[-1], SIZES[0])] = (None, LATER)
    return 1 if table.report(targets) else 0


if __name__ == "__main__":
    sys.exit(main())
