"""Looking for words within the article."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import type_text

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settle(window, desk, qtbot):
    def wait():
        qtbot.waitUntil(lambda: not window.find_bar._pause.isActive())
        qtbot.waitUntil(lambda: not desk.asking.busy)

    return wait


@pytest.fixture
def sought(window, settle):
    def seek(text):
        window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
        type_text(window.find_bar.field, text)
        settle()
        page = window.page
        whole = page.toPlainText()
        return [whole[mark.start : mark.end] for mark in page.found.marks]

    return seek


def a_word(window):
    """A word that stands in the open article more than once, without its first hamza."""
    words = window.page.opened.stored.article.body.split()
    return max((w for w in words if len(w) > 2 and words.count(w) > 1), key=len)


def test_words_are_marked_and_counted_and_gone_through(window, sought, settle):
    word = a_word(window)
    found = sought(word)
    assert len(found) > 1
    assert set(found) == {word}
    bar, page = window.find_bar, window.page
    assert bar.count.text() == f"1 من {len(found)}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 من {len(found)}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert page.found.current == len(found) - 1
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert page.found.current == 0
    QTest.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert page.found.current == len(found) - 1


def test_what_is_current_is_brought_into_view(window, sought):
    window.resize(1100, 420)
    found = sought("ال")
    page = window.page
    assert len(found) > 5
    page.found.current = len(found) - 2
    window.finding.step(1)
    assert page.verticalScrollBar().value() > 0
    page.grab()


def test_nothing_found_is_said(window, sought):
    assert sought("لايوجدمثله") == []
    assert window.find_bar.count.text() == "لا شيء"
    window.finding.step(1)
    window.find_bar.field.clear()
    window.find_bar.show_count(0, 0)
    assert window.find_bar.count.text() == ""


def test_f3_asks_first_and_seeks_what_is_selected(window, settle):
    window.activateWindow()
    page, word = window.page, a_word(window)
    start = page.toPlainText().index(word, page.setting.text_start)
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    QTest.keyClick(window, Qt.Key.Key_F3)
    settle()
    assert window.find_bar.field.text() == word
    assert page.found.marks


def test_escape_closes_it_from_the_bar_and_from_the_article(window, sought, qtbot):
    sought(a_word(window))
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window.find_bar.field, override)
    assert override.isAccepted()
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert window.find_bar.isHidden()
    assert window.page.found.marks == ()
    window.actions_by_id["find"].trigger()
    window.page.setFocus()
    qtbot.waitUntil(window.page.hasFocus)
    window.actions_by_id["escape"].trigger()
    assert window.find_bar.isHidden()


def test_the_next_article_is_looked_through_too(window, sought, settle):
    sought("ال")
    window.list.move(1)
    settle()
    assert window.page.found.marks
    window.find_bar.hide()
    window.list.move(1)
    settle()
    assert window.page.found.marks == ()


def test_an_answer_about_another_article_is_not_shown(window, sought):
    from gui.asking import FoundWithin

    sought("ال")
    before = window.page.found
    window.finding._show(FoundWithin(("غيره",), (((0, 2),),)))
    assert window.page.found is before


def test_without_an_article_there_is_nothing_to_look_through(make_desk):
    window = make_desk().window
    window.actions_by_id["find"].trigger()
    assert window.find_bar.isHidden()
