"""Whether two articles are copies of one report.

Two things must hold: most runs of words of the shorter stand in the longer, and so do the names it
gives. The second is what tells copies from texts of one formula (messages of congratulation,
announcements of the courts, match reports, horoscopes): those repeat each other's sentences and
name other people. The bounds were chosen on pairs from 23,500 articles, read by hand.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsarchive.arabic.fold import fold_word
from newsarchive.arabic.stem import light_stem
from newsarchive.arabic.words import WORD, stop_words
from newsarchive.families.fingerprints import RUN, report_words

LEAST_WORDS = 12
SHORT = 40
SHARED, SHARED_OF_LONGER = 0.6, 0.45
SHARED_WHEN_CUT, CUT_TO, AT_HEAD = 0.75, 0.15, 0.8
ALIKE = 0.9
NAMES, NAMES_WHEN_CUT, FEWEST_NAMES = 0.8, 0.85, 4
FIGURES, MANY_FIGURES = 0.5, 4
DAYS = 3

Spans = Iterable[tuple[int, int]]


@dataclass(eq=False)
class Report:
    """An article as it is compared.

    Attributes:
        body: what is compared.
        names: [start, end) characters of ``body`` that name a person, a body or a place.
        day: when it appeared; None when the page does not say it to the day.
    """

    title: str
    body: str
    names: Spans = ()
    outlet: str = ""
    day: dt.date | None = None

    @cached_property
    def words(self) -> Sequence[str]:
        """Its folded words."""
        return report_words(self.body)

    @cached_property
    def first(self) -> dict[int, int]:
        """The hash, of this process alone, of every run of RUN words with its first place.

        A shorter text is one run.
        """
        words = self.words
        runs = list(map(hash, zip(*(words[n:] for n in range(RUN)), strict=False)))
        runs = runs or [hash(tuple(words))]
        return dict(zip(reversed(runs), reversed(range(len(runs))), strict=True))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Stems of all its words but particles."""
        return self._of_body | self._headline

    @cached_property
    def _of_body(self) -> frozenset[str]:
        return _stems(self.words)

    @cached_property
    def _headline(self) -> frozenset[str]:
        return _stems(map(fold_word, WORD.findall(self.title)))

    @cached_property
    def named(self) -> frozenset[str]:
        """Stems of the words in its names; of the headline's too where it gives few names."""
        names = _stems(fold_word(word) for span in self.names for word in _whole(self.body, *span))
        if len(names) < FEWEST_NAMES:
            names |= self._headline & self._of_body
        return names

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its numbers."""
        return frozenset(word for word in set(self.words) if word[0].isdigit())


def _whole(text: str, start: int, end: int) -> Iterator[str]:
    """The words of ``text`` that [start, end) touches, with what is written onto them."""
    while start and text[start - 1].isalpha():
        start -= 1
    for match in WORD.finditer(text, start):
        if match.start() >= end:
            return
        yield match.group()


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(light_stem, set(filter(None, words)) - stop_words()))


def are_copies(one: Report, other: Report) -> bool:
    """Whether one report stands in both articles, whole or cut short by the end."""
    short, long = sorted((one, other), key=_length)
    if len(short.words) < LEAST_WORDS:
        return False
    shared = short.first.keys() & long.first.keys()
    of_short, of_long = len(shared) / len(short.first), len(shared) / len(long.first)
    if of_short < SHARED:
        return False
    names, figures = _kept(short.named, long.vocabulary), _kept(short.figures, long.figures)
    if names < NAMES or (figures < FIGURES and _counts(short) and of_short < SHARED_WHEN_CUT):
        return False
    if len(short.words) < SHORT or not _of_one_occasion(one, other):
        return min(of_short, of_long, names, figures, _kept(long.figures, short.figures)) >= ALIKE
    if of_long >= SHARED_OF_LONGER:
        return True
    cut = of_short >= SHARED_WHEN_CUT and of_long >= CUT_TO and names >= NAMES_WHEN_CUT
    return cut and _at_head(shared, short, long) >= AT_HEAD


def _length(report: Report) -> tuple[int, str, str]:
    """What makes one report the shorter of two, also of two as long as each other."""
    return len(report.first), report.title, report.body


def _kept(some: frozenset[str], others: frozenset[str]) -> float:
    """Which part of ``some`` the others hold; all of nothing."""
    return len(some & others) / len(some) if some else 1.0


def _counts(report: Report) -> bool:
    """Whether figures are what the report is about."""
    return len(report.figures) >= MANY_FIGURES


def _of_one_occasion(one: Report, other: Report) -> bool:
    """Copies appear within days; what one paper prints again on another day is a column.

    Undated articles may be of any day.
    """
    if one.day is None or other.day is None:
        return True
    apart = abs((one.day - other.day).days)
    return apart <= DAYS and not (apart and one.outlet and one.outlet == other.outlet)


def _at_head(shared: Iterable[int], short: Report, long: Report) -> float:
    """Which part of the shared runs stand where the longer text would be if it were as short.

    A report that a round-up holds among others stands deeper in it.
    """
    room = int(1.4 * len(short.words)) + 30
    places = [long.first[run] for run in shared]
    return sum(place < room for place in places) / len(places)
