"""The line of an article's head that names the papers with the same report, each a link to it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor

from gui.appearance import Appearance
from gui.language import QT_TRANSLATE_NOOP
from gui.wording import Wording, isolated
from newsarchive.article import Copy

COPY, COMPARE = "copy", "compare"
ALSO_IN = QT_TRANSLATE_NOOP("FamilyLine", "نُشر أيضًا في: %1")
COMPARISON = QT_TRANSLATE_NOOP("FamilyLine", "مقارنة النسخ")
_SHOWN = 12


def set_family(
    cursor: QTextCursor, family: Sequence[Copy], look: Appearance, wording: Wording
) -> None:
    """Write the line at the cursor: papers, then a link to the comparison."""
    before, _, after = _translated(ALSO_IN).partition("%1")
    plain = link_style(look)
    cursor.insertText(before, plain)
    for place, (copy, name) in enumerate(_named(family[:_SHOWN], wording)):
        if place:
            cursor.insertText(wording.comma, plain)
        cursor.insertText(isolated(name), link_style(look, f"{COPY}:{copy.id}"))
    if len(family) > _SHOWN:
        cursor.insertText(f" +{wording.number(len(family) - _SHOWN)}", plain)
    cursor.insertText(f"{after}  ·  ", plain)
    cursor.insertText(_translated(COMPARISON), link_style(look, f"{COMPARE}:"))


def copy_name(copy: Copy, wording: Wording) -> str:
    """What tells a copy from the others: paper, day and headline."""
    parts = (copy.outlet, wording.short(copy.published), copy.title)
    return "  ·  ".join(isolated(part) for part in parts if part)


def _named(family: Sequence[Copy], wording: Wording) -> Iterator[tuple[Copy, str]]:
    """Each copy by its paper, with the day where a paper has it more than once."""
    papers = Counter(copy.outlet for copy in family)
    for copy in family:
        name = copy.outlet or copy.title
        day = wording.short(copy.published)
        yield copy, f"{name} ({day})" if day and papers[copy.outlet] > 1 else name


def link_style(look: Appearance, link: str = "") -> QTextCharFormat:
    """How a word of the head is written; with ``link`` as one that can be clicked."""
    style = QTextCharFormat()
    style.setFont(look.font("interface"))
    style.setForeground(look.colour("accent" if link else "muted"))
    if link:
        style.setAnchor(True)
        style.setAnchorHref(link)
        style.setFontUnderline(True)
    return style


def _translated(text: str) -> str:
    return QCoreApplication.translate("FamilyLine", text)
