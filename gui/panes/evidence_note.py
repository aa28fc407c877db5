"""The note under a field of the open article that says where it was read, and why there."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from gui.appearance import Appearance
from gui.wording import Wording, isolated
from newsarchive.article import Article

WHY = "why"
_GAP = 4
_WIDEST, _INSIDE = 480, 28


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
    """Write a field at the cursor; where its reason is known it can be pointed at and clicked."""
    own = QTextCharFormat(style)
    if part in why:
        own.setToolTip(why[part])
        own.setAnchor(True)
        own.setAnchorHref(f"{WHY}:{part}")
    cursor.insertText(text, own)


def field_block(document: QTextDocument, part: str, end: int) -> QTextBlock:
    """The paragraph, of those that begin before ``end``, that a field was written into."""
    block = document.begin()
    while block.isValid() and block.position() < end:
        pieces = block.begin()
        while not pieces.atEnd():
            if pieces.fragment().charFormat().anchorHref() == f"{WHY}:{part}":
                return block
            pieces += 1
        block = block.next()
    return document.begin()


class EvidenceNote(QLabel):
    """Hidden until asked; it lies over the page, so that nothing moves for it."""

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("evidenceNote")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._appearance = appearance
        self._field = ""
        self.hide()

    @property
    def field(self) -> str:
        """The field whose reason is shown, or ""."""
        return "" if self.isHidden() else self._field

    def tell(self, field: str, text: str, beside: QRectF) -> None:
        """Show the reason of a field under where it stands in the parent; the same again hides."""
        if field == self.field or not text:
            self.hide()
            return
        self._field = field
        self.setFont(self._appearance.font("interface"))
        self.setText(text)
        area = self._page.rect()
        most = min(self._appearance.px(_WIDEST), area.width() - 2 * _GAP)
        longest = max(map(self.fontMetrics().horizontalAdvance, text.split("\n")))
        width = min(most, longest + self._appearance.px(_INSIDE))
        self.setFixedSize(width, self.heightForWidth(width))
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = beside.right() - width if right_to_left else beside.left()
        left = max(_GAP, min(left, area.width() - width - _GAP))
        self.move(round(left), round(beside.bottom()) + _GAP)
        self.show()
        self.raise_()
