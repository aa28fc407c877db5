import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.relative_dates import before, find_ago, is_ago, read_moment

SAVED = dt.datetime.fromisoformat("2025-12-15 20:45")
FIRST, LAST = map(dt.datetime.fromisoformat, ("1990-01-01", "2060-01-01"))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("منذ 3 ساعات", "2025-12-15"),
        ("منذ 21 ساعة", "2025-12-14"),
        ("منذ ٣ ساعات", "2025-12-15"),
        ("مُنذ ۳ أيّـام", "2025-12-12"),
        ("قبل ثلاثة أيام", "2025-12-12"),
        ("قبل خمس دقائق", "2025-12-15"),
        ("منذ دقائق", "2025-12-15"),
        ("منذ ساعة و20 دقيقة", "2025-12-15"),
        ("من ساعتين", "2025-12-15"),
        ("من 3 أيام", "2025-12-12"),
        ("منذ نحو 3 أيام", "2025-12-12"),
        ("منذ يوم واحد", "2025-12-14"),
        ("منذ أحد عشر يوما", "2025-12-04"),
        ("3 أيام مضت", "2025-12-12"),
        ("يومين مضت", "2025-12-13"),
        ("أمس", "2025-12-14"),
        ("أمس الأحد", "2025-12-14"),
        ("أمس الساعة 10:30 م", "2025-12-14"),
        ("البارحة", "2025-12-14"),
        ("أول أمس", "2025-12-13"),
        ("أمس الأول", "2025-12-13"),
        ("اليوم، 10:30 ص", "2025-12-15"),
        ("الآن", "2025-12-15"),
        ("قبل قليل", "2025-12-15"),
        ("منذ أسبوع", "2025-12"),
        ("قبل 3 أسابيع", "2025-11"),
        ("منذ شهر", "2025-11"),
        ("منذ 12 شهرا", "2024-12"),
        ("قبل 15 شهرا", "2024-09"),
        ("منذ عامين", "2023"),
        ("3 hours ago", "2025-12-15"),
        ("an hour ago", "2025-12-15"),
        ("2d ago", "2025-12-13"),
        ("a day ago", "2025-12-14"),
        ("Yesterday", "2025-12-14"),
        ("just now", "2025-12-15"),
        ("il y a 3 jours", "2025-12-12"),
        ("Hier à 10:30", "2025-12-14"),
        ("avant-hier", "2025-12-13"),
    ],
)
def test_how_long_ago(text, answer):
    ago = find_ago(f"محليات | {text} | 12 تعليقا")
    assert ago is not None
    date, precision = before(SAVED, ago)
    assert str(date)[: {"day": 10, "month": 7, "year": 4}[precision]] == answer
    assert is_ago(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "اليوم",
        "منذ ساعات",
        "منذ أيام",
        "من يوم",
        "قبل",
        "منذ 2011",
        "قبل الظهر",
        "قبل 1234567 يوما",
        "الأمسية",
        "من 5 إلى 7 أيام",
        "today",
    ],
)
def test_no_interval_is_told(text):
    assert find_ago(text) is None


def test_an_untold_interval_is_one_all_the_same():
    assert is_ago("منذ ساعات")
    assert not is_ago("منذ 3 ساعات في القاهرة")


@given(st.integers(1, 999), st.sampled_from(["", "نشر ", "سالم الحارثي - \u200f"]))
def test_offsets_are_of_the_printed_text(count, lead):
    text = f"{lead}مُنذ {count} يومًا - محليات"
    ago = find_ago(text)
    assert ago is not None
    assert text[ago.start : ago.end] == f"مُنذ {count} يومًا"
    assert before(SAVED, ago) == ((SAVED - dt.timedelta(days=count)).date(), "day")


@given(st.datetimes(FIRST, LAST), st.integers(1, 99))
def test_months_and_years_before(moment, count):
    month = find_ago(f"قبل {count} شهرا")
    year = find_ago(f"قبل {count} سنة")
    assert month is not None
    assert year is not None
    date, precision = before(moment, month)
    assert precision == "month"
    assert (moment.year - date.year) * 12 + moment.month - date.month == count
    assert before(moment, year) == (dt.date(moment.year - count, 1, 1), "year")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon, 15 Dec 2025 01:45:12 +0400", "2025-12-15 01:45"),
        ("2025-12-15T16:45:12Z", "2025-12-15 16:45"),
        ("2025-12-15T16:45:12.123+03:00", "2025-12-15 16:45"),
        ("2025-12-15", "2025-12-15 12:00"),
        ("15.12.2025", "2025-12-15 12:00"),
        ("20251215204512", "2025-12-15 20:45"),
        ("20251215204512345", "2025-12-15 20:45"),
        ("Mon Dec 15 2025 20:45:12 GMT+0400 (Gulf Standard Time)", "2025-12-15 20:45"),
        ("16:45:12 Dec 15, 2025", "2025-12-15 16:45"),
        ("15 ديسمبر 2025 8:45 م", "2025-12-15 20:45"),
        ("15 ديسمبر 2025 ٨:٤٥ ص", "2025-12-15 08:45"),
        ("2025-12-15 12:05 AM", "2025-12-15 00:05"),
        ("2025-12-15 12:05 PM", "2025-12-15 12:05"),
        ("1765800000", "2025-12-15 12:00"),
    ],
)
def test_moments_of_saving(text, moment):
    assert str(read_moment(text))[:16] == moment


@pytest.mark.parametrize("text", ["", "2025-12", "2025", "قبل يومين"])
def test_no_moment_of_saving(text):
    assert read_moment(text) is None
