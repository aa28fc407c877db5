"""Articles over time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.panes.time_axis import NARROWEST, bars, first_day, last_day, month_number
from gui.panes.timeline import Timeline
from gui.wording import Wording
from newsarchive.search.query import MonthCount
from tests.gui.conftest import move_mouse

YEARS = tuple(
    MonthCount(f"{y}-{m:02}", y - 2018 + m) for y in (2020, 2021, 2022) for m in range(1, 13)
)


@pytest.fixture
def timeline(appearance, wording, qtbot):
    made = Timeline(appearance, wording)
    qtbot.addWidget(made)
    made.resize(360, made.sizeHint().height())
    made.show_months(YEARS, whole=True)
    made.show()
    return made


@given(st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)))
def test_a_month_begins_and_ends_where_it_does(date):
    number = month_number(date)
    assert first_day(number) <= date <= last_day(number)
    assert first_day(number).day == 1
    assert month_number(last_day(number) + dt.timedelta(days=1)) == number + 1


@given(
    st.dictionaries(st.integers(24_000, 24_400), st.integers(1, 99), min_size=1),
    st.integers(60, 600),
)
def test_joined_bars_lose_no_article(months, width):
    first, last = min(months), max(months)
    made = bars(months, first, last, width)
    assert sum(bar.count for bar in made) == sum(months.values())
    assert len(made) == 1 or width / len(made) >= NARROWEST - 1 or made[0].months == 120


def drag(timeline, start, end):
    y = 20
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(start, y))
    QTest.mouseMove(timeline, QPoint((start + end) // 2, y))
    QTest.mouseMove(timeline, QPoint(end, y))
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(end, y))


def test_time_runs_from_the_right(timeline, qtbot):
    with qtbot.waitSignal(timeline.rangeChosen) as signal:
        drag(timeline, 359, 301)
    assert signal.args == [dt.date(2020, 1, 1), dt.date(2020, 6, 30)]


def test_and_from_the_left_in_english(timeline, qtbot):
    timeline.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    with qtbot.waitSignal(timeline.rangeChosen) as signal:
        drag(timeline, 0, 58)
    assert signal.args == [dt.date(2020, 1, 1), dt.date(2020, 6, 30)]


def test_a_double_click_takes_the_range_back(timeline, qtbot):
    with qtbot.waitSignal(timeline.rangeChosen) as signal:
        QTest.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    assert signal.args == [None, None]


def test_a_press_near_a_handle_moves_that_end(timeline, qtbot):
    timeline.show_range(dt.date(2020, 1, 1), dt.date(2020, 6, 30))
    with qtbot.waitSignal(timeline.rangeChosen) as signal:
        drag(timeline, 301, 245)
    assert signal.args == [dt.date(2020, 1, 1), dt.date(2020, 12, 31)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([(Qt.Key.Key_Left, False)], (dt.date(2020, 1, 1), dt.date(2020, 1, 31))),
        ([(Qt.Key.Key_Right, False)], (dt.date(2022, 12, 1), dt.date(2022, 12, 31))),
        ([(Qt.Key.Key_Left, False)] * 3, (dt.date(2020, 3, 1), dt.date(2020, 3, 31))),
        (
            [(Qt.Key.Key_Left, False), (Qt.Key.Key_Left, True)],
            (dt.date(2020, 1, 1), dt.date(2020, 2, 29)),
        ),
        (
            [(Qt.Key.Key_Right, False), (Qt.Key.Key_Left, False)],
            (dt.date(2022, 12, 1), dt.date(2022, 12, 31)),
        ),
        ([(Qt.Key.Key_Left, False), (Qt.Key.Key_Delete, False)], (None, None)),
    ],
)
def test_keys_move_and_widen_the_range(timeline, keys, expected):
    asked = []
    timeline.rangeChosen.connect(lambda *days: asked.append(days))
    for key, shift in keys:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(timeline, key, modifier)
    assert asked[-1] == expected


def test_a_screen_reader_hears_the_range(timeline):
    assert timeline.accessibleDescription() == "كل التواريخ"
    timeline.show_range(dt.date(2020, 1, 1), None)
    assert timeline.accessibleDescription() == "من يناير 2020 إلى ديسمبر 2022"


def test_nothing_to_show_asks_for_nothing(appearance, wording, qtbot):
    empty = Timeline(appearance, wording)
    qtbot.addWidget(empty)
    empty.show_months((), whole=True)
    asked = []
    empty.rangeChosen.connect(lambda *days: asked.append(days))
    drag(empty, 10, 60)
    QTest.keyClick(empty, Qt.Key.Key_Left)
    empty.grab()
    assert asked == []


def test_few_months_stand_in_whole_years(timeline):
    timeline.show_months((MonthCount("2015-07", 9), MonthCount("2015-08", 4)), whole=True)
    shown = timeline._bars(timeline._months)
    assert len(shown) == 12
    assert sum(bar.count for bar in shown) == 13


def test_the_bar_under_the_pointer_is_marked(timeline, qtbot):
    move_mouse(timeline, QPoint(5, 30))
    assert timeline._hovered == 35
    timeline.leaveEvent(None)
    assert timeline._hovered is None


def texts(timeline):
    return [text for _, text in timeline._labels(timeline._bars(timeline._counts))]


def test_closer_to_the_months_of_a_year_then_to_the_days_of_a_month_and_back(timeline, qtbot):
    timeline.show_range(dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    QTest.keyClick(timeline, Qt.Key.Key_Plus)
    assert texts(timeline) == [str(month) for month in range(1, 13)]
    assert sum(timeline._counts.values()) == sum(3 + month for month in range(1, 13))
    with qtbot.waitSignal(timeline.daysWanted) as wanted:
        QTest.keyClick(timeline, Qt.Key.Key_Equal)
    assert wanted.args == [dt.date(2021, 3, 1), dt.date(2021, 3, 31)]
    timeline.show_days({dt.date(2021, 3, 5): 4, dt.date(2021, 3, 31): 2})
    timeline.grab()
    assert len(timeline._bars(timeline._counts)) == 31
    assert texts(timeline) == ["1", "5", "10", "15", "20", "25"]
    assert not timeline.can_zoom_in
    QTest.keyClick(timeline, Qt.Key.Key_Plus)
    QTest.keyClick(timeline, Qt.Key.Key_Minus)
    assert len(timeline._bars(timeline._counts)) == 12
    QTest.keyClick(timeline, Qt.Key.Key_Minus)
    assert len(timeline._bars(timeline._counts)) == 36
    assert not timeline.can_zoom_out
    QTest.keyClick(timeline, Qt.Key.Key_Minus)


def test_a_day_can_be_chosen_and_is_named_in_both_calendars(timeline, qtbot):
    timeline.show_range(dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    timeline.zoom_in()
    timeline.zoom_in()
    timeline.show_days({dt.date(2021, 3, 1): 4})
    with qtbot.waitSignal(timeline.rangeChosen) as chosen:
        drag(timeline, 181, 180)
    assert chosen.args == [dt.date(2021, 3, 16), dt.date(2021, 3, 16)]
    timeline.show_range(*chosen.args)
    assert "16 مارس 2021 (3 شعبان 1442 هـ)" in timeline.accessibleDescription()


def test_what_is_seen_closer_is_told(timeline):
    assert timeline.seen == ""
    timeline.show_range(dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    timeline.zoom_in()
    assert timeline.seen == "2021"
    timeline.zoom_in()
    assert timeline.seen == "مارس 2021"
    timeline.zoom_out()
    timeline.zoom_out()
    timeline.show_range(dt.date(2020, 3, 1), dt.date(2021, 3, 31))
    timeline.zoom_in()
    assert timeline.seen == "2020 – 2021"


def test_without_a_range_closer_is_what_the_pointer_is_on_or_the_latest(timeline):
    move_mouse(timeline, QPoint(355, 30))
    timeline.zoom_in()
    assert timeline._extent() == (2020 * 12, 2020 * 12 + 11)
    timeline.zoom_out()
    timeline.leaveEvent(None)
    timeline.zoom_in()
    assert timeline._extent() == (2022 * 12, 2022 * 12 + 11)


def test_the_axis_counts_as_the_reader_does(appearance, qtbot):
    hijri = Timeline(appearance, Wording(calendar="hijri"))
    qtbot.addWidget(hijri)
    hijri.resize(360, 92)
    hijri.show_months(YEARS, whole=True)
    assert texts(hijri) == ["1441", "1442", "1443"]
    hijri.show_range(dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    hijri.zoom_in()
    assert texts(hijri)[:3] == ["5", "6", "7"]
    hijri.zoom_in()
    assert texts(hijri)[0] == "17"
    assert Wording(calendar="hijri").year_label(dt.date(1800, 1, 1)) == "1800"


def wheel(timeline, delta, modifier):
    place = QPointF(50, 20)
    event = QWheelEvent(
        place, timeline.mapToGlobal(place), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(timeline, event)
    return event.isAccepted()


def test_the_wheel_zooms_with_ctrl_alone(timeline):
    assert not wheel(timeline, 120, Qt.KeyboardModifier.NoModifier)
    assert not timeline.can_zoom_out
    assert wheel(timeline, 120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.can_zoom_out
    wheel(timeline, -120, Qt.KeyboardModifier.ControlModifier)
    assert not timeline.can_zoom_out


def test_the_days_of_a_month_come_from_the_archive(window, qtbot):
    timeline = window.sidebar.timeline
    window.sidebar.closer.click()
    if timeline.can_zoom_in:
        window.sidebar.closer.click()
    qtbot.waitUntil(lambda: bool(timeline._days))
    month = month_number(dt.date.fromordinal(timeline._view[0]))
    assert sum(timeline._days.values()) == timeline._months[month]
    window.sidebar.farther.click()
    assert timeline.can_zoom_in


def test_the_ring_of_the_focus_leaves_the_bars_to_be_seen(timeline, appearance, qtbot):
    timeline.show_range(dt.date(2021, 1, 1), dt.date(2021, 3, 31))
    timeline.activateWindow()
    timeline.setFocus()
    qtbot.waitUntil(timeline.hasFocus)
    image = timeline.grab().toImage()
    accent = appearance.colour("accent")
    corner = image.pixelColor(image.width() - 8, 8)  # above the lowest bar, far from the range
    assert corner != accent
    assert any(image.pixelColor(x, image.height() - 1) == accent for x in range(20, 300))
