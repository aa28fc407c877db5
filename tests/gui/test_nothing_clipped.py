"""Every pane and dialog at twice the text size, in Arabic and English: whole, apart, reachable."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitterHandle,
    QWidget,
)

from gui.subject import Subject
from newsarchive.article import EntityKind
from newsarchive.search.query import Facet
from tests.gui.people import SHORT

SLACK = 2  # pixels of rounding


def shown(root):
    """The widgets of ``root`` that can be seen."""
    return [one for one in root.findChildren(QWidget) if one.isVisible() and one.window() is root]


def scrolls(widget):
    """Whether it stands in something that scrolls, where it may be longer than what is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def told(widget):
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.objectName()} «{text}»"


def clipped(root):
    """Texts that have less room than they need."""
    found = []
    for widget in shown(root):
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            room = widget.contentsRect()
            needed = widget.fontMetrics().boundingRect(QRect(), 0, widget.text()).size()
        elif isinstance(widget, QAbstractButton) and widget.text():
            room, needed = widget.rect(), widget.minimumSizeHint()
        elif isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
            continue
        elif isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
            room, needed = widget.rect(), widget.minimumSizeHint()
        else:
            continue
        if needed.height() > room.height() + SLACK or needed.width() > room.width() + SLACK:
            found.append((told(widget), needed.toTuple(), room.size().toTuple()))
    return found


def outside(root):
    """Widgets that reach beyond what holds them."""
    return [
        told(widget)
        for widget in shown(root)
        if not scrolls(widget)
        and not isinstance(widget, QSplitterHandle)
        and widget.parentWidget() is not None
        and not widget.parentWidget()
        .rect()
        .adjusted(-SLACK, -SLACK, SLACK, SLACK)
        .contains(widget.geometry())
        and isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox)
    ]


def overlapping(root):
    """Pairs of neighbours that lie on each other."""
    found = []
    plain = (QLabel, QAbstractButton, QLineEdit, QComboBox)
    by_parent = {}
    for widget in shown(root):
        if isinstance(widget, plain) and not isinstance(widget.parentWidget(), QLineEdit):
            by_parent.setdefault(widget.parentWidget(), []).append(widget)
    for brothers in by_parent.values():
        for place, one in enumerate(brothers):
            for other in brothers[place + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > SLACK and both.height() > SLACK:
                    found.append((told(one), told(other)))
    return found


def nameless(root):
    """Widgets that take the focus and have no name for a screen reader."""
    return [
        told(widget)
        for widget in shown(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractItemView)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractItemView)
    ]


def unreachable(root):
    """Widgets that Tab never comes to, from one that takes the focus on."""
    wanted = {
        widget
        for widget in shown(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    }
    chain, widget = set(), root
    while widget not in chain:
        chain.add(widget)
        widget = widget.nextInFocusChain()
    return [told(widget) for widget in wanted - chain]


def check(root):
    QApplication.processEvents()
    assert clipped(root) == []
    assert outside(root) == []
    assert overlapping(root) == []
    assert nameless(root) == []
    assert unreachable(root) == []


@pytest.fixture(params=["ar", "en"])
def large(make_desk, archive, request):
    return make_desk(archive, text_size=200, language=request.param).window


def test_the_window(large, qtbot):
    large.resize(1440, 900)
    check(large)


@pytest.mark.parametrize(
    "action",
    ["preferences", "shortcuts", "about", "proposals", "corrections", "watch_folders"],
)
def test_each_dialog(large, action, qtbot):
    large.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: large.findChild(QDialog) is not None)
    dialog = large.findChild(QDialog)
    check(dialog)
    dialog.reject()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_of_a_person(people, language, qtbot):
    people.settings.set("language", language)
    people.settings.set("text_size", 200)
    qtbot.waitUntil(lambda: not people.busy and people.window.list.model.rowCount() == 4)
    people.navigation.open_entity(Subject(EntityKind.PERSON, SHORT))
    qtbot.waitUntil(lambda: not people.busy)
    check(people.window)


def test_all_values(large, qtbot):
    large._show_all_values(Facet.PERSON)
    dialog = large.findChild(QDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    check(dialog)
    dialog.reject()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_original_below_the_article(people, language, qtbot):
    people.settings.set("language", language)
    people.settings.set("text_size", 200)
    rtl = language == "ar"
    qtbot.waitUntil(lambda: people.window.isRightToLeft() is rtl and not people.busy)
    qtbot.waitUntil(lambda: people.window.page.opened is not None)
    people.window.actions_by_id["source"].trigger()
    qtbot.waitUntil(lambda: people.window.source.told is not None)
    check(people.window)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_result_with_what_may_be_left_out(people, language, qtbot):
    people.settings.set("language", language)
    people.settings.set("text_size", 200)
    rtl = language == "ar"
    qtbot.waitUntil(lambda: people.window.isRightToLeft() is rtl and not people.busy)
    people.navigation.choose(Facet.PERSON, SHORT)
    people.navigation.type("ضفدع قسم:محليات")
    qtbot.waitUntil(lambda: bool(people.window.list.empty.ways))
    check(people.window)
