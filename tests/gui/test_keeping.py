"""Stars and tags in the window: put on by key, menu and mouse, shown everywhere, taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.dialogs.tagging import TaggingDialog
from newsarchive.article import STAR
from newsarchive.search.query import Choice, Facet, Snippet
from tests.gui.conftest import type_text

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(people, qtbot):
    people.window.list.focus_rows()
    qtbot.waitUntil(lambda: people.window.page.opened is not None)
    return people.window


def starred(window):
    model = window.list.model
    return [model.hit(row).marks.starred for row in range(model.rowCount())]


def tags(window):
    model = window.sidebar.sections[Facet.TAG].model
    return [model.index(row).data() for row in range(model.rowCount())]


def dialog(window, qtbot):
    qtbot.waitUntil(lambda: window.findChild(TaggingDialog) is not None)
    return window.findChild(TaggingDialog)


def test_a_key_puts_the_star_on_the_open_article_and_off_again(window, settle):
    QTest.keyClick(window.list.view, Qt.Key.Key_Asterisk)
    settle()
    assert starred(window) == [True, False, False, False]
    assert "★ بنجمة" in window.page.toPlainText()
    assert tags(window) == [STAR]
    assert "نجمة" in window.status._understood.text()
    QTest.keyClick(window.list.view, Qt.Key.Key_Asterisk)
    settle()
    assert starred(window) == [False] * 4
    assert "☆ نجمة" in window.page.toPlainText()
    assert not window.sidebar.sections[Facet.TAG].isVisibleTo(window)


def test_several_rows_are_marked_at_once_and_taken_back_at_once(window, settle):
    for _ in range(2):
        QTest.keyClick(window.list.view, Qt.Key.Key_Down, SHIFT)
    settle()
    assert "3 محددة" in window.list._count.text()
    QTest.keyClick(window.list.view, Qt.Key.Key_Asterisk)
    settle()
    assert starred(window) == [True, True, True, False]
    window.actions_by_id["undo"].trigger()
    settle()
    assert starred(window) == [False] * 4
    assert "تُراجع" in window.status._understood.text()
    window.actions_by_id["redo"].trigger()
    settle()
    assert starred(window) == [True, True, True, False]


def test_only_what_was_not_marked_before_is_taken_back(window, settle):
    QTest.keyClick(window.list.view, Qt.Key.Key_Asterisk)
    settle()
    QTest.keyClick(window.list.view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(window.list.view, Qt.Key.Key_Asterisk)
    settle()
    assert starred(window) == [True, True, False, False]
    window.actions_by_id["undo"].trigger()
    settle()
    assert starred(window) == [True, False, False, False]


def test_a_click_on_a_rows_star_marks_that_row_and_leaves_the_open_one(window, settle):
    view, article = window.list.view, window.navigation.article
    rect = view.visualRect(window.list.model.index(2))
    star = window.list._row.star_area(rect, window.list.model.hit(2), right_to_left=True).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    settle()
    assert starred(window) == [False, False, True, False]
    assert window.navigation.article == article
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    settle()
    assert window.navigation.article == article
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()
    assert window.navigation.article == window.list.model.hit(2).id


def test_a_right_button_and_a_click_below_the_rows_are_no_clicks_on_a_star(window):
    view = window.list.view
    rect = view.visualRect(window.list.model.index(2))
    star = window.list._row.star_area(rect, window.list.model.hit(2), right_to_left=True).center()
    for place, button in ((star, Qt.MouseButton.RightButton), (QPoint(9, 800), _LEFT)):
        pressed = QMouseEvent(
            QEvent.Type.MouseButtonPress, QPointF(place), QPointF(place), button, button,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        assert view._star_at(pressed) is None
    view.setItemDelegate(None)
    pressed = QMouseEvent(
        QEvent.Type.MouseButtonPress, QPointF(star), QPointF(star), _LEFT, _LEFT,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert view._star_at(pressed) is None


def test_the_star_stands_at_the_far_end_of_the_title_in_either_window(window):
    rect = window.list.view.visualRect(window.list.model.index(0))
    row = window.list._row
    arabic = window.list.model.hit(0)
    latin = replace(arabic, title=Snippet("Fire in a warehouse"))
    for right_to_left in (True, False):
        star = row.star_area(rect, arabic, right_to_left=right_to_left)
        assert star.center().x() < rect.center().x()
        star = row.star_area(rect, latin, right_to_left=right_to_left)
        assert star.center().x() > rect.center().x()


def test_the_words_in_the_articles_head_are_links(window, settle, qtbot):
    page = window.page
    page.anchorClicked.emit(QUrl("star:"))
    settle()
    assert starred(window)[0]
    page.anchorClicked.emit(QUrl("tags:"))
    shown = dialog(window, qtbot)
    type_text(shown.field, "للنشر")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    assert "#للنشر" in page.toPlainText()
    page.anchorClicked.emit(QUrl("tag:0"))
    settle()
    assert window.navigation.query.choices == (Choice(Facet.TAG, "للنشر"),)
    assert window.list.model.rowCount() == 1


def test_tags_are_typed_found_put_on_and_taken_off(window, settle, qtbot):
    QTest.keyClick(window, Qt.Key.Key_T)
    shown = dialog(window, qtbot)
    assert shown.model.rowCount() == 0
    type_text(shown.field, " محليات  جديدة ")
    assert shown.model.line(shown.model.index(0)).note == "وسم جديد"
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    assert tags(window) == ["محليات جديدة"]
    assert "#محليات جديدة" in window.list._row.meta(window.list.model.hit(0))

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.list.view, Qt.Key.Key_Down, SHIFT)
    settle()
    QTest.keyClick(window, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: len(window.findChildren(TaggingDialog)) > 0)
    shown = window.findChildren(TaggingDialog)[-1]
    line = shown.model.line(shown.model.index(0))
    assert (line.text, line.note, line.figure) == ("– محليات جديدة", "على بعضها", "1")
    shown.view.clicked.emit(shown.model.index(0))
    settle()
    line = shown.model.line(shown.model.index(0))
    assert (line.text, line.note, line.figure) == ("✓ محليات جديدة", "عليها كلها", "2")
    type_text(shown.field, "محليات جديده")
    assert shown.model.rowCount() == 1
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    assert tags(window) == []
    window.actions_by_id["undo"].trigger()
    settle()
    assert tags(window) == ["محليات جديدة"]


def test_a_tag_that_begins_so_stands_before_a_new_one(window, settle, qtbot):
    QTest.keyClick(window, Qt.Key.Key_T)
    shown = dialog(window, qtbot)
    shown.show_tags([("أرشيف للنشر", 1, 0), ("للنشر", 2, 0)])
    type_text(shown.field, "للن")
    texts = [shown.model.line(shown.model.index(row)).text for row in range(3)]
    assert texts == ["للنشر", "للن", "أرشيف للنشر"]
    shown.reject()


def test_enter_on_nothing_closes_and_changes_nothing(window, settle, qtbot):
    QTest.keyClick(window, Qt.Key.Key_T)
    shown = dialog(window, qtbot)
    shown.follow(_star_done(window))
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    settle()
    assert tags(window) == []


def _star_done(window):
    from gui.deeds import Chosen, Done, Marked

    return Done(Marked(Chosen((1,)), on=True))


def test_the_search_is_narrowed_to_the_starred_and_follows_them(window, settle):
    QTest.keyClick(window.list.view, Qt.Key.Key_Asterisk)
    settle()
    QTest.keyClick(window, Qt.Key.Key_8, CONTROL)
    settle()
    assert window.list.model.rowCount() == 1
    assert window.navigation.query.choices == (Choice(Facet.TAG, STAR),)
    QTest.keyClick(window, Qt.Key.Key_Asterisk)
    settle()
    assert window.list.model.rowCount() == 0


def test_the_list_has_a_menu_of_what_can_be_done(window, qtbot):
    view = window.list.view
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        where = QPoint(50, 50)
        asked = QContextMenuEvent(reason, where, view.viewport().mapToGlobal(where))
        QApplication.sendEvent(view.viewport(), asked)
        menu = window.findChildren(QMenu)[-1]
        assert window.actions_by_id["tag"] in menu.actions()
        menu.close()


def test_ctrl_and_space_select_and_do_not_page(window):
    view = window.list.view
    QTest.keyClick(view, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Space, CONTROL)
    assert window.list.selected_count == 2


def test_without_an_article_nothing_is_marked(make_desk):
    window = make_desk().window
    for name in ("star", "tag"):
        window.actions_by_id[name].trigger()
    window.keeping._do_link("star", "")
    window.keeping._star_one(1)
    window.list._star_clicked(0)
    assert not window.keeping._entities.busy


_LEFT = Qt.MouseButton.LeftButton


def test_what_loses_its_star_gives_its_place_to_the_next_and_the_article_follows(
    window, settle, people
):
    view, model = window.list.view, window.list.model
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Asterisk)
    settle()
    people.navigation.choose(Facet.TAG, STAR)
    settle()
    titles = [model.hit(row).title.text for row in range(4)]
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    settle()
    QTest.keyClick(view, Qt.Key.Key_Asterisk)
    settle()
    assert [model.hit(row).title.text for row in range(3)] == titles[:1] + titles[2:]
    assert view.currentIndex().row() == 1
    assert window.page.opened.stored.article.title == titles[2]
    QTest.keyClick(view, Qt.Key.Key_End)
    settle()
    QTest.keyClick(view, Qt.Key.Key_Asterisk)
    settle()
    assert view.currentIndex().row() == 1
    assert window.page.opened.stored.article.title == titles[2]
