import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from gui.presence import FileOpening, Presence, show_other


@pytest.fixture(autouse=True)
def _own_runtime_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "")


@pytest.fixture
def presence(qapp):
    one = Presence()
    yield one
    one.close()


def asked_by_another_start(archive) -> subprocess.Popen:
    script = (
        "import sys; from pathlib import Path; from gui.presence import show_other; "
        "sys.exit(0 if show_other(Path(sys.argv[1])) else 5)"
    )
    return subprocess.Popen([sys.executable, "-c", script, str(archive)])


def test_a_second_start_on_an_archive_brings_its_window_to_the_front(presence, qtbot, tmp_path):
    presence.take(tmp_path / "news.qusasat")
    with qtbot.waitSignal(presence.wanted):
        other = asked_by_another_start(tmp_path / "news.qusasat")
    assert other.wait() == 0


def test_a_desktops_token_travels_with_the_wish(presence, qtbot, tmp_path, monkeypatch):
    presence.take(tmp_path / "news.qusasat")
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "nautilus-1")
    with qtbot.waitSignal(presence.wanted):
        other = asked_by_another_start(tmp_path / "news.qusasat")
    other.wait()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "nautilus-1"


def test_another_archive_has_a_window_of_its_own(presence, tmp_path):
    presence.take(tmp_path / "news.qusasat")
    assert not show_other(tmp_path / "sport.qusasat")


def test_an_archive_that_is_left_is_answered_for_no_more(presence, tmp_path):
    presence.take(tmp_path / "news.qusasat")
    presence.take(tmp_path / "sport.qusasat")
    assert not show_other(tmp_path / "news.qusasat")


def test_what_a_killed_process_left_behind_does_not_stand_in_the_way(presence, qtbot, tmp_path):
    script = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "application = QCoreApplication([])\n"
        "from gui.presence import Presence\n"
        "one = Presence(); one.take(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    archive = tmp_path / "news.qusasat"
    assert subprocess.run([sys.executable, "-c", script, str(archive)]).returncode != 0
    assert not show_other(archive)
    presence.take(archive)
    with qtbot.waitSignal(presence.wanted):
        other = asked_by_another_start(archive)
    assert other.wait() == 0


def test_a_file_that_the_system_hands_over_is_taken(qapp, qtbot, tmp_path):
    opening = FileOpening()
    qapp.installEventFilter(opening)
    path = tmp_path / "أرشيف.qusasat"
    with qtbot.waitSignal(opening.wanted) as told:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    qapp.removeEventFilter(opening)
    assert told.args == [path]
