"""A reader at a real X screen, whose keys come from the keyboard: needs Xvfb and xdotool."""

import json
import os
import select
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

import pytest

from tests.newsarchive.builders import archive_of, article

pytestmark = pytest.mark.posix

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 90
PORT = article("افتتاح ميناء المرسى", "نص عن الميناء الجديد.", date="2025-12-15", outlet="الساحل")
SHIP = article("سفينة في الميناء", "رست سفينة كبيرة.", date="2025-11-15", outlet="الجبل")
SCHOOL = article("مدرسة السهل", "فتحت المدرسة.", date="2025-11-03", outlet="الساحل")


@pytest.fixture(scope="module")
def screen():
    """The name of a screen of the test's own."""
    reading, writing = os.pipe()
    # A server that resets forgets its layouts as soon as the program that set them has ended.
    options = ("-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *options],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    # xdotool gives letters that no layout has a spare key, which programs learn of too late.
    subprocess.run(["setxkbmap", "-display", f":{number}", "-layout", "us,ara"], check=True)
    yield f":{number}"
    server.terminate()
    server.wait()


class Watched:
    """The program in a process of its own, its window looked at and its keys pressed."""

    def __init__(self, screen, folder, path):
        self._environment = {
            **os.environ,
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "QUSASAT_CACHE": str(folder / "cache"),
            "HOME": str(folder),
        }
        command = [sys.executable, "-m", "tests.journeys.on_screen", str(path)]
        self.process = subprocess.Popen(
            [*command, str(folder / "settings.ini")],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._rest = b""
        self._lines = deque()
        self._seen = {}

    def sees(self, comes_true):
        """Wait until what the window shows is so; gives what it shows."""
        end = time.monotonic() + SECONDS
        while not (self._seen and comes_true(self._seen)):
            if self._lines:
                self._seen = json.loads(self._lines.popleft())
            elif self.process.poll() is not None:
                raise AssertionError(self.process.stderr.read().decode())
            elif time.monotonic() < end:
                self._read(end - time.monotonic())
            else:
                raise AssertionError(self._seen)
        return self._seen

    def _read(self, seconds):
        if select.select([self.process.stdout], [], [], seconds)[0]:
            self._rest += os.read(self.process.stdout.fileno(), 65_536)
        *whole, self._rest = self._rest.split(b"\n")
        self._lines.extend(whole)

    def keyboard(self, *words):
        """Let xdotool press keys, or type."""
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=SECONDS)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


@pytest.fixture
def watched(screen, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with archive_of(tmp_path, PORT, SHIP, SCHOOL) as made:
        path = made.path
    one = Watched(screen, tmp_path, path)
    yield one
    one.close()


def test_an_article_is_found_and_an_outlet_left_out_with_real_keys(watched):
    seen = watched.sees(lambda seen: len(seen["titles"]) == 3)
    assert seen["platform"] == "xcb"
    watched.keyboard(
        "search", "--sync", "--onlyvisible", "--name", "قصاصات", "windowfocus", "--sync"
    )
    watched.sees(lambda seen: seen["focus"] == "SearchField")
    watched.keyboard("type", "--delay", "60", "الميناء")
    seen = watched.sees(lambda seen: seen["line"] == "الميناء")
    seen = watched.sees(lambda seen: len(seen["titles"]) == 2)
    watched.keyboard("key", "Down")
    watched.sees(lambda seen: seen["focus"] == "ListView")
    watched.keyboard("key", "Home", "Return")
    seen = watched.sees(lambda seen: seen["focus"] == "ArticlePage")
    assert seen["article"] in (PORT.title, SHIP.title)
    watched.keyboard("key", "ctrl+k", "ctrl+a")
    watched.keyboard("type", "--delay", "60", "الميناء -مصدر:الجبل")
    seen = watched.sees(lambda seen: seen["titles"] == [PORT.title])
    watched.keyboard("key", "ctrl+q")
    assert watched.process.wait(SECONDS) == 0
