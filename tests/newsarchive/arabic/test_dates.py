import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.dates import find_dates, read_date
from newsarchive.arabic.digits import latin_digits


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("15 كانون الأول/ديسمبر 2025", "2025-12-15"),
        ("15 ديسمبر (كانون الأول) 2025", "2025-12-15"),
        ("١٥ كانون الأول - ديسمبر ٢٠٢٥", "2025-12-15"),
        ("الأحد، 3 آب/أغسطس 2025", "2025-08-03"),
        ("الخامس عشر من ديسمبر 2025", "2025-12-15"),
        ("15 من شهر ديسمبر عام 2025", "2025-12-15"),
        ("15 ديــسمبر 2025", "2025-12-15"),
        ("15 دِيسَمْبَر 2025", "2025-12-15"),
        ("\u200f12\u200e يناير\u200f \u200e2026", "2026-01-12"),
        ("2025-12-15T21:30:00Z", "2025-12-15"),
        ("2025-12-15T21:30:00.000+03:00", "2025-12-15"),
        ("Mon, 15 Dec 2025 18:00:00 +0300", "2025-12-15"),
        ("December 15th, 2025", "2025-12-15"),
        ("1er janvier 2026", "2026-01-01"),
        ("15 décembre 2025", "2025-12-15"),
        ("بتاريخ:15/12/2025", "2025-12-15"),
        ("القاهرة-15/12/2025", "2025-12-15"),
        ("12/15/2025", "2025-12-15"),
        ("5/6/2025", "2025-06-05"),
        ("الجمعة 12/9/2025", "2025-09-12"),
        ("الثلاثاء 12/9/2025", "2025-12-09"),
        ("24 جمادى الآخرة 1447هـ الموافق 15 ديسمبر 2025م", "2025-12-15"),
        ("15 ديسمبر 2025م الموافق 24 جمادى الآخرة 1447هـ", "2025-12-15"),
        ("الاثنين 24 جمادى الآخرة 1447 هـ - 15 ديسمبر 2025 م - العدد 18432", "2025-12-15"),
        ("الخميس 5 رمضان 1446 هـ / 6 مارس 2025 م", "2025-03-06"),
        ("24 جمادى الآخرة 1447هـ الموافق 15 ديسمبر", "2025-12-15"),
        ("6/5/2025 الموافق 9 ذو الحجة 1446هـ", "2025-06-05"),
        ("24/6/47هـ", "2025-12-15"),
        ("الرابع والعشرون من جمادى الآخرة 1447هـ", "2025-12-15"),
        ("24 من شهر جمادى الآخرة لعام 1447 هجري", "2025-12-15"),
        ("العدد 123 - 15 ديسمبر 2025", "2025-12-15"),
        ("20:07 - 15 ديسمبر 2025", "2025-12-15"),
    ],
)
def test_one_date(text, date):
    found = find_dates(text)
    assert [str(one.date) for one in found] == [date]
    assert found[0].precision == "day"


@pytest.mark.parametrize(
    "text",
    [
        "32 ديسمبر 2025",
        "30/2/2025",
        "31 نيسان 2025",
        "15-17 ديسمبر 2025",
        "من 3 إلى 5 مارس 2025",
        "15 نوفمبر / ديسمبر 2025",
        "15 ديسمبر",
        "أمس الاثنين",
        "منذ 45 دقيقة",
        "الساعة 22:15",
        "11,400 بلاغ",
        "1/2",
        "30 صفر 1600هـ",
        "31/1/1447هـ",
        "192.168.10.2025",
        "2025-12-1510",
        "عام 2025",
        "",
        "5/6/1200",
        "5/6/1600",
        "5 رمضان 1590هـ",
        "رمضان 1590هـ",
    ],
)
def test_no_date(text):
    assert find_dates(text) == []


def test_month_alone_is_a_month():
    (found,) = find_dates("عدد ديسمبر 2025")
    assert (found.date, found.precision) == (dt.date(2025, 12, 1), "month")
    (found,) = find_dates("رمضان 1447هـ")
    assert (found.date, found.precision, found.calendar) == (dt.date(2026, 2, 18), "month", "hijri")
    assert find_dates("مهرجان الربيع 2025") == []


def test_two_readings_are_told():
    (found,) = find_dates("5/6/2025")
    assert found.other == dt.date(2025, 5, 6)
    assert find_dates("15/6/2025")[0].other is None
    assert find_dates("5/5/2025")[0].other is None


def test_doubtful_forms_are_marked():
    assert not find_dates("15/12/25")[0].certain
    assert find_dates("15/12/75")[0].date.year == 1975
    assert find_dates("15/12/69")[0].date.year == 2069
    assert not find_dates("15-Dec-25")[0].certain
    assert not find_dates("15 Dec ’25")[0].certain
    assert not find_dates("15 12 2025")[0].certain
    assert find_dates("15/12/2025")[0].certain


def test_weekday_settles_a_moon_seen_a_day_later():
    (found,) = find_dates("الثلاثاء 24 جمادى الآخرة 1447")
    assert found.date == dt.date(2025, 12, 16)
    (found,) = find_dates("الجمعة 24 جمادى الآخرة 1447")
    assert found.date == dt.date(2025, 12, 15)
    (found,) = find_dates("الجمعة 15 ديسمبر 2025")
    assert (found.date, found.weekday) == (dt.date(2025, 12, 15), 4)


def test_dates_that_disagree_stay_two_unless_said_to_be_one():
    assert len(find_dates("1 محرم 1447هـ - 15 ديسمبر 2025")) == 2
    (found,) = find_dates("1 محرم 1447هـ الموافق 15 ديسمبر 2025")
    assert found.date == dt.date(2025, 12, 15)
    (found,) = find_dates("1 محرم 1447هـ الموافق 15 ديسمبر")
    assert found.calendar == "hijri"
    assert len(find_dates("15 ديسمبر 2025 افتتح المعرض 25 جمادى الآخرة 1447")) == 2
    assert len(find_dates("15 ديسمبر 2025 - 16 ديسمبر 2025")) == 2
    assert len(find_dates("رمضان 1447هـ - ديسمبر 2025")) == 2


def test_as_much_of_a_date_as_either_calendar_tells():
    (found,) = find_dates("24 جمادى الآخرة 1447 - ديسمبر 2025")
    assert (found.date, found.precision) == (dt.date(2025, 12, 15), "day")
    (found,) = find_dates("15 ديسمبر 2025 - جمادى الآخرة 1447")
    assert (found.date, found.precision) == (dt.date(2025, 12, 15), "day")
    (found,) = find_dates("جمادى الآخرة 1447 - ديسمبر 2025")
    assert (found.date, found.precision) == (dt.date(2025, 12, 1), "month")


def test_year_first_is_turned_by_its_weekday_alone():
    assert find_dates("الثلاثاء 2025/5/6")[0].date == dt.date(2025, 5, 6)
    assert find_dates("الخميس 2025/5/6")[0].date == dt.date(2025, 6, 5)
    assert find_dates("2025/5/6")[0].other is None


@given(st.text(max_size=60), st.text(max_size=20))
def test_offsets_cover_the_date(before, after):
    text = f"{before} السبت 31 كانون الثاني 2026 {after}"
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
        assert any(character.isdigit() for character in text[found.start : found.end])


def test_offsets_are_of_the_printed_text():
    text = "نُشِر \u200f12\u200e ينايـر 2026 ص"
    (found,) = find_dates(text)
    assert latin_digits(text[found.start : found.end]).endswith("2026")
    assert text[found.start] == "1"


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("2015-07-21 02:51:32", "2015-07-21", "day"),
        ("2025", "2025-01-01", "year"),
        ("1765800000", "2025-12-15", "day"),
        ("1765800000123", "2025-12-15", "day"),
        ("٣ نوفمبر ٢٠٢٥", "2025-11-03", "day"),
        ("1765800000.5", "2025-12-15", "day"),
        ("/Date(1765800000123+0300)/", "2025-12-15", "day"),
        ("20251215", "2025-12-15", "day"),
        ("20251215203000", "2025-12-15", "day"),
        ("20251215T203000Z", "2025-12-15", "day"),
        ("Mon Dec 15 20:30:00 +0000 2025", "2025-12-15", "day"),
        ("2025-12", "2025-12-01", "month"),
        ("١٢/٢٠٢٥", "2025-12-01", "month"),
    ],
)
def test_stated_dates(text, date, precision):
    found = read_date(text)
    assert found is not None
    assert (str(found.date), found.precision) == (date, precision)


@pytest.mark.parametrize(
    "text", ["", "غير معروف", "3999", "12", "0000-00-00", "2025-13", "20251399"]
)
def test_no_stated_date(text):
    assert read_date(text) is None
