"""Rows of words."""

from PySide6.QtCore import QModelIndex, Qt

from gui.models.line_model import Line, LineModel, LineRole

LINES = (Line("سالم", "وزير", "12", about=1), Line("ليلى"))


def test_rows_say_their_text_and_screen_readers_all_of_it(qtmodeltester):
    model = LineModel()
    model.show(LINES)
    qtmodeltester.check(model)
    first, second = model.index(0), model.index(1)
    assert (first.data(), second.data()) == ("سالم", "ليلى")
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "سالم · وزير · 12"
    assert second.data(Qt.ItemDataRole.ToolTipRole) == "ليلى"
    assert first.data(LineRole.LINE) == model.line(first) == LINES[0]
    assert first.data(Qt.ItemDataRole.FontRole) is None


def test_what_is_shown_can_be_worded_when_it_is_drawn():
    worded = []

    def say(number):
        worded.append(number)
        return Line(f"رقم {number}", about=number)

    model = LineModel(worded=say)
    model.show(range(1000))
    assert worded == []
    assert model.index(7).data() == "رقم 7"
    assert worded == [7]


def test_a_row_can_be_taken_away():
    model = LineModel()
    model.show(LINES)
    model.remove(0)
    assert model.rowCount() == 1
    assert model.index(0).data() == "ليلى"


def test_nothing_stands_outside_the_rows():
    model = LineModel()
    model.show(LINES)
    assert model.rowCount(model.index(0)) == 0
    assert model.line(QModelIndex()) is None
    assert model.data(QModelIndex()) is None
