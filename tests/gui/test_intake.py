"""What comes in: follow-up questions about tables, failures that stay listed."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.choosing import Choosing
from gui.dialogs.columns import ColumnsDialog
from gui.dialogs.failures import FailuresDialog
from gui.importing import UNSURE, FailedFile, Importing, ImportProgress
from gui.looking import Looking

ROW = {
    "file": "a.csv", "sure": False, "articles": True,
    "mapping": [{"part": "title", "column": "م", "why": "content", "score": 0.7}],
    "columns": [{"name": "م", "samples": ["خبر"]}, {"name": "خ", "samples": ["نص"]}],
}  # fmt: skip


def program(*rows, code=0, said=""):
    """A stand-in for the command line: prints rows, says something, ends."""
    text = "\n".join(json.dumps(row) for row in rows)
    return (
        sys.executable, "-c",
        f"import sys; print({text!r}); print({said!r}, file=sys.stderr); sys.exit({code})",
    )  # fmt: skip


@pytest.fixture
def choose(qtbot, appearance):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = []

    def make(*rows, **how):
        one = Choosing(appearance, parent, program(*rows, **how))
        one.wanted = []
        one.importWanted.connect(lambda *asked: one.wanted.append(asked))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def dialog_of(choosing, qtbot):
    def shown():
        found = choosing.parent().findChildren(ColumnsDialog)
        return next((one for one in found if one.isVisible()), None)

    qtbot.waitUntil(lambda: shown() is not None)
    return shown()


def test_a_table_is_looked_at_through_the_command_line(qtbot):
    looking = Looking(None, program(ROW, ROW | {"sure": True}))
    with qtbot.waitSignal(looking.arrived) as signal:
        looking.start(Path("a.csv"), Path("f.qusasat"), "ar")
        assert looking.running
    first, second = signal.args[0]
    assert (first.name, first.names, first.is_sure) == ("a.csv", ("م", "خ"), False)
    assert (first.mapping.column("title"), first.samples("title")) == ("م", ("خبر",))
    assert second.is_sure
    looking.close()


def test_the_answer_imports_all_that_waits(choose, qtbot):
    choosing = choose(ROW)
    choosing.begin([Path("a.csv"), Path("b.csv")], Path("f.qusasat"), "ar")
    assert choosing.busy
    dialog = dialog_of(choosing, qtbot)
    choosing.begin([Path("c.csv")], Path("f.qusasat"), "ar")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert choosing.wanted == [([Path("a.csv"), Path("b.csv")], {"title": "م"})]


def test_a_skipped_file_leaves_the_others(choose, qtbot):
    choosing = choose(ROW)
    choosing.begin([Path("a.csv"), Path("b.csv")], Path("f.qusasat"), "ar")
    dialog_of(choosing, qtbot).reject()
    dialog_of(choosing, qtbot).reject()
    assert not choosing.busy
    assert choosing.wanted == []


def test_what_is_sure_by_now_is_not_asked_about(choose, qtbot):
    choosing = choose(ROW | {"sure": True})
    choosing.begin([Path("a.csv")], Path("f.qusasat"), "ar")
    qtbot.waitUntil(lambda: bool(choosing.wanted))
    assert choosing.wanted == [([Path("a.csv")], {})]


def test_the_user_may_choose_for_a_sure_table_too(choose, qtbot):
    sure = ROW | {"sure": True, "file": "b.csv"}
    choosing = choose(sure | {"articles": False, "mapping": [], "file": "notes"}, sure)
    choosing.begin([Path("a.xlsx")], Path("f.qusasat"), "ar", always=True)
    dialog = dialog_of(choosing, qtbot)
    assert dialog._table.name == "b.csv"
    dialog.reject()


def test_no_table_is_told_in_the_command_lines_words(choose, qtbot):
    choosing = choose(code=2, said="no table here")
    with qtbot.waitSignal(choosing.failed) as signal:
        choosing.begin([Path("a.pdf")], Path("f.qusasat"), "ar", always=True)
    assert signal.args == ["no table here"]


def failed_event(path, code=UNSURE):
    return {"event": "failed", "file": f"{path}/inner", "path": path, "reason": "س", "code": code}


def test_undecided_files_and_what_goes_on(qtbot):
    done = {"event": "done", "articles": 2, "duplicates": 0, "failed": 2, "seconds": 1.0}
    run = Importing(None, program(failed_event("a.zip"), failed_event("b.pdf", "x"), done))
    with qtbot.waitSignal(run.finished):
        run.start([Path("a.zip"), Path("b.pdf")], Path("f.qusasat"))
    assert run.undecided == (Path("a.zip"),)
    assert [one.wants_columns for one in run.failures] == [True, False]
    run._program._program = program({"event": "done", "articles": 3, "failed": 0, "seconds": 1.0})
    with qtbot.waitSignal(run.finished) as signal:
        run.start([Path("a.zip")], Path("f.qusasat"), "ar", {"title": "م"}, goes_on=True)
    assert run.failures == (FailedFile("b.pdf/inner", "س", "b.pdf", "x"),)
    assert (signal.args[0].articles, signal.args[0].failed) == (5, 1)
    assert run.undecided == ()


def test_the_choices_reach_the_command_line(qtbot, tmp_path):
    out = tmp_path / "line.json"
    script = f"import sys, json; json.dump(sys.argv[1:], open({str(out)!r}, 'w'))"
    run = Importing(None, (sys.executable, "-c", script))
    with qtbot.waitSignal(run.finished):
        run.start([Path("a")], Path("f.qusasat"), "ar", {"title": "م", "date": ""})
    assert json.loads(out.read_text())[-4:] == ["--map=title=م", "--map=date=", "--", "a"]


def test_after_an_import_the_undecided_are_asked_about(window, monkeypatch):
    asked = []
    monkeypatch.setattr(
        window.intake.choosing, "begin", lambda paths, *rest, **how: asked.append((paths, how))
    )
    window.importing._failures = [FailedFile("a.csv", "س", "a.csv", UNSURE)]
    window.importing.finished.emit(ImportProgress())
    assert asked == [((Path("a.csv"),), {"always": False})]
    window.importing._cancelled = True
    window.importing.finished.emit(ImportProgress())
    assert len(asked) == 1


def test_the_list_of_failures_offers_to_choose_columns(window, monkeypatch):
    asked = []
    monkeypatch.setattr(
        window.intake.choosing, "begin", lambda paths, *_, **how: asked.append(paths)
    )
    window.importing._failures = [
        FailedFile("a.zip/b.csv", "س", "a.zip", "reader-no-columns"),
        FailedFile("c", "س", "c", "x"),
    ]  # fmt: skip
    window.intake.show_failures()
    dialog = window.findChild(FailuresDialog)
    dialog._choose()
    assert asked == [[Path("a.zip")]]


def test_a_path_in_the_reason_of_a_failure_is_not_torn(window):
    window.importing._failures = [FailedFile("/ملفات/a.csv", "تالف: «/files/a.csv».")]
    window.intake.show_failures()
    dialog = window.findChild(FailuresDialog)
    assert dialog.table.item(0, 1).text() == "تالف: «\u2068/files/a.csv\u2069»."
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "/ملفات/a.csv\tتالف: «/files/a.csv»."
    dialog.reject()


@pytest.mark.parametrize(
    ("action", "dialog", "answer"),
    [
        ("import_files", "getOpenFileNames", (["/x/a.txt"], "")),
        ("import_folder", "getExistingDirectory", "/x/a.txt"),
    ],
)
def test_files_and_folders_are_asked_for(window, monkeypatch, action, dialog, answer):
    started = []
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: answer)
    monkeypatch.setattr(window.importing, "start", lambda paths, *_, **__: started.extend(paths))
    window.actions_by_id[action].trigger()
    assert started == [Path("/x/a.txt")]


def test_a_table_is_asked_for_and_then_its_columns(window, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/x/a.csv", ""))
    monkeypatch.setattr(
        window.intake.choosing, "begin", lambda paths, *rest, **how: asked.append((paths, how))
    )
    window.actions_by_id["import_table"].trigger()
    assert asked == [([Path("/x/a.csv")], {"always": True})]
