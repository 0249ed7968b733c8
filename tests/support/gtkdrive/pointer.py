"""Pointer input, as a hand gives it."""
import time

from Xlib import X
from Xlib.ext import xtest

from .base import FRAME, HOLD, LAYER_POPUP, TIMEOUT, NotFound, middle
from .node import Node


class Pointer:
    """Clicks and the wheel."""

    def _node(self, node, name=None):
        if isinstance(node, Node):
            return node
        if isinstance(node, tuple):
            return self.find(*node)
        return self.find(node, name)

    def _move(self, x, y):
        """Move the pointer as a hand does, in several motions that are frames apart.

        GTK 4.8 on X11 thinks for a while that a popover just closed still has its
        grab, and swallows the next press; it finds out when it gets two motions in
        different frames.  (Measured: one jump, 9 of 10 clicks lost; so, none of 50.)
        """
        at = self._root.query_pointer()
        for i in (3, 2, 1, 0):
            xtest.fake_input(self._dpy, X.MotionNotify, x=int(x + (at.root_x - x) * i // 4) if i else int(x),
                             y=int(y + (at.root_y - y) * i // 4) if i else int(y))
            self._dpy.sync()
            if i:
                time.sleep(FRAME)
        if abs(at.root_x - x) < 4 and abs(at.root_y - y) < 4:   # too near: that was no motion
            for d in (1, 0):
                xtest.fake_input(self._dpy, X.MotionNotify, x=int(x) + d, y=int(y))
                self._dpy.sync()
                time.sleep(FRAME)

    def _button(self, button, count=1):
        for _ in range(count):
            xtest.fake_input(self._dpy, X.ButtonPress, button)
            self._dpy.sync()
            if button < 4:
                time.sleep(HOLD)
            xtest.fake_input(self._dpy, X.ButtonRelease, button)
        self._dpy.sync()

    def point_at(self, node, name=None, dx=None, dy=None):
        """Bring the node into sight and its window to the front, put the pointer on it."""
        node = self._node(node, name)
        self.scroll_into_view(node)
        native = node.native()
        last = None
        for _ in range(100):                    # until it has stopped moving
            rect = self.screen_rect(node)
            if rect == last:
                break
            last = rect
            self.sync()
        xid = self._xwindow_of(native)[0]
        x = rect[0] + (rect[2] // 2 if dx is None else dx)
        y = rect[1] + (rect[3] // 2 if dy is None else dy)
        if native.layer() != LAYER_POPUP and self._active_xwin() != xid and not self._popups():
            self.raise_window(xid)
        self._move(x, y)
        return node

    def click(self, node, name=None, *, button=1, count=1, dx=None, dy=None):
        """Click on the middle of a node (or dx, dy from its corner).  node: a Node, or role and name."""
        node = self.point_at(node, name, dx, dy)
        self.sync()
        self._button(button, count)
        self.sync()
        return node

    def double_click(self, node, name=None, **kw):
        return self.click(node, name, count=2, **kw)

    def right_click(self, node, name=None, **kw):
        return self.click(node, name, button=3, **kw)

    def scroll(self, node, steps):
        """Turn the wheel over a node; steps > 0: down."""
        x, y = middle(self.screen_rect(node))
        at = self._root.query_pointer()
        if (at.root_x, at.root_y) != (x, y):
            self._move(x, y)
        self._button(5 if steps > 0 else 4, abs(steps))
        self.sync()

    def scroll_into_view(self, node, timeout=TIMEOUT):
        """Turn the wheel until the node is in sight (a tall one: half of it)."""
        name, end, same, last = node.name, time.monotonic() + timeout, 0, None
        pane = next((a for a in node.ancestors() if a.role == "scroll pane"), None)
        if pane is None:
            return node
        while True:
            e, r, p = node.extents(), node.visible_rect(), pane.extents()
            if r and r[3] * 2 >= min(e[3], p[3]):
                return node
            if e[3]:
                down = e[1] + e[3] / 2 > p[1] + p[3] / 2
            else:
                # A row some way off is there but has no place yet: go by the order of rows.
                down = self._comes_later(node, pane)
            now = (e, self.scroll_position(pane))
            same = same + 1 if now == last else 0
            last = now
            if same > 20 or time.monotonic() > end:
                raise NotFound("%r cannot be scrolled into sight" % node)
            self.scroll(pane, 1 if down else -1)
            if node.role == "label" and node.live_name() != name:
                raise NotFound("%r: its row now shows %r; use scroll_find()" % (node, node.live_name()))

    def _comes_later(self, node, pane):
        chain = [node, *node.ancestors()]
        rows = next(a for a in chain if a.role in ("list", "list box", "grid", "tree grid"))
        mine = chain[chain.index(rows) - 1]
        shown = [i for i, c in enumerate(rows.children) if c.extents()[3]]
        return not shown or rows.children.index(mine) > shown[0]

    def scroll_position(self, pane):
        """Values of the scroll bars of a scroll pane."""
        return tuple(n.value() for c in pane.children if c.role == "scroll bar"
                     for n in c.children if "Value" in n.interfaces)

    def scroll_find(self, pane, role=None, name=None, *, down=True, timeout=60, **kw):
        """Turn the wheel over a scroll pane (or what lies in one) until a match shows.

        The way to reach a row of a long GtkListView: its rows far off do not exist,
        and a row scrolled out is used again for another item.
        """
        if pane.role != "scroll pane":
            pane = pane.ancestor("scroll pane")
        self._refresh(pane)
        end, last, same = time.monotonic() + timeout, None, 0
        while True:
            hits = self.find_all(role, name, within=pane, **kw)
            if hits:
                return hits[0]
            now = self.scroll_position(pane)
            same = same + 1 if now == last else 0
            if same >= 3 or time.monotonic() > end:
                raise NotFound("no %s %r %s by scrolling %s\n%s" % (role, name, kw, "down" if down else "up", self.tree(top=pane)))
            last = now
            self.scroll(pane, 3 if down else -3)
