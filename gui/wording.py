"""Numbers and dates as this reader writes them: digits, month names, calendar, language."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from gui.settings import Settings
from newsarchive.brief import Published

LRI, RLI = "\u2066", "\u2067"
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

MONTHS = {
    "gulf": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "levant": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
    "morocco": (
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
        "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ),
    "algeria": (
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
        "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
HIJRI_MONTHS = {
    "ar": (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    "en": (
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """How to write numbers and dates; the fields hold values of the settings of these names."""

    language: str = "ar"
    digits: str = "latin"
    months: str = "gulf"
    calendar: str = "both"

    @classmethod
    def of(cls, settings: Settings) -> "Wording":
        """The wording that the settings ask for."""
        return cls(*(settings.text(key) for key in ("language", "digits", "months", "calendar")))

    def listed(self, parts: Iterable[str]) -> str:
        """``parts`` in a row, each kept to itself: «أحمد، سالم»; for display only."""
        return self.comma.join(isolated(part) for part in parts if part)

    @property
    def comma(self) -> str:
        """What stands between the parts of a row."""
        return ", " if self.language == "en" else "، "

    def number(self, value: int) -> str:
        """``value`` with its thousands apart: 1,284 or ١٬٢٨٤."""
        if self.digits == "arabic":
            return f"{value:,}".replace(",", "٬").translate(ARABIC_DIGITS)
        return f"{value:,}"

    def plain(self, text: object) -> str:
        """``text`` with its digits in the reader's shape."""
        shaped = str(text)
        return shaped.translate(ARABIC_DIGITS) if self.digits == "arabic" else shaped

    def month_name(self, month: int) -> str:
        """The Gregorian month (1 to 12) as the reader calls it."""
        if self.language == "en":
            return MONTHS["en"][month - 1]
        if self.months == "both":
            gulf, levant = MONTHS["gulf"][month - 1], MONTHS["levant"][month - 1]
            return f"{gulf} ({levant})"
        return MONTHS[self.months][month - 1]

    def month(self, year: int, month: int) -> str:
        """A month of a year: «ديسمبر 2025»."""
        return self.plain(f"{self.month_name(month)} {year}")

    def day(self, date: dt.date) -> str:
        """A Gregorian day: «15 ديسمبر 2025»."""
        return self.plain(f"{date.day} {self.month_name(date.month)} {date.year}")

    def hijri(self, date: dt.date) -> str:
        """The same day in the Umm al-Qura calendar, or "" outside its tables (1924 to 2077)."""
        islamic = self._islamic(date)
        if islamic is None:
            return ""
        year, month, day = islamic
        names = HIJRI_MONTHS["en" if self.language == "en" else "ar"]
        mark = "AH" if self.language == "en" else "هـ"
        return self.plain(f"{day} {names[month - 1]} {year} {mark}")

    def _islamic(self, date: dt.date) -> tuple[int, int, int] | None:
        from hijridate import Gregorian

        try:
            islamic = Gregorian.fromdate(date).to_hijri()
        except OverflowError:
            return None
        return islamic.year, islamic.month, islamic.day

    def year_label(self, date: dt.date) -> str:
        """The year of a day, in the calendar the reader counts by first."""
        islamic = self._islamic(date) if self.calendar == "hijri" else None
        return self.plain(islamic[0] if islamic else date.year)

    def month_label(self, date: dt.date) -> str:
        """The month of a day by its number, in the calendar the reader counts by first."""
        islamic = self._islamic(date) if self.calendar == "hijri" else None
        return self.plain(islamic[1] if islamic else date.month)

    def day_label(self, date: dt.date) -> str:
        """A day by its number in its month, in the calendar the reader counts by first."""
        islamic = self._islamic(date) if self.calendar == "hijri" else None
        return self.plain(islamic[2] if islamic else date.day)

    def short(self, published: Published | None) -> str:
        """A date for a row of the list, no more exact than the page states it; "" for none."""
        if published is None:
            return ""
        date = published.date
        if published.precision == "year":
            return self.plain(date.year)
        if published.precision == "month":
            return self.month(date.year, date.month)
        if self.calendar == "hijri":
            return self.hijri(date) or self.day(date)
        return self.day(date)

    def full(self, published: Published | None) -> str:
        """A date for the article's head: both calendars when the reader wants both."""
        plain = self.short(published)
        if published is None or published.precision != "day" or self.calendar == "gregorian":
            return plain
        both = self.day(published.date) if self.calendar == "hijri" else self.hijri(published.date)
        return f"{plain} ({both})" if both and both != plain else plain


def isolated(text: str) -> str:
    """``text`` kept from reordering what stands around it; for display only."""
    return f"\u2068{text}\u2069" if text else ""


def quoting(text: str) -> str:
    """``text`` in which what stands in quotation marks reorders nothing; for display only."""
    quoted = "(?<=«)[^«»]+(?=»)|(?<=“)[^“”]+(?=”)"
    return re.sub(quoted, lambda found: isolated(found[0]), text)


def led(text: str, *, right_to_left: bool) -> str:
    """``text`` whose parts follow each other in the window's direction; for display only.

    Parts that are isolated tell nothing about the direction of what they stand in.
    """
    return f"{RLI if right_to_left else LRI}{text}\u2069" if text else ""


def is_right_to_left(text: str, otherwise: bool = True) -> bool:
    """Whether a sentence is written from right to left, by the greater part of its letters."""
    arabic = sum(map(len, _ARABIC.findall(text)))
    other = sum(map(len, _LETTERS.findall(text))) - arabic
    return otherwise if arabic == other else arabic > other
