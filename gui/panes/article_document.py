"""An article set as a document: head, chips, paragraphs, and where its names and matches stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from gui.answers import Opened, Spans
from gui.appearance import Appearance
from gui.language import QT_TRANSLATE_NOOP
from gui.models.mention_model import Entry, entries
from gui.panes.chip_object import CHARACTER, CHIP, ChipObject
from gui.panes.evidence import reasons, write_field
from gui.panes.family_line import COPY, link_style, set_family
from gui.panes.marking import characters, utf16
from gui.panes.marks_line import set_marks
from gui.wording import Wording, is_right_to_left, isolated
from newsarchive.article import Article, Copy, EntityKind, Mention, Part
from newsarchive.correction import Span

MOST_PERSONS, MOST_BODIES = 8, 6
PARAGRAPH_GAP = 12
RELATED = QT_TRANSLATE_NOOP("RelatedLines", "مقالات ذات صلة")
FIXED = int(QTextBlockFormat.LineHeightTypes.FixedHeight.value)


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of the document, in its own positions.

    Attributes:
        size: the pixel size of its letters.
        entry: what a click on it means; None for a match of the query.
    """

    start: int
    end: int
    size: int
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A title, or a paragraph of a body, where it stands in the document.

    Attributes:
        at: which character of its part is its first.
        position: of that character in the document.
    """

    part: Part
    at: int
    text: str
    position: int


@dataclass(slots=True)
class Setting:
    """What stands where in the document."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    entries: tuple[Entry, ...] = ()
    names: list[Marked] = field(default_factory=list)
    matches: list[Marked] = field(default_factory=list)
    text_start: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)

    def place(self, paragraph: int, start: int, end: int, size: int) -> Marked:
        """Where the characters [start, end) of a paragraph stand, its letters ``size`` pixels."""
        one = self.paragraphs[paragraph]
        return Marked(
            one.position + utf16(one.text, start), one.position + utf16(one.text, end), size
        )

    def span(self, start: int, end: int) -> tuple[Span, str] | None:
        """The place in the article, and its letters, that stands at [start, end) of the document.

        Blanks at both ends are left out. None where it is not within the title or one paragraph.
        """
        for one in self.paragraphs:
            first, last = start - one.position, end - one.position
            if first >= 0 and last <= utf16(one.text, len(one.text)):
                first, last = characters(one.text, first), characters(one.text, last)
                piece = one.text[first:last]
                first += len(piece) - len(piece.lstrip())
                text = piece.strip()
                return (Span(one.part, one.at + first, one.at + first + len(text)), text)
        return None


class ArticleSetter:
    """Sets articles into one document."""

    def __init__(self, document: QTextDocument, appearance: Appearance, wording: Wording) -> None:
        self._document = document
        self._appearance = appearance
        self._wording = wording
        self._chips = ChipObject(appearance, document)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.documentLayout().registerHandler(CHIP, self._chips)

    def set(self, opened: Opened, *, right_to_left: bool) -> Setting:
        """Fill the empty document with the article; ``right_to_left`` is the window's direction."""
        article = opened.stored.article
        arabic = is_right_to_left(article.title + article.body[:500], right_to_left)
        document = self._document
        option = QTextOption(document.defaultTextOption())
        option.setTextDirection(_direction(arabic))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._appearance.font("reading"))
        setting = Setting(entries=entries(article))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._set_head(cursor, opened, setting, arabic)
        self._set_body(cursor, opened, setting, arabic)
        language = "ar" if right_to_left else "en"
        for noted in opened.stored.repairs:
            self._line(cursor, noted.sentence(language), "small", "muted", right_to_left, after=4)
        cursor.endEditBlock()
        return setting

    def fit(self, room: float) -> None:
        """Let nothing that is set be wider than ``room``, the pixels of a line."""
        self._chips.fit(room)

    def add_related(self, articles: Sequence[Copy], *, right_to_left: bool) -> None:
        """Write below all else which articles are about the same people, each a link."""
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        self._line(cursor, "", "interface", "muted", right_to_left, after=16)
        title = QCoreApplication.translate("RelatedLines", RELATED)
        self._line(cursor, title, "kicker", "accent", right_to_left, after=4)
        for one in articles:
            self._line(cursor, "", "interface", "muted", right_to_left, after=6)
            link = link_style(self._appearance, f"{COPY}:{one.id}")
            cursor.insertText(isolated(one.title), link)
            meta = (one.outlet, self._wording.short(one.published))
            quiet = link_style(self._appearance)
            cursor.insertText("".join(f"  ·  {isolated(part)}" for part in meta if part), quiet)
        cursor.endEditBlock()

    def _set_head(
        self, cursor: QTextCursor, opened: Opened, setting: Setting, arabic: bool
    ) -> None:
        article = opened.stored.article
        setting.reasons = why = reasons(article, self._wording)
        if article.section:
            style = self._open(cursor, "kicker", "accent", arabic, after=4)
            write_field(cursor, article.section, style, "section", why)
        start = self._line(cursor, article.title, "title", "ink", arabic, after=8)
        self._explain(cursor, start, why.get("title", ""))
        self._mark(setting, article, "title", article.title, 0, start, opened.title_matches)
        if article.subtitle:
            style = self._open(cursor, "subtitle", "muted", arabic, after=8)
            write_field(cursor, article.subtitle, style, "subtitle", why)
        self._set_meta(cursor, article, why, arabic)
        if opened.family:
            self._line(cursor, "", "interface", "muted", arabic, after=12)
            set_family(cursor, opened.family, self._appearance, self._wording)
        if setting.entries:
            self._set_chips(cursor, setting.entries, arabic)
        self._line(cursor, "", "interface", "muted", arabic, after=16)
        set_marks(cursor, opened.stored.marks, self._appearance)
        setting.text_start = cursor.position()

    def _set_meta(
        self, cursor: QTextCursor, article: Article, why: Mapping[str, str], arabic: bool
    ) -> None:
        """Paper, date and byline in one line."""
        style = self._open(cursor, "interface", "muted", arabic, after=12)
        parts = {
            "outlet": article.outlet,
            "date": self._wording.full(article.published),
            "author": article.author,
        }
        shown = [(part, text) for part, text in parts.items() if text]
        for place, (part, text) in enumerate(shown):
            if place:
                cursor.insertText("  ·  ", style)
            write_field(cursor, isolated(text), style, part, why)

    def _explain(self, cursor: QTextCursor, start: int, reason: str) -> None:
        """Let the paragraph that begins at ``start`` say its reason where it is pointed at."""
        if reason:
            style = QTextCharFormat()
            style.setToolTip(reason)
            explained = QTextCursor(cursor)
            explained.setPosition(start)
            explained.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
            explained.mergeCharFormat(style)

    def _set_chips(self, cursor: QTextCursor, shown: tuple[Entry, ...], arabic: bool) -> None:
        self._begin(cursor, _block(arabic, None, after=12))
        left = {EntityKind.PERSON: MOST_PERSONS, EntityKind.ORGANISATION: MOST_BODIES}
        for number, entry in enumerate(shown):
            if left[entry.kind] > 0:
                left[entry.kind] -= 1
                role = "strong" if entry.kind is EntityKind.PERSON else "interface"
                chip = self._chips.style(entry.name, entry.note, role, f"entity:{number}")
                cursor.insertText(CHARACTER, chip)

    def _set_body(
        self, cursor: QTextCursor, opened: Opened, setting: Setting, arabic: bool
    ) -> None:
        body = opened.stored.article.body
        at = 0
        for text in body.split("\n\n"):
            if text.strip():
                start = self._line(
                    cursor, text.replace("\n", "\u2028"), "reading", "ink",
                    is_right_to_left(text, arabic), after=PARAGRAPH_GAP,
                )  # fmt: skip
                article = opened.stored.article
                self._mark(setting, article, "body", text, at, start, opened.body_matches)
            at += len(text) + 2

    def _line(
        self, cursor: QTextCursor, text: str, role: str, ink: str, arabic: bool, *, after: int
    ) -> int:
        """Add a paragraph; returns the document position of its first character."""
        style = self._open(cursor, role, ink, arabic, after=after)
        start = cursor.position()
        cursor.insertText(text, style)
        return start

    def _open(
        self, cursor: QTextCursor, role: str, ink: str, arabic: bool, *, after: int
    ) -> QTextCharFormat:
        """Begin a paragraph; returns what its letters look like."""
        look = self._appearance
        self._begin(cursor, _block(arabic, look.line_height(role), after=look.px(after)))
        style = QTextCharFormat()
        style.setFont(look.font(role))
        style.setForeground(look.colour(ink))
        return style

    def _begin(self, cursor: QTextCursor, style: QTextBlockFormat) -> None:
        if cursor.position() == 0 and self._document.isEmpty():
            cursor.setBlockFormat(style)
        else:
            cursor.insertBlock(style, QTextCharFormat())

    def _mark(
        self,
        setting: Setting,
        article: Article,
        part: Part,
        text: str,
        text_at: int,
        position: int,
        matches: Spans,
    ) -> None:
        """Note the names and matches of one paragraph that holds [text_at, …) of its part."""
        setting.paragraphs.append(Paragraph(part, text_at, text, position))
        size = self._appearance.font("title" if part == "title" else "reading").pixelSize()
        numbers = {(entry.kind, entry.name): n for n, entry in enumerate(setting.entries)}
        end = text_at + len(text)

        def place(first: int, last: int, entry: int | None) -> Marked:
            inside = (utf16(text, max(first - text_at, 0)), utf16(text, min(last, end) - text_at))
            return Marked(position + inside[0], position + inside[1], size, entry)

        for mention in article.mentions:
            number = numbers.get((mention.kind, mention.entity))
            if number is not None and _within(mention, part, text_at, end):
                setting.names.append(place(mention.start, mention.end, number))
        for first, last in matches:
            if first < end and last > text_at:
                setting.matches.append(place(first, last, None))


def _within(mention: Mention, part: Part, start: int, end: int) -> bool:
    return mention.part == part and start <= mention.start and mention.end <= end


def _direction(right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


def _block(right_to_left: bool, pitch: int | None, *, after: int) -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setLayoutDirection(_direction(right_to_left))
    if pitch is not None:
        style.setLineHeight(pitch, FIXED)
    style.setBottomMargin(after)
    return style
