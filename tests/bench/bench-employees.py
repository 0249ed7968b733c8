#!/usr/bin/python3
"""Measures the list of employees on encrypted stores of generated people: five interleaved runs, the median of each figure
with the worst and the machine's load beside it. Stores are made once and kept in BUILD/bench. Exits 1 where a target is missed.

    bench-employees.py BUILD [RUNS]

Wall time is what somebody waits; processor time is what the program itself took, which others on the machine do not lengthen.
"""
import os
import statistics
import subprocess
import sys

FIGURES = ["key median", "key p95", "key worst", "work median", "work p95", "work worst", "held p99", "held worst", "first rows",
           "memory"]
# Milliseconds; the last is MiB and has no target of its own.
TARGETS = {100000: {"key median": 16, "key p95": 33, "held p99": 16}, 1000000: {"key median": 33, "key p95": 66, "held p99": 16}}
LATER = 150  # ms: how much later the first rows may come in the largest store than in the smallest


def make_store(build, people):
    store = os.path.join(build, "bench", "people-%d" % people)
    if not os.path.exists(os.path.join(store, "keys.json")):
        print("making", store, flush=True)
        os.makedirs(os.path.dirname(store), exist_ok=True)
        subprocess.run([os.path.join(build, "tests", "bench", "make-people"), store, str(people)], check=True)
    return store


def measure(build, store):
    source = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    env = {**os.environ, "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data"), "GSETTINGS_BACKEND": "memory",
           "GSK_RENDERER": "cairo", "FAIRWELL_DATA_DIR": os.path.join(source, "data")}
    run = subprocess.run([os.path.join(source, "tests", "support", "drive"), "--desktop", "1366x768", "--",
                          os.path.join(build, "tests", "bench", "bench-employees"), store],
                         check=True, capture_output=True, text=True, env=env)
    return dict(zip(FIGURES, map(float, run.stdout.split())))


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    stores = {people: make_store(build, people) for people in (100, 100000, 1000000)}
    results = {people: [] for people in stores}
    loads = []
    for _ in range(runs):
        for people, store in stores.items():
            results[people].append(measure(build, store))
            loads.append(os.getloadavg()[0])
    missed = []
    print("employees, median of %d runs (worst), ms; load %.1f to %.1f" % (runs, min(loads), max(loads)))
    medians = {}
    for people, each in results.items():
        medians[people] = {figure: statistics.median(run[figure] for run in each) for figure in FIGURES}
        print("%9d people:" % people, " · ".join("%s %.1f (%.1f)" % (figure, medians[people][figure],
                                                                     max(run[figure] for run in each)) for figure in FIGURES))
        missed += ["%s of %d people: %.1f ms, not %d" % (figure, people, medians[people][figure], target)
                   for figure, target in TARGETS.get(people, {}).items() if medians[people][figure] > target]
    later = medians[1000000]["first rows"] - medians[100]["first rows"]
    if later > LATER:
        missed.append("first rows of 1000000 people: %.0f ms after those of 100, not %d" % (later, LATER))
    for miss in missed:
        print("missed:", miss, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
