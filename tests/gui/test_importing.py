"""Imports in a process of their own, here a small script that tells what it is told to tell."""

import json
import sys
from pathlib import Path

import pytest

from gui.importing import FailedFile, Importing, ImportProgress
from gui.indexing import Indexing

LINES = """
import json, sys
print(json.dumps({"event": "failed", "file": "a.zip", "reason": "تالف"}))
print("not json")
print("[1]")
print(json.dumps({"event": "progress", "files_done": 1, "files_total": 2, "articles": 3,
                  "duplicates": 1, "failed": 1, "rate": 2.5, "other": "new"}), flush=True)
print(json.dumps({"event": "done", "articles": 5, "duplicates": 1, "failed": 1, "seconds": 0.5}))
open(sys.argv[-1], "w").write(json.dumps(sys.argv[1:]))
sys.exit(1)
"""
CRASH = (
    "import sys; print('first', file=sys.stderr); print('no room', file=sys.stderr); sys.exit(4)"
)
WAIT = 'print(\'{"event": "progress", "files_done": 1}\', flush=True); input()'


def program(script):
    return (sys.executable, "-c", script)


@pytest.fixture
def importing(qapp):
    made = []

    def make(script):
        one = Importing(None, program(script))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def test_progress_and_failures_come_as_they_are_told(importing, qtbot, tmp_path):
    run, told = importing(LINES), []
    run.progressed.connect(told.append)
    target = tmp_path / "said.json"
    with qtbot.waitSignal(run.finished) as signal:
        run.start([target], Path("f.qusasat"))
        assert run.running
    assert told[0] == ImportProgress(1, 2, 3, 1, 1, 2.5)
    assert signal.args[0] == ImportProgress(1, 2, 5, 1, 1, 2.5, 0.5)
    assert run.failures == (FailedFile("a.zip", "تالف"),)
    assert not run.running
    assert json.loads(target.read_text()) == [
        "import", "--archive", "f.qusasat", "--language", "ar", "--json", "--ask",
        "--give-way", "--", str(target),
    ]  # fmt: skip


def test_pictures_may_be_left_unread(importing, qtbot, tmp_path):
    run, target = importing(LINES), tmp_path / "said.json"
    with qtbot.waitSignal(run.finished):
        run.start([target], Path("f.qusasat"), ocr=False)
    assert json.loads(target.read_text())[-3:] == ["--no-ocr", "--", str(target)]


def test_a_crash_is_told_with_its_last_words(importing, qtbot):
    run, told = importing(CRASH), []
    run.broken.connect(told.append)
    with qtbot.waitSignal(run.finished):
        run.start([Path("a")], Path("f.qusasat"))
    assert told == ["no room"]


def test_a_program_that_is_not_there_is_told(qtbot, tmp_path):
    run = Importing(None, (str(tmp_path / "nothing"),))
    with qtbot.waitSignals([run.broken, run.finished]):
        run.start([Path("a")], Path("f.qusasat"))
    assert not run.running


def test_cancelling_is_no_crash(importing, qtbot):
    run, told = importing(WAIT), []
    run.broken.connect(told.append)
    with qtbot.waitSignal(run.progressed):
        run.start([Path("a")], Path("f.qusasat"))
    run.start([Path("b")], Path("f.qusasat"))
    with qtbot.waitSignal(run.finished):
        run.cancel()
    assert told == []


def test_closing_ends_the_process(importing, qtbot):
    run = importing(WAIT)
    with qtbot.waitSignal(run.progressed):
        run.start([Path("a")], Path("f.qusasat"))
    run.close()
    assert not run.running
    run.close()
    run.cancel()


@pytest.mark.parametrize(
    ("script", "told"),
    [("print('done')", ""), ("import sys; print('damaged'); sys.exit(4)", "damaged")],
)
def test_an_index_is_made_once(qtbot, script, told):
    run = Indexing(None, program(script))
    with qtbot.waitSignal(run.finished) as signal:
        run.start(Path("f.qusasat"), "ar")
        assert run.running
    assert signal.args == [told]
    run.start(Path("f.qusasat"), "ar")
    assert not run.running


def test_an_indexer_that_cannot_start_is_told(qtbot, tmp_path):
    run = Indexing(None, (str(tmp_path / "nothing"),))
    with qtbot.waitSignal(run.finished) as signal:
        run.start(Path("f.qusasat"), "ar")
    assert signal.args[0]


def test_closing_ends_the_indexer(qtbot):
    run = Indexing(None, program("input()"))
    with qtbot.waitSignal(run.started):
        run.start(Path("f.qusasat"), "ar")
    run.close()
    run.close()
    assert not run.running
