"""Where the fields of the open article were read: what is told of each, and the way to ask."""

from collections.abc import Mapping

from PySide6.QtGui import QTextCharFormat, QTextCursor

from gui.wording import Wording, isolated
from newsarchive.article import Article

WHY = "why"
_FIELDS = ("title", "subtitle", "section", "date", "author", "outlet", "url", "body")


def written_fields(article: Article) -> tuple[str, ...]:
    """The fields that the article has, the title first."""
    values = {field: getattr(article, field) for field in _FIELDS if field != "date"}
    return tuple(field for field in _FIELDS if values.get(field, article.published))


def reasons(article: Article, wording: Wording) -> Mapping[str, str]:
    """For each field that the article tells the evidence of: where it was read, and why there.

    With the date stands the text it was read from.
    """
    told = {one.field: one.told(wording.language) for one in article.evidence}
    printed = article.published.text if article.published else ""
    if "date" in told and printed:
        told["date"] = f"{told['date']}\n{isolated(printed)}"
    return {part: wording.plain(sentence) for part, sentence in told.items()}


def write_field(
    cursor: QTextCursor, text: str, style: QTextCharFormat, part: str, why: Mapping[str, str]
) -> None:
    """Write a field at the cursor: clicked, it asks where it was read; pointed at, it says so."""
    own = QTextCharFormat(style)
    own.setAnchor(True)
    own.setAnchorHref(f"{WHY}:{part}")
    if part in why:
        own.setToolTip(why[part])
    cursor.insertText(text, own)
