"""Keyboard and clipboard input."""
import subprocess

from Xlib import X, XK
from Xlib.ext import xtest

from .base import TIMEOUT
from .desktop import own_group


class Keyboard:
    """Keys, text of any script, the clipboard."""

    def _keymap(self):
        """keysym -> (keycode, shifted), and the keycodes free for other characters."""
        lo, hi = self._dpy.display.info.min_keycode, self._dpy.display.info.max_keycode
        table = self._dpy.get_keyboard_mapping(lo, hi - lo + 1)
        known, spare = {}, []
        mods = {c for row in self._dpy.get_modifier_mapping() for c in row}
        for code, syms in zip(range(lo, hi + 1), table):
            useful = [s for s in syms if s]
            if code not in mods and (not useful or all(s >= 0x1008FF00 for s in useful)):
                spare.append(code)          # unused, or a multimedia key of a keyboard nobody has
                continue
            for level in (0, 1):
                if level < len(syms) and syms[level]:
                    known.setdefault(syms[level], (code, level == 1))
        return known, spare

    def _press(self, code, mods=()):
        for m in mods:
            xtest.fake_input(self._dpy, X.KeyPress, m)
        xtest.fake_input(self._dpy, X.KeyPress, code)
        xtest.fake_input(self._dpy, X.KeyRelease, code)
        for m in reversed(mods):
            xtest.fake_input(self._dpy, X.KeyRelease, m)

    def key(self, *keys):
        """Press keys one after the other: "ctrl+f", "Tab", "alt+n", "shift+F10", "Return"."""
        known, _ = self._keys()
        names = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "super": "Super_L",
                 "enter": "Return", "esc": "Escape", "space": "space", "pageup": "Prior",
                 "pagedown": "Next", "del": "Delete", "backspace": "BackSpace"}
        for combo in keys:
            parts = combo.split("+") if combo != "+" else ["plus"]
            codes = []
            for p in parts:
                sym = XK.string_to_keysym(names.get(p.lower(), p)) or (_keysym(p) if len(p) == 1 else 0)
                if sym not in known:
                    raise ValueError("no key %r" % p)
                code, shifted = known[sym]
                if shifted and p is parts[-1]:
                    codes.append(known[XK.XK_Shift_L][0])
                codes.append(code)
            self.wait_keyboard()
            self._press(codes[-1], codes[:-1])
            self.sync()

    def _keys(self):
        if self._spare is None:
            self._known, self._spare = self._keymap()
            self._lent = {}                 # keysym -> spare keycode that now bears it
        return self._known, self._spare

    def type(self, text):
        """Type text, any Unicode, into what has the focus; newline is Return.

        Characters the keyboard lacks are put on unused keys, as many at a time
        as there are, and a key gets a new character only once the program has
        handled the old one (xdotool does not wait, and loses characters).
        """
        known, spare = self._keys()
        shift = known[XK.XK_Shift_L][0]
        pos = 0
        self.wait_keyboard()
        while pos < len(text):
            need, end = [], pos
            while end < len(text):
                s = _keysym(text[end])
                if s not in known and s not in need:
                    if len(need) == len(spare):
                        break
                    need.append(s)
                end += 1
            new = [s for s in need if s not in self._lent]
            if new:
                free = [c for c in spare if c not in self._lent.values()]
                for s in [s for s in self._lent if s not in need]:
                    if len(free) >= len(new):
                        break
                    free.append(self._lent.pop(s))
                for s in new:
                    c = self._lent[s] = free.pop(0)
                    self._dpy.change_keyboard_mapping(c, [(s, s)])
                self._dpy.sync()
                self.sync()
            for ch in text[pos:end]:
                s = _keysym(ch)
                code, shifted = known.get(s) or (self._lent[s], False)
                self._press(code, (shift,) if shifted else ())
            self.sync()
            pos = end

    def paste(self, text):
        """Put text on the clipboard and press ctrl+v."""
        self.set_clipboard(text)
        self.key("ctrl+v")

    def set_clipboard(self, text):
        # xclip stays as the owner of the selection until someone else takes it, or Xvfb ends
        p = subprocess.Popen(["xclip", "-selection", "clipboard", "-quiet"], env=self.env, stdin=subprocess.PIPE,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=own_group)
        p.stdin.write(text.encode())
        p.stdin.close()
        self._clips = [q for q in self._clips if q.poll() is None] + [p]
        self.wait_for(lambda: self.clipboard() == text, what="clipboard")

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], env=self.env, timeout=TIMEOUT,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()


def _keysym(ch):
    if ch == "\n":
        return XK.XK_Return
    if ch == "\t":
        return XK.XK_Tab
    o = ord(ch)
    return o if 0x20 <= o <= 0x7E or 0xA0 <= o <= 0xFF else 0x01000000 | o
