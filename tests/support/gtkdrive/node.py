"""One accessible object of the program."""
import re

from gi.repository import GLib

from .base import ATSPI, LAYER_POPUP, LAYER_WINDOW, WINDOW_COORDS, NotFound, coarse, plain, states_of


class Node:
    """An accessible object.  Two nodes are equal if they are the same object.

    role, name, states, interfaces are as of the snapshot that found the node;
    text(), extents(), showing(), has() ask the program.
    """

    def __init__(self, session, ref, item=None, parent=None, depth=0):
        self.session, self.ref, self.parent, self.depth = session, tuple(ref), parent, depth
        self.children = []
        self._set(item)

    def _set(self, item):
        self.interfaces, self.name, self.description, self.states = set(), "", "", set()
        self.role = "?"
        if item:
            self.interfaces = {i[len(ATSPI):] for i in item[5]}
            self.name, self.description = item[6], item[8]
            self.states = states_of(item[9])

    def __eq__(self, other):
        return isinstance(other, Node) and self.ref == other.ref

    def __hash__(self):
        return hash(self.ref)

    def __repr__(self):
        return '<%s "%s">' % (self.role, self.name)

    @property
    def kind(self):
        """Its role as GTK 4.8 calls it: radio buttons are of the kind "checkbox"."""
        return coarse(self.role)

    def walk(self):
        """The node and all below it, top down."""
        yield self
        for c in self.children:
            yield from c.walk()

    def ancestors(self):
        n = self.parent
        while n is not None:
            yield n
            n = n.parent

    def ancestor(self, *roles):
        """The nearest object around this one that has one of the roles."""
        for n in self.ancestors():
            if n.role in roles:
                return n
        raise NotFound("%r lies in no %s" % (self, " or ".join(roles)))

    def _call(self, iface, method, *args, sig=None):
        return self.session._call(self.ref, ATSPI + iface, method, sig, args)

    def _prop(self, iface, prop):
        return self.session._call(self.ref, "org.freedesktop.DBus.Properties", "Get",
                                  "(ss)", (ATSPI + iface, prop))[0]

    def live_name(self):
        return self._prop("Accessible", "Name")

    def live_states(self):
        return states_of(self._call("Accessible", "GetState")[0])

    def has(self, state):
        """Whether the object is now "checked", "selected", "focused", "sensitive", ..."""
        return state in self.live_states()

    def own_text(self):
        """What the object itself shows: entry or label text, else its name."""
        if "Text" in self.interfaces:
            # GTK 4.8: GetText(0, -1) gives "", the end must be spelled out.
            n = self._prop("Text", "CharacterCount")
            return self._call("Text", "GetText", 0, n, sig="(ii)")[0]
        name = self.live_name()
        # GTK 4.8: an object without a label is named after its C type.
        return "" if re.fullmatch(r"(Gtk|Adw)[A-Z]\w+", name) else name

    def value(self):
        """Number of a spin button, scale, progress bar, ..."""
        return self._prop("Value", "CurrentValue")

    def text(self):
        """What the user reads there: own_text(), or for a container (row, drop-down,
        dialog, ...) the labels in it that are showing, popovers aside."""
        if "Text" in self.interfaces:
            return self.own_text()
        self.session.snapshot(self, hidden=False)
        found = []

        def gather(n):
            if n.role == "label":
                found.append(n.own_text())
            elif n is self or n.role not in ("widget", "menu", "dialog") or n.layer() != LAYER_POPUP:
                for c in n.children:
                    gather(c)
        gather(self)
        return " ".join(found) or plain(self.own_text())

    def extents(self):
        """(x, y, width, height) in the coordinates of the toplevel's content."""
        return tuple(self._call("Component", "GetExtents", WINDOW_COORDS, sig="(u)")[0])

    def mapped(self):
        """Whether it is drawn: not in a hidden stack page, closed popover, ..."""
        extents = self.extents()
        if extents[2] <= 0 or extents[3] <= 0:
            return False
        return self._call("Component", "Contains", *self.session.inner_point(extents), sig="(iiu)")[0] or (
            self.session.newer() and self.is_window())

    def showing(self):
        """mapped(), and some of it is inside everything that clips it."""
        if "Component" not in self.interfaces:
            return True
        return self.mapped() and self.visible_rect() is not None

    def visible_rect(self):
        """The part of extents() that no scrolled window around it cuts off, or None."""
        x, y, w, h = self.extents()
        x2, y2 = x + w, y + h
        for a in self.ancestors():
            if "Component" not in a.interfaces:
                break
            # Newer releases call the popover of a drop-down a list box, too.
            if a.role not in ("scroll pane", "list", "tree grid", "window") and a.layer() == LAYER_POPUP:
                break
            if a.role not in ("scroll pane", "list", "tree grid", "list box", "window"):
                continue
            ax, ay, aw, ah = a.extents()
            x, y, x2, y2 = max(x, ax), max(y, ay), min(x2, ax + aw), min(y2, ay + ah)
        return (x, y, x2 - x, y2 - y) if x2 > x and y2 > y else None

    def layer(self):
        layers = self.session._layers
        if self.ref not in layers:
            layers[self.ref] = self._call("Component", "GetLayer")[0]
        return layers[self.ref]

    def is_window(self):
        """Whether it stands right below the program."""
        return self.parent is not None and self.parent.role == "application"

    def native(self):
        """The window or popover (each has an X window of its own) around it."""
        for n in [self, *self.ancestors()]:
            if n.is_window() or ("Component" in n.interfaces and n.layer() in (LAYER_POPUP, LAYER_WINDOW)):
                return n
        raise NotFound("%r is in no window" % self)

    def actions(self):
        """Names of its AT-SPI actions.  See Session.activate()."""
        try:
            return [a[0] for a in self._call("Action", "GetActions")[0]]
        except GLib.Error:
            return []
