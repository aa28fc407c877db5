"""A note below the article: it saves itself, comes back with the article, is taken back whole."""

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.deeds import Noted
from gui.panes.note_pane import NotePane
from newsarchive.archive import Archive
from tests.gui.conftest import type_text

_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


@pytest.fixture
def pane(appearance, qtbot):
    made = NotePane(appearance)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(people, qtbot):
    people.window.list.focus_rows()
    qtbot.waitUntil(lambda: people.window.page.opened is not None)
    return people.window


def test_what_is_written_is_told_once_after_a_pause(pane, qtbot):
    pane.show_note(7, "")
    pane.begin()
    with qtbot.waitSignal(pane.written) as told:
        type_text(pane.text, "راجع المصدر")
    assert told.args == [7, "راجع المصدر"]
    assert pane._state.text() == "حُفظت"
    pane.save()
    assert pane.text.toPlainText() == "راجع المصدر"


def test_it_is_told_at_once_when_the_article_goes(pane):
    told = []
    pane.written.connect(lambda *said: told.append(said))
    pane.show_note(7, "قديم")
    type_text(pane.text, "جديد ")
    pane.show_note(8, "")
    assert told == [(7, "جديد قديم")]
    assert pane.text.toPlainText() == ""


def test_it_is_shown_where_there_is_a_note_or_one_is_wanted(pane):
    pane.begin()
    assert pane.isHidden()
    pane.show_note(7, "")
    assert pane.isHidden()
    pane.show_note(8, "ملاحظة")
    assert not pane.isHidden()
    pane.show_note(9, "")
    assert pane.isHidden()
    pane.begin()
    pane.show_note(10, "")
    assert not pane.isHidden()
    pane.put_away()
    pane.show_note(11, "")
    assert pane.isHidden()
    pane.show_note(None, "")
    assert pane.isHidden()


@pytest.mark.parametrize(
    ("text", "side"), [("نص عن BBC", _RIGHT), ("see BBC عن", _LEFT), ("", _RIGHT)]
)
def test_it_is_written_from_the_edge_of_its_language(pane, text, side):
    pane.show_note(7, text)
    assert pane.text.document().defaultTextOption().alignment() == side


def test_an_older_text_does_not_overwrite_what_is_being_written(pane):
    pane.show_note(7, "")
    type_text(pane.text, "أكتب")
    pane.show_note(7, "قديم")
    assert pane.text.toPlainText() == "أكتب"
    pane.put_in("مسترجع", 8)
    assert pane.text.toPlainText() == "أكتب"
    pane.put_in("مسترجع", 7)
    assert pane.text.toPlainText() == "مسترجع"


def test_escape_leaves_the_note_and_an_empty_one_goes(pane, qtbot):
    pane.show_note(7, "نص")
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(pane.text, override)
    assert override.isAccepted()
    with qtbot.waitSignal(pane.leaveWanted):
        QTest.keyClick(pane.text, Qt.Key.Key_Escape)
    assert not pane.isHidden()
    pane.text.clear()
    with qtbot.waitSignal(pane.written) as told:
        QTest.keyClick(pane.text, Qt.Key.Key_Escape)
    assert told.args == [7, ""]
    assert pane.isHidden()


def test_a_note_is_written_by_key_kept_found_and_taken_back(window, people, settle, qtbot):
    QTest.keyClick(window, Qt.Key.Key_N)
    assert window.note.text.hasFocus()
    type_text(window.note.text, "سأل المحرر")
    qtbot.waitUntil(lambda: window.note._state.text() == "حُفظت")
    settle()
    type_text(window.note.text, " عنه")
    QTest.keyClick(window.note.text, Qt.Key.Key_Escape)
    settle()
    assert window.page.hasFocus()
    assert window.list.model.hit(0).marks.note == "سأل المحرر عنه"
    assert "✎" in window.list._row.meta(window.list.model.hit(0))
    window.navigation.type("ملاحظة:المحرر")
    settle()
    assert window.list.model.rowCount() == 1
    window.navigation.type("")
    settle()
    window.actions_by_id["undo"].trigger()
    settle()
    assert window.note.text.toPlainText() == ""
    assert window.list.model.hit(0).marks.note == ""
    window.actions_by_id["redo"].trigger()
    settle()
    assert window.note.text.toPlainText() == "سأل المحرر عنه"


def test_the_note_goes_with_its_article(window, settle):
    window.page.anchorClicked.emit(QUrl("note:"))
    type_text(window.note.text, "الأول")
    window.list.focus_rows()
    window.list.move(1)
    settle()
    assert window.note.text.toPlainText() == ""
    window.list.move(-1)
    settle()
    assert window.note.text.toPlainText() == "الأول"


def test_a_note_written_last_is_kept_when_the_window_closes(window, people, tmp_path):
    article = window.navigation.article
    people.entities.correcting.do(Noted(window.list.model.hit(1).id, "قبلها"))
    QTest.keyClick(window, Qt.Key.Key_N)
    type_text(window.note.text, "في آخر لحظة")
    window.close()
    people.entities.close()
    with Archive.open(tmp_path / "test.qusasat", read_only=True) as archive:
        assert archive.article(article).marks.note == "في آخر لحظة"
