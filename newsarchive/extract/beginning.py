"""Where a page's text begins: its first paragraph or verse, under headlines, teasers, notices."""

from collections.abc import Sequence

from newsarchive.extract.bylines import is_known
from newsarchive.extract.paragraphs import LEAST_VERSES, MOST_HEADLINE, content_words
from newsarchive.extract.reading import Kind, Reading

_HEAD = 10
_FIRST_PARAGRAPHS, _NEXT_PARAGRAPHS = 5, 2
_FAR_PARAGRAPH, _LEAST_SHARED = 3, 2


def first_prose(readings: Sequence[Reading]) -> int | None:
    """Index of the line that the text begins with, None when there is no text."""
    start = _first_long(readings)
    if start is None:
        return _first_unstopped(readings)
    before = readings[start - 1] if start else None
    labelled = start > 1 and readings[start - 2].kind is not Kind.TEXT
    if before and before.kind is Kind.TEXT and before.line.words >= 12 and labelled and start > 2:
        return start - 1
    return start


def _first_unstopped(readings: Sequence[Reading]) -> int | None:
    """Where the text begins on a page without one full sentence: verse, or no full stops."""
    texts = [i for i, reading in enumerate(readings) if reading.kind is Kind.TEXT]
    signed = [i for i, reading in enumerate(readings[:_HEAD]) if _is_label(reading)]
    after = signed[-1] if signed else texts[0] if texts else 0
    verse = [index for index in texts if index > after]
    has_verse = len(verse) >= LEAST_VERSES and texts[0] < verse[0]
    if not (has_verse and _are_alike([readings[index].line.words for index in verse])):
        for index in texts[1:]:
            if readings[index].line.words >= 12 and readings[index].line.key:
                return index
    return verse[0] if has_verse else None


def _are_alike(sizes: Sequence[int]) -> bool:
    return max(sizes) <= 2 * min(sizes)


def _is_label(reading: Reading) -> bool:
    return bool(reading.pieces.stamps or reading.pieces.bylines) and reading.kind is Kind.META


def _first_long(readings: Sequence[Reading]) -> int | None:
    """The first paragraph that is neither a teaser cut short, a notice, nor a headline."""
    prose = [index for index, reading in enumerate(readings) if reading.kind is Kind.PROSE]
    for place, index in enumerate(prose[:_FIRST_PARAGRAPHS]):
        if readings[index].line.text.endswith("..."):
            continue
        later = prose[place + 1 : place + 1 + _NEXT_PARAGRAPHS]
        if not (_is_notice(readings, index, later) or _is_headline(readings, index, later)):
            return index
    return prose[0] if prose else None


def _is_notice(readings: Sequence[Reading], index: int, later: Sequence[int]) -> bool:
    """Whether a paragraph stands far over the text and shares no word with it: the site's own."""
    if len(later) < _NEXT_PARAGRAPHS or later[0] - index <= _FAR_PARAGRAPH:
        return False
    labelled = [n for n, one in enumerate(readings[: later[0]]) if _is_label(one)]
    if labelled and labelled[-1] < index:
        return False
    words = content_words(" ".join(readings[one].line.text for one in later))
    return len(content_words(readings[index].line.text) & words) < _LEAST_SHARED


def _is_headline(readings: Sequence[Reading], index: int, later: Sequence[int]) -> bool:
    """Whether a sentence with its full stop is the title: a date or a byline stands under it."""
    if not later or readings[index].line.words > MOST_HEADLINE:
        return False
    return index + 1 < len(readings) and _signs(readings[index + 1])


def _signs(reading: Reading) -> bool:
    """Whether a label dates or signs an article; «المصدر: …» may tell where figures are from."""
    return _is_label(reading) and (
        bool(reading.pieces.stamps) or any(map(is_known, reading.pieces.bylines))
    )
