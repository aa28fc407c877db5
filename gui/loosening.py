"""What may be left out of a query that finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from gui.language import QT_TRANSLATE_NOOP
from gui.wording import Wording, isolated
from newsarchive.search.query import Query

WITHOUT = QT_TRANSLATE_NOOP("loosening", "دون «%1»")
INCLUDING = QT_TRANSLATE_NOOP("loosening", "دون استبعاد «%1»")
ALL_DATES = QT_TRANSLATE_NOOP("loosening", "في كل التواريخ")
ALL_FORMS = QT_TRANSLATE_NOOP("loosening", "بصيغ الكلمات كلها")
NO_FILTERS = QT_TRANSLATE_NOOP("loosening", "دون المرشحات كلها")
NO_WORDS = QT_TRANSLATE_NOOP("loosening", "دون كلمات البحث")


@dataclass(frozen=True, slots=True)
class Way:
    """A query that asks for less; ``text`` says what of it is left out, ``name`` whom it is of."""

    query: Query
    text: str
    name: str = ""


def ways(query: Query) -> tuple[Way, ...]:
    """All ways there are, those that leave out least first."""
    return tuple(_ways(query))


def _ways(query: Query) -> Iterator[Way]:
    if query.exactly:
        yield Way(replace(query, exactly=False), ALL_FORMS)
    for choice in query.choices:
        rest = tuple(one for one in query.choices if one != choice)
        text = INCLUDING if choice.exclude else WITHOUT
        yield Way(replace(query, choices=rest), text, choice.value)
    has_range = query.since is not None or query.until is not None
    if has_range:
        yield Way(replace(query, since=None, until=None), ALL_DATES)
    if not query.text.strip():
        return
    if len(query.choices) + has_range > 1:
        yield Way(replace(query, choices=(), since=None, until=None), NO_FILTERS)
    if query.choices or has_range:
        yield Way(replace(query, text=""), NO_WORDS)


def told(way: Way, total: int, wording: Wording) -> str:
    """A way in words, with how many articles it finds."""
    text = QCoreApplication.translate("loosening", way.text).replace("%1", isolated(way.name))
    return f"{text}  ({wording.number(total)})"
