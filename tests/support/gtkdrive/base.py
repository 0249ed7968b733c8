"""What all parts of gtkdrive share: limits, errors, names of roles and states."""
import os
import re

TIMEOUT = float(os.environ.get("GTKDRIVE_TIMEOUT", "10"))
POLL = 0.03
HOLD = 0.06         # how long a mouse button stays down: a user's click is not shorter
FRAME = 0.02        # somewhat more than the time between two frames

ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
SCREEN_COORDS, WINDOW_COORDS = 0, 1
LAYER_POPUP, LAYER_WINDOW = 5, 7
STATES = {1: "active", 4: "checked", 7: "editable", 8: "enabled", 9: "expandable",
          10: "expanded", 11: "focusable", 12: "focused", 16: "modal", 17: "multi-line",
          20: "pressed", 22: "selectable", 23: "selected", 24: "sensitive",
          32: "indeterminate", 36: "invalid", 43: "read-only"}
# Role numbers that GTK 4.8 gives to several of its roles, where one is the usual ...
ROLES = {20: "widget", 29: "label", 39: "group", 40: "password entry", 49: "scroll pane",
         56: "grid cell", 61: "text box", 75: "application", 79: "search box"}
# ... and where each object has to be asked (checkbox or switch, dialog or alert dialog, ...).
AMBIGUOUS = {7, 16, 55, 87, 98, 99}
BOXES = {33, 38, 39, 98, 99}    # numbers of the roles of what only holds others, a menu and a list of tabs among them
SANE = 20000        # no widget is as large; newer releases give any number for what has no place
# What newer releases tell apart, and GTK 4.8 calls by the first name.
FINER = {"button": ("toggle button",), "checkbox": ("radio",), "menu item": ("check menu item", "radio menu item")}


class GtkDriveError(AssertionError):
    """Base of what this module raises; an AssertionError, so it fails a test."""


class NotFound(GtkDriveError):
    """No (or, where one was asked for, more than one) such object."""


class TimedOut(GtkDriveError):
    """A condition did not come true in time."""


class AppDied(GtkDriveError):
    """The program is gone."""


def states_of(words):
    """Names of the states; none of an object that was gone before it answered."""
    if not words:
        return set()
    bits = words[0] | (words[1] << 32 if len(words) > 1 else 0)
    return {name for bit, name in STATES.items() if bits >> bit & 1}


def coarse(role):
    """A role as GTK 4.8 calls it."""
    return next((name for name, finer in FINER.items() if role in finer), role)


def plain(name):
    """A name without mnemonics: "提交(_S) 提交(S)" -> "提交", "_Open" -> "Open"."""
    # GTK 4.8 leaves the underscore in, and names some buttons twice: by label and by child.
    name = re.sub(r"\s*\(_?[A-Z0-9]\)", "", name)
    name = re.sub(r"_(?=\S)", "", name)
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[:half] == name[half + 1:] and name[half] == " " else name


def matches(want, got):
    if callable(want):
        return want(got)
    if hasattr(want, "search"):
        return want.search(got) is not None
    return want == got or want == plain(got)


def middle(r):
    return r[0] + r[2] // 2, r[1] + r[3] // 2
