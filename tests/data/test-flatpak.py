#!/usr/bin/python3
"""The sandbox that flatpak/ asks for: no network, no files of the user's, and what the desktop file promises."""
import os
import unittest

import yaml

SOURCE = os.environ["FAIRWELL_SOURCE"]
APP_ID = "org.fairwell.Fairwell"


def manifest():
    with open(os.path.join(SOURCE, "flatpak", APP_ID + ".yaml"), encoding="utf-8") as text:
        return yaml.safe_load(text)


class Manifest(unittest.TestCase):
    def test_no_way_out(self):
        for permission in manifest()["finish-args"]:
            self.assertNotRegex(permission, "network|filesystem|session-bus|system-bus|talk-name|devices?=all")

    def test_the_program_it_starts(self):
        self.assertEqual(manifest()["app-id"], APP_ID)
        with open(os.path.join(SOURCE, "data", APP_ID + ".desktop.in"), encoding="utf-8") as desktop:
            self.assertIn(f"Exec={manifest()['command']}\n", desktop.read())

    def test_sources_are_fixed(self):
        for module in manifest()["modules"]:
            for source in module["sources"]:
                if source["type"] == "archive":
                    self.assertRegex(source["sha256"], "^[0-9a-f]{64}$")
                    self.assertRegex(source["url"], "^https://")

    def test_sqlcipher_is_configured_as_by_the_set_up(self):
        with open(os.path.join(SOURCE, "tools", "sqlcipher"), encoding="utf-8") as script:
            words = script.read().replace('"', " ").replace("\\\n", " ").split()
        module = next(m for m in manifest()["modules"] if m["name"] == "sqlcipher")
        for option in module["config-opts"]:
            self.assertIn(option, words)
        for define in module["build-options"]["cflags"].split():
            self.assertIn(define, words)


if __name__ == "__main__":
    unittest.main()
