"""gtkdrive from the command line.

gtkdrive --tree [--all] -- CMD...         prints what a screen reader would find
gtkdrive --shot FILE.png -- CMD...        a picture of the first window
gtkdrive --desktop [WxH] -- CMD...        runs a test program of widgets on a private desktop
gtkdrive SCRIPT.py [ARG...]               runs a script that imports gtkdrive
"""
import os
import runpy
import subprocess
import sys

from . import Session, start


def on_desktop(options, cmd):
    """Runs a test program of widgets; its output goes where ours goes."""
    size = tuple(int(n) for n in options[0].split("x")) if options else (1280, 1024)
    with Session(None, size=size) as desktop:
        return subprocess.run(cmd, env={**desktop.env, "GTK_A11Y": "test"}, check=False).returncode


def main(argv):
    if len(argv) < 2 or argv[1] in ("-h", "--help"):
        print(__doc__)
        return 0 if len(argv) > 1 else 2
    if "--" in argv and argv[1].startswith("--"):
        options, cmd = argv[2:argv.index("--")], argv[argv.index("--") + 1:]
        if argv[1] == "--desktop":
            return on_desktop(options, cmd)
        with start(cmd) as session:
            if argv[1] == "--tree":
                print(session.tree(all="--all" in options))
            else:
                session.screenshot(options[0])
        return 0
    sys.argv = argv[1:]
    sys.path.insert(0, os.path.dirname(os.path.abspath(argv[1])))
    runpy.run_path(argv[1], run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
