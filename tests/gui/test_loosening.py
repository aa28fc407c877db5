"""Where nothing is found, what may be left out is offered with what it would find."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.loosening import told, ways
from gui.wording import Wording
from newsarchive.search.query import Choice, Facet, Query
from tests.gui.people import SHORT

DAY = dt.date(2025, 1, 1)
PERSON, NOT = Choice(Facet.PERSON, "علي"), Choice(Facet.SECTION, "رياضة", exclude=True)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query("ميناء"), []),
        (Query("ميناء", exactly=True), ["بصيغ الكلمات كلها"]),
        (Query("ميناء", (PERSON,)), ["دون «\u2068علي\u2069»", "دون كلمات البحث"]),
        (Query(choices=(PERSON,)), ["دون «\u2068علي\u2069»"]),
        (
            Query("ميناء", (PERSON, NOT), since=DAY),
            [
                "دون «\u2068علي\u2069»",
                "دون استبعاد «\u2068رياضة\u2069»",
                "في كل التواريخ",
                "دون المرشحات كلها",
                "دون كلمات البحث",
            ],
        ),
    ],
)
def test_each_part_may_be_left_out_by_itself(query, said):
    texts = [told(way, 3, Wording()).removesuffix("  (3)") for way in ways(query)]
    assert texts == said
    assert all(way.query != query for way in ways(query))


def test_a_way_is_taken_by_key_and_finds_what_it_said(people, settle, qtbot):
    window = people.window
    people.navigation.choose(Facet.PERSON, SHORT)
    people.navigation.type("تكريم ")
    settle()
    empty = window.list.empty
    qtbot.waitUntil(lambda: bool(empty.ways))
    texts = [button.accessibleName() for button in empty.ways]
    assert texts == [f"دون «\u2068{SHORT}\u2069»  (1)", "دون كلمات البحث  (2)"]
    empty.ways[0].setFocus()
    QTest.keyClick(empty.ways[0], Qt.Key.Key_Space)
    settle()
    assert window.list.model.rowCount() == 1
    assert people.navigation.query == Query("تكريم ", sort=people.navigation.query.sort)


def test_ways_of_a_query_that_is_asked_no_more_are_not_shown(people, settle, qtbot):
    window = people.window
    people.navigation.type("ضفدع ")
    settle()
    people.asking.loosen(Query("غيره", (PERSON,)), ways(Query("غيره", (PERSON,))))
    settle()
    assert window.list.empty.ways == []


def test_the_window_does_not_grow_when_nothing_is_found(people, settle, qtbot):
    window = people.window
    people.appearance.larger(10)
    least = window.list.minimumSizeHint().height()
    people.navigation.choose(Facet.PERSON, SHORT)
    people.navigation.type("تكريم ")
    settle()
    qtbot.waitUntil(lambda: bool(window.list.empty.ways))
    assert window.list.minimumSizeHint().height() <= least
    assert least < window.list.empty.minimumSizeHint().height()
    window.list.focus_rows()
    qtbot.waitUntil(window.list.empty.button.hasFocus)
