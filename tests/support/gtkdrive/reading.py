"""Finding and reading what the program shows."""
from gi.repository import GLib

from .base import (AMBIGUOUS, ATSPI, BOXES, FINER, LAYER_POPUP, ROLES, SANE, SCREEN_COORDS, TIMEOUT,
                   WINDOW_COORDS, NotFound, TimedOut, matches)
from .node import Node


class Reading:
    """The accessible objects of the program: snapshot, find, wait."""

    def snapshot(self, top=None, hidden=True):
        """The tree of accessible objects, as nodes (top: only below that node).

        hidden=False leaves out, with all in it, what is not drawn: other pages of a
        stack, closed popovers, rows scrolled away.  That is a good deal faster.
        """
        roots = [top] if top else [Node(self, r) for r in self._apps()]
        for r in roots:
            r.children = []
            if not top:
                r.role, r.interfaces = "application", set()
        every, level = list(roots), list(roots)
        # GTK 4.8 makes accessible objects as they are asked for, so walk first ...
        while level:
            kids = self._call_many([(n.ref, ATSPI + "Accessible", "GetChildren", None, ()) for n in level])
            nxt = []
            for n, k in zip(level, kids):
                if k:
                    n.children = [Node(self, r, None, n, n.depth + 1) for r in k[0] if r[1] != "/org/a11y/atspi/null"]
                    nxt += n.children
            nxt = self._once(nxt)
            if not hidden:
                nxt = self._mapped_only(nxt)
            every += nxt
            level = nxt
        # ... then get all their names, roles and states.
        self._read(every)
        return roots

    def newer(self):
        """Whether the program's GTK is newer than 4.8, which gives other coordinates."""
        if self._newer is None:
            version = self._call(self._apps()[0], "org.freedesktop.DBus.Properties", "Get", "(ss)",
                                 (ATSPI + "Application", "Version"))[0]
            self._newer = tuple(int(n) for n in version.split(".")[:2]) > (4, 8)
        return self._newer

    def inner_point(self, extents):
        """The arguments with which Contains() is true of every mapped widget but a newer GTK's windows."""
        # No release sets the SHOWING state by what is drawn.
        if self.newer():
            return 0, 0, SCREEN_COORDS          # any point on the screen is taken to be the widget's corner
        x, y, w, h = extents
        return x + w // 2, y + h // 2, WINDOW_COORDS

    @staticmethod
    def _once(nodes):
        """Of nodes of one level, each object once: newer stacks show their page in each of the pages before, too."""
        last = {n.ref: n for n in nodes}
        for n in nodes:
            if last[n.ref] is not n:
                n.parent.children.remove(n)
        return list(last.values())

    def _mapped_only(self, nodes):
        iface = ATSPI + "Component"
        ext = self._call_many([(n.ref, iface, "GetExtents", "(u)", (WINDOW_COORDS,)) for n in nodes])
        some = [(n, e[0]) for n, e in zip(nodes, ext) if e and e[0][2] > 0 and e[0][3] > 0]
        inside = self._call_many([(n.ref, iface, "Contains", "(iiu)", self.inner_point(e)) for n, e in some])
        keep = {n for (n, _e), c in zip(some, inside) if c and (c[0] or n.is_window() and self.newer())}
        if self.newer():
            keep |= self._rounded([n for n, e in some if n not in keep and max(e[2:]) < SANE])
        for p in {n.parent for n in nodes}:
            p.children = [c for c in p.children if c in keep]
        return [n for n in nodes if n in keep]

    def _rounded(self, nodes):
        """Of nodes that seem not to be drawn, the boxes: the rounded corner of a header bar or a row of tabs is outside of it.

        What is in a hidden box is not drawn either, so that nothing is found in one all the same."""
        got = self._call_many([(n.ref, ATSPI + "Accessible", "GetRole", None, ()) for n in nodes])
        return {n for n, role in zip(nodes, got) if role and role[0] in BOXES}

    def _role_names(self, nodes, items):
        """Give each node GTK's name for its role, asking the program as little as may be."""
        names = self.__dict__.setdefault("_roles", dict(ROLES))
        ask = {}
        for n in nodes:
            it = items.get(n.ref)
            if it and it[7] not in names:
                ask.setdefault(n.ref if it[7] in AMBIGUOUS else it[7], n)
        got = self._call_many([(n.ref, ATSPI + "Accessible", "GetRoleName", None, ()) for n in ask.values()])
        one = {}
        for k, r in zip(ask, got):
            if r:
                (one if isinstance(k, tuple) else names)[k] = r[0]
        for n in nodes:
            if n.ref in items:
                n.role = one.get(n.ref) or names.get(items[n.ref][7], "?")

    def _refresh(self, node):
        self.snapshot(node)
        return node

    # -- finding

    def find_all(self, role=None, name=None, *, contains=None, within=None, state=None,
                 popup=None, showing=True, snapshot=None):
        """All objects that match, in tree order.

        role      "button", "text box", "list item", ... or a tuple of such; None: any
        name      accessible name: a string (all of it, mnemonics aside), a compiled
                  pattern (searched for), or a function
        contains  the object holds a label with this text (as rows, which have no name)
        within    only below this node
        state     a state it must have, as "sensitive"
        popup     True: only what is in a popover, False: only what is not
        showing   leave out what is hidden or scrolled out of sight
        """
        roots = snapshot or self.snapshot(within, hidden=not showing)
        roles = (role,) if isinstance(role, str) else role
        if roles:
            roles = {r for asked in roles for r in (asked, *FINER.get(asked, ()))}
        out = []
        for r in roots:
            for n in r.walk():
                if n is within or (roles and n.role not in roles) or (state and state not in n.states):
                    continue
                if name is not None and not matches(name, n.name):
                    continue
                if contains is not None and not any(
                        c.role == "label" and matches(contains, c.name or "") for c in n.walk() if c is not n):
                    continue
                out.append(n)
        out = self._innermost(out)
        return self._in_sight(out, popup) if showing else out

    @staticmethod
    def _innermost(nodes):
        """A GtkMenuButton holds a button of the same name, a row may hold rows: of those the inner one."""
        outer = {a for n in nodes for a in n.ancestors() if a.kind == n.kind and a.name == n.name}
        return [n for n in nodes if n not in outer]

    @staticmethod
    def _in_sight(nodes, popup):
        kept = []
        for n in nodes:
            try:
                if n.showing() and popup in (None, "Component" in n.interfaces and n.native().layer() == LAYER_POPUP):
                    kept.append(n)
            except GLib.Error:
                pass
        return kept

    def find(self, role=None, name=None, timeout=TIMEOUT, *, index=None, **kw):
        """Wait for the one object that matches (see find_all), or for number `index` of several."""
        seen = []

        def look():
            if name is not None and index in (None, 0) and kw.keys() <= {"state", "popup"}:
                known = self._find_known(role, name, **kw)
                if known is not None:
                    return [known]
            seen[:] = self.find_all(role, name, **kw)
            return seen if (len(seen) == 1 if index is None else len(seen) > (index if index >= 0 else -index - 1)) else None
        try:
            return self.wait_for(look, timeout)[0 if index is None else index]
        except TimedOut:
            want = "%s %r %s" % (role or "object", name, kw or "")
            why = "no %s" % want if not seen else "%d objects match %s: %s" % (len(seen), want, seen[:8])
            raise NotFound(why + "\n" + self.tree()) from None

    def exists(self, role=None, name=None, **kw):
        """Whether such an object is there now."""
        return bool(self.find_all(role, name, **kw))

    def wait_gone(self, role=None, name=None, timeout=TIMEOUT, **kw):
        self.wait_for(lambda: not self.find_all(role, name, **kw), timeout, "%s %r gone" % (role, name))

    def row(self, text, timeout=TIMEOUT, **kw):
        """The row of a list or table that shows a label with this text."""
        return self.find(("list item", "row", "tree item"), None, timeout, contains=text, **kw)

    def window(self, title, timeout=TIMEOUT):
        """The window or dialog with this title (its role may be window, dialog or just widget)."""
        return self.wait_for(lambda: next((w for app in self.snapshot(hidden=False) for w in app.children
                                           if matches(title, w.name)), None), timeout, "window %r" % (title,))

    def windows(self):
        """References of the program's visible windows and dialogs."""
        out = []
        for app in self._apps():
            try:
                for r in self._call(app, ATSPI + "Accessible", "GetChildren")[0]:
                    out.append(tuple(r))
            except GLib.Error:
                pass
        return out

    def tree(self, all=False, top=None):
        """The tree as text, one object a line; what is out of sight only with all=True."""
        lines = []

        def put(n, d, clip):
            line = "  " * d + "%s %r" % (n.role, n.name)
            try:
                if n.interfaces & {"Component"}:
                    x, y, w, h = n.extents()
                    out = clip and (x >= clip[2] or y >= clip[3] or x + w <= clip[0] or y + h <= clip[1])
                    hidden = "HIDDEN" if all and not n.mapped() else "OUT-OF-SIGHT" if out else ""
                    if hidden and not all:
                        return
                    line += " @%d,%d %dx%d %s" % (x, y, w, h, hidden)
                    if n.role == "scroll pane":
                        clip = (x, y, x + w, y + h)
                if "Text" in n.interfaces:
                    t = n.own_text()
                    if t != n.name:
                        line += " text=%r" % t
                if "Value" in n.interfaces:
                    line += " value=%g" % n.value()
            except GLib.Error as err:
                line += " (%s)" % err.message
            keep = n.states & {"focused", "checked", "selected", "active", "expanded", "modal", "invalid", "pressed"}
            if "sensitive" not in n.states and n.interfaces:
                keep = keep | {"INSENSITIVE"}
            if keep:
                line += " [" + " ".join(sorted(keep)) + "]"
            lines.append(line.rstrip())
            for c in n.children:
                put(c, d + 1, clip)
        for r in self.snapshot(top, hidden=all):
            put(r, 0, None)
        return "\n".join(lines)

    def text(self, node):
        return self._node(node).text()

    def wait_text(self, node, want, timeout=TIMEOUT):
        """Wait until the node's text is `want` (string, pattern or function); the text."""
        last = [None]

        def same():
            last[0] = node.text()
            return matches(want, last[0])
        try:
            self.wait_for(same, timeout)
        except TimedOut:
            raise TimedOut("%r shows %r, not %r" % (node, last[0], want)) from None
        return last[0]
