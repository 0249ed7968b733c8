"""What all measures share: interleaved runs, the median with the worst and the load beside it, met or missed."""
import os
import shutil
import statistics
import subprocess
import sys
import time

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def environment(build, **more):
    return {**os.environ, "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data"), "GSETTINGS_BACKEND": "memory",
            "GSK_RENDERER": "cairo", "FAIRWELL_DATA_DIR": os.path.join(SOURCE, "data"), **more}


def program(build, *place):
    return os.path.join(build, *place)


def desktop(*command):
    """The command inside a desktop of its own."""
    return [os.path.join(SOURCE, "tests", "support", "drive"), "--desktop", "1366x768", "--", *command]


def seconds(command, **options):
    """How long a command takes, start to end, on the clock and of the processor."""
    before, started = os.times(), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    wall, after = time.monotonic() - started, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def install(tool, package):
    """A program that is only measured against, from the distribution."""
    if shutil.which(tool):
        return
    print("installing", package, flush=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    subprocess.run(command if os.geteuid() == 0 else ["sudo", *command], check=True, stdout=subprocess.DEVNULL)


def fresh(*place):
    """An empty folder."""
    path = os.path.join(*place)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path


class Table:
    """Figures of several runs, by name; a target is a least or a most for the median of one."""

    def __init__(self, title, runs):
        self.title, self.runs, self.figures, self.loads, self.started = title, runs, {}, [], time.monotonic()

    def interleave(self):
        for _ in range(self.runs):
            self.loads.append(os.getloadavg()[0])
            yield

    def add(self, name, value):
        self.figures.setdefault(name, []).append(value)

    def median(self, name):
        return statistics.median(self.figures[name])

    def report(self, targets):
        """Prints all; answers how many targets were missed. @targets: name -> (least, most), either None."""
        print("%s: median of %d runs (best to worst); load %.1f to %.1f; %.0f s" % (
            self.title, self.runs, min(self.loads), max(self.loads), time.monotonic() - self.started))
        missed = 0
        for name, values in self.figures.items():
            least, most = targets.get(name, (None, None))
            verdict = ""
            if least is not None or most is not None:
                met = (least is None or self.median(name) >= least) and (most is None or self.median(name) <= most)
                missed += not met
                verdict = "  %s (%s %g)" % ("met" if met else "MISSED", "at least" if least is not None else "at most",
                                            least if least is not None else most)
            print("  %-58s %9.2f  (%.2f to %.2f)%s" % (name, self.median(name), min(values), max(values), verdict))
        sys.stdout.flush()
        return missed
