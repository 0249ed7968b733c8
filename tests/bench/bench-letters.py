#!/usr/bin/python3
"""Letters of one page to a thousand people: as separate PDFs and as one, against LibreOffice converting the same letters without a
window, in one process, and against drawing the same text with Cairo and Pango alone.

    bench-letters.py BUILD [RUNS]

LibreOffice takes a quarter of a second for each separate letter, so it is given 20 and then 120: the difference is what a hundred
cost, without its start. The program's thousand count with its start.
"""
import glob
import os
import subprocess
import sys

import measure

LETTERS = 1000
FEW, MANY = 20, 120
FACTS = os.path.join(measure.SOURCE, "tests", "documents", "cn-37.xml")


class Letters:
    def __init__(self, build):
        self.program = os.path.join(build, "tests", "bench", "bench-letters")
        self.env = measure.environment(build)
        self.folder = measure.fresh(build, "bench", "letters")
        self.profile = "-env:UserInstallation=file://" + os.path.join(self.folder, "profile")
        self.texts, self.out = os.path.join(self.folder, "texts"), os.path.join(self.folder, "out")
        os.makedirs(self.texts)
        self.run("text", MANY, self.texts)
        self.run("book", LETTERS, self.folder)
        self.convert(self.letters(1))  # the first start makes its profile

    def run(self, mode, letters, folder):
        return subprocess.run([self.program, mode, FACTS, str(letters), folder], check=True, capture_output=True, text=True,
                              env=self.env).stdout

    def drawing(self, mode):
        """Seconds of the processor for setting, drawing and saving alone."""
        return float(self.run(mode, LETTERS, measure.fresh(self.out)).split()[1])

    def whole(self, mode):
        return measure.seconds([self.program, mode, FACTS, str(LETTERS), measure.fresh(self.out)], env=self.env)[0]

    def letters(self, many):
        return [os.path.join(self.texts, "letter-%d.fodt" % i) for i in range(many)]

    def convert(self, files):
        folder = measure.fresh(self.out)
        wall = measure.seconds(["soffice", self.profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files])[0]
        made = len(glob.glob(os.path.join(folder, "*.pdf")))
        if made != len(files):
            raise RuntimeError("LibreOffice made %d of %d letters" % (made, len(files)))
        return wall


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    measure.install("soffice", "libreoffice-writer-nogui")
    letters = Letters(build)
    table = measure.Table("%d letters of one page" % LETTERS, runs)
    for _ in table.interleave():
        few = letters.convert(letters.letters(FEW))
        each = letters.whole("each") / LETTERS * 1000
        peer = (letters.convert(letters.letters(MANY)) - few) / (MANY - FEW) * 1000
        table.add("a separate PDF, ms", each)
        table.add("a separate PDF by LibreOffice, ms", peer)
        table.add("LibreOffice / separate PDFs", peer / each)
        book, one = letters.convert([os.path.join(letters.folder, "letters.fodt")]), letters.whole("all")
        table.add("one PDF of all, s", one)
        table.add("one PDF of all by LibreOffice, s", book)
        table.add("LibreOffice / one PDF", book / one)
        own, bare = letters.drawing("all"), letters.drawing("bare")
        table.add("set and drawn, s of the processor", own)
        table.add("the same text by Cairo and Pango alone, s", bare)
        table.add("set and drawn / bare", own / bare)
    return 1 if table.report({"LibreOffice / separate PDFs": (25, None), "LibreOffice / one PDF": (3, None),
                              "set and drawn / bare": (None, 1.5)}) else 0


if __name__ == "__main__":
    sys.exit(main())
