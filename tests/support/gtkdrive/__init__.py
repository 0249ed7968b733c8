"""gtkdrive - drive a GTK 4 program as a user would, without a screen.

    import gtkdrive
    with gtkdrive.start(["./app"]) as s:
        s.click("button", "新建")
        s.fill(s.find("text box", "姓名"), "张三")
        s.key("ctrl+s")
        s.find("label", "已保存")
        s.screenshot("/tmp/saved.png")

start() makes everything private to the session: an Xvfb on a free display, a
window manager, one D-Bus daemon that serves as session bus and accessibility
bus, an AT-SPI registry, and a temporary HOME with all XDG directories.  Any
number of sessions may run side by side, also in one Python process.  close()
ends the processes the session started, and no others.

What the program shows is read over AT-SPI, by plain D-Bus calls (libatspi
keeps one global connection and caches; both get in the way).  Input goes the
way a user's does: pointer and key events by XTEST.  Nothing sleeps for a fixed
time: after each input sync() waits until the program has taken it in, and
find() / wait_for() poll until a state is reached or a time-out passes.

Runs with Debian's /usr/bin/python3 and the packages
  xvfb openbox at-spi2-core dbus-daemon python3-gi python3-xlib
  imagemagick xclip fonts-noto-cjk
Written for GTK 4.8, whose AT-SPI side has gaps; the comments marked "GTK 4.8"
tell which, and how they are got round.
"""
from .base import AppDied, GtkDriveError, NotFound, TimedOut
from .node import Node
from .session import Session, start

__all__ = ["start", "Session", "Node", "GtkDriveError", "NotFound", "TimedOut", "AppDied"]
