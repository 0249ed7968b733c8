"""The X windows behind the accessible objects, and waiting for the program to take in its input."""
import time

from gi.repository import GLib
from Xlib import X, error as xerror
from Xlib.protocol import event as xevent

from .base import ATSPI, LAYER_POPUP, TIMEOUT, NotFound, TimedOut


class Windows:
    """Where things are on the screen."""

    def _atom(self, name):
        if name not in self._atoms:
            self._atoms[name] = self._dpy.intern_atom(name)
        return self._atoms[name]

    def _xprop(self, win, name):
        p = win.get_full_property(self._atom(name), X.AnyPropertyType)
        return p.value if p else None

    def _active_xwin(self):
        v = self._xprop(self._root, "_NET_ACTIVE_WINDOW")
        return v[0] if v is not None and len(v) and v[0] else None

    def _xwindows(self):
        """[(id, x, y, w, h, override_redirect, title)] of the mapped windows, topmost first."""
        out = []
        for top in reversed(self._root.query_tree().children):
            try:
                at = top.get_attributes()
                if at.map_state != X.IsViewable:
                    continue
                popup = bool(at.override_redirect) and self._xprop(top, "_NET_WM_WINDOW_TYPE") is not None
                win = top if popup else self._client(top)
                if win is None:
                    continue
                g = win.get_geometry()
                p = win.translate_coords(self._root, 0, 0)
                title = self._xprop(win, "_NET_WM_NAME")
                out.append((win.id, -p.x, -p.y, g.width, g.height, popup,
                            title.decode() if isinstance(title, bytes) else (title or "")))
            except (xerror.BadWindow, xerror.BadDrawable):
                pass
        return out

    def _client(self, top):
        """The program's window in a window manager's frame (or the window itself)."""
        level = [top]
        for _ in range(3):
            for w in level:
                if self._xprop(w, "WM_STATE") is not None:
                    return w
            level = [c for w in level for c in w.query_tree().children]
        return top if self._xprop(top, "WM_CLASS") else None

    def _xwindow_of(self, native):
        """The X window of a window or popover node, with the offset of its content."""
        _x, _y, w, h = native.extents()
        popup = native.layer() == LAYER_POPUP
        best = None
        for xid, x, y, xw, xh, pop, title in self._xwindows():
            if pop != popup or xw < w or xh < h or xw - w > 120 or xh - h > 120:
                continue
            score = (xw - w) + (xh - h) - (1000 if not popup and title and title == native.name else 0)
            if best is None or score < best[0]:
                best = (score, xid, x, y, xw, xh)
        if best is None:
            raise NotFound("no X window for %r of %dx%d in %s" % (native, w, h, self._xwindows()))
        _s, xid, x, y, xw, xh = best
        # What surrounds the content (border, shadow, popover margin) is the same on both sides.
        return xid, x + (xw - w) // 2, y + (xh - h) // 2

    def screen_rect(self, node):
        """(x, y, w, h) on the screen of the visible part of the node."""
        # GTK 4.8 knows no screen coordinates, and takes a popover to be at 0,0 of the
        # widget it belongs to: so go by the X window of the window or popover itself.
        node = self._node(node)
        r = node.visible_rect()
        if r is None:
            raise NotFound("%r is scrolled out of sight" % node)
        native = node.native()
        _id, ox, oy = self._xwindow_of(native)
        nx, ny, nw, nh = native.extents()
        if self.newer() and native.children:
            # The frame counts as the window's here, yet content has the same corner: take half of what is left.
            _x, _y, w, h = native.children[0].extents()
            ox, oy = ox + max(nw - w, 0) // 2, oy + max(nh - h, 0) // 2
        return r[0] - nx + ox, r[1] - ny + oy, r[2], r[3]

    def sync(self, timeout=TIMEOUT):
        """Wait until the program has handled all input sent so far.

        The window answers _NET_WM_PING after the X events before it; then a
        D-Bus round trip gives the main loop a turn to dispatch them.
        """
        self._dpy.sync()
        if not self.alive():
            return
        xid = self._active_xwin()
        if xid:
            self._ping += 1
            while self._dpy.pending_events():
                self._dpy.next_event()
            win, proto, ping = self._dpy.create_resource_object("window", xid), self._atom("WM_PROTOCOLS"), self._atom("_NET_WM_PING")
            try:
                win.send_event(xevent.ClientMessage(window=win, client_type=proto, data=(
                    32, [ping, self._ping, xid, 0, 0])))
                self._dpy.flush()
            except xerror.BadWindow:
                return
            end = time.monotonic() + timeout

            def answered():
                while self._dpy.pending_events():
                    ev = self._dpy.next_event()
                    if ev.type == X.ClientMessage and ev.client_type == proto:
                        d = ev.data[1]
                        if d[0] == ping and d[1] == self._ping:
                            return True
                return False
            while not answered():
                if not self.alive() or self._active_xwin() != xid:
                    break               # closed by the input: nobody left to answer
                if time.monotonic() > end:
                    raise TimedOut("the program does not take in input (main loop blocked?)")
                time.sleep(0.002)
        for _ in range(2):
            for app in self._apps():
                try:
                    self._call(app, ATSPI + "Accessible", "GetChildren", timeout_ms=int(timeout * 1000))
                except GLib.Error:
                    pass

    def wait_keyboard(self):
        """Wait until a window of the program has the keyboard: for a moment after a dialog has closed, none has."""
        def has_it():
            xid = self._active_xwin()
            if not xid:
                return not any(not w[5] for w in self._xwindows())
            win = self._dpy.create_resource_object("window", xid)
            return win.get_attributes().map_state == X.IsViewable
        if self.managed and self.alive():
            self.wait_for(has_it, what="a window to have the keyboard")

    def _popups(self):
        return [w for w in self._xwindows() if w[5] and w[3] > 1]

    def raise_window(self, xid):
        win = self._dpy.create_resource_object("window", xid)
        self._root.send_event(xevent.ClientMessage(
            window=win, client_type=self._atom("_NET_ACTIVE_WINDOW"), data=(32, [2, 0, 0, 0, 0])),
            event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._dpy.sync()
        self.wait_for(lambda: self._active_xwin() == xid, what="window to come to the front")

    def fill_screen(self):
        """Let the active window take up the whole screen, as by the window manager's key."""
        xid = self._active_xwin()
        win = self._dpy.create_resource_object("window", xid)
        self._root.send_event(xevent.ClientMessage(
            window=win, client_type=self._atom("_NET_WM_STATE"),
            data=(32, [1, self._atom("_NET_WM_STATE_MAXIMIZED_HORZ"), self._atom("_NET_WM_STATE_MAXIMIZED_VERT"), 2, 0])),
            event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        screen = self._dpy.screen()
        want = (screen.width_in_pixels, screen.height_in_pixels)
        self.wait_for(lambda: any(w[0] == xid and w[3:5] == want for w in self._xwindows()), what="window to fill the screen")
        self.sync()
