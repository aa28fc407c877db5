"""What is looked for in an article's original, and what is found."""

from dataclasses import dataclass

from newsarchive.correction import Span
from newsarchive.source_text import Place, SourceText


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in an original: a field, or a place in the article with its letters."""

    field: str = ""
    span: Span | None = None
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was found.

    Attributes:
        place: the characters of the original's text; None where they stand nowhere in it.
        reason: why they are what was looked for, in words.
    """

    source: SourceText
    wanted: Wanted
    place: Place | None = None
    reason: str = ""
