"""Numbers and dates as the reader writes them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.wording import Wording, is_right_to_left, isolated, led, quoting
from newsarchive.article import Published

DAY = dt.date(2025, 12, 15)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (Wording(), "15 ديسمبر 2025"),
        (Wording(months="levant"), "15 كانون الأول 2025"),
        (Wording(months="morocco"), "15 دجنبر 2025"),
        (Wording(months="both"), "15 ديسمبر (كانون الأول) 2025"),
        (Wording(digits="arabic"), "١٥ ديسمبر ٢٠٢٥"),
        (Wording(calendar="hijri"), "24 جمادى الآخرة 1447 هـ"),
        (Wording(language="en"), "15 December 2025"),
        (Wording(language="en", calendar="hijri"), "24 Jumada II 1447 AH"),
    ],
)
def test_a_day(wording, expected):
    assert wording.short(Published(DAY)) == expected


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (Wording(), "15 ديسمبر 2025 (24 جمادى الآخرة 1447 هـ)"),
        (Wording(calendar="hijri"), "24 جمادى الآخرة 1447 هـ (15 ديسمبر 2025)"),
        (Wording(calendar="gregorian"), "15 ديسمبر 2025"),
    ],
)
def test_both_calendars_stand_in_the_head_of_an_article(wording, expected):
    assert wording.full(Published(DAY)) == expected


@pytest.mark.parametrize(("precision", "expected"), [("month", "ديسمبر 2025"), ("year", "2025")])
def test_a_date_is_never_more_exact_than_the_page(precision, expected):
    published = Published(DAY, precision)
    assert Wording().short(published) == Wording().full(published) == expected


def test_no_date_is_no_text():
    assert Wording().short(None) == Wording().full(None) == ""


def test_a_day_outside_the_hijri_tables_is_told_in_the_other_calendar():
    assert Wording(calendar="hijri").short(Published(dt.date(1890, 1, 2))) == "2 يناير 1890"


@pytest.mark.parametrize(("digits", "expected"), [("latin", "12,480"), ("arabic", "١٢٬٤٨٠")])
def test_thousands(digits, expected):
    assert Wording(digits=digits).number(12480) == expected


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_every_day_has_words(date):
    for calendar in ("gregorian", "hijri", "both"):
        assert Wording(calendar=calendar).full(Published(date))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال BBC اليوم", True),
        ("BBC عربي News", False),
        ("2025 (12)", True),
        ("", True),
    ],
)
def test_direction_by_the_greater_part_of_the_letters(text, expected):
    assert is_right_to_left(text, True) is expected


def test_isolated_text_keeps_its_letters():
    assert isolated("C++") == "\u2068C++\u2069"
    assert isolated("") == ""


def test_parts_follow_each_other_in_the_window_direction():
    assert Wording().listed(["أحمد", "", "سالم"]) == "\u2068أحمد\u2069، \u2068سالم\u2069"
    assert Wording("en").listed(["أحمد", "سالم"]) == "\u2068أحمد\u2069, \u2068سالم\u2069"
    assert led("أ", right_to_left=True) == "\u2067أ\u2069"
    assert led("a", right_to_left=False) == "\u2066a\u2069"
    assert led("", right_to_left=True) == ""


def test_what_is_quoted_reorders_nothing():
    assert quoting("تعذّر «/a/ب.csv» في «x».") == "تعذّر «\u2068/a/ب.csv\u2069» في «\u2068x\u2069»."
    assert quoting("The file “/ب/a” is «»") == "The file “\u2068/ب/a\u2069” is «»"
    assert quoting("لا شيء «غير مغلق") == "لا شيء «غير مغلق"
