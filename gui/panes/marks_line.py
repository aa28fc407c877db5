"""The line of an article's head that says what readers put on it, each word a link."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor

from gui.appearance import Appearance
from gui.language import QT_TRANSLATE_NOOP
from gui.wording import isolated
from newsarchive.article import STAR, Marks

SCHEMES = (STAR_LINK, TAG_LINK, TAGS_LINK, NOTE_LINK) = ("star", "tag", "tags", "note")
NO_STAR, NOTE_SIGN = "☆", "✎"
STARRED = QT_TRANSLATE_NOOP("MarksLine", "بنجمة")
UNSTARRED = QT_TRANSLATE_NOOP("MarksLine", "نجمة")
TAGS = QT_TRANSLATE_NOOP("MarksLine", "وسوم…")
NOTE = QT_TRANSLATE_NOOP("MarksLine", "ملاحظة")
_APART = "   ·   "


def set_marks(cursor: QTextCursor, marks: Marks, look: Appearance) -> None:
    """Write the line at the cursor: star, tags, the way to other tags and to the note."""
    quiet = _style(look, "muted")
    sign, word = (STAR, STARRED) if marks.starred else (NO_STAR, UNSTARRED)
    ink = "accent" if marks.starred else "muted"
    star = isolated(f"{sign} {_translated(word)}")
    cursor.insertText(star, _style(look, ink, f"{STAR_LINK}:"))
    cursor.insertText(_APART, quiet)
    for number, tag in enumerate(marks.tags):
        cursor.insertText(isolated(f"#{tag}"), _style(look, "accent", f"{TAG_LINK}:{number}"))
        cursor.insertText("  ", quiet)
    cursor.insertText(isolated(_translated(TAGS)), _style(look, "muted", f"{TAGS_LINK}:"))
    cursor.insertText(_APART, quiet)
    ink = "accent" if marks.note else "muted"
    note = isolated(f"{NOTE_SIGN} {_translated(NOTE)}")
    cursor.insertText(note, _style(look, ink, f"{NOTE_LINK}:"))


def _style(look: Appearance, ink: str, link: str = "") -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(look.font("interface"))
    style.setForeground(look.colour(ink))
    if link:
        style.setAnchor(True)
        style.setAnchorHref(link)
    return style


def _translated(text: str) -> str:
    return QCoreApplication.translate("MarksLine", text)
