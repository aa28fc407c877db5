import pytest

from newsarchive.arabic.date_habit import is_month_first


@pytest.mark.parametrize(
    ("dates", "answer"),
    [
        (["5/6/2025", "12/31/2025"], True),
        (["٥/٦/٢٠٢٥", "١٢/٣١/٢٠٢٥"], True),
        (["12-31-25 10:30 PM"], True),
        (["5/6/2025", "31/12/2025", "12/31/2025"], False),
        (["31.12.2025"], False),
        (["5/6/2025"], None),
        (["2025-12-31", "31 ديسمبر 2025", "12/31/20255", ""], None),
        ([], None),
    ],
)
def test_habit(dates, answer):
    assert is_month_first(dates) is answer
