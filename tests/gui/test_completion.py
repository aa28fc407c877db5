"""Proposals while one types: the keys that reach them, and that typing and Enter stay one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.panes.search_bar import SearchBar
from newsarchive.search.query import Completion, Facet, Query, Reading, Results
from tests.gui.conftest import type_text

SALIM = Completion('شخص:"سالم الحارثي" ', "سالم الحارثي", 0, 3, Facet.PERSON)
FIELD = Completion("شخص:", "شخص", 0, 2)


@pytest.fixture
def bar(appearance, wording, qtbot):
    made = SearchBar(appearance, wording)
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


@pytest.fixture
def offered(bar, qtbot):
    """The bar with «سال» typed and two proposals for it."""
    with qtbot.waitSignal(bar.completionWanted) as asked:
        type_text(bar.field, "سال")
    assert asked.args == ["سال", 3]
    bar.offer("سال", 3, (SALIM, FIELD))
    assert bar.proposals.isVisible()
    return bar


def test_nothing_is_chosen_before_one_goes_down_so_enter_searches(offered, qtbot):
    with qtbot.waitSignal(offered.listWanted):
        QTest.keyClick(offered.field, Qt.Key.Key_Return)
    assert offered.field.text() == "سال"
    assert offered.proposals.isHidden()


def test_down_and_enter_take_a_proposal(offered, qtbot):
    QTest.keyClick(offered.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(offered.typed) as told:
        QTest.keyClick(offered.field, Qt.Key.Key_Return)
    assert told.args == ['شخص:"سالم الحارثي" ']
    assert offered.field.cursorPosition() == len(told.args[0])
    assert offered.field.hasFocus()


def test_up_from_the_first_is_the_line_again(offered, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(offered.field, key)
    assert not offered.proposals.view.currentIndex().isValid()
    assert offered.proposals.isVisible()
    with qtbot.waitSignal(offered.listWanted):
        QTest.keyClick(offered.field, Qt.Key.Key_Return)


def test_tab_takes_the_first(offered, qtbot):
    with qtbot.waitSignal(offered.typed):
        QTest.keyClick(offered.field, Qt.Key.Key_Tab)
    assert offered.field.text() == SALIM.text
    assert offered.field.hasFocus()


def test_escape_closes_them_and_leaves_the_line(offered):
    QTest.keyClick(offered.field, Qt.Key.Key_Escape)
    assert offered.proposals.isHidden()
    assert offered.field.text() == "سال"


def test_a_click_takes_a_proposal(offered, qtbot):
    view = offered.proposals.view
    where = view.visualRect(offered.proposals.model.index(0)).center()
    with qtbot.waitSignal(offered.typed):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert offered.field.text() == SALIM.text


def test_down_without_proposals_goes_to_the_list(bar, qtbot):
    with qtbot.waitSignal(bar.listWanted):
        QTest.keyClick(bar.field, Qt.Key.Key_Down)


def test_what_stands_after_the_cursor_stays_and_is_parted_once(bar):
    bar.field.setText("سال مسقط")
    bar._take(SALIM)
    assert bar.field.text() == 'شخص:"سالم الحارثي" مسقط'
    bar.field.undo()
    assert bar.field.text() == "سال مسقط"


def test_letters_beyond_the_first_plane_do_not_shift_it(bar):
    bar.field.setText("😀 سال")
    bar._take(Completion("سالم ", "سالم", 2, 5, Facet.PERSON))
    assert bar.field.text() == "😀 سالم "


@pytest.mark.parametrize(("line", "cursor"), [("سا", 2), ("سال", 1)])
def test_an_answer_to_other_letters_is_not_shown(offered, line, cursor):
    offered.proposals.hide()
    offered.offer(line, cursor, (SALIM,))
    assert offered.proposals.isHidden()


def test_an_answer_after_enter_is_not_shown(offered):
    QTest.keyClick(offered.field, Qt.Key.Key_Return)
    offered.offer("سال", 3, (SALIM,))
    assert offered.proposals.isHidden()


def test_they_go_with_the_focus_and_with_the_last_letter(offered, qtbot):
    offered.back.setEnabled(True)
    offered.back.setFocus()
    assert offered.proposals.isHidden()
    offered.field.setFocus()
    offered.offer("سال", 3, (SALIM,))
    offered.offer("سال", 3, ())
    assert offered.proposals.isHidden()
    offered.offer("سال", 3, (SALIM,))
    offered.field.selectAll()
    QTest.keyClick(offered.field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(offered.proposals.isHidden)


def test_they_lie_below_the_field_at_the_edge_one_reads_from(offered, qapp):
    field, popup = offered.field, offered.proposals
    corner = field.mapTo(offered, field.rect().bottomRight())
    assert popup.geometry().right() == corner.x()
    assert popup.geometry().top() > corner.y()
    offered.resize(700, 300)
    QApplication.processEvents()
    corner = field.mapTo(offered, field.rect().bottomRight())
    assert popup.geometry().right() == corner.x()


def test_each_says_what_it_is(offered):
    model = offered.proposals.model
    lines = [model.line(model.index(row)) for row in range(2)]
    assert [(line.text, line.figure) for line in lines] == [
        ("سالم الحارثي", "شخص"),
        ("شخص:", "حقل"),
    ]


@pytest.mark.parametrize(
    ("reading", "offers"),
    [(Reading("near", "دستويفسكي", ""), True), (Reading("unclosed", "(", ""), False)],
)
def test_a_line_read_otherwise_can_be_sought_exactly_as_typed(bar, qtbot, reading, offers):
    bar.reading.show_reading(Results(Query("x"), 1, (), (reading,)))
    assert bar.reading.isVisible()
    assert bar.reading.switch.isVisible() is offers
    with qtbot.waitSignal(bar.exactlyWanted) as wanted:
        bar.reading.switch.click()
    assert wanted.args == [True]
    bar.reading.show_reading(Results(Query("x", exactly=True), 0, ()))
    assert "تمامًا كما كُتبت" in bar.reading.said.text()
    with qtbot.waitSignal(bar.exactlyWanted) as wanted:
        bar.reading.switch.click()
    assert wanted.args == [False]
    bar.reading.show_reading(Results(Query("x"), 1, ()))
    assert bar.reading.isHidden()


def test_in_the_window_names_are_proposed_and_taken(window, desk, qtbot):
    window.activateWindow()
    window.search_bar.focus_field()
    type_text(window.search_bar.field, "الحوسن")
    qtbot.waitUntil(window.search_bar.proposals.isVisible)
    QTest.keyClick(window.search_bar.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: window.navigation.query.text.startswith("شخص:"))


def test_the_key_switches_exactly_and_shows_it(window, desk, qtbot):
    window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_E, control)
    qtbot.waitUntil(lambda: not desk.asking.busy)
    assert window.navigation.query.exactly
    assert window.actions_by_id["exactly"].isChecked()
    qtbot.waitUntil(window.search_bar.reading.isVisible)
    window.search_bar.reading.switch.click()
    qtbot.waitUntil(lambda: not desk.asking.busy)
    assert not window.navigation.query.exactly
    assert window.search_bar.reading.isHidden()
