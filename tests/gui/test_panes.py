"""Search bar, facets, status line: what they show and what they ask for."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from gui.answers import Counted, Values
from gui.importing import ImportProgress
from gui.models.facet_model import State
from gui.panes.facet_sidebar import FacetSidebar
from gui.panes.search_bar import SearchBar
from gui.panes.status_line import StatusLine
from gui.panes.tick_box import TickBox
from newsarchive.search.query import Choice, Facet, Facets, FacetValue, MonthCount, Query
from tests.gui.conftest import type_text

PERSONS = tuple(FacetValue(f"شخص {n}", 20 - n) for n in range(10))
FACETS = Facets(
    20,
    {Facet.PERSON: PERSONS, Facet.SECTION: (FacetValue("محليات", 20),)},
    {Facet.PERSON: 300, Facet.SECTION: 1},
    (MonthCount("2025-01", 20),),
)


@pytest.fixture
def bar(appearance, wording, qtbot):
    made = SearchBar(appearance, wording)
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show()
    return made


@pytest.fixture
def sidebar(appearance, wording, qtbot):
    made = FacetSidebar(appearance, wording)
    qtbot.addWidget(made)
    made.resize(288, 800)
    made.show()
    made.show_counts(Counted(Query(), FACETS))
    return made


@pytest.fixture
def status(appearance, wording, qtbot):
    made = StatusLine(appearance, wording)
    qtbot.addWidget(made)
    made.resize(1200, 28)
    made.show()
    return made


def chips(bar):
    return [
        chip.text().translate(dict.fromkeys(map(ord, "\u200e\u200f\u2068\u2069")))
        for chip in bar.findChildren(QPushButton, "chip")
        if chip.isVisibleTo(bar)
    ]


def test_what_is_typed_is_told_once_a_burst(bar, qtbot):
    told = []
    bar.typed.connect(told.append)
    with qtbot.waitSignal(bar.typed):
        type_text(bar.field, "الشرطة")
    assert told == ["الشرطة"]


def test_the_line_keeps_its_direction_whatever_it_begins_with(bar):
    bar.field.setText("person:محمد")
    bar.field.setCursorPosition(0)
    assert bar.field.cursorRect().center().x() > bar.field.width() * 0.8


def test_each_choice_is_a_chip_that_can_be_dropped(bar, qtbot):
    choices = (Choice(Facet.PERSON, "علي"), Choice(Facet.SOURCE, "رويترز", exclude=True))
    bar.show_query(Query(choices=choices, since=dt.date(2025, 1, 1), until=dt.date(2025, 1, 31)))
    assert chips(bar) == ["+ علي", "− رويترز", "من 1 يناير 2025 إلى 31 يناير 2025"]
    first, second, period = bar.findChildren(QPushButton, "chip")
    assert second.accessibleName() == "استُبعد رويترز"
    with qtbot.waitSignal(bar.choiceDropped) as signal:
        first.click()
    assert signal.args == [choices[0]]
    with qtbot.waitSignal(bar.rangeDropped):
        period.click()


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Query(since=dt.date(2025, 1, 1)), "منذ 1 يناير 2025"),
        (Query(until=dt.date(2025, 1, 1)), "حتى 1 يناير 2025"),
    ],
)
def test_a_range_open_at_one_side(bar, query, text):
    bar.show_query(query)
    assert chips(bar) == [text]


def test_chips_go_with_their_choices(bar, qtbot):
    bar.show_query(Query(choices=(Choice(Facet.PERSON, "علي"),)))
    bar.show_query(Query())
    assert chips(bar) == []


def test_letters_on_their_way_are_not_overwritten(bar, qtbot):
    type_text(bar.field, "نفط")
    assert bar.has_pending
    bar.show_query(Query("ن"))
    assert bar.field.text() == "نفط"
    qtbot.waitUntil(lambda: not bar.has_pending)
    bar.show_query(Query("غاز"))
    assert bar.field.text() == "غاز"


def test_enter_and_down_go_to_the_list(bar, qtbot):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        with qtbot.waitSignal(bar.listWanted):
            QTest.keyClick(bar.field, key)


def test_the_field_can_be_emptied(bar, qtbot):
    assert not bar.clear()
    bar.field.setText("نفط")
    with qtbot.waitSignal(bar.typed) as signal:
        assert bar.clear()
    assert signal.args == [""]
    bar.field.setText("غاز")
    with qtbot.waitSignal(bar.typed) as signal:
        bar.field._clear_text()
    assert signal.args == [""]


def test_only_the_commonest_values_are_shown_with_the_way_to_all(sidebar, qtbot):
    section = sidebar.sections[Facet.PERSON]
    assert section.model.rowCount() == 7
    assert section._all.text() == "كل القيم (300)"
    with qtbot.waitSignal(sidebar.allWanted) as signal:
        section._all.click()
    assert signal.args == [Facet.PERSON]
    assert not sidebar.sections[Facet.SECTION]._all.isVisibleTo(sidebar)
    assert not sidebar.sections[Facet.PLACE].isVisibleTo(sidebar)


def test_dates_seen_closer_are_named_in_their_title(sidebar):
    months = tuple(MonthCount(f"{year}-03", 1) for year in (2020, 2021))
    sidebar.show_counts(Counted(Query(), replace(FACETS, months=months)))
    assert sidebar._date_title.text() == "التاريخ"
    sidebar.closer.click()
    assert "2021" in sidebar._date_title.text()
    sidebar.closer.click()
    assert "مارس 2021" in sidebar._date_title.text()
    sidebar.farther.click()
    sidebar.farther.click()
    assert sidebar._date_title.text() == "التاريخ"


def test_a_chosen_value_is_shown_however_rare(sidebar):
    query = Query(choices=(Choice(Facet.PERSON, "شخص 9", exclude=True),))
    sidebar.show_counts(Counted(query, FACETS))
    model = sidebar.sections[Facet.PERSON].model
    assert model.index(model.rowCount() - 1).data() == "شخص 9"
    assert model.state("شخص 9") == State.EXCLUDED


def test_a_click_and_space_cycle_and_minus_excludes(sidebar, qtbot):
    view = sidebar.sections[Facet.PERSON].view
    with qtbot.waitSignal(sidebar.cycled) as signal:
        place = view.visualRect(view.model().index(2, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [Facet.PERSON, "شخص 2"]
    with qtbot.waitSignal(sidebar.cycled):
        QTest.keyClick(view, Qt.Key.Key_Space)
    with qtbot.waitSignal(sidebar.excluded) as signal:
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert signal.args == [Facet.PERSON, "شخص 2"]


def test_the_arrows_pass_from_list_to_list(sidebar, qtbot):
    sidebar.activateWindow()
    persons, sections = (sidebar.sections[f].view for f in (Facet.PERSON, Facet.SECTION))
    sidebar.focus_first()
    qtbot.waitUntil(persons.hasFocus)
    assert persons.currentIndex().row() == 0
    for _ in range(12):
        if not persons.hasFocus():
            break
        QTest.keyClick(persons, Qt.Key.Key_Down)
    assert not persons.hasFocus()
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Up)
    assert not sections.hasFocus()


def test_search_within_asks_for_values_and_shows_them(sidebar, qtbot):
    section = sidebar.sections[Facet.PERSON]
    section._search.click()
    with qtbot.waitSignal(sidebar.sought) as signal:
        type_text(section.field, "سالم")
    assert signal.args == [Facet.PERSON, "سالم"]
    found = Values(Facet.PERSON, "سالم", 0, (FacetValue("سالم", 3),))
    sidebar.show_found(found, Query())
    assert section.model.index(0).data() == "سالم"
    with qtbot.waitSignal(sidebar.sought):
        sidebar.show_counts(Counted(Query("نفط"), FACETS))
    assert section.model.index(0).data() == "سالم"
    with qtbot.waitSignal(sidebar.sought) as signal:
        QTest.keyClick(section.field, Qt.Key.Key_Escape)
    assert signal.args == [Facet.PERSON, ""]
    sidebar.show_found(found, Query())
    sidebar.show_counts(Counted(Query(), FACETS))
    assert section.model.index(0).data() == "شخص 0"


def test_without_values_the_keys_lead_to_the_dates(appearance, wording, qtbot):
    sidebar = FacetSidebar(appearance, wording)
    qtbot.addWidget(sidebar)
    sidebar.show()
    sidebar.activateWindow()
    sidebar.focus_first()
    qtbot.waitUntil(sidebar.timeline.hasFocus)


def shown(label):
    return label.text() if label.isVisibleTo(label.window()) else None


def test_progress_with_time_left(make_desk):
    status = make_desk().window.status
    progress = ImportProgress(50, 200, 1000, 0, 0, rate=10.0)
    status.show_import(progress, running=True)
    assert shown(status._work) == "استيراد: الملف 50 من 200، 1,000 مقال · نحو 5 دقائق"
    assert status._bar.value() == 50
    assert status._cancel.isVisibleTo(status.window())
    assert not status._failures.isVisibleTo(status.window())


@pytest.mark.parametrize(
    ("progress", "left"),
    [
        (ImportProgress(1, 2, 10, rate=100.0), "أقل من دقيقة"),
        (ImportProgress(1, 2, 10, rate=0.0), ""),
        (ImportProgress(2, 2, 10, rate=1.0), ""),
        (ImportProgress(0, 2, 0, rate=1.0), ""),
    ],
)
def test_time_left_is_told_only_when_it_is_known(make_desk, progress, left):
    status = make_desk().window.status
    assert status._time_left(progress) == left


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (ImportProgress(articles=0), "لم يُستورد مقال جديد"),
        (ImportProgress(articles=2), "استُورد مقالان"),
        (ImportProgress(articles=7, duplicates=12), "استُوردت 7 مقالات · 12 مكررًا"),
    ],
)
def test_how_an_import_ended(make_desk, progress, text):
    status = make_desk().window.status
    status.show_import(progress, running=False)
    assert shown(status._work) == text
    assert not status._cancel.isVisibleTo(status.window())


def test_what_lies_in_the_trash_is_told_with_the_way_there(make_desk, qtbot):
    status = make_desk().window.status
    status.show_import(ImportProgress(duplicates=3, trashed=2), running=True)
    assert not status._trashed.isVisibleTo(status.window())
    status.show_import(ImportProgress(duplicates=3, trashed=2), running=False)
    assert shown(status._trashed) == "مقالان في سلة المحذوفات"
    with qtbot.waitSignal(status.trashWanted):
        status._trashed.click()
    status.show_import(ImportProgress(duplicates=3), running=False)
    assert not status._trashed.isVisibleTo(status.window())


def test_failures_are_one_click_away(status, qtbot):
    status.show_import(ImportProgress(failed=3), running=False)
    assert status._failures.isVisibleTo(status)
    with qtbot.waitSignal(status.failuresWanted):
        status._failures.click()
    with qtbot.waitSignal(status.cancelWanted):
        status._cancel.click()


def test_the_drawings_in_the_search_field_grow_with_the_text(bar, appearance):
    before = bar.field._search.iconSize().width()
    appearance.larger(10)
    assert bar.field._search.iconSize().width() == 2 * before


def test_the_search_field_is_cleared_by_its_button(bar, qtbot):
    assert bar.field._clear.isHidden()
    bar.field.setText("سوق")
    with qtbot.waitSignal(bar.typed) as typed:
        qtbot.mouseClick(bar.field._clear, Qt.MouseButton.LeftButton)
    assert typed.args == [""]
    assert bar.field._clear.isHidden()


def test_a_ticked_box_shows_a_tick_not_a_full_square(qtbot, appearance):
    root = QWidget()
    qtbot.addWidget(root)
    box = TickBox("صور", appearance, root)
    box.resize(box.sizeHint())
    box.setChecked(True)
    image = box.grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert appearance.colour("accent") in colours
    assert appearance.colour("on_accent") in colours
    before = box.sizeHint().height()
    appearance.larger(10)
    assert box.sizeHint().height() > before


def test_the_caret_hides_no_letter_of_a_hint(window):
    fields = [one for one in window.findChildren(QLineEdit) if one.placeholderText()]
    assert fields
    assert all(one.placeholderText().startswith("\u00a0") for one in fields)
