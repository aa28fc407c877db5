"""Articles deleted in the window: gone at once, looked at in the trash, brought back, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from gui.dialogs.trash import TrashDialog
from gui.importing import ImportProgress
from newsarchive.search.query import Facet

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(people, qtbot):
    people.window.list.focus_rows()
    qtbot.waitUntil(lambda: people.window.page.opened is not None)
    return people.window


def titles(window):
    model = window.list.model
    return [model.hit(row).title.text for row in range(model.rowCount())]


def sections(window):
    model = window.sidebar.sections[Facet.SECTION].model
    return [model.index(row).data() for row in range(model.rowCount())]


def delete(window):
    QTest.keyClick(window.list.view, Qt.Key.Key_Delete)


def trash(window, qtbot):
    window.actions_by_id["trash"].trigger()
    qtbot.waitUntil(lambda: window.findChild(TrashDialog) is not None)
    return window.findChild(TrashDialog)


def test_a_deleted_article_is_gone_and_the_next_is_shown(window, settle):
    before = titles(window)
    delete(window)
    settle()
    assert titles(window) == before[1:]
    assert window.page.opened.stored.article.title == before[1]
    assert "سلة المحذوفات" in window.status._understood.text()


def test_the_line_of_an_import_leads_to_the_trash(window, qtbot):
    window.status.show_import(ImportProgress(duplicates=1, trashed=1), running=False)
    window.status._trashed.click()
    qtbot.waitUntil(lambda: window.findChild(TrashDialog) is not None)


def test_several_are_deleted_at_once_and_come_back_with_one_undo(window, settle):
    before = titles(window)
    QTest.keyClick(window.list.view, Qt.Key.Key_Down, SHIFT)
    settle()
    delete(window)
    settle()
    assert titles(window) == before[2:]
    assert "تراجع" in window.actions_by_id["undo"].text()
    window.actions_by_id["undo"].trigger()
    settle()
    assert titles(window) == before
    window.actions_by_id["redo"].trigger()
    settle()
    assert titles(window) == before[2:]


def test_all_deleted_leaves_no_row_and_no_value(window, settle):
    window.list.view.selectAll()
    settle()
    window.actions_by_id["delete"].trigger()
    settle()
    assert window.list.model.rowCount() == 0
    assert sections(window) == []
    assert window.page.opened is None
    window.actions_by_id["undo"].trigger()
    settle()
    assert len(titles(window)) == 4


def test_the_trash_gives_one_or_all_back(window, settle, qtbot):
    before = titles(window)
    for _ in range(3):
        delete(window)
        settle()
    dialog = trash(window, qtbot)
    assert {dialog.table.item(row, 0).text() for row in range(3)} == set(before[:3])
    dialog.restore_button.click()
    settle()
    assert len(titles(window)) == 2
    assert dialog.table.rowCount() == 2
    dialog.restore_all_button.click()
    settle()
    assert titles(window) == before
    assert dialog.table.rowCount() == 0
    assert not dialog.empty_button.isEnabled()
    window.actions_by_id["undo"].trigger()
    settle()
    assert len(titles(window)) == 2
    dialog.close()


def test_emptying_is_asked_about_and_for_good(window, settle, qtbot):
    delete(window)
    settle()
    dialog = trash(window, qtbot)
    dialog.empty_button.click()
    box = dialog.findChild(QMessageBox)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Cancel).click()
    settle()
    dialog.empty_button.click()
    box = dialog.findChildren(QMessageBox)[-1]
    next(b for b in box.findChildren(QPushButton) if "نهائي" in b.text()).click()
    settle()
    qtbot.waitUntil(lambda: window.findChild(TrashDialog) is None)
    assert trash(window, qtbot).table.rowCount() == 0


def test_nothing_is_deleted_where_nothing_is_meant(make_desk, qtbot):
    desk = make_desk()
    desk.window.actions_by_id["delete"].trigger()
    qtbot.waitUntil(lambda: not desk.busy)
