"""Saved searches: kept by key, opened by key, click and menu, counted, renamed, dropped, undone."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu

from gui.dialogs.naming_search import NamingSearchDialog
from gui.searches import suggested_name
from gui.wording import Wording
from newsarchive.archive import Archive
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.gui.conftest import type_text
from tests.newsarchive.builders import add, article

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(people, qtbot):
    people.window.list.focus_rows()
    qtbot.waitUntil(lambda: people.window.page.opened is not None)
    return people.window


@pytest.fixture
def settle(people, qtbot):
    def wait():
        qtbot.waitUntil(lambda: not people.window.search_bar.has_pending)
        qtbot.waitUntil(lambda: not people.busy)

    return wait


def said(window):
    model = window.sidebar.saved.lines.model
    lines = [model.line(model.index(row)) for row in range(model.rowCount())]
    return [(line.text, line.figure) for line in lines]


def save(window, settle, name, query):
    window.navigation.ask(query)
    settle()
    window.actions_by_id["save_search"].trigger()
    dialog = window.findChildren(NamingSearchDialog)[-1]
    dialog.field.setText(name)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle()
    window.activateWindow()


POLICE = Query("", (Choice(Facet.ORGANISATION, "شرطة الساحل"),), sort=Sort.OLDEST)


def test_a_search_is_kept_with_its_choices_and_order_and_opened_again(window, settle):
    assert window.sidebar.saved.isHidden()
    save(window, settle, " الشرطة  اليوم", POLICE)
    assert said(window) == [("الشرطة اليوم", "")]
    window.navigation.clear()
    settle()
    QTest.keyClick(window, Qt.Key.Key_G)
    assert window.sidebar.saved.lines.view.hasFocus()
    QTest.keyClick(window.sidebar.saved.lines.view, Qt.Key.Key_Return)
    settle()
    assert window.navigation.query == POLICE
    assert window.list.model.rowCount() == 2


def test_what_came_in_since_is_counted_until_it_is_looked_at(window, people, settle, tmp_path):
    save(window, settle, "الشرطة", POLICE)
    with Archive.open(tmp_path / "test.qusasat") as archive:
        more = [article(f"خبر {n}", "نص", organisations=["شرطة الساحل"]) for n in range(3)]
        add(archive, *more, article("غيره", "نص"))
    people.asking.reload()
    settle()
    assert said(window) == [("الشرطة", "3 جديدة")]
    (listed,) = [a for a in window.searches._menu.actions() if a.objectName() == "saved"]
    assert "3 جديدة" in listed.text()
    listed.trigger()
    settle()
    assert said(window) == [("الشرطة", "")]
    people.asking.reload()
    settle()
    assert said(window) == [("الشرطة", "")]


def test_it_is_renamed_and_dropped_by_key_and_each_is_taken_back(window, settle, qtbot):
    save(window, settle, "قديم", POLICE)
    view = window.sidebar.saved.lines.view
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_F2)
    dialog = window.findChildren(NamingSearchDialog)[-1]
    dialog.field.clear()
    type_text(dialog.field, "جديد")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle()
    assert said(window) == [("جديد", "")]
    assert "تسمية البحث" in window.actions_by_id["undo"].text()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert said(window) == []
    for names in (["جديد"], ["قديم"], []):
        window.actions_by_id["undo"].trigger()
        settle()
        assert [name for name, _ in said(window)] == names
    window.actions_by_id["redo"].trigger()
    settle()
    assert said(window) == [("قديم", "")]


def test_a_search_in_the_place_of_another_comes_back_with_undo(window, settle):
    save(window, settle, "أ", POLICE)
    save(window, settle, "ب", Query("بيان"))
    save(window, settle, "ب", Query("تكريم"))
    assert [name for name, _ in said(window)] == ["أ", "ب"]
    window.actions_by_id["undo"].trigger()
    settle()
    kept = {one.name: one.query for one in window.searches._saved}
    assert kept == {"أ": POLICE, "ب": Query("بيان")}


def test_the_menu_of_a_search_can_renew_it(window, settle):
    save(window, settle, "أ", POLICE)
    window.navigation.ask(Query("بيان"))
    settle()
    view = window.sidebar.saved.lines.view
    view.setFocus()
    where = view.visualRect(view.model().index(0, 0)).center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(view.viewport(), asked)
    menu = window.findChildren(QMenu)[-1]
    menu.actions()[1].trigger()
    settle()
    assert [one.query for one in window.searches._saved] == [Query("بيان")]
    menu.close()


def test_the_name_says_what_would_be_replaced_and_must_not_be_empty(window, qtbot):
    dialog = NamingSearchDialog("حفظ", "أ", {"ب"}, window)
    save_button = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    assert (dialog.warning.text(), save_button.isEnabled()) == ("", True)
    dialog.field.setText("ب ")
    assert dialog.warning.text()
    dialog.field.setText("  ")
    assert not save_button.isEnabled()
    dialog.close()


def test_a_name_is_suggested_from_what_is_asked():
    query = Query(
        "ميناء ", (Choice(Facet.PERSON, "علي"), Choice(Facet.SOURCE, "عكاظ", exclude=True))
    )
    assert suggested_name(query, Wording()) == "ميناء · علي · −عكاظ"


def test_other_keys_and_an_empty_section_are_left_alone(window):
    section = window.sidebar.saved
    section.focus_rows()
    assert not section.lines.view.hasFocus()
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert not section.eventFilter(section.lines.view, pressed)
    assert not section.eventFilter(section.lines.view, QEvent(QEvent.Type.Paint))


def test_the_window_takes_f2_for_itself_only_elsewhere(window, settle):
    save(window, settle, "أ", POLICE)
    view = window.sidebar.saved.lines.view
    view.setCurrentIndex(view.model().index(0, 0))
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier
    )
    assert window.sidebar.saved.eventFilter(view, override)
    assert override.isAccepted()
    window.searches._show_menu(next(iter(window.searches._saved)), QPoint(1, 1))
    window.findChildren(QMenu)[-1].close()
