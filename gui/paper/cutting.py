"""An article set as a cutting: outlet and dates over it, its source and checksum below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from gui.appearance import installed_families
from gui.language import QT_TRANSLATE_NOOP
from gui.models.mention_model import Entry, entries
from gui.panes.marking import utf16
from gui.wording import Wording, is_right_to_left, isolated
from newsarchive.article import Article, EntityKind, Part, StoredArticle

PROPORTIONAL = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
MILLIMETRE = 1 / 25.4  # inch
RULE_ABOVE = 4.5  # millimetres from a rule to its paragraph
RULE_ROOM = 6.5  # millimetres from that to the paragraph before


@dataclass(frozen=True, slots=True)
class Style:
    """One kind of line.

    Attributes:
        family: of ``type.json``.
        points: the size of its letters.
        height: of a line, in per cent of the font's own.
        after: millimetres of room below.
    """

    family: str
    points: float
    bold: bool = False
    ink: str = "ink"
    height: int = 100
    after: float = 1.0
    justified: bool = False


STYLES = {
    "outlet": Style("interface", 15, bold=True, ink="accent", after=0.75),
    "dates": Style("interface", 9, ink="muted", after=4.5),
    "section": Style("interface", 9.5, bold=True, ink="accent", after=1.5),
    "title": Style("reading", 20, bold=True, after=3),
    "subtitle": Style("reading", 13.5, ink="muted", after=3),
    "byline": Style("interface", 9.5, ink="muted", after=6),
    "body": Style("reading", 12, height=108, after=3.6, justified=True),
    "names": Style("interface", 9, after=1.8),
    "note": Style("interface", 8, ink="muted", after=1.2),
}
LABELS = {
    "persons": QT_TRANSLATE_NOOP("paper", "الأشخاص: %1"),
    "bodies": QT_TRANSLATE_NOOP("paper", "المؤسسات: %1"),
    "file": QT_TRANSLATE_NOOP("paper", "الملف: %1"),
    "url": QT_TRANSLATE_NOOP("paper", "الرابط: %1"),
    "checksum": QT_TRANSLATE_NOOP("paper", "بصمة الأصل: %1"),
    "undated": QT_TRANSLATE_NOOP("paper", "بلا تاريخ"),
    "page": QT_TRANSLATE_NOOP("paper", "صفحة %1"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """Characters [start, end) of a paragraph that name somebody."""

    block: int
    start: int
    end: int


@dataclass(slots=True)
class Cutting:
    """A document set for one device.

    Attributes:
        inks: the colour token of each paragraph.
        grounds: the names to paint a ground behind.
        rules: paragraphs that a line stands above, with its colour token and points.
        foot: what the foot of its pages says beside their number.
    """

    document: QTextDocument
    inks: list[str] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    rules: list[tuple[int, str, float]] = field(default_factory=list)
    foot: str = ""
    right_to_left: bool = True


def label(name: str, value: str = "") -> str:
    """One of the few words on paper, with what it speaks of."""
    return QCoreApplication.translate("paper", LABELS[name]).replace("%1", value)


def font_of(style: Style) -> QFont:
    """The font of a kind of line."""
    font = QFont()
    if families := installed_families(style.family):
        font.setFamilies(families)
    font.setPointSizeF(style.points)
    font.setBold(style.bold)
    return font


class CuttingSetter:
    """Sets articles for one device, in one reader's words."""

    def __init__(self, device: QPagedPaintDevice, wording: Wording) -> None:
        self._device = device
        self._wording = wording
        self._fonts = {name: font_of(style) for name, style in STYLES.items()}

    def set(self, stored: StoredArticle) -> Cutting:
        """The article as a document without pages."""
        article = stored.article
        to_left = is_right_to_left(article.title + article.body[:500])
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(self._device)
        option = QTextOption()
        option.setTextDirection(_direction(to_left))
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        cutting = Cutting(document, right_to_left=to_left)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._head(cursor, cutting, article)
        self._body(cursor, cutting, article)
        self._tail(cursor, cutting, article)
        cursor.endEditBlock()
        cutting.foot = " · ".join(filter(None, (article.outlet, _first_line(article.title))))
        return cutting

    def dates(self, article: Article) -> str:
        """The day in both calendars, as exact as the page tells it."""
        published = article.published
        if published is None:
            return label("undated")
        if published.precision != "day":
            return self._wording.short(published)
        days = (self._wording.day(published.date), self._wording.hijri(published.date))
        return " · ".join(day for day in days if day)

    def _mm(self, millimetres: float) -> float:
        """Dots of the screen, which Qt's layout turns into those of the device."""
        return millimetres * MILLIMETRE * QGuiApplication.primaryScreen().logicalDotsPerInchY()

    def _head(self, cursor: QTextCursor, cutting: Cutting, article: Article) -> None:
        cutting.rules.append((0, "accent", 2.0))
        if article.outlet:
            self._line(cursor, cutting, article.outlet, "outlet")
        dates = self._line(cursor, cutting, self.dates(article), "dates")
        cutting.rules.append((dates + 1, "hairline", 0.75))
        if article.section:
            self._line(cursor, cutting, article.section, "section")
        self._part(cursor, cutting, article, "title", article.title, 0, "title")
        if article.subtitle:
            self._line(cursor, cutting, article.subtitle, "subtitle")
        if article.author:
            self._line(cursor, cutting, article.author, "byline")

    def _body(self, cursor: QTextCursor, cutting: Cutting, article: Article) -> None:
        at = 0
        for text in article.body.split("\n\n"):
            if text.strip():
                self._part(cursor, cutting, article, "body", text, at, "body")
            at += len(text) + 2

    def _tail(self, cursor: QTextCursor, cutting: Cutting, article: Article) -> None:
        lines = [("names", text) for text in self._names(entries(article))]
        told = {"file": article.name, "url": article.url, "checksum": f"sha256:{article.sha256}"}
        lines += [("note", label(name, isolated(value))) for name, value in told.items() if value]
        cutting.rules.append((len(cutting.inks), "hairline", 0.75))
        said = self._wording.language != "en"
        for style, text in lines:
            self._line(cursor, cutting, text, style, said)

    def _names(self, shown: Sequence[Entry]) -> Iterable[str]:
        comma = ", " if self._wording.language == "en" else "، "
        for kind, name in ((EntityKind.PERSON, "persons"), (EntityKind.ORGANISATION, "bodies")):
            listed = [
                f"{entry.name} ({entry.note})" if entry.note else entry.name
                for entry in shown
                if entry.kind is kind
            ]
            if listed:
                yield label(name, comma.join(listed))

    def _part(
        self,
        cursor: QTextCursor,
        cutting: Cutting,
        article: Article,
        part: Part,
        text: str,
        at: int,
        style: str,
    ) -> None:
        """Add the title or a paragraph of the body, which begins at ``at``, and note its names."""
        block = self._line(cursor, cutting, text, style)
        for mention in article.mentions:
            first, last = max(mention.start - at, 0), min(mention.end - at, len(text))
            named = mention.kind is not EntityKind.PLACE and mention.part == part
            if named and first < last:
                cutting.grounds.append(Ground(block, utf16(text, first), utf16(text, last)))

    def _line(
        self,
        cursor: QTextCursor,
        cutting: Cutting,
        text: str,
        name: str,
        to_left: bool | None = None,
    ) -> int:
        """Add a paragraph, by default in its text's own direction; returns its number."""
        style = STYLES[name]
        if to_left is None:
            to_left = is_right_to_left(text, cutting.right_to_left)
        block = QTextBlockFormat()
        if cutting.rules and cutting.rules[-1][0] == len(cutting.inks):
            block.setTopMargin(self._mm(RULE_ROOM))
        block.setLayoutDirection(_direction(to_left))
        side = Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft
        if not style.justified and to_left != cutting.right_to_left:
            side = Qt.AlignmentFlag.AlignRight if cutting.right_to_left else side
        block.setAlignment(
            Qt.AlignmentFlag.AlignJustify
            if style.justified
            else side | Qt.AlignmentFlag.AlignAbsolute
        )
        block.setLineHeight(style.height, PROPORTIONAL)
        block.setBottomMargin(self._mm(style.after))
        letters = QTextCharFormat()
        letters.setFont(self._fonts[name])
        if cutting.inks:
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(text.replace("\n", "\u2028"), letters)
        cutting.inks.append(style.ink)
        return len(cutting.inks) - 1


def _first_line(text: str) -> str:
    return next(iter(text.splitlines()), "")


def _direction(right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
