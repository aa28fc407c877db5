"""Who signs a page's article: a person, an agency, the paper itself, or an editor's initials."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from newsarchive.article import Reason
from newsarchive.extract import lexicon
from newsarchive.extract.bylines import (
    Byline,
    could_be_person,
    is_agency,
    is_known,
    is_numbered_paper,
    is_place,
    looks_like_person,
    may_name_paper,
    people,
    sides_of,
    with_dashes,
)
from newsarchive.extract.head import Page, Place
from newsarchive.extract.lines import key_of
from newsarchive.extract.reading import Kind, Reading
from newsarchive.extract.sections import SITES, is_outlet, is_section

_MASTHEAD = 3
_EDGE_MARKS = " :.،-"
_TOWN_WORDS = 2
_EDGE = 60
_OWN_NAME_WORDS = 4
_OWN_NAME_REACH = 45
_DATELINE = 60
_SIDES = re.compile(r"\s*[|/:]+\s*|\s*[-–—]+\s+|\s+[-–—]+\s*|\s*[()\[\]«»]+\s*|\s{2,}")
_OPENING = re.compile(r"^\s*\(*([^-–—:/()]{3,40}?)\)*\s*(?:[-–—]+|[:/])\s+")
_SPECIAL = frozenset(
    (
        "خاص",
        "خاص ب",
        "متابعات خاصه",
        "متابعه خاصه",
        "تقرير خاص",
        "متابعات",
        "متابعه",
        "كتب",
        "تقرير",
        "رصد",
        "غرفه الاخبار",
    )
)
_TOLD_TO = frozenset(
    f"{joined}{word}"
    for joined in ("", "ل")
    for word in ("وكاله", "صحيفه", "جريده", "موقع", "قناه", "مراسل", "مراسله", "موفد", "شبكه", "ل")
)
_PLACED = re.compile(
    r"(?P<place>[^-–—/:|«]{3,30}?)(?:\s*[-–—/|]\s+|\s+[-–—/|]\s*|\s*:\s*(?=[«\"]))[«\"]?"
    r"(?P<name>[^-–—/:|«»\"]{3,40})[»\"]?"
)
_PLACED_WORDS = 3
_DESKS = frozenset(("وحده", "فريق", "مكتب", "غرفه", "هييه", "اسره", "محرر"))
_DESK_WORDS = 4
_SEVERAL = re.compile(r"\s+[-–—/]\s+")
_QUOTED = re.compile(r"«[^«»]+»|\"[^\"]+\"")
_INITIALS = re.compile(r"^[(/]?\s*[^\W\d_]{1,2}\s*[.٫]\s*[^\W\d_]{1,2}\s*\.?\s*[)/]?$")

Candidate = tuple[int, Byline, Reason]


def find_author(page: Page) -> Place:
    """Who signs: a person before an agency, and above the text before below it."""
    best: tuple[tuple[bool, bool, int], Place] | None = None
    for order, (index, byline, reason) in enumerate(_signed(page)):
        told = byline.labelled and not is_known(byline)
        rank = (not byline.is_person, told, order)
        if best is None or rank < best[0]:
            reason = Reason.LABEL if byline.labelled else reason
            best = (rank, Place(byline.name, index, reason))
            if byline.is_person and not told:
                break  # whoever else signs, signs further away
    if best is not None:
        return best[1]
    for index, byline, reason in chain(_paper_itself(page), _initials(page)):
        return Place(byline.name, index, reason)
    return Place()


def _signed(page: Page) -> Iterator[Candidate]:
    anchor = page.title.lines[-1] if page.title.lines else 0
    near = sorted(page.head(), key=lambda index: (index < anchor, index))
    ended = False
    for index in (*near, *page.tail(), *page.inside()):
        ended = ended or page.readings[index].furniture == "end"
        for byline in page.readings[index].pieces.bylines:
            placed = not (ended or _is_masthead(page, index, anchor, byline))
            outside = not page.body.start <= index < page.body.end
            if index >= page.body.end and page.readings[index].furniture == "navigation":
                continue
            if (placed or byline.labelled) and (outside or is_known(byline)):
                named = replace(byline, name=_not_special(page, index, byline.name))
                yield index, _without_own_name(page, index, named), page.side(index)
    if page.opening:
        for byline in page.opening.bylines:
            yield page.body.kept[0], byline, Reason.DATELINE
    yield from _names_over_two_lines(page, anchor)
    yield from _unknown_names(page, anchor)
    yield from _desks(page, anchor)


def _without_own_name(page: Page, index: int, byline: Byline) -> Byline:
    """The byline without the paper's name, where that is made as names are: «غصن بلدي – …»."""
    names = _SEVERAL.split(byline.name) if byline.is_person else ()
    if len(names) < 2:
        return byline
    persons = [name for name in names if not _is_own(page, name, index)]
    return replace(byline, name=persons[0]) if len(persons) == 1 else byline


def _is_masthead(page: Page, index: int, anchor: int, byline: Byline) -> bool:
    """Whether a line names the agency or the site whose page it is, over everything else."""
    alone = not page.readings[index].pieces.places
    far = 1 if byline.name.isascii() or not byline.is_person else anchor
    return alone and index < _MASTHEAD and index + far < anchor


def _unknown_names(page: Page, anchor: int) -> Iterator[Candidate]:
    """Lines under the title that stand where a byline stands and are made as names are.

    Beside the paper's own name, a place or a date, one name is enough: «غصن بلدي – حنان مرعشلي».
    """
    for index in page.head():
        reading = page.readings[index]
        if index <= anchor or reading.kind not in (Kind.TEXT, Kind.META):
            continue
        beside = page.readings[index - 1 : index + 2 : 2]
        placed = index + 1 == page.body.start or any(one.pieces.stamps for one in beside)
        text = reading.line.text
        if placed and reading.kind is Kind.TEXT and could_be_person(text):
            yield index, Byline(text, is_person=True), Reason.NAME_SHAPE
        elif placed or reading.pieces.stamps:
            name = _beside_own_name(page, index)
            if name:
                yield index, Byline(name, is_person=True), page.side(index)


def _names_over_two_lines(page: Page, anchor: int) -> Iterator[Candidate]:
    """A name whose first and last words a narrow column sets on lines of their own."""
    for index in range(anchor + 1, page.body.start - 1):
        pair = [one.line for one in page.readings[index : index + 2]]
        if all(line.words == 1 for line in pair) and not pair[1].after_gap:
            name = " ".join(line.text for line in pair)
            if looks_like_person(name):
                yield index, Byline(name, is_person=True), Reason.NAME_SHAPE


def _desks(page: Page, anchor: int) -> Iterator[Candidate]:
    """An agency or the paper's desk alone on a line between title and text, under no caption."""
    for index in range(anchor + 1, page.body.start):
        reading = page.readings[index]
        name = reading.line.text.strip(" ()[]/.")
        desks = lexicon.byline_words()["desk"]
        desk = reading.line.key in desks
        sides = [] if desk else sides_of(name)
        desk = desk or (len(sides) == 1 and _is_desk(page, index))
        if len(sides) == 2 and not desks.isdisjoint(map(key_of, sides)):
            first = key_of(sides[0]) in desks or may_name_paper(sides[0])
            name, desk = (sides[0], True) if first else (name, desk)
        if not (desk or is_agency(name)) or page.readings[index - 1].kind is Kind.CAPTION:
            continue
        yield index, Byline(name, is_person=False), page.side(index)


def _is_desk(page: Page, index: int) -> bool:
    """Whether a line beside the date names a desk or a service: «وحدة البيانات», «واس الرياضي»."""
    words = page.readings[index].line.key.split()
    if not (1 < len(words) <= _DESK_WORDS and words[0] in _desk_heads()):
        return False
    return _is_beside_date(page, index)


@cache
def _desk_heads() -> frozenset[str]:
    """First words of the names of desks and services."""
    return (_DESKS | lexicon.agencies()) - _SPECIAL


def _beside_own_name(page: Page, index: int) -> str:
    """The name in a line that otherwise holds places and the paper's own name, or ""."""
    parts = [
        part for text in page.readings[index].pieces.unknown for part in sides_of(with_dashes(text))
    ]
    names = [part for part in parts if people(part)]
    others = [part for part in parts if part not in names and not is_place(part)]
    if len(names) != 1:
        return ""
    own = all(_is_own(page, part, index) for part in others)
    return people(names[0]) if own or _may_be_place(page, index, others) else ""


def _may_be_place(page: Page, index: int, others: Sequence[str]) -> bool:
    """Whether a word or two beside a name right over the text may be a town no lexicon knows."""
    if len(others) != 1 or index + 1 != page.body.start:
        return False
    words = key_of(others[0]).split()
    return len(words) <= _TOWN_WORDS and lexicon.never_in_names().isdisjoint(words)


def _paper_itself(page: Page) -> Iterator[Candidate]:
    """The paper's name where a byline stands: beside a place, beside «خاص», or opening the text.

    A name is the paper's own when it is made as papers' names are, or when the page's furniture
    repeats it: its copyright line, its disclaimer, its invitation to follow it.
    """
    anchor = page.title.lines[-1] + 1 if page.title.lines else 0
    furniture = (Kind.FURNITURE, Kind.MENU)
    told = [n for n in range(anchor, page.body.start) if page.readings[n].kind not in furniture]
    for index in told[-_MASTHEAD:]:
        if name := _paper_in(page, index):
            yield index, Byline(name, is_person=False), page.side(index)
    if page.body.kept:
        first = page.body.kept[0]
        opening = _OPENING.match(page.readings[first].line.text[:_OWN_NAME_REACH])
        name = opening[1].strip() if opening else ""
        quoted = _quoted_after_place(page.readings[first].line.text)
        if quoted or (name and _is_own(page, name, first)):
            name = quoted or name
            yield first, Byline(name, is_person=False), Reason.DATELINE


def _quoted_after_place(text: str) -> str:
    """The paper in quotation marks in a dateline that the text runs on from: «غزة - "الأيام":»."""
    head, colon, _ = text[:_DATELINE].partition(": ")
    return _after_place(head) if colon and _QUOTED.search(head) else ""


def _not_special(page: Page, index: int, name: str) -> str:
    """The paper that stands beside «خاص», whose report is its own: «المكلا (المندب الآن) خاص»."""
    if key_of(name) not in _SPECIAL:
        return name
    paper = _beside_place(page.readings[index].line.text)
    return paper if may_name_paper(paper) else name


def _paper_in(page: Page, index: int) -> str:
    """The paper's name in a line that stands where a byline stands, or ""."""
    reading = page.readings[index]
    pieces = reading.pieces
    if placed := _after_place(reading.line.text) or _before_place(page, index):
        return placed
    if _is_told_to(page, index):
        return reading.line.text.strip(_EDGE_MARKS)
    name = _beside_place(reading.line.text)
    if not name and pieces.stamps and pieces.places and len(pieces.unknown) == 1:
        name = pieces.unknown[0]
    is_paper = is_numbered_paper(name) or _reports_itself(reading.line.text, name)
    if name and (is_paper or _is_own(page, name, index)):
        return name
    joined = _joined_to_date(reading)
    return joined if joined and may_name_paper(joined) else ""


def _reports_itself(text: str, name: str) -> bool:
    """Whether «خاص» stands beside the name and a place, or beside a name in quotation marks.

    «عدن ((عدن اليوم)) خاص:», «خاص «مدارات»».
    """
    parts = [part.strip(_EDGE_MARKS) for part in _SIDES.split(text)]
    special = any(key_of(part) in _SPECIAL for part in parts if part)
    placed = any(is_place(part) for part in parts if part) or _QUOTED.search(text)
    return special and may_name_paper(name) and bool(placed)


def _beside_place(text: str) -> str:
    """The one name in a line that otherwise holds places, sections and «خاص» alone, or ""."""
    parts = [part.strip(_EDGE_MARKS) for part in _SIDES.split(text)]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = text.split("-")
    names = [part for part in parts if key_of(part) not in _SPECIAL and not is_place(part)]
    names = [part for part in names if not is_section(part)] if len(names) > 1 else names
    return names[0] if len(names) == 1 and len(parts) > 1 else ""


def _after_place(text: str) -> str:
    """A paper's name after the place it reports from: «الدوحة - قنا الشمال», «بيروت: «الضفة»»."""
    found = _PLACED.fullmatch(text.strip(" :"))
    name = found["name"].strip() if found else ""
    known = found is not None and is_place(found["place"])
    if known and is_place(name) and text.rstrip(" :").endswith(("»", '"')):
        return name
    known = known and may_name_paper(name) and not is_section(name)
    return name if known and name.count(" ") < _PLACED_WORDS else ""


def _before_place(page: Page, index: int) -> str:
    """A paper's name before the place, beside the date or the text: «المشهد الآن - سقطرى»."""
    name, _, place = page.readings[index].line.text.strip(" :").rpartition(" - ")
    if not name or not (is_place(place) and may_name_paper(name) and not is_section(name)):
        return ""
    return name if _is_beside_date(page, index) or index + 1 == page.body.start else ""


def _is_told_to(page: Page, index: int) -> bool:
    """Whether a name alone beside the date is that to which the text says something was told."""
    reading = page.readings[index]
    name = reading.line.text.strip(_EDGE_MARKS)
    if reading.kind is not Kind.TEXT or not may_name_paper(name):
        return False
    sought = key_of(name).split()
    texts = (page.readings[kept] for kept in page.body.kept[:_EDGE])
    return _is_beside_date(page, index) and any(_names(one, sought, told=True) for one in texts)


def _is_beside_date(page: Page, index: int) -> bool:
    around = page.readings[max(0, index - 1) : index + 2]
    return any(one.pieces.stamps for one in around)


def _joined_to_date(reading: Reading) -> str:
    """What the date touches, as sites set the writer and the day: «اليوم الجديد2025/9/13»."""
    pieces = reading.pieces
    if len(pieces.stamps) != 1 or len(pieces.unknown) != 1:
        return ""
    name = pieces.unknown[0]
    return name if f"{name}{pieces.stamps[0].text}" in reading.line.text else ""


def _is_own(page: Page, name: str, index: int) -> bool:
    if len(name.split()) > _OWN_NAME_WORDS or is_section(name):
        return False
    if is_outlet(name) or (" " in name and key_of(name).endswith(SITES)):
        return True
    sought = key_of(name).split()
    if not sought:
        return False
    body, count = page.body, len(page.readings)
    lines = {*range(_EDGE), *body.kept[:_EDGE], *range(body.end, body.end + _EDGE)}
    lines = {*lines, *range(count - _EDGE, count)} - {index, *page.title.lines}
    return any(
        _names(page.readings[line], sought, told=body.start <= line < body.end)
        for line in lines
        if 0 <= line < count and page.readings[line].kind is not Kind.CAPTION
    )


def _names(reading: Reading, sought: Sequence[str], *, told: bool) -> bool:
    """Whether a line names the paper; the text itself must say that something was told to it."""
    words = key_of(reading.line.text).split()
    size = len(sought)
    for at in range(len(words) - size + 1):
        if words[at + 1 : at + size] != list(sought[1:]):
            continue
        joined = words[at] in (f"ل{sought[0]}", f"ل{sought[0].removeprefix('ا')}")
        spoken_to = joined or (words[at - 1 : at] and words[at - 1] in _TOLD_TO)
        if spoken_to or (words[at] == sought[0] and not told):
            return True
    return False


def _initials(page: Page) -> Iterator[Candidate]:
    """An editor's initials under the text, where nobody else signs: «ق. م»."""
    for index in page.tail():
        text = page.readings[index].line.text
        if _INITIALS.match(text):
            yield index, Byline(text.strip(" ()/"), is_person=True), Reason.BELOW_TEXT
