import datetime as dt

import pytest

from newsarchive.search.days import parse_days

D = dt.date
PERIODS = [
    ("2025", D(2025, 1, 1), D(2025, 12, 31)),
    ("2025-02", D(2025, 2, 1), D(2025, 2, 28)),
    ("2025/12/15", D(2025, 12, 15), D(2025, 12, 15)),
    ("ديسمبر 2025", D(2025, 12, 1), D(2025, 12, 31)),
    ("كانون الأول ٢٠٢٥", D(2025, 12, 1), D(2025, 12, 31)),
    ("15 ديسمبر 2025", D(2025, 12, 15), D(2025, 12, 15)),
    ("رمضان 1446", D(2025, 3, 1), D(2025, 3, 29)),
    ("ربيع الأول 1446", D(2024, 9, 4), D(2024, 10, 3)),
    ("1446", D(2024, 7, 7), D(2025, 6, 25)),
    ("1446-09", D(2025, 3, 1), D(2025, 3, 29)),
    ("1446-09-05", D(2025, 3, 5), D(2025, 3, 5)),
    ("رمضان 1446..شوال 1446", D(2025, 3, 1), D(2025, 4, 28)),
    ("2025..مارس 2026", D(2025, 1, 1), D(2026, 3, 31)),
]


@pytest.mark.parametrize(("text", "since", "until"), PERIODS)
def test_periods_in_either_calendar(text, since, until):
    days = parse_days(text)
    assert days is not None
    assert (days.since, days.until) == (since, until)


@pytest.mark.parametrize(
    "text", ["الربيع 2025", "حادث ديسمبر 2025", "2025 مسقط", "1446-13", "1446-01-31", "1/2/25"]
)
def test_what_is_no_period(text):
    assert parse_days(text) is None
