"""Watched folders, with a stand-in for the command line that does the looking."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from gui import watching
from gui.dialogs.watched import WatchedDialog
from gui.importing import FailedFile, ImportProgress
from gui.watching import Eyes, Watching
from newsarchive.watched import WatchedFolder

ARCHIVE = Path("f.qusasat")
DONE = {"event": "done", "articles": 0, "duplicates": 0, "failed": 0}


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(watching, "PAUSE", 10)
    monkeypatch.setattr(watching, "RETRY", 10)
    monkeypatch.setattr(watching, "CHECK", 10)


@pytest.fixture
def watch(qtbot, tmp_path):
    """A Watching whose command line notes how it was called, prints events and ends."""
    made = []

    def make(*events, said="", code=0, waits=False):
        calls = tmp_path / "calls"
        script = (
            f"import sys, json; open({str(calls)!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"
            f"print({chr(10).join(map(json.dumps, events))!r}, flush=True)\n"
            f"print({said!r}, file=sys.stderr)\n"
            f"{'input()' if waits else ''}\nsys.exit({code})"
        )
        one = Watching(None, (sys.executable, "-c", script))
        one.calls = lambda: [json.loads(line) for line in calls.read_text().splitlines()]
        one.heard, one.shown = [], []
        one.told.connect(one.heard.append)
        one.progressed.connect(lambda *how: one.shown.append(how))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def folder(path, **how):
    return WatchedFolder(Path(path), "2025-12-01T00:00:00+00:00", **how)


def test_folders_are_looked_through_at_the_start_and_not_again(watch, qtbot):
    one = watch(DONE)
    with qtbot.waitSignals([one.foldersWanted, one.rested]):
        one.follow(ARCHIVE, [folder("/x")], "ar")
    assert one.calls() == [
        ["watch", "--archive", "f.qusasat", "--language", "ar", "--json", "--ask", "--once"]
    ]
    one.follow(ARCHIVE, [folder("/x")], "en", ocr=False)
    assert not one.busy
    assert one.shown == []
    with qtbot.waitSignal(one.rested):
        one.look()
    assert one.calls()[1][3:6] == ["--language", "en", "--no-ocr"]


def test_no_folders_no_look(watch):
    one = watch()
    one.follow(ARCHIVE, [], "ar")
    one.look()
    assert not one.busy


def test_what_came_in_is_told(watch, qtbot):
    progress = {"event": "progress", "files_done": 0, "files_total": 1, "articles": 0}
    one = watch(progress, DONE | {"articles": 2})
    with qtbot.waitSignal(one.arrived):
        one.follow(ARCHIVE, [folder("/x")], "ar")
    assert one.shown == [
        (ImportProgress(0, 1), True), (ImportProgress(0, 1, 2), False),
    ]  # fmt: skip


@pytest.mark.parametrize(("event", "word"), [("missing", "غير متاح"), ("back", "عاد")])
def test_a_folder_that_goes_or_comes_is_told(watch, qtbot, event, word):
    one = watch({"event": event, "path": "/usb/أخبار"}, DONE)
    with qtbot.waitSignal(one.rested):
        one.follow(ARCHIVE, [folder("/usb/أخبار")], "ar")
    assert word in one.heard[0]
    assert "/usb/أخبار" in one.heard[0]


@pytest.mark.parametrize("event", [{"event": "waiting", "files": 1}, {"event": "busy"}])
def test_what_was_not_done_is_done_soon(watch, qtbot, event):
    one = watch(event)
    with qtbot.waitSignal(one.arrived):
        one.follow(ARCHIVE, [folder("/x")], "ar")
    qtbot.waitUntil(lambda: len(one.calls()) > 1)


def test_failures_stay_listed_until_they_are_tried_again(watch, qtbot):
    failed = {"event": "failed", "file": "/x/a", "reason": "تالف", "path": "/x/a", "code": "c"}
    one = watch(failed, {"event": "progress", "files_total": 1}, DONE)
    with qtbot.waitSignal(one.rested):
        one.follow(ARCHIVE, [folder("/x")], "ar")
    assert one.failures == (FailedFile("/x/a", "تالف", "/x/a", "c"),)
    assert one.shown[-1][0].failed == 1
    one.drop([Path("/x/a")])
    assert one.failures == ()


def test_adding_and_leaving_are_done_one_after_the_other(watch, qtbot):
    one = watch(DONE)
    one.follow(ARCHIVE, [], "ar")
    one.add(Path("/y"))
    one.forget(Path("/z"))
    qtbot.waitUntil(lambda: not one.running)
    assert [call[-2:] for call in one.calls()] == [["--", "/y"], ["--ask", "--forget=/z"]]


def test_what_cannot_be_done_is_told_in_the_command_lines_words(watch, qtbot):
    one = watch(said="no folder", code=1)
    one.follow(ARCHIVE, [], "ar")
    with qtbot.waitSignal(one.told) as signal:
        one.add(Path("/y"))
    assert signal.args == ["no folder"]


def test_an_import_has_the_archive_for_itself(watch, qtbot):
    one = watch({"event": "entered", "paths": []}, waits=True)
    one.follow(ARCHIVE, [folder("/x")], "ar")
    qtbot.waitUntil(lambda: one.running)
    with qtbot.waitSignal(one.rested):
        one.hold()
    one.look()
    one.add(Path("/y"))
    assert not one.running
    one.release()
    assert one.running
    with qtbot.waitSignal(one.rested):
        one.cancel()
    assert one.heard == []


def test_another_archive_ends_the_look(watch, qtbot):
    one = watch(waits=True)
    one.follow(ARCHIVE, [folder("/x")], "ar")
    qtbot.waitUntil(lambda: one.running)
    with qtbot.waitSignal(one.rested):
        one.follow(Path("g.qusasat"), [], "ar")
    assert one.folders == ()


def test_a_change_in_a_folder_that_was_looked_into_brings_a_look(watch, qtbot, tmp_path):
    inside = tmp_path / "وارد"
    inside.mkdir()
    one = watch({"event": "entered", "paths": [str(inside)]}, DONE)
    with qtbot.waitSignal(one.rested):
        one.follow(ARCHIVE, [folder(inside)], "ar")

    def stirs():
        (inside / f"{len(list(inside.iterdir()))}.txt").write_text("خبر", encoding="utf-8")
        return len(one.calls()) > 1

    qtbot.waitUntil(stirs)


def test_a_folder_that_comes_back_is_heard_of(qtbot, tmp_path):
    eyes = Eyes()
    eyes.watch([], [str(tmp_path / "usb")])
    with qtbot.waitSignal(eyes.stirred):
        (tmp_path / "usb").mkdir()
    eyes.watch([str(tmp_path / "usb"), str(tmp_path / "none")], [])
    assert eyes._watcher.directories() == [str(tmp_path / "usb")]
    eyes.watch([], [])
    assert eyes._watcher.directories() == []


@pytest.fixture
def dialog(desk, qtbot, monkeypatch):
    desk.watching.folders = (
        folder("/x/أخبار", looked_at="2025-12-15T10:00:00+00:00"),
        folder("/usb", missing_since="2025-12-15T10:00:00+00:00"),
        folder("/new"),
    )
    desk.window.intake.show_watched()
    made = desk.window.findChild(WatchedDialog)
    qtbot.waitUntil(made.isVisible)
    return made


def test_the_dialog_tells_how_each_folder_stands(dialog):
    states = [dialog.table.item(row, 1).text() for row in range(3)]
    assert "15 ديسمبر 2025" in states[0]
    assert states[1:] == ["غير متاح الآن", "لم يُمر عليه بعد"]
    assert dialog.table.item(0, 0).toolTip() == str(Path("/x/أخبار"))


def test_folders_are_added_and_left_there(dialog, desk, monkeypatch):
    done = []
    monkeypatch.setattr(desk.watching, "_do", done.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/y")
    dialog.add_button.click()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert done == [["--once", "--", str(Path("/y"))], [f"--forget={Path('/usb')}"]]


def test_the_dialog_follows_what_the_archive_keeps(dialog, desk):
    desk.watching.follow(ARCHIVE, [], "ar")
    assert dialog.table.rowCount() == 0
    assert not dialog.forget_button.isEnabled()


def test_the_status_line_tells_of_watched_folders(make_desk, archive):
    archive.watched = ()
    status = make_desk(archive).window.status
    assert status._watched.isHidden()
    status.show_watched([folder("/x"), folder("/y", missing_since="2025")])
    assert status._watched.text() == "يراقب مجلدين · واحد غير متاح"


def test_a_look_waits_for_an_import_and_an_import_for_a_look(desk, qtbot, monkeypatch):
    started, held = [], []
    monkeypatch.setattr(desk.importing, "start", lambda paths, *_, **how: started.extend(paths))
    monkeypatch.setattr(desk.watching, "hold", lambda: held.append("hold"))
    monkeypatch.setattr(desk.watching, "release", lambda: held.append("release"))
    monkeypatch.setattr(type(desk.watching), "running", True)
    desk.window.import_paths([Path("a")])
    assert (started, held) == ([], ["hold"])
    assert desk.busy
    monkeypatch.setattr(type(desk.watching), "running", False)
    desk.watching.rested.emit()
    assert started == [Path("a")]
    desk.importing.finished.emit(ImportProgress())
    assert held == ["hold", "release"]
