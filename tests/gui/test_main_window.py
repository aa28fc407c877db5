"""The window as a whole, over the archive in memory."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from gui.dialogs.preferences import PreferencesDialog
from gui.importing import FailedFile, ImportProgress
from gui.panes.article_list import Empty
from gui.panes.reading_line import MENDED
from newsarchive.arabic.fold import fold
from newsarchive.errors import StoreError
from newsarchive.search.query import Choice, Facet, Query, Reading, Results, Sort
from tests.gui.conftest import type_text
from tests.gui.fake_archive import FakeArchive, articles


@pytest.fixture
def settle(desk, qtbot):
    def wait():
        qtbot.waitUntil(lambda: not desk.window.search_bar.has_pending)
        qtbot.waitUntil(lambda: not desk.asking.busy)

    return wait


def test_it_opens_on_the_newest_article(window):
    assert window.windowTitle() == "أرشيف — قصاصات"
    assert window.list._count.text() == "32 مقالًا"
    newest = max(articles(), key=lambda article: article.published.date)
    assert window.page.opened.stored.article.title == newest.title


def test_typing_searches_and_the_first_hit_is_open(window, settle):
    type_text(window.search_bar.field, "مسقط")
    settle()
    assert window.list.model.rowCount() == 4
    assert window.page.opened.body_matches
    assert window.navigation.query.text == "مسقط"


def test_a_choice_narrows_and_is_a_chip(window, settle, desk):
    section = window.sidebar.sections[Facet.SECTION]
    section.view.setCurrentIndex(section.model.index(0))
    name = section.model.index(0).data()
    QTest.keyClick(section.view, Qt.Key.Key_Space)
    settle()
    assert window.navigation.query.choices == (Choice(Facet.SECTION, name),)
    assert {h.section for h in desk.asking.rows(window.navigation.query, 0, 99)} == {name}
    QTest.keyClick(section.view, Qt.Key.Key_Space)
    settle()
    assert window.navigation.query.choices == (Choice(Facet.SECTION, name, exclude=True),)


def test_j_and_k_walk_and_their_arabic_twins_too(window, settle):
    window.list.focus_rows()
    for key, row in ((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 2), (Qt.Key.Key_K, 1)):
        QTest.keyClick(window, key)
        assert window.list.view.currentIndex().row() == row
    settle()
    assert window.page.opened.stored.id == window.list.model.hit(1).id


def test_back_and_forward(window, settle):
    type_text(window.search_bar.field, "مسقط")
    settle()
    article = window.page.opened.stored.id
    window.actions_by_id["back"].trigger()
    settle()
    assert window.search_bar.field.text() == ""
    window.actions_by_id["forward"].trigger()
    settle()
    assert window.search_bar.field.text() == "مسقط"
    assert window.page.opened.stored.id == article


def test_escape_clears_then_goes_to_the_list(window, settle, qtbot):
    window.activateWindow()
    window.search_bar.focus_field()
    type_text(window.search_bar.field, "مسقط")
    settle()
    window.actions_by_id["escape"].trigger()
    settle()
    assert window.navigation.query == Query()
    window.actions_by_id["escape"].trigger()
    qtbot.waitUntil(window.list.view.hasFocus)


def test_no_result_offers_a_way_out(window, settle):
    type_text(window.search_bar.field, "لايوجدمثلهذا")
    settle()
    assert window.list._empty_reason is Empty.NO_RESULT
    assert window.page.opened is None
    window.list.empty.button.click()
    settle()
    assert window.list.model.rowCount() == 32
    assert window.search_bar.field.text() == ""


def test_an_empty_archive_says_what_to_do(make_desk):
    window = make_desk(FakeArchive(times=0)).window
    assert window.list._empty_reason is Empty.NO_ARTICLES


def test_a_name_in_the_article_narrows_the_list(window, settle):
    entry = window.page.setting.entries[0]
    window.page.entityChosen.emit(entry)
    settle()
    assert window.navigation.query.choices == (Choice(Facet.PERSON, entry.name),)


def test_the_order_can_be_chosen(window, settle):
    window.list.sortChosen.emit(Sort.OLDEST)
    settle()
    oldest = min(articles(), key=lambda article: article.published.date)
    assert window.list.model.hit(0).title.text == oldest.title
    assert window.list._sort.text() == "الأقدم"


def test_how_a_line_was_read_is_told(window):
    reading = Reading("keyboard", "lsr'", "مسقط")
    window.answering.show_results(Results(Query(), 0, (), (reading,)))
    assert "مسقط" in window.search_bar.reading.said.text()
    for kind in [*MENDED, "unclosed-quote", "unknown-field"]:
        window.answering.show_results(Results(Query(), 0, (), (Reading(kind, "أ", "ب"),)))
        assert window.search_bar.reading.said.text()


def test_an_answer_to_an_older_query_is_not_shown(window):
    before = window.list.model.rowCount()
    window.answering.show_results(Results(Query("قديم"), 1, ()))
    assert window.list.model.rowCount() == before


def test_all_values_in_a_list_with_a_search_within(window, settle, qtbot):
    window._show_all_values(Facet.PERSON)
    settle()
    dialog = window.findChild(QDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 100)
    commonest = dialog.model.index(0).data()
    dialog.order.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.model.index(0).data() != commonest)
    shown = [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]
    assert [fold(name) for name in shown] == sorted(fold(name) for name in shown)
    name = commonest
    type_text(dialog.field, name)
    qtbot.waitUntil(lambda: 0 < dialog.model.rowCount() < 5)
    dialog.view.clicked.emit(dialog.model.index(0))
    settle()
    assert window.navigation.query.choices[0].value == name
    dialog.reject()


@pytest.mark.parametrize("name", ["show_shortcuts", "show_about", "show_preferences"])
def test_each_dialog_opens_and_closes(window, name):
    getattr(window.sheets, name)()
    dialog = window.findChild(QDialog)
    assert dialog.isVisible()
    dialog.grab()
    dialog.reject()


def test_failures_can_be_copied_and_tried_again(window, tmp_path, monkeypatch):
    bad = tmp_path / "a.zip"
    bad.write_bytes(b"")
    window.importing._failures = [FailedFile(str(bad), "تالف"), FailedFile("gone.txt", "فارغ")]
    tried = []
    monkeypatch.setattr(window.importing, "start", lambda paths, *_, **__: tried.extend(paths))
    window.intake.show_failures()
    dialog = window.findChild(QDialog)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == f"{bad}\tتالف\ngone.txt\tفارغ"
    dialog._retry()
    assert tried == [bad]


def test_dropped_files_are_imported(window, tmp_path, monkeypatch):
    started = []
    monkeypatch.setattr(
        window.importing, "start", lambda paths, *_, ocr: started.extend([*paths, ocr])
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a")])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    assert started == [tmp_path, True]


def test_pictures_are_left_unread_when_the_reader_says_so(window, tmp_path, monkeypatch):
    started = []
    monkeypatch.setattr(window.importing, "start", lambda *_, ocr: started.append(ocr))
    window.sheets.show_preferences()
    window.findChild(PreferencesDialog).ocr.click()
    window.import_paths([tmp_path])
    assert started == [False]


def test_the_status_tells_how_many_pictures_are_unread(window, settle, archive):
    label = window.status._unread
    assert not label.isVisible()
    archive.pictures = (3, 4)
    window.asking.reload()
    settle()
    assert label.isVisible()
    assert "صورتان" in label.text()


def test_after_an_import_the_list_is_asked_again(window, settle, archive):
    window.importing.finished.emit(ImportProgress(articles=3))
    settle()
    assert archive.asked[-2:] == ["reload", Query()]
    assert "3" in window.status._work.text()


def test_a_citation_can_be_pasted(window):
    window.output.copy_citation()
    article = window.page.opened.stored.article
    text = QGuiApplication.clipboard().text()
    assert f"«{article.title}»" in text
    assert article.outlet in text
    assert article.url in text


def test_an_archive_that_cannot_be_opened_is_a_sentence(desk, qtbot, tmp_path):
    desk.open(tmp_path / "none.qusasat")
    qtbot.waitUntil(lambda: desk.window.findChild(QMessageBox) is not None)
    box = desk.window.findChild(QMessageBox)
    assert "none.qusasat" in box.text()
    assert desk.window.list._empty_reason is Empty.NO_ARCHIVE
    box.close()


def test_a_failing_search_is_told_in_the_status_line(desk, archive, qtbot):
    def fail(*_):
        raise StoreError("store-missing", file="x")

    archive.search = fail
    desk.navigation.type("شيء")
    qtbot.waitUntil(lambda: "x" in desk.window.status._understood.text())


def test_the_language_changes_without_a_new_start(desk, qtbot):
    desk.navigation.type("مسقط")
    qtbot.waitUntil(lambda: not desk.asking.busy)
    before = desk.window
    desk.settings.set("language", "en")
    qtbot.waitUntil(lambda: desk.window is not before)
    qtbot.waitUntil(lambda: not desk.asking.busy)
    window = desk.window
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.list._count.text() == "4 articles"
    assert window.search_bar.field.text() == "مسقط"
    desk.settings.set("language", "ar")
    qtbot.waitUntil(lambda: desk.window is not window)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
