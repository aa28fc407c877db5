"""The text an article was read from, and where in it each field and each name stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsarchive.arabic.fold import fold
from newsarchive.article import Article, Evidence, Part, RawDocument, Reason, StoredArticle

_AROUND = (24, 8, 0)  # letters on either side by which a name is told from others like it
_OPENING = 40
_SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "multipart/related": ".mhtml",
    "application/json": ".json",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/x-research-info-systems": ".ris",
    "application/x-bibtex": ".bib",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/tiff": ".tiff",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
}
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SourceText:
    """What an article's original reads as.

    Attributes:
        number: of the article.
        file: as the user knows it.
        media_type: of the original.
        text: first a line for each field that the file states beside its text, then, after a blank
            line, the text, decoded, in logical order. "" where only a recogniser of letters reads
            it.
        evidence: of the article's fields. Where a value does not stand in ``text``, ``start`` and
            ``end`` are 0.
        stated: how many characters at the beginning of ``text`` are those lines.
    """

    number: int
    file: str
    media_type: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    stated: int = 0

    def of(self, field: str) -> Evidence | None:
        """Where a field stands; None where nothing tells."""
        return next((one for one in self.evidence if one.field == field), None)

    def place(self, part: Part, printed: str, start: int, end: int) -> Place | None:
        """Where the characters [start, end) of ``printed``, a title or body, stand in ``text``.

        They are found by what stands around them, whatever spaces and line ends lie between;
        None where the text has them nowhere.
        """
        within = self.of(part)
        low, high = (within.start, within.end) if within and within.end else (0, len(self.text))
        looked = _spread(printed[start:end])
        for around in _AROUND if looked else ():
            before = _spread(printed[:start], last=around)
            after = _spread(printed[end:], first=around)
            pattern = re.compile(rf"{before}\s*({looked})\s*{after}")
            if found := pattern.search(self.text, low, high):
                return found.span(1)
        return None

    def lines(self, start: int, end: int) -> Place:
        """The whole lines that the characters [start, end) of ``text`` stand in."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", max(start, end - 1))
        return first, len(self.text) if last < 0 else last


def source_text(stored: StoredArticle, document: RawDocument, now: Article) -> SourceText:
    """What is shown of an article's original.

    Args:
        stored: as the archive has it.
        document: its original, read again.
        now: the article of that.
    """
    values, head = _values(stored.article), ""
    beside: dict[str, Evidence] = {}
    settled = _settled(stored.article, now, document.text)
    for one in settled:
        value = " ".join((document.fields.get(one.field) or values.get(one.field, "")).split())
        if one.reason is Reason.STATED and not one.end and value:
            head += f"{one.name or one.field}: "
            beside[one.field] = replace(one, start=len(head), end=len(head) + len(value))
            head += f"{value}\n"
    head += "\n" if head and document.text else ""
    evidence = tuple(beside.get(one.field) or _moved(one, len(head)) for one in settled)
    text = head + document.text
    return SourceText(stored.id, stored.file, stored.media_type, text, evidence, len(head))


def suffix_of(media_type: str) -> str:
    """How the name of a file with an original of this kind ends; never one that is run."""
    return _SUFFIXES.get(media_type, ".txt")


def unreadable(stored: StoredArticle) -> SourceText:
    """What is shown of an original that no reader makes an article of: why, for each field."""
    evidence = tuple(replace(one, start=0, end=0) for one in stored.article.evidence)
    return SourceText(stored.id, stored.file, stored.media_type, "", evidence)


def _moved(one: Evidence, by: int) -> Evidence:
    return replace(one, start=one.start + by, end=one.end + by) if one.end else one


def _settled(article: Article, now: Article, text: str) -> tuple[Evidence, ...]:
    """The evidence of ``article`` that holds for its original's ``text``.

    What reads the same when the original is understood now stands where it is read now; what was
    read otherwise is believed where its letters stand at its place. Of all else the place is left
    out, and the reason kept.

    Args:
        article: as the archive has it.
        now: the same original, understood now.
        text: what both were read from.
    """
    before, after = _values(article), _values(now)
    fresh = {one.field: one for one in now.evidence}
    found = []
    for one in article.evidence:
        field = one.field
        if field in fresh and before.get(field) == after.get(field):
            found.append(fresh[field])
        elif _holds(one, before.get(field, ""), text):
            found.append(one)
        else:
            found.append(replace(one, start=0, end=0))
    return tuple(found)


def _values(article: Article) -> Mapping[str, str]:
    """What is to be found of each field in the text."""
    when = article.published
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "section": article.section,
        "author": article.author,
        "outlet": article.outlet,
        "url": article.url,
        "date": when.text if when else "",
        "body": article.body,
    }


def _holds(one: Evidence, value: str, text: str) -> bool:
    wanted = _bare(value)[:_OPENING]
    return bool(wanted) and wanted in _bare(text[one.start : one.end])


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _spread(text: str, first: int | None = None, last: int | None = None) -> str:
    """A pattern of the letters of ``text``, or of as many at an end, with any spaces between."""
    letters = "".join(text.split())
    if first is not None:
        letters = letters[:first]
    elif last is not None:
        letters = letters[len(letters) - min(last, len(letters)) :]
    return r"\s*".join(map(re.escape, letters))
