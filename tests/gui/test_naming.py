"""Names in the window: their menus, corrections and pages, over a small archive."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMessageBox

from gui.panes.scope import Scope
from gui.subject import Subject
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.errors import StoreError
from newsarchive.search.query import Choice, Facet
from tests.gui.people import FULL, SHORT
from tests.gui.steps import dialog_of, entries, menu, pick, press, values

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


@pytest.fixture
def window(people):
    return people.window


def test_two_names_are_merged_from_the_facets_by_keyboard(window, focus, dialog, settle, qtbot):
    focus(Facet.PERSON, SHORT)
    press(window, Qt.Key.Key_M)
    shown = dialog()
    assert shown.field.value == FULL
    assert "مقالين" in shown._reach.text()
    assert FULL in shown._joins.text()
    press(shown, Qt.Key.Key_Return)
    settle()
    assert values(window) == {FULL: 3, "مدى": 1}
    undo = window.actions_by_id["undo"]
    assert undo.isEnabled()
    assert SHORT in undo.text()
    with qtbot.waitActive(window):
        window.activateWindow()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert values(window) == {SHORT: 2, FULL: 1, "مدى": 1}
    assert not undo.isEnabled()
    assert undo.text() == "تراجع"
    assert SHORT in window.actions_by_id["redo"].text()


def test_a_choice_follows_the_name_that_it_chose(window, focus, dialog, settle):
    window.navigation.choose(Facet.PERSON, SHORT)
    settle()
    focus(Facet.PERSON, SHORT)
    press(window, Qt.Key.Key_F2)
    shown = dialog_of(window)
    assert not shown.take.isEnabled()
    shown.field.setText("جمال القُريشي")
    dialog().take.click()
    settle()
    assert window.navigation.query.choices == (Choice(Facet.PERSON, "جمال القُريشي"),)
    assert window.list.model.rowCount() == 2
    window.actions_by_id["undo"].trigger()
    settle()
    assert window.navigation.query.choices == (Choice(Facet.PERSON, SHORT),)
    assert window.list.model.rowCount() == 2


CHANGES = [
    ("hide", Facet.PERSON, "مدى", Facet.PERSON, "مدى", False),
    ("reject", Facet.PERSON, "مدى", Facet.PERSON, "مدى", False),
    ("make_place", Facet.ORGANISATION, "نزوى", Facet.PLACE, "نزوى", True),
    ("make_organisation", Facet.PERSON, "مدى", Facet.ORGANISATION, "مدى", True),
]


@pytest.mark.parametrize(("command", "facet", "name", "after", "called", "is_there"), CHANGES)
def test_a_name_is_hidden_rejected_or_of_another_kind(
    window, focus, dialog, settle, command, facet, name, after, called, is_there
):
    focus(facet, name)
    window.actions_by_id[command].trigger()
    dialog().take.click()
    settle()
    assert name not in values(window, facet)
    assert (called in values(window, after)) == is_there
    assert name in window.status._understood.text()


def test_a_name_is_not_turned_into_what_it_is(window, focus, settle):
    focus(Facet.PERSON, "مدى")
    window.actions_by_id["make_person"].trigger()
    assert window.status._understood.text() == "هذا نوعه من قبل"


def test_without_a_name_one_is_asked_for(window):
    window.search_bar.focus_field()
    window.actions_by_id["merge"].trigger()
    assert "اختر اسمًا أولًا" in window.status._understood.text()


def test_a_name_of_two_is_split_in_the_selected_articles(window, focus, dialog, settle):
    window.navigation.choose(Facet.SECTION, "محليات")
    settle()
    window.list.view.selectAll()
    focus(Facet.PERSON, SHORT)
    window.actions_by_id["split"].trigger()
    settle()
    shown = dialog_of(window)
    assert shown.findChild(Scope).those.text() == "في مقالين محددين في القائمة"
    shown.field.field.setText("جمال القريشي (الشاعر)")
    shown.field.begin()
    dialog().take.click()
    settle()
    assert values(window)["جمال القريشي (الشاعر)"] == 2


def test_a_name_of_two_is_split_in_the_open_article_alone(window, focus, dialog, settle):
    window.navigation.open_article(1)
    settle()
    focus(Facet.PERSON, SHORT)
    window.actions_by_id["split"].trigger()
    settle()
    shown = dialog_of(window)
    assert shown._build(SHORT) is None
    shown.field.field.setText("جمال القريشي (الشاعر)")
    shown.field.begin()
    dialog().take.click()
    settle()
    assert values(window) == {SHORT: 1, FULL: 1, "مدى": 1, "جمال القريشي (الشاعر)": 1}


def select(window, text):
    page = window.page
    body = page.document().toPlainText()
    cursor = QTextCursor(page.document())
    cursor.setPosition(body.index(text))
    cursor.setPosition(body.index(text) + len(text), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.setFocus()


def test_selected_text_is_marked_as_a_person(window, people, dialog, settle):
    window.navigation.open_article(1)
    settle()
    select(window, "خالد المعولي")
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    shown = dialog()
    assert shown.field.value == "خالد المعولي"
    shown.take.click()
    settle()
    assert values(window)["خالد المعولي"] == 1
    names = [entry.name for entry in window.page.setting.entries]
    assert "خالد المعولي" in names


def test_the_menu_of_selected_text_offers_to_mark_it(window, settle):
    window.navigation.open_article(1)
    settle()
    select(window, "نزوى")
    window.page.contextMenuEvent(by_key())
    assert entries(menu(window))[:3] == ["هذا شخص…", "هذه مؤسسة…", "هذا مكان…"]
    pick(menu(window), "هذا مكان…")
    settle()
    dialog_of(window).take.click()
    settle()
    assert values(window, Facet.PLACE) == {"نزوى": 1}


def by_key():
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))


def test_the_menu_of_a_chip_in_the_article_is_for_its_name(window, settle):
    window.navigation.open_article(1)
    settle()
    window.page.setFocus()
    for _ in range(5):  # the fields of the head come first
        if window.page.current_entry is None:
            press(window, Qt.Key.Key_Tab)
    assert window.page.current_entry.name == SHORT
    assert window.naming.subject == Subject(PERSON, SHORT)
    window.page.contextMenuEvent(by_key())
    shown = menu(window)
    assert entries(shown)[:4] == ["صفحة الاسم", "حصر البحث فيه", "الأصل", "دمج في اسم آخر…"]
    pick(shown, "حصر البحث فيه")
    settle()
    assert window.navigation.query.choices == (Choice(Facet.PERSON, SHORT),)


def test_the_menu_of_a_facet_value(window, settle, focus):
    focus(Facet.PERSON, "مدى")
    view = window.sidebar.sections[Facet.PERSON].view
    view.contextMenuEvent(by_key())
    pick(menu(window), "استبعاده")
    settle()
    assert window.navigation.query.choices == (Choice(Facet.PERSON, "مدى", exclude=True),)
    section = window.sidebar.sections[Facet.SECTION].view
    section.setCurrentIndex(section.model().index(0, 0))
    section.contextMenuEvent(by_key())
    assert entries(menu(window)) == ["حصر البحث فيه", "استبعاده"]
    menu(window).close()


def test_the_menu_of_a_value_among_all_values(window, qtbot):
    window._show_all_values(Facet.PERSON)
    shown = dialog_of(window)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 3)
    shown.view.setCurrentIndex(shown.model.index(0))
    shown.contextMenuEvent(by_key())
    assert "دمج في اسم آخر…" in entries(menu(window))
    menu(window).close()
    shown.reject()


def test_what_could_not_be_written_is_told_in_a_box(window, people, settle, qtbot):
    people.entities.correcting.failed.emit(StoreError("store-locked", file="أرشيف"))
    box = window.findChild(QMessageBox)
    assert box.isVisible()
    box.close()


def test_work_that_takes_long_is_told_in_the_status_line(window):
    window.naming._tell_work(True)
    window.naming._tell_late()
    assert window.status._bar.isVisible()
    window.naming._tell_work(False)
    assert not window.status._bar.isVisible()
    window.naming._tell_work(True)
    window.naming._tell_work(False)
    assert not window.naming._late.isActive()


def test_an_archive_of_another_program_is_told_apart_from_what_was_undone(window, people, settle):
    hide = Correction(What.HIDE, PERSON, "مدى")
    people.entities.correcting.make([hide])
    settle()
    people.entities.correcting.make([hide])
    settle()
    assert window.status._understood.text() == "هذا التصحيح قائم من قبل"


def test_the_caret_reaches_a_name_in_the_text(window, settle):
    window.navigation.open_article(1)
    settle()
    window.actions_by_id["caret"].trigger()
    assert window.page.has_caret
    marked = window.page.setting.names[0]
    cursor = window.page.textCursor()
    cursor.setPosition(marked.start + 2)
    window.page.setTextCursor(cursor)
    assert window.naming.subject == Subject(PERSON, SHORT)
    window.actions_by_id["escape"].trigger()
    assert not window.page.has_caret
