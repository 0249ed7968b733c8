#!/usr/bin/python3
"""A staff list of 100,000 rows and 16 columns into an encrypted store, with validation, pinyin, search index and audit, against
`sqlite3 .import` of the same file into a table of texts.

    bench-import.py BUILD [RUNS]
"""
import os
import shutil
import subprocess
import sys

import measure

PEOPLE = 100000
MOST = 8


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    measure.install("sqlite3", "sqlite3")
    folder = measure.fresh(build, "bench", "import")
    rows, word, empty = (os.path.join(folder, name) for name in ("list.csv", "passphrase", "empty"))
    control = os.path.join(build, "src", "fairwellctl")
    env = measure.environment(build)
    subprocess.run([os.path.join(build, "tests", "bench", "make-list"), rows, str(PEOPLE)], check=True)
    with open(word, "w", encoding="utf-8") as file:
        file.write("bench")
    subprocess.run([control, "init", empty, "--passphrase-file", word, "--minimal-keys"], check=True, stdout=subprocess.DEVNULL, env=env)
    table = measure.Table("import of %d rows, s" % PEOPLE, runs)
    for _ in table.interleave():
        store, bare = os.path.join(folder, "store"), os.path.join(folder, "bare.db")
        shutil.rmtree(store, ignore_errors=True)
        shutil.copytree(empty, store)
        if os.path.exists(bare):
            os.unlink(bare)
        peer, peer_work = measure.seconds(["sqlite3", bare, ".mode csv", ".import %s people" % rows])
        own, own_work = measure.seconds([control, "import", store, "employees", rows, "--passphrase-file", word, "--today", "2026-03-09"],
                                        env=env)
        table.add("sqlite3 .import", peer)
        table.add("fairwellctl import", own)
        table.add("import / sqlite3", own / peer)
        table.add("sqlite3 .import, processor", peer_work)
        table.add("fairwellctl import, processor", own_work)
        table.add("import / sqlite3, processor", own_work / peer_work)
    return 1 if table.report({"import / sqlite3": (None, MOST)}) else 0


if __name__ == "__main__":
    sys.exit(main())
