"""The private desktop: display, window manager, bus, accessibility registry, and the program on it."""
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402
from Xlib import X, Xatom, display as xdisplay, error as xerror  # noqa: E402

from .base import ATSPI, POLL, ROOT, TIMEOUT, AppDied, GtkDriveError, TimedOut  # noqa: E402
from .bus import Bus  # noqa: E402

BUS_CONF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={run}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow user="*"/><allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
  </policy>
  <limit name="max_incoming_bytes">1000000000</limit>
  <limit name="max_outgoing_bytes">1000000000</limit>
  <limit name="max_message_size">1000000000</limit>
  <limit name="max_match_rules_per_connection">50000</limit>
  <limit name="max_replies_per_connection">50000</limit>
</busconfig>
"""

# No key bindings (they would swallow the program's), no decorations, dialogs centred.
OPENBOX_RC = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <keyboard/>
  <mouse><context name="Client"><mousebind button="Left" action="Press">
    <action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
"""

GTK_SETTINGS = """[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-xft-antialias=1
gtk-xft-hinting=0
gtk-xft-rgba=none
gtk-font-name=Noto Sans 11
"""

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <cachedir>{cache}</cachedir>
  <match><test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="append" binding="strong"><string>Noto Sans CJK SC</string></edit></match>
  <match><test name="family"><string>Noto Sans</string></test>
    <edit name="family" mode="append" binding="strong"><string>Noto Sans CJK SC</string></edit></match>
</fontconfig>
"""


def die_with_parent():
    """In a child: be killed when the test process dies, however it dies."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def own_group():
    os.setsid()
    die_with_parent()


class Desktop:
    """Starts what a program needs around it, and ends what it started."""

    def __init__(self, app_cmd, env=None, size=(1280, 1024), lang="zh_CN", home=None,
                 wm="openbox", cwd=None, wrapper=(), timeout=30, text_scale=1, dark=False):
        self.procs, self.app, self.log_path, self._dpy, self._bus = [], None, None, None, None
        self._clips, self._ping, self._newer, self.managed = [], 0, None, bool(wm)
        self._atoms, self._layers = {}, {}      # what never changes, and was asked before
        self._tmp = tempfile.mkdtemp(prefix="gtkdrive-")
        self.home = os.path.abspath(home) if home else os.path.join(self._tmp, "home")
        self._quick = None
        try:
            self._start_desktop(size, lang, wm, text_scale, dark)
            if app_cmd:
                self.launch(app_cmd, env, cwd, wrapper, timeout)
        except BaseException:
            self.close()
            raise

    # -- starting and ending

    def _path(self, *p):
        return os.path.join(self._tmp, *p)

    def _write(self, path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)

    def _spawn(self, name, cmd, env, ready=None):
        """Start a helper; ready: an option whose value is an fd it reports on."""
        r = w = None
        fds = ()
        if ready:
            r, w = os.pipe()
            cmd, fds = [c.replace("@FD@", str(w)) for c in cmd], (w,)
        with open(self._path(name + ".log"), "wb") as log:
            p = subprocess.Popen(cmd, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                 pass_fds=fds, preexec_fn=own_group, cwd="/")
        self.procs.append((name, p))
        line = b""
        if ready:
            os.close(w)
            while not line.endswith(b"\n"):
                c = os.read(r, 1)
                if not c:
                    break
                line += c
            os.close(r)
            if not line.endswith(b"\n"):
                with open(self._path(name + ".log")) as f:
                    raise GtkDriveError("%s did not start: %s" % (name, f.read()))
        return line.decode().strip()

    def _start_desktop(self, size, lang, wm, text_scale, dark):
        run = self._path("run")
        for d in (run, self.home, self._path("services")):
            os.makedirs(d, mode=0o700, exist_ok=True)
        conf = os.path.join(self.home, ".config")
        self._write(os.path.join(conf, "gtk-4.0", "settings.ini"), GTK_SETTINGS)
        self._write(self._path("bus.conf"), BUS_CONF.format(run=run, services=self._path("services")))
        self._write(self._path("fonts.conf"), FONTS_CONF.format(
            cache=os.path.join(tempfile.gettempdir(), "gtkdrive-fontcache-%d" % os.getuid())))
        self._write(self._path("rc.xml"), OPENBOX_RC)
        drop = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_", "AT_SPI_", "XDG_", "GTK_", "GDK_", "GSK_",
                "XAUTHORITY", "LC_", "LANG", "ADW_", "SESSION_MANAGER", "XMODIFIERS")
        e = {k: v for k, v in os.environ.items() if not k.startswith(drop)}
        e.update(
            HOME=self.home, XDG_RUNTIME_DIR=run,
            XDG_CONFIG_HOME=conf, XDG_CACHE_HOME=os.path.join(self.home, ".cache"),
            XDG_DATA_HOME=os.path.join(self.home, ".local", "share"),
            XDG_STATE_HOME=os.path.join(self.home, ".local", "state"),
            FONTCONFIG_FILE=self._path("fonts.conf"),
            LANG="C.UTF-8", LANGUAGE=lang, PANGO_LANGUAGE=lang.replace("_", "-").lower(),
            GDK_BACKEND="x11", GSK_RENDERER="cairo", LIBGL_ALWAYS_SOFTWARE="1",
            GTK_A11Y="atspi", GSETTINGS_BACKEND="memory", GTK_USE_PORTAL="0",
            ADW_DISABLE_PORTAL="1", GIO_USE_VFS="local", GVFS_DISABLE_FUSE="1",
            NO_AT_BRIDGE="1", GDK_SCALE="1")
        if dark:
            e["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        num = self._spawn("xvfb", ["Xvfb", "-displayfd", "@FD@", "-screen", "0", "%dx%dx24" % size,
                                   "-nolisten", "tcp", "-noreset", "-dpi", "96"], e, True)
        e["DISPLAY"] = self.display = ":" + num
        addr = self._spawn("dbus", ["dbus-daemon", "--config-file=" + self._path("bus.conf"),
                                    "--nofork", "--print-address=@FD@"], e, True)
        # GTK takes AT_SPI_BUS_ADDRESS as it is, so one bus can be both, and neither
        # at-spi-bus-launcher nor any activated service is needed.
        e["DBUS_SESSION_BUS_ADDRESS"] = e["AT_SPI_BUS_ADDRESS"] = addr
        self.env = e
        self._bus = Gio.DBusConnection.new_for_address_sync(
            addr, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._bus.set_exit_on_close(False)
        self._quick = Bus(addr)
        self._spawn("registry", ["/usr/libexec/at-spi2-registryd"],
                    {k: v for k, v in e.items() if k != "DISPLAY"})
        self._dpy = xdisplay.Display(self.display)
        self._dpy.set_error_handler(lambda *_a: None)      # as of sending to a window just closed
        self._root = self._dpy.screen().root
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        # GTK takes the text's size from here before its own settings file.
        self._root.change_property(Xatom.RESOURCE_MANAGER, Xatom.STRING, 8, b"Xft.dpi:\t%d\n" % (96 * text_scale))
        self._dpy.sync()
        self._spare = None
        if wm:
            cmd = [wm] if isinstance(wm, str) else list(wm)
            if cmd == ["openbox"]:
                cmd += ["--sm-disable", "--config-file", self._path("rc.xml")]
            self._spawn("wm", cmd, e)
            self.wait_for(lambda: self._root.get_full_property(
                self._atom("_NET_SUPPORTING_WM_CHECK"), Xatom.WINDOW), what="window manager")
        self.wait_for(lambda: self._bus_has("org.a11y.atspi.Registry"), what="AT-SPI registry")
        self.follow_focus()

    def _bus_has(self, name):
        return self._call(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                          "NameHasOwner", "(s)", (name,))[0]

    def launch(self, app_cmd, env=None, cwd=None, wrapper=(), timeout=30):
        """Start the program (again, after quitting), and wait for a window of it."""
        if isinstance(app_cmd, str):
            app_cmd = GLib.shell_parse_argv(app_cmd)[1]
        app_cmd = list(app_cmd)
        if "/" in app_cmd[0]:
            app_cmd[0] = os.path.abspath(app_cmd[0])
        e = dict(self.env)
        for k, v in (env or {}).items():
            e.pop(k, None) if v is None else e.__setitem__(k, str(v))
        self.log_path = self._path("app.log")
        with open(self.log_path, "ab") as log:
            self.app = subprocess.Popen([*wrapper, *app_cmd], env=e, cwd=cwd or self.home, stdin=subprocess.DEVNULL,
                                        stdout=log, stderr=subprocess.STDOUT, preexec_fn=own_group)
        self.wait_for(lambda: self.windows(), timeout, "first window of " + app_cmd[0])
        self.wait_for(lambda: self._active_xwin() is not None, timeout, "an active window")
        self.sync()
        return self

    def alive(self):
        return self.app is not None and self.app.poll() is None

    def log(self):
        """What the program has written to stdout and stderr."""
        if not self.log_path:
            return ""
        with open(self.log_path, encoding="utf-8", errors="replace") as f:
            return f.read()

    def wait_exit(self, timeout=TIMEOUT):
        """Wait for the program to end by itself; its exit status."""
        try:
            return self.app.wait(timeout)
        except subprocess.TimeoutExpired:
            raise TimedOut("the program did not exit in %g s" % timeout) from None

    def close(self):
        """End all that the session started; the program's exit status (None: had to be ended)."""
        rc = self.app.poll() if self.app else None
        if self.app and rc is None:
            self._end(self.app, 3)
        if self._quick is not None:
            self._quick.close()
        if self._bus is not None and not self._bus.is_closed():
            try:
                self._bus.close_sync(None)
            except GLib.Error:
                pass
        if self._dpy is not None:
            try:
                self._dpy.close()
            except (xerror.ConnectionClosedError, OSError):
                pass
        for p in self._clips + [p for _name, p in reversed(self.procs)]:
            self._end(p, 2)
        self.procs, self.app, self._dpy, self._bus, self._quick = [], None, None, None, None
        shutil.rmtree(self._tmp, ignore_errors=True)
        return rc

    @staticmethod
    def _end(p, patience):
        """End a child of ours and its process group (it leads one of its own)."""
        for sig in (signal.SIGTERM, signal.SIGKILL):
            if p.poll() is None:
                try:
                    os.killpg(p.pid, sig)
                except ProcessLookupError:
                    pass
                try:
                    p.wait(patience)
                except subprocess.TimeoutExpired:
                    continue
            break
        try:
            os.killpg(p.pid, signal.SIGKILL)    # what a wrapper may have left
        except (ProcessLookupError, PermissionError):
            pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    # -- D-Bus

    def _call(self, ref, iface, method, sig=None, args=(), timeout_ms=5000):
        v = GLib.Variant(sig, args) if sig else None
        return self._bus.call_sync(ref[0], ref[1], iface, method, v, None,
                                   Gio.DBusCallFlags.NO_AUTO_START, timeout_ms, None).unpack()

    def _call_many(self, calls):
        """Do [(ref, iface, method, sig, args), ...] at once; None where one failed."""
        return self._quick.call_many(calls)

    def _apps(self):
        try:
            return self._call(("org.a11y.atspi.Registry", ROOT), ATSPI + "Accessible", "GetChildren")[0]
        except GLib.Error:
            return []

    def wait_for(self, cond, timeout=TIMEOUT, what=None):
        """Wait until cond() is true; its value.  Objects that vanish meanwhile are no error."""
        end = time.monotonic() + timeout
        while True:
            try:
                v = cond()
                if v:
                    return v
            except (GLib.Error, xerror.BadWindow, xerror.BadDrawable):
                pass
            if self.app is not None and self.app.poll() is not None:
                raise AppDied("the program ended with status %s\n%s" % (self.app.returncode, self.log()[-3000:]))
            for name, p in self.procs:
                if p.poll() is not None:
                    raise GtkDriveError("%s ended with status %s" % (name, p.returncode))
            if time.monotonic() > end:
                raise TimedOut("not within %g s: %s" % (timeout, what or getattr(cond, "__name__", cond)))
            time.sleep(POLL)
