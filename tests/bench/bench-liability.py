#!/usr/bin/python3
"""N, N+1 and 2N of 100,000 people with twelve months of pay each, from an encrypted store to the sums, as `fairwellctl insight STORE
liability` answers; on two cores.

    bench-liability.py BUILD [RUNS]
"""
import json
import os
import subprocess
import sys

import measure

PEOPLE = 100000
MONTHS = 12
MOST_SECONDS = 20


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    bench = os.path.join(build, "bench")
    store, word = os.path.join(bench, "paid-%d" % PEOPLE), os.path.join(bench, "passphrase")
    os.makedirs(bench, exist_ok=True)
    with open(word, "w", encoding="utf-8") as file:
        file.write("bench")
    if not os.path.isdir(store):
        print("making a store of %d people, once" % PEOPLE, flush=True)
        subprocess.run([os.path.join(build, "tests", "bench", "make-people"), store + ".new", str(PEOPLE), str(MONTHS)], check=True)
        os.rename(store + ".new", store)
    command = [os.path.join(build, "src", "fairwellctl"), "insight", store, "liability", "--json", "--passphrase-file", word, "--today",
               "2026-03-09"]
    env = measure.environment(build)
    total = json.loads(subprocess.run(command, check=True, capture_output=True, env=env).stdout)["total"]
    table = measure.Table("liability of %d people, %d of them with all figures, s" % (total["people"], total["known"]), runs)
    for _ in table.interleave():
        wall, work = measure.seconds(command, env=env)
        table.add("liability", wall)
        table.add("liability, processor", work)
    return 1 if table.report({"liability": (None, MOST_SECONDS)}) else 0


if __name__ == "__main__":
    sys.exit(main())
