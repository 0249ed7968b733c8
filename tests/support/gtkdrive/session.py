"""A program on its desktop, driven as a user would."""
import os
import subprocess

from .base import ATSPI
from .cache import Cache
from .desktop import Desktop
from .focus import Focus
from .keyboard import Keyboard
from .pointer import Pointer
from .reading import Reading
from .windows import Windows


def start(app_cmd, env=None, **kw):
    """Start the program and wait for its first window.  See Session."""
    return Session(app_cmd, env, **kw)


class Session(Desktop, Cache, Reading, Focus, Windows, Pointer, Keyboard):
    """A program and the private desktop it runs on.

    app_cmd   the command, a list or a shell-like string; None: no program yet
    env       extra environment (a value None unsets)
    size      screen size
    lang      LANGUAGE for the toolkit's own strings, and the font preference
    home      directory to use as HOME (kept); default: a temporary one (removed)
    wm        window manager command, or None
    cwd       the program's working directory; default: HOME
    wrapper   command put in front, as ["valgrind", "-q"]
    timeout   seconds to wait for the first window
    text_scale  2: text twice as large, as set for the whole desktop
    dark      the desktop prefers dark windows
    """

    def focus(self, node, name=None):
        """Give an entry, text view, ... the keyboard focus by a click."""
        node = self.click(node, name)

        def has_it():
            if "focused" in node.live_states():
                return True
            # AdwEntryRow does not say that it has the focus: its hidden GtkText has.
            f = self.focused()
            return f is None or f == node or node in f.ancestors() or f in node.ancestors()
        self.wait_for(has_it, what="focus on %r" % node)
        return node

    def fill(self, node, text, name=None, check=True):
        """Replace an entry's or text view's content by typing, and check that it is there."""
        node = self.focus(node, name)
        self.key("ctrl+a", "BackSpace")
        self.type(text)
        if check:
            self.wait_text(node, text)
        return node

    def choose(self, combo, item, name=None):
        """Choose in a GtkDropDown / AdwComboRow: open it, click the item."""
        combo = self.click(combo, name)
        self.click(self.find("list item", contains=item, within=combo, popup=True))
        self.wait_for(lambda: not self._popups(), what="popover to close")
        return combo

    def tick(self, node, on=True, name=None):
        """Make a check button, radio button or switch on (or off) by clicking."""
        node = self._node(node, name)
        if self.ticked(node) != on:
            self.click(node)
            self.wait_for(lambda: self.ticked(node) == on, what="%r to be %s" % (node, "on" if on else "off"))
        return node

    def ticked(self, node):
        return bool(node.live_states() & {"checked", "pressed"})

    def open_row(self, text, **kw):
        """Double-click the list or table row that shows this text."""
        return self.double_click(self.row(text, **kw))

    def activate(self, node, name=None, action=0):
        """Do an AT-SPI action, as assistive technology would; use click() to test as a user.

        GTK 4.8 has them for buttons, menu items, switches, expanders and entries.  For most
        others the call is never answered: that ends in an error here, after a second.
        """
        node = self._node(node, name)
        ok = self._call(node.ref, ATSPI + "Action", "DoAction", "(i)", (action,), timeout_ms=1000)[0]
        self.sync()
        return ok

    def screenshot(self, path, node=None):
        """Save the screen, or the part that a node takes up, as PNG."""
        self.sync()
        cmd = ["import", "-display", self.display, "-window", "root"]
        if node is not None:
            x, y, w, h = self.screen_rect(node)
            cmd += ["-crop", "%dx%d+%d+%d" % (w, h, x, y), "+repage"]
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        subprocess.run([*cmd, "png:" + path], env=self.env, check=True, timeout=30)
        return path
