"""Where the keyboard focus is."""
from gi.repository import Gio, GLib

from .base import ATSPI, states_of
from .cache import PROPERTIES, linked
from .node import Node


class Focus:
    """Remembers which objects told that they have the focus, so that not all of the program has to be looked through."""

    def follow_focus(self):
        """Begins to listen; an object that never tells is found all the same, only later."""
        self._told = []
        self._bus.signal_subscribe(None, ATSPI + "Event.Object", "StateChanged", None, "focused",
                                   Gio.DBusSignalFlags.NONE, self._focus_told)
        self._call(("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"), ATSPI + "Registry", "RegisterEvent", "(sas)",
                   ("object:state-changed:focused", []))

    def _focus_told(self, _bus, sender, path, _interface, _signal, parameters):
        if parameters.unpack()[1]:
            self._told.append((sender, path))

    def told(self):
        """References of the objects that have told so far that they have the focus, the newest last."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._told

    def focused(self):
        """The object that has the keyboard focus, or None."""
        try:
            told = self._climb(self._told[-1]) if self.told() else None
            if told is not None:
                # What opened a popover has the focus, too.
                self.snapshot(told, hidden=False)
                told = next((n for n in reversed([*told.walk()]) if "focused" in n.states), None)
        except GLib.Error:
            told = None             # gone meanwhile
        return told or self._look_for_focus()

    def _look_for_focus(self):
        hits = [n for r in self.snapshot(hidden=False) for n in r.walk() if "focused" in n.states]
        win = [n for n in hits if any("active" in a.states for a in [n, *n.ancestors()])]
        return (win or hits or [None])[-1]

    def _climb(self, ref):
        """The object with all that is around it, if it still has the focus in the window that the keyboard works on."""
        if "focused" not in states_of(self._call(ref, ATSPI + "Accessible", "GetState")[0]):
            return None
        line = []
        while ref[1] not in ("/org/a11y/atspi/accessible/root", "/org/a11y/atspi/null"):
            line.append(Node(self, ref))
            ref = self._call(ref, PROPERTIES, "Get", "(ss)", (ATSPI + "Accessible", "Parent"))[0]
        line.append(Node(self, ref))
        line[-1].role = "application"
        self._read(linked(line)[:-1])
        return line[0] if any("active" in n.states for n in line) else None
