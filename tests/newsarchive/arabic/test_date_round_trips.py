"""A date printed in any form is read back exactly, from exactly the place where it stands."""

import datetime as dt

import pytest
from hijridate import Gregorian
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsarchive.arabic.dates import FoundDate, find_dates
from newsarchive.arabic.months import first_days, gregorian_months, hijri_months, ordinal_days
from resources import lines


def names(file: str, columns: slice) -> list[tuple[int, str]]:
    rows = (line.split("\t") for line in lines("lexicon", "language", file))
    cells = ((int(row[0]), cell) for row in rows for cell in row[columns])
    return sorted({(number, name) for number, cell in cells for name in cell.split("|") if name})


MONTHS = names("months.txt", slice(1, 9))
HIJRI = names("hijri_months.txt", slice(1, 4))
WEEKDAYS = names("weekdays.txt", slice(1, 5))
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
BIDI = ["", "\u200e", "\u200f", "\u061c", "\u202b", "\u202c", "\u2067", "\u2069"]
SPACES = [" ", "\u00a0", "\u202f", "\u2009", "  ", " \u200f"]
SEPARATORS = ["/", "-", ".", "\\", "_", "–", "—", "ـ", " / ", " - ", " . ", " – ", "\u00a0/\u00a0"]
NAME_SEPARATORS = [*SPACES, *SEPARATORS, "، ", ", ", "،", "/ "]
ORDERS = [
    "{d}{s}{m}{s}{y}",
    "{d}{s}{m}{s}{y}م",
    "{d} من {m} {y}",
    "{d} من شهر {m} عام {y}",
    "{y}{s}{m}{s}{d}",
    "{m} {d}, {y}",
    "{m} {d}، {y}",
]
FRAMES = ["{}", "نشر في: {}", "{} الساعة 10:30", "10:30 م {}", "({})", "محليات | {} | 1204 مشاهدة"]
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2060, 12, 31))
HIJRI_DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2070, 1, 1))


def in_digits(text: str, digits: str) -> str:
    return text.translate(str.maketrans("0123456789", digits))


def only_date(text: str) -> FoundDate:
    found = find_dates(text)
    assert len(found) == 1, (text, found)
    return found[0]


@st.composite
def surroundings(draw: st.DrawFn) -> tuple[str, str, str]:
    """What stands before a date and after it, and the digits the line is printed in."""
    before, after = draw(st.sampled_from(FRAMES)).split("{}")
    before += draw(st.sampled_from(BIDI))
    return before, draw(st.sampled_from(BIDI)) + after, draw(st.sampled_from(DIGITS))


def check(date: dt.date, printed: str, setting: tuple[str, str, str], weekday: str = "") -> None:
    before, after, digits = setting
    text = in_digits(f"{before}{weekday}{printed}{after}", digits)
    found = only_date(text)
    assert (found.date, found.precision) == (date, "day"), text
    assert text[found.start : found.end].strip("".join(BIDI)) == in_digits(printed, digits), text


def weekday_names(date: dt.date) -> list[str]:
    return [
        f"{name}{end}"
        for n, name in WEEKDAYS
        if (n - 2) % 7 == date.weekday()
        for end in (" ", "، ")
    ]


@given(DAYS, st.sampled_from(MONTHS), st.data(), surroundings())
def test_names_of_months(date, month, data, setting):
    number, name = month
    date = date.replace(month=number, day=min(date.day, 28))
    order = data.draw(st.sampled_from(ORDERS))
    assume(not (name[-1].isdigit() and "{s}" in order and order[:3] != "{d}"))
    weekday = data.draw(st.sampled_from(["", *weekday_names(date)]))
    separator = data.draw(st.sampled_from(NAME_SEPARATORS))
    check(date, order.format(d=date.day, m=name, y=date.year, s=separator), setting, weekday)


@given(DAYS, st.sampled_from(MONTHS), st.data(), surroundings())
def test_both_names_of_a_month(date, month, data, setting):
    number, name = month
    again = data.draw(st.sampled_from([other for n, other in MONTHS if n == number]))
    assume(not name[-1].isdigit() and not again[-1].isdigit())
    date = date.replace(month=number, day=min(date.day, 28))
    form = data.draw(st.sampled_from(["{}/{}", "{} / {}", "{} ({})", "{} - {}", "{} {}", "{}/ {}"]))
    check(date, f"{date.day} {form.format(name, again)} {date.year}", setting)


@given(DAYS, st.sampled_from(SEPARATORS), st.data(), surroundings())
def test_numbers(date, separator, data, setting):
    order = data.draw(st.sampled_from(["%d{0}%m{0}%Y", "%Y{0}%m{0}%d", "%d{0}%m{0}%Yم"]))
    weekday = data.draw(st.sampled_from(["", *weekday_names(date)]))
    check(date, date.strftime(order.format(separator)), setting, weekday)


@given(DAYS, st.sampled_from(SEPARATORS), st.data(), surroundings())
def test_month_first_is_read_by_its_weekday(date, separator, data, setting):
    assume(date.replace(day=1).weekday() >= 0)
    weekday = data.draw(st.sampled_from(weekday_names(date)))
    printed = date.strftime(f"%m{separator}%d{separator}%Y")
    if date.day <= 12:
        assume(
            dt.date(date.year, date.day, date.month).weekday() != date.weekday()
            or date.day == date.month
        )
    check(date, printed, setting, weekday)


@given(HIJRI_DAYS, st.data(), surroundings())
def test_hijri_dates(date, data, setting):
    hijri = Gregorian.fromdate(date).to_hijri()
    name = data.draw(st.sampled_from([name for number, name in HIJRI if number == hijri.month]))
    mark = data.draw(st.sampled_from(["هـ", " هـ", " هـ.", " هجري", "", " للهجرة"])).rstrip(".")
    separator = data.draw(st.sampled_from(NAME_SEPARATORS))
    numbers = data.draw(st.sampled_from(SEPARATORS))
    order = data.draw(
        st.sampled_from(
            [
                "{d}{s}{m}{s}{y}{k}",
                "{d} من {m} {y}{k}",
                "{d} من شهر {m} لعام {y}{k}",
                "{d}{x}{n}{x}{y}",
                "{y}{x}{n:02}{x}{d:02}",
            ]
        )
    )
    printed = order.format(
        d=hijri.day, m=name, n=hijri.month, y=hijri.year, s=separator, x=numbers, k=mark
    )
    check(date, printed, setting, data.draw(st.sampled_from(["", *weekday_names(date)])))


@given(HIJRI_DAYS, st.data(), surroundings())
def test_both_calendars_on_a_line(date, data, setting):
    hijri = Gregorian.fromdate(date).to_hijri()
    name = data.draw(st.sampled_from([name for number, name in HIJRI if number == hijri.month]))
    month = data.draw(st.sampled_from([name for number, name in MONTHS if number == date.month]))
    assume(not name[-1].isdigit() and not month[-1].isdigit())
    eastern = data.draw(
        st.sampled_from(
            [f"{hijri.day} {name} {hijri.year}هـ", f"{hijri.day}/{hijri.month}/{hijri.year}هـ"]
        )
    )
    western = data.draw(
        st.sampled_from(
            [f"{date.day} {month} {date.year}م", f"{date.day}/{date.month}/{date.year}م"]
        )
    )
    one, two = data.draw(st.permutations([eastern, western]))
    between = data.draw(
        st.sampled_from([" ", " - ", " / ", "، ", " الموافق ", " الموافق لـ ", " | ", " – "])
    )
    check(date, f"{one}{between}{two}", setting)


@given(DAYS, st.sampled_from(sorted(ordinal_days())), st.sampled_from(MONTHS), surroundings())
def test_days_in_words(date, ordinal, month, setting):
    number, name = month
    date = date.replace(day=1, month=number)
    day = ordinal_days()[ordinal]
    assume((date + dt.timedelta(days=day - 1)).month == number)
    check(date.replace(day=day), f"{ordinal} من {name} {date.year}", setting)
    first = sorted(first_days())[day % len(first_days())]
    check(date, f"{first} {name} {date.year}", setting)


@given(DAYS, st.sampled_from(MONTHS), st.sampled_from(DIGITS))
def test_a_day_and_a_month_without_a_year_are_none(date, month, digits):
    _, name = month
    for text in (f"أحداث {date.day} {name}", f"{name} {date.day}", f"{date.day}/{date.month}"):
        assert find_dates(in_digits(text, digits)) == []


NUMBERS = st.integers(0, 999)


@settings(max_examples=40)
@pytest.mark.parametrize(
    "pattern",
    [
        "+968 {a:04d} {b:04d}",
        "هاتف: 00968-{a:04d}-{b:04d}",
        "هاتف {a:02d}/{b:02d}/{c:04d}",
        "فاز {x}-{y} في {c:04d}",
        "({x} - {y}) {c:04d}",
        "192.168.{x}.{y}",
        "10.{x}.{y}.{a}",
        "الإصدار {x}.{y}.{a}",
        "{a},{b:03d},{c:03d} ريال",
        "{a}.{b:03d}.{c:03d} جنيه",
        "سورة {x}:{y}",
        "الساعة {x:02d}:{y:02d}:{z:02d}",
        "{x}/{y}",
        "{x}/{c:04d}",
        "موسم {c:04d}/{d:04d}",
        "{c:04d}-{d:04d}",
        "العدد {x}-{y}/{c:04d}",
        "خطة {x}-{y}-{z}",
        "بين {x} و{y} ديسمبر 2025",
        "من {x} إلى {y} رمضان 1446هـ",
        "عام {c:04d}",
        "{a}/{b}/{x}/{y}",
        "٪{a}.{b}",
        "قانون رقم {a} لسنة {c:04d}",
    ],
)
@given(
    a=NUMBERS,
    b=NUMBERS,
    c=st.integers(1400, 2060),
    d=st.integers(1400, 2060),
    x=st.integers(1, 9),
    y=st.integers(1, 9),
    z=st.integers(1, 9),
    digits=st.sampled_from(DIGITS),
)
def test_numbers_that_are_no_dates(pattern, digits, **parts):
    assert find_dates(in_digits(pattern.format(**parts), digits)) == []


@given(st.text(alphabet="0123456789٠١٢٥/-.:، \u200f\u0640يناير رجب من إلى هـم", max_size=60))
def test_whatever_is_found_stands_in_the_text(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert any(map(str.isdigit, text[found.start : found.end]))
        end = found.end


def test_tables_hold_twelve_months():
    assert set(gregorian_months().values()) == set(hijri_months().values()) == set(range(1, 13))
