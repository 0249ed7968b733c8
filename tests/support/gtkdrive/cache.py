"""What the program says of all its objects in one answer."""
from .base import ATSPI, FINER, ROOT, matches
from .node import Node

# Places in what is said of an object.
REF, PARENT, NAME = 0, 2, 6
PROPERTIES = "org.freedesktop.DBus.Properties"
FEW = 60            # of no more than these each is asked: the answer for all would be longer


def linked(line):
    """Nodes from the inside to the outside, each told what is around it."""
    for depth, (node, parent) in enumerate(zip(reversed(line), [None, *reversed(line[1:])])):
        node.parent, node.depth = parent, depth
    return line


class Cache:
    """Names, roles and states of many objects at a time."""

    def _all_items(self, dest):
        """What the program says of each object it has made so far."""
        answer = self._call_many([((dest, "/org/a11y/atspi/cache"), ATSPI + "Cache", "GetItems", None, ())])[0]
        return answer[0] if answer else []

    def _read(self, nodes):
        """Sets names, roles and states of nodes as they are now."""
        items = self._ask_each(nodes) if len(nodes) <= FEW else {}
        if not items:
            for dest in {n.ref[0] for n in nodes}:
                wanted = {n.ref[1] for n in nodes if n.ref[0] == dest}
                items.update((item[REF], item) for item in self._all_items(dest) if item[REF][1] in wanted)
        for n in nodes:
            if n.ref in items:
                n._set(items[n.ref])
        self._role_names(nodes, items)

    def _ask_each(self, nodes):
        nodes = [n for n in nodes if n.ref[1] != ROOT]
        answers = self._call_many([call for n in nodes for call in (
            (n.ref, ATSPI + "Accessible", "GetInterfaces", None, ()), (n.ref, ATSPI + "Accessible", "GetRole", None, ()),
            (n.ref, ATSPI + "Accessible", "GetState", None, ()),
            (n.ref, PROPERTIES, "Get", "(ss)", (ATSPI + "Accessible", "Name")),
            (n.ref, PROPERTIES, "Get", "(ss)", (ATSPI + "Accessible", "Description")))])
        items = {}
        for i, n in enumerate(nodes):
            five = answers[5 * i:5 * i + 5]
            if all(five):               # else it was gone before it answered
                interfaces, role, states, name, description = (a[0] for a in five)
                items[n.ref] = (n.ref, None, None, 0, 0, interfaces, name, role, description, states)
        return items

    def _find_known(self, role, name, state=None, popup=None):
        """The one object that matches and is in sight, of those the program has made so far: much faster than to look through all
        of a window. None where there is none or more than one, which does not say that there is none."""
        apps = self._apps()
        if len(apps) != 1:
            return None
        items = self._all_items(apps[0][0])
        found = [item for item in items if matches(name, item[NAME])]
        if not found:
            return None
        by_path = {item[REF][1]: item for item in items}
        around = {}
        lines = [line for line in (self._line(item, by_path, apps[0], around) for item in found) if line]
        self._role_names([n for line in lines for n in line], around)
        nodes = [line[0] for line in lines]
        if role:
            asked = {r for one in ((role,) if isinstance(role, str) else role) for r in (one, *FINER.get(one, ()))}
            nodes = [n for n in nodes if n.role in asked]
        nodes = self._in_sight(self._innermost([n for n in nodes if not state or state in n.states]), popup)
        return nodes[0] if len(nodes) == 1 else None

    def _line(self, item, by_path, app, items):
        """The object, then what is around it up to the program; None where that leads nowhere. items: gets what was read."""
        line, path = [], None
        while item is not None:
            items[item[REF]] = item
            line.append(Node(self, item[REF], item))
            path = item[PARENT][1]
            item = by_path.get(path)
        if path != app[1]:
            return None
        line.append(Node(self, app))
        line[-1].role = "application"
        return linked(line)
