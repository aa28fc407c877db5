"""Section and outlet of a page, from the lines around its article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsarchive.article import Reason
from newsarchive.extract import lexicon
from newsarchive.extract.body import Body
from newsarchive.extract.furniture import crumb_parts
from newsarchive.extract.lexicon import furniture_of
from newsarchive.extract.lines import key_of
from newsarchive.extract.pieces import Pieces, labelled_section
from newsarchive.extract.reading import Kind, Reading
from newsarchive.extract.sections import SITES, is_outlet, is_section
from newsarchive.extract.title import Title

_TAG = re.compile(r"#([^\W\d]+)$")
_ACCOUNT = re.compile(r"[a-z_]+")
_FOLLOW_BUTTON = "متابعه"
_MENU_LENGTH = 3
_MENU_WORDS = 3
_GENRE = 1.5
_FAR = 3
_STEPS = 4
_HEAD_LINES = 150
_TAIL_LINES = 12
_TAIL_TEXTS = 2
_OTHERS = ("read_also", "most_read", "comments", "paging")


@dataclass(frozen=True, slots=True)
class Place:
    """A value with the index of the line it was read from, -1 for none, and why from there."""

    text: str = ""
    line: int = -1
    reason: Reason = Reason.NOTED


@dataclass(frozen=True, slots=True)
class Page:
    """The readings of a page with what is already known of it."""

    readings: Sequence[Reading]
    body: Body
    title: Title
    opening: Pieces | None = None

    def head(self) -> range:
        """Indexes of the lines before the body."""
        return range(max(0, self.body.start - _HEAD_LINES), self.body.start)

    def tail(self) -> Iterator[int]:
        """Indexes of the lines right after the body, up to what belongs to other articles."""
        others = 0
        for index in range(self.body.end, min(len(self.readings), self.body.end + _TAIL_LINES)):
            reading = self.readings[index]
            others += reading.kind is Kind.TEXT
            if others > _TAIL_TEXTS or reading.furniture in _OTHERS:
                return
            yield index

    def inside(self) -> Iterator[int]:
        """Indexes of the lines left out of the body between its paragraphs."""
        kept = set(self.body.kept)
        end = min(self.body.end, self.body.start + _HEAD_LINES)
        return (i for i in range(self.body.start, end) if i not in kept)

    def side(self, index: int) -> Reason:
        """Where a line stands to the title and the text."""
        if index >= self.body.end:
            return Reason.BELOW_TEXT
        if index >= self.body.start:
            return Reason.DATELINE if index == self.body.kept[0] else Reason.BETWEEN_PARAGRAPHS
        if not self.title.lines:
            return Reason.OVER_TEXT
        return Reason.UNDER_TITLE if index > self.title.lines[-1] else Reason.OVER_TITLE


def menus(readings: Sequence[Reading], end: int) -> set[int]:
    """Indexes of runs of section names that are the site's menu, not the article's section.

    A menu may hold names that are not known as sections. The last name of a run is the article's
    own section when the run has named it before.
    """
    found: set[int] = set()
    run: list[int] = []
    for index in range(max(0, end - _HEAD_LINES), end + 1):
        reading = readings[index] if index < end else None
        opens = reading is not None and _menu_item(reading)
        goes_on = reading is not None and bool(run) and not reading.line.after_gap
        if reading and ((opens and not run) or (goes_on and (opens or _menu_name(reading)))):
            run.append(index)
            continue
        named = list(run)
        while run and not _menu_item(readings[run[-1]]):
            run.pop()
        if _is_menu(readings, run):
            found.update(run[:-1] if _names_again(readings, run) else named)
        run = [index] if opens else []
    return found


def _is_menu(readings: Sequence[Reading], run: Sequence[int]) -> bool:
    """Whether a run of names is a menu, and not the steps that lead to the article."""
    if len(run) < _MENU_LENGTH or readings[run[0]].line.bullet in (">", "»", "›", "/"):
        return False
    known = sum(_menu_item(readings[index]) for index in run)
    sections = sum(bool(readings[index].pieces.section) for index in run)
    if sections < 2 or known < len(run) / 2:
        return False
    after = readings[run[-1] + 1] if run[-1] + 1 < len(readings) else None
    from_home = readings[run[0]].furniture == "breadcrumb" and not readings[run[0]].line.bullet
    leads_to_title = after is not None and after.kind is Kind.TEXT and not after.line.after_gap
    return not (from_home and leads_to_title and len(run) <= _STEPS)


def _names_again(readings: Sequence[Reading], run: Sequence[int]) -> bool:
    last = readings[run[-1]].line.key
    return any(readings[index].line.key == last for index in run[:-1])


def _menu_item(reading: Reading) -> bool:
    only_section = bool(reading.pieces.section) and not (
        reading.pieces.stamps or reading.pieces.bylines or reading.pieces.unknown
    )
    return only_section or reading.furniture in ("navigation", "breadcrumb", "login")


def _menu_name(reading: Reading) -> bool:
    """Whether the line may be a name in a menu that no lexicon knows."""
    short = reading.kind is Kind.TEXT and reading.line.words <= _MENU_WORDS
    return short and not any(character.isdigit() for character in reading.line.text)


def find_section(page: Page) -> Place:
    """The section: a line by itself, a piece of a line of labels, or the end of a breadcrumb.

    Of several the one nearest to the title; a name that the page opens with is the site's own,
    when a line right over the title may be the section.
    """
    anchor = page.title.lines[0] if page.title.lines else page.body.start
    skipped = menus(page.readings, page.body.start) - {anchor - 1}
    known = list(_known_sections(page, skipped))
    near = _unknown_section(page, anchor, skipped)
    if near and [place.line for place in known] == [0] and anchor > _FAR:
        known = []
    if known:
        return min(known, key=lambda place: _section_rank(page, place, anchor))
    if page.title.section:
        return Place(page.title.section, page.title.lines[0], Reason.BEFORE_TITLE)
    under = _bar_over_title(page, anchor) or _section_below(page) or near
    return under or _genre_over_title(page, anchor) or Place()


def _genre_over_title(page: Page, anchor: int) -> Place | None:
    """A section named as pictures are, or by a hashtag, right over the title: «إنفوغراف»."""
    reading = page.readings[anchor - 1] if anchor else None
    if anchor > 1 and _menu_item(page.readings[anchor - 2]):
        return None
    if reading and reading.kind is Kind.CAPTION and reading.line.key in lexicon.sections():
        return Place(reading.line.text, anchor - 1, Reason.KNOWN_SECTION)
    tag = _TAG.match(reading.line.text) if reading and reading.furniture == "tags" else None
    if tag:
        return Place(tag[1].replace("_", " "), anchor - 1, Reason.OVER_TITLE)
    return None


def _known_sections(page: Page, skipped: set[int]) -> Iterator[Place]:
    for index in page.head():
        reading = page.readings[index]
        if index in skipped or reading.pieces.masthead or _is_forum(reading):
            continue
        if reading.kind is Kind.CRUMBS:
            steps = _steps(page, index)
            if steps:
                yield Place(steps[-1], index, Reason.BREADCRUMB)
        elif reading.pieces.section:
            yield Place(reading.pieces.section, index, _section_reason(page, index))


def _is_forum(reading: Reading) -> bool:
    """Whether a line tells where in a forum a page was passed on: «منتديات … » المنتدى العام»."""
    return reading.line.key.startswith(("منتدي ", "منتديات "))


def _section_below(page: Page) -> Place | None:
    """The section that a label under the text names, or a line beside the date or byline there."""
    tail = [*page.tail()]
    for index in tail:
        name = labelled_section(page.readings[index].line.text)
        if name:
            return Place(name, index, Reason.LABEL)
    for index in tail:
        beside = (page.readings[one].pieces for one in (index - 1, index + 1) if one in tail)
        if _menu_item(page.readings[index]) and any(one.stamps or one.bylines for one in beside):
            return Place(page.readings[index].pieces.section, index, Reason.BELOW_TEXT)
    return None


def _bar_over_title(page: Page, anchor: int) -> Place | None:
    """The last of two names after home in a bar right over the title: «الرئيسية | المجتمع | …»."""
    index = anchor - 1
    while index > 0 and page.readings[index].kind is Kind.CAPTION:
        index -= 1
    if index < 0 or page.readings[index].kind is not Kind.MENU:
        return None
    parts = [part.strip() for part in page.readings[index].line.text.split("|")]
    is_path = len(parts) in (2, 3) and key_of(parts[0]) in lexicon.word_sets()["home"]
    return Place(parts[-1], index, Reason.BREADCRUMB) if is_path else None


def _section_reason(page: Page, index: int) -> Reason:
    if index in page.title.lines:
        return Reason.BEFORE_TITLE
    labelled = labelled_section(page.readings[index].line.text)
    return Reason.LABEL if labelled else Reason.KNOWN_SECTION


def _section_rank(page: Page, place: Place, anchor: int) -> tuple[bool, float, bool]:
    """A section printed by itself first, then the one nearest to the title, above before below.

    What kind of piece an article is («حوار») gives way to the section printed beside it.
    """
    genre = key_of(place.text) in lexicon.word_sets()["genre"]
    signed = bool(page.readings[place.line].pieces.bylines)
    return signed, abs(place.line - anchor) + _GENRE * genre, place.line > anchor


def _steps(page: Page, index: int) -> list[str]:
    """The steps of a breadcrumb up to the article itself, which may be called «تفاصيل الخبر»."""
    title = key_of(page.title.text)
    parts = crumb_parts(page.readings[index].line.text)
    parts = [part for part in parts if is_section(part) or not furniture_of(key_of(part))]
    return [part for part in parts if not _is_title(key_of(part), part, title)]


def _is_title(key: str, text: str, title: str) -> bool:
    cut = text.rstrip(" .…")
    return key == title or (
        len(key) > 12 and (title.startswith(key_of(cut)) or key.startswith(title))
    )


def _unknown_section(page: Page, anchor: int, skipped: set[int]) -> Place | None:
    """A short line over the title that is nothing else."""
    for index in range(anchor - 1, max(-1, anchor - 4), -1):
        reading = page.readings[index]
        if index in skipped or reading.kind is Kind.MENU:
            return None
        text = reading.line.text
        if reading.kind is not Kind.TEXT:
            continue
        text = _without_home(text)
        plain = not any(character.isdigit() or character in "؟?!:،." for character in text)
        plain = plain and not (_ACCOUNT.fullmatch(text) or key_of(text) == _FOLLOW_BUTTON)
        if 1 <= reading.line.words <= 4 and plain and not _names_paper(page, text):
            return Place(text, index, Reason.OVER_TITLE)
        return None
    return None


def _without_home(text: str) -> str:
    """A breadcrumb whose signs were lost, without its first step: «الرئيسية محلية»."""
    first, _, rest = text.partition(" ")
    return rest if rest and key_of(first) in lexicon.word_sets()["home"] else text


def _names_paper(page: Page, text: str) -> bool:
    """Whether ``text`` is the paper's own name, as it looks or as the copyright line repeats it."""
    key = key_of(text)
    return (
        is_outlet(text)
        or key.endswith(SITES)
        or any(
            reading.furniture == "copyright" and key in reading.line.key
            for reading in page.readings
        )
    )


def find_outlet(readings: Sequence[Reading]) -> Place:
    """The paper's name, as its masthead or copyright prints it."""
    for index, reading in enumerate(readings):
        if reading.pieces.outlet:
            return Place(reading.pieces.outlet, index, Reason.PAPER)
    return Place()
