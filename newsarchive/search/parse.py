"""From the line as typed to a tree: words, phrases, field filters, and, or, not.

    اجتماع الإنتربول            both words, the last one also as a beginning
    «مجلس الشورى»  "…"          the words in this order
    -رويترز                     without
    مسقط OR صلالة   (أو، |)      either
    شخص:"جمال القريشي"           person:, جهة:/org:, مكان:/place:, قسم:/section:, مصدر:/source:
    تاريخ:2025-12  2025-01..2025-06   date:
    ( … )                       grouping

Nothing typed is an error: an unclosed quote ends with the line, an unknown field is words.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

from newsarchive.arabic.fold import fold
from newsarchive.arabic.words import words
from newsarchive.search.query import Facet


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded; ``open`` when it may go on, being typed last or followed by ``*``."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A word no article holds, taken for those that look (``letters`` apart) or sound like it.

    ``parse`` never makes one; ``understand`` puts it in the place of an unknown Word.
    """

    text: str
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in this order."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Articles with a facet value that holds these words."""

    facet: Facet
    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """Articles published in this range of days, inclusive."""

    since: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class Not:
    """All articles but those of ``node``."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Articles that match every part; no parts: all articles.

    ``enough`` is how many parts do when no article has all; 0 for all of them.
    """

    nodes: tuple["Node", ...]
    enough: int = 0


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that match any part."""

    nodes: tuple["Node", ...]


Node = Word | Near | Phrase | Field | Days | Not | And | Or
EVERYTHING = And(())

_FACETS = {
    Facet.PERSON: "person شخص شخصية",
    Facet.ORGANISATION: "org organisation organization جهة مؤسسة منظمة هيئة",
    Facet.PLACE: "place مكان",
    Facet.SECTION: "section قسم",
    Facet.SOURCE: "source outlet مصدر صحيفة",
}
FIELDS = {fold(name): facet for facet, names in _FACETS.items() for name in names.split()}
DATE_FIELDS = {fold(name) for name in ("date", "تاريخ", "التاريخ")}
_OR = {"OR", "|", "أو", "||"}
_AND = {"AND", "&&", "&"}
_QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“", "”": "”"}
_TOKEN = re.compile(
    r"""(?P<phrase>[«"“„”](?P<inside>[^«»"“”]*)[»"“”]?)
      | (?P<open>\()
      | (?P<close>\))
      | (?P<not>(?<!\S)[-−–](?=\S))
      | (?P<field>[^\W\d_]+):(?=\S)
      | (?P<word>[^\s«»"“”()]+)""",
    re.VERBOSE,
)
_DEEPEST = 20
_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")


@dataclass(slots=True)
class _Reader:
    tokens: list[re.Match[str]]
    at_end_open: bool
    place: int = 0
    depth: int = 0

    def peek(self) -> re.Match[str] | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self) -> re.Match[str]:
        token = self.tokens[self.place]
        self.place += 1
        return token

    def is_last(self) -> bool:
        return self.place == len(self.tokens)


def parse(line: str) -> Node:
    """The tree of a typed line; ``EVERYTHING`` for an empty one."""
    line = _INVISIBLE.sub("", line)
    tokens = list(_TOKEN.finditer(line))
    reader = _Reader(tokens, at_end_open=bool(line) and not line[-1].isspace())
    nodes: list[Node] = []
    while reader.peek():
        node = _either(reader)
        if node != EVERYTHING:
            nodes.append(node)
        if reader.peek():
            reader.take()  # a parenthesis that nothing opened
    return _joined(nodes)


def _joined(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def _either(reader: _Reader) -> Node:
    sides = [_all(reader)]
    while (token := reader.peek()) and token.group() in _OR:
        reader.take()
        sides.append(_all(reader))
    sides = [side for side in sides if side != EVERYTHING]
    if len(sides) > 1:
        return Or(tuple(sides))
    return sides[0] if sides else EVERYTHING


def _all(reader: _Reader) -> Node:
    nodes: list[Node] = []
    while (token := reader.peek()) and not token["close"] and token.group() not in _OR:
        node = _one(reader)
        if node != EVERYTHING:
            nodes.append(node)
    return _joined(nodes)


def _one(reader: _Reader) -> Node:
    token = reader.take()
    if token["not"]:
        if reader.peek() is None:
            return EVERYTHING
        inner = _one(reader)
        return EVERYTHING if inner == EVERYTHING else Not(_closed(inner))
    if token["open"]:
        if reader.depth == _DEEPEST:
            return EVERYTHING
        reader.depth += 1
        inner = _either(reader)
        reader.depth -= 1
        if (after := reader.peek()) and after["close"]:
            reader.take()
        return inner
    if token["field"]:
        return _field(token["field"], reader)
    if token["phrase"] is not None:
        return _phrase(token["inside"])
    if token.group() in _AND or token["close"]:
        return EVERYTHING
    return _words(token.group(), open_end=reader.is_last() and reader.at_end_open)


def _closed(node: Node) -> Node:
    """A word that is excluded is meant whole: «-من» while typing «-منظمة» would empty the list."""
    return Word(node.text) if isinstance(node, Word) else node


def _phrase(inside: str) -> Node:
    found = tuple(w for m in words(inside) if (w := fold(m.text)))
    return Phrase(found) if found else EVERYTHING


def _words(text: str, *, open_end: bool) -> Node:
    starred = text.endswith("*")
    found = [w for m in words(text) if (w := fold(m.text))]
    if not found:
        return EVERYTHING
    last = len(found) - 1
    return _joined([Word(w, open=(open_end or starred) and n == last) for n, w in enumerate(found)])


def _field(name: str, reader: _Reader) -> Node:
    after = reader.peek()
    if after is None or not (after["phrase"] or after["word"]):
        return EVERYTHING
    value = after["inside"] if after["phrase"] is not None else after.group()
    key = fold(name)
    if key in DATE_FIELDS:
        days = parse_days(value)
        reader.take()
        return days or _words(value, open_end=False)
    if key in FIELDS:
        reader.take()
        return Field(FIELDS[key], value) if fold(value).strip() else EVERYTHING
    return _words(name, open_end=False)


def parse_days(text: str) -> Days | None:
    """The days of «2025», «2025-12», «2025-12-15», «2025-01..2025-06», «..2024», «2020..»."""
    text = fold(text).strip()
    since_text, dots, until_text = text.partition("..")
    since = _period(since_text) if since_text else Days(dt.date.min, dt.date.max)
    until = since if not dots else _period(until_text) if until_text else _period("9999")
    if since is None or until is None or not (since_text or until_text):
        return None
    if since.since > until.since:
        since, until = until, since
    return Days(since.since, until.until)


def _period(text: str) -> Days | None:
    match = _DAY.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return Days(dt.date(year or 0, 1, 1), dt.date(year or 0, 12, 31))
        if day is None:
            last = monthrange(year, month)[1]
            return Days(dt.date(year, month, 1), dt.date(year, month, last))
        return Days(dt.date(year, month, day), dt.date(year, month, day))
    except ValueError:
        return None
