"""Tags are called otherwise, or made one with another, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMenu

from gui.dialogs.renaming_tag import RenamingTagDialog
from newsarchive.archive import Archive
from newsarchive.article import STAR
from newsarchive.search.query import Choice, Facet
from tests.gui.conftest import type_text


@pytest.fixture
def window(people, qtbot):
    with Archive.open(people.window.archive_path) as archive:
        archive.marks.star([1])
        archive.marks.tag([1, 2], "مدرسه")
        archive.marks.tag([2, 3], "تعليم")
    people.asking.reload()
    people.window.list.focus_rows()
    qtbot.waitUntil(lambda: not people.busy and people.window.page.opened is not None)
    return people.window


def tags(window):
    model = window.sidebar.sections[Facet.TAG].model
    return {model.index(row).data() for row in range(model.rowCount())} - {STAR}


def dialog(window, qtbot):
    qtbot.waitUntil(lambda: window.findChild(RenamingTagDialog) is not None)
    return window.findChild(RenamingTagDialog)


def focus_on(window, value):
    section = window.sidebar.sections[Facet.TAG]
    section.view.setFocus()
    rows = range(section.model.rowCount())
    row = next(n for n in rows if section.model.index(n).data() == value)
    section.view.setCurrentIndex(section.model.index(row))


def test_by_key_in_the_filters_a_tag_is_renamed_and_what_is_chosen_follows(
    window, people, settle, qtbot
):
    people.navigation.choose(Facet.TAG, "تعليم")
    settle()
    focus_on(window, "تعليم")
    QTest.keyClick(window.sidebar.sections[Facet.TAG].view, Qt.Key.Key_F2)
    shown = dialog(window, qtbot)
    assert (shown.tag.currentText(), shown.field.text()) == ("تعليم", "تعليم")
    type_text(shown.field, "التعليم العام")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    assert people.navigation.query.choices == (Choice(Facet.TAG, "التعليم العام"),)
    qtbot.waitUntil(lambda: tags(window) == {"التعليم العام", "مدرسه"})
    assert window.list.model.rowCount() == 2
    window.actions_by_id["undo"].trigger()
    settle()
    assert people.navigation.query.choices == (Choice(Facet.TAG, "تعليم"),)
    assert window.list.model.rowCount() == 2


def test_the_line_that_asks_for_a_tag_follows_and_comes_back(window, people, settle, qtbot):
    people.navigation.type("وسم:تعليم")
    settle()
    window.retagging.rename("تعليم")
    shown = dialog(window, qtbot)
    type_text(shown.field, "التعليم العام")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    field = window.search_bar.field
    qtbot.waitUntil(lambda: field.text() == 'وسم:"التعليم العام"')
    assert window.list.model.rowCount() == 2
    window.actions_by_id["undo"].trigger()
    settle()
    qtbot.waitUntil(lambda: field.text() == "وسم:تعليم")
    assert window.list.model.rowCount() == 2


def test_onto_another_the_two_become_one_and_are_taken_apart(window, people, settle, qtbot):
    window.actions_by_id["rename_tag"].trigger()
    shown = dialog(window, qtbot)
    shown.tag.setCurrentText("تعليم")
    shown.field.clear()
    type_text(shown.field, "مدرسة")
    ok = shown._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert "مدرسه" in shown.warning.text()
    assert ok.text() == "دمج"
    ok.click()
    settle()
    qtbot.waitUntil(lambda: tags(window) == {"مدرسه"})
    window.actions_by_id["undo"].trigger()
    settle()
    qtbot.waitUntil(lambda: tags(window) == {"مدرسه", "تعليم"})
    window.actions_by_id["redo"].trigger()
    settle()
    qtbot.waitUntil(lambda: tags(window) == {"مدرسه"})


def test_the_menu_of_a_tag_offers_it_and_that_of_the_star_does_not(window, qtbot):
    def offered(value):
        window.naming.menus.show_value_menu(Facet.TAG, value, window.pos())
        menu = window.findChildren(QMenu)[-1]
        texts = [action.text() for action in menu.actions()]
        menu.close()
        return any(text.startswith("تغيير اسم وسم") for text in texts)

    assert offered("تعليم")
    assert not offered(STAR)


def test_a_name_that_is_none_or_the_same_is_not_taken(window, qtbot):
    window.retagging.rename("تعليم")
    shown = dialog(window, qtbot)
    ok = shown._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    shown.field.setText("  ")
    assert not ok.isEnabled()
    shown.field.setText("تعليم عام")
    assert ok.isEnabled()
    shown.reject()


def test_without_tags_it_is_said(people, qtbot):
    with qtbot.waitSignal(people.window.retagging.told) as told:
        people.window.actions_by_id["rename_tag"].trigger()
    assert told.args == ["لا وسوم في الأرشيف بعد"]
