"""What somebody has of a place who neither sees it nor points at it: names, Tab, one language."""
import csv
import os
import re

from gtkdrive.base import coarse, plain

SOURCE = os.environ["FAIRWELL_SOURCE"]
TYPE_NAME = re.compile(r"^(Gtk|Adw|Fw)[A-Z]\w+$")       # what GTK 4.8 says where nothing was given
CONTAINERS = {"scroll pane", "widget", "group", "window", "dialog", "alert dialog", "list", "tree grid", "table", "grid", "tab list"}
# Arrows move among these, Tab comes by one of them.
MEMBERS = {"list item", "row", "table row", "grid cell", "table cell", "column header", "tab", "menu item", "radio", "radio button", "tree item"}
CHOICES = {"checkbox", "radio", "radio button"}         # one of several that exclude one another has the focus for all
ENTRIES = {"text box", "search box", "spin button", "password entry"}
WINDOW_BUTTONS = {"Minimize", "Maximize", "Restore", "Close", "最小化", "最大化", "还原", "恢复", "关闭"}
CHINESE = re.compile(r"[\u3400-\u9fff]+")
WORDS = re.compile(r"[A-Za-z]{3,}")
# Names that are the same in Chinese.
KEPT = {"ctrl", "alt", "shift", "english", "csv", "pdf", "svg", "png", "xlsx", "ods", "ems", "fairwell", "root", "utf", "kpi", "excel", "wps", "page", "down", "home", "end",
        "esc", "local", "word"}
MOST_STOPS, MOST_SILENT, MOST_AGAIN, MOST_ROWS = 400, 40, 12, 60


class Focus:
    """Follows where the keyboard focus goes, without looking through the whole window each time."""

    def __init__(self, session):
        self.session = session

    def press(self, key):
        """Presses a key; where the focus has come by, in order."""
        before = len(self.session.told())
        self.session.key(key)
        return self.session.told()[before:]

    def come_round(self):
        """By Tab until it begins anew; every object that had the focus, and how often none told that it has it."""
        first, seen, silent, again = None, set(), 0, 0
        for _ in range(MOST_STOPS):
            stops = self.press("Tab")
            if first in stops:
                break
            first = first or (stops[-1] if stops else None)
            again = again + 1 if stops and seen.issuperset(stops) else 0
            seen.update(stops)
            silent += not stops
            if silent > MOST_SILENT or again > MOST_AGAIN:
                break
        return seen, silent

    def come_down(self, row):
        """By Tab to a row, and from there down; every row that had the focus. A list below may share the stop of this one."""
        if not any(row in self.press("Tab") for _ in range(MOST_STOPS)):
            return set()
        return {ref for _ in range(MOST_ROWS) for ref in self.press("Down")}


def active_window(session):
    """The window or dialog that the keyboard works on, with all that is drawn in it."""
    windows = [w for app in session.snapshot(hidden=False) for w in app.children]
    return next((w for w in windows if "active" in w.states), windows[-1])


def controls(top):
    """What can have the focus; not what only holds others, what is for the window manager's keys, the rows of a choice not open."""
    return [n for n in top.walk() if "focusable" in n.states and n.role not in CONTAINERS and n.name not in WINDOW_BUTTONS
            and n.parent.name != "GtkListView" and not _is_text_of_entry(n) and not _shows_choice(n)]


def _is_text_of_entry(node):
    """What is typed into: the entry around it has the name."""
    return node.role in ("text", "text box", "widget") and node.parent.role in ENTRIES


def _shows_choice(node):
    """What is chosen in a combo row is the only row of a list without keys; those to choose from drop down in a list box."""
    around = next((a.role for a in node.ancestors() if a.role in ("combo box", "list box")), None)
    return node.role == "list item" and around == "combo box"


def nameless(top, newer):
    """Controls of which a screen reader could not say what they are."""
    # Newer releases give items of menus and rows of lists no name, but read what is in them.
    read_through = {"menu item", "list item"} if newer else set()
    return [n for n in controls(top) if coarse(n.role) not in read_through and (not n.name.strip() or TYPE_NAME.match(n.name))]


def _group(node):
    """Among what the arrows lead to this one."""
    for one in [node, *node.ancestors()]:
        if one.role in MEMBERS:
            return one.parent.ref
    return None


def _below(focus, left, nodes, seen):
    """Of rows that Tab does not come by, those to which the arrows lead from the list above."""
    rows = [n for n in nodes if n.role == "list item" and (n.ref in seen or n in left)]
    first = next((above for above, n in zip(rows, rows[1:]) if n in left and above not in left), None)
    return focus.come_down(first.ref) if first else set()


def unreached(top, seen, silent, focus):
    """Controls that Tab does not come by, nor the arrows from where it does."""
    nodes = controls(top)
    inside = {a.ref for n in nodes if n.ref in seen for a in n.ancestors()}
    groups = {_group(n) for n in nodes if n.ref in seen}
    choices = any(n.role in CHOICES and n.ref in seen for n in nodes)
    left = [n for n in nodes if "sensitive" in n.states and n.ref not in seen and n.ref not in inside
            and (_group(n) is None or _group(n) not in groups) and not (n.role in CHOICES and choices)]
    below = _below(focus, left, nodes, seen)
    left = [n for n in left if n.ref not in below]
    # The rows of GTK 4.8 that are entries never tell that they have the focus.
    entries = [n for n in left if n.role in ENTRIES]
    return [n for n in left if n not in entries] + (entries if len(entries) > silent else [])


class Languages:
    """Finds words of the other language, those of the sample company aside."""

    def __init__(self, language, data):
        """data: what was brought in beside the sample."""
        self.language = language
        self.data, self.own = self._cells() | set(data), [*data, *self._sources()]
        with open(os.path.join(SOURCE, "po", "zh_CN.po"), encoding="utf-8") as file:
            blocks = file.read().split("\n\n")[1:]
        pairs = [re.findall(r'^(msgid|msgid_plural|msgstr(?:\[0\])?) ((?:"(?:[^"\\]|\\.)*"\n?)+)', block + "\n", re.M) for block in blocks]
        self.english, self.chinese = set(), set()
        for pair in pairs:
            texts = {kind: plain("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text))) for kind, text in pair}
            translated = texts.get("msgstr") or texts.get("msgstr[0]")
            if translated and CHINESE.search(translated):
                self.english.add(texts["msgid"])
                self.chinese.add(translated)

    @staticmethod
    def _cells():
        folder, cells = os.path.join(SOURCE, "data", "sample"), set()
        for name in os.listdir(folder):
            if name.endswith(".csv"):
                with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
                    cells.update(cell for row in csv.reader(file) for cell in row)
        return cells

    @staticmethod
    def _sources():
        """Where the law was read, which stands there in its own language, too."""
        folder, sources = os.path.join(SOURCE, "data", "packs", "cn"), set()
        for name in os.listdir(folder):
            if name.endswith(".xml"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    sources.update(re.findall(r'\bsource="([^"]+)"', file.read()))
        return sorted(sources, key=len, reverse=True)

    def foreign(self, text):
        """Whether a text of the window is in the other language."""
        text = re.sub(r"(?<!\w)/[^\s，。]+", "", text)     # where a folder lies
        for own in self.own:
            text = text.replace(own, "")
        text = plain(text).strip()
        if not text or text in self.data or TYPE_NAME.match(text):
            return False
        if self.language == "en":
            return text in self.chinese or any(not self._is_data(run) for run in CHINESE.findall(text))
        return (text in self.english and text.lower() not in KEPT) or any(not self._is_data(word) for word in WORDS.findall(text) if word.lower() not in KEPT)

    def _is_data(self, run):
        self._joined = getattr(self, "_joined", None) or "\n".join(self.data)
        return run in self._joined


def names(session, role):
    """Of all that has a role in the active window."""
    return [plain(n.name) for n in active_window(session).walk() if n.role == role]


def texts(top):
    """Everything that is written or said in a window."""
    return {t for n in top.walk() for t in (n.name, n.description) if t}
