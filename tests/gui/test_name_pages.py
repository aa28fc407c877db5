"""The page of a name: opened, followed, corrected and left."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.subject import Subject
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.search.query import Facet
from tests.gui.conftest import type_text
from tests.gui.people import FULL, SHORT
from tests.gui.steps import entries, menu, pick, press, values

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


@pytest.fixture
def window(people):
    return people.window


def test_the_page_of_a_person_lies_over_the_article(window, settle, focus):
    focus(Facet.PERSON, SHORT)
    press(window, Qt.Key.Key_P)
    settle()
    page = window.entity_page
    assert window.reading.currentWidget() is page
    assert page.title.text() == SHORT
    assert page.articles.hasFocus()
    office = page.sections["offices"].model.index(0).data()
    assert office == "مدير الشرطة"
    assert page.sections["proposals"].model.index(0).data() == FULL
    beside = page.sections["organisation"]
    assert beside.model.index(0).data() == "شرطة الساحل"
    assert window.naming.subject == Subject(PERSON, SHORT)
    beside.view.setFocus()
    assert window.naming.subject == Subject(BODY, "شرطة الساحل")
    beside.view.spacePressed.emit(beside.model.index(0))
    settle()
    assert page.title.text() == "شرطة الساحل"
    window.actions_by_id["back"].trigger()
    settle()
    assert page.title.text() == SHORT
    window.actions_by_id["escape"].trigger()
    assert window.page.isVisibleTo(window)
    assert window.page.hasFocus()


def test_the_articles_of_a_page_are_listed(window, settle):
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    window.entity_page.articles.click()
    settle()
    assert window.page.isVisibleTo(window)
    assert window.list.model.rowCount() == 2
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    march = dt.date(2024, 3, 1), dt.date(2024, 3, 31)
    window.entity_page.timeline.rangeChosen.emit(*march)
    settle()
    assert window.list.model.rowCount() == 1


def test_an_office_opens_the_articles_that_print_it(window, settle):
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    offices = window.entity_page.sections["offices"]
    offices.view.spacePressed.emit(offices.model.index(0))
    assert entries(menu(window)) == ["أول مقال: 1 مارس 2024", "آخر مقال: 1 أبريل 2025"]
    pick(menu(window), "أول مقال: 1 مارس 2024")
    settle()
    assert window.page.opened.stored.id == 1
    assert window.page.isVisibleTo(window)
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    titles = window.entity_page.sections["titles"]
    titles.view.spacePressed.emit(titles.model.index(0))
    settle()
    assert window.page.opened.stored.id == 1


def test_a_page_follows_its_name_and_tells_the_correction(window, people, settle):
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    people.entities.correcting.make([Correction(What.RENAME, PERSON, SHORT, "جمال بن سعيد")])
    settle()
    page = window.entity_page
    assert page.title.text() == "جمال بن سعيد"
    made = page.sections["corrections"]
    made.view.menuWanted.emit(made.model.index(0), QPoint(0, 0))
    pick(menu(window), "تراجع عن هذا")
    settle()
    assert page.title.text() == SHORT
    assert made.model.rowCount() == 0


def test_a_page_is_corrected_by_its_own_menu(window, settle, dialog):
    window.naming.open(Subject(PERSON, "مدى"))
    settle()
    window.entity_page.correct.click()
    assert "صفحة الاسم" not in entries(menu(window))
    pick(menu(window), "إخفاء من المرشحات…")
    dialog().take.click()
    settle()
    assert "لا يظهر في المرشحات" in window.entity_page._meta.text()


def test_proposals_of_a_page_are_judged_there(window, settle, dialog):
    window.naming.open(Subject(PERSON, FULL))
    settle()
    proposals = window.entity_page.sections["proposals"]
    assert proposals.model.index(0).data() == SHORT
    proposals.view.spacePressed.emit(proposals.model.index(0))
    pick(menu(window), "هما واحد: دمج…")
    settle()
    shown = dialog()
    assert shown.field.value == FULL
    shown.reject()
    proposals.view.menuWanted.emit(proposals.model.index(0), QPoint(0, 0))
    pick(menu(window), "صفحة الاسم")
    settle()
    assert window.entity_page.title.text() == SHORT
    proposals.view.menuWanted.emit(proposals.model.index(0), QPoint(0, 0))
    pick(menu(window), "اسمان مختلفان")
    settle()
    assert proposals.model.rowCount() == 0
    assert values(window) == {SHORT: 2, FULL: 1, "مدى": 1}


def test_a_page_of_a_name_that_is_not_there_says_so(window, settle):
    window.naming.open(Subject(PERSON, "لا أحد"))
    settle()
    assert "لا أحد" in window.status._understood.text()


def test_typing_closes_the_page(window, settle, qtbot):
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    type_text(window.search_bar.field, "بيان")
    qtbot.waitUntil(lambda: not window.search_bar.has_pending)
    settle()
    assert window.page.isVisibleTo(window)


def test_a_new_window_goes_on_with_the_page(people, settle, qtbot):
    before = people.window
    before.naming.open(Subject(PERSON, SHORT))
    settle()
    people.settings.set("language", "en")
    qtbot.waitUntil(lambda: people.window is not before)
    settle()
    window = people.window
    assert window.reading.currentWidget() is window.entity_page
    assert window.entity_page.title.text() == SHORT
    people.settings.set("language", "ar")
    qtbot.waitUntil(lambda: people.window is not window)


def test_the_page_scrolls_with_the_row_that_a_key_reaches(window, settle, qtbot):
    window.setMinimumSize(0, 0)
    window.resize(1000, 300)
    window.naming.open(Subject(PERSON, SHORT))
    settle()
    page = window.entity_page
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > page.viewport().height())
    page.sections["offices"].view.setFocus()
    bar.setValue(0)
    body = page.sections["organisation"].view
    while not body.hasFocus():
        press(window, Qt.Key.Key_Down)
    row = body.mapTo(page.viewport(), body.visualRect(body.currentIndex()).center())
    assert page.viewport().rect().contains(row)
    assert bar.value() > 0


def test_another_archive_closes_the_page(people, settle, tmp_path):
    people.window.naming.open(Subject(PERSON, SHORT))
    settle()
    people.open(tmp_path / "new.qusasat", create=True)
    settle()
    assert people.window.page.isVisibleTo(people.window)
