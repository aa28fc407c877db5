"""From the line as typed to a tree: words, phrases, field filters, and, or, not.

    اجتماع الإنتربول            both words, the last one also as a beginning
    «مجلس الشورى»  "…"          the words in this order
    «مجلس عمان»~3               in this order with three words between them at most
    سعود*                       words that begin so
    -رويترز  NOT                without
    مسقط OR صلالة   (أو، |)      either
    شخص:"جمال القريشي"           person:, جهة:/org:, مكان:/place:, قسم:/section:, مصدر:/source:
    وسم:للنشر  نجمة:  نجمة:لا  ملاحظة:المحرر   tag:, star:, note: what readers put on articles
    تاريخ:2025-12  2025-01..2025-06  رمضان 1446   date:; a whole date needs no field
    ( … )                       grouping; «ليس» and «وليس» before (, a phrase or a field: without

Nothing typed is an error: an unclosed quote ends with the line, an unknown field is words. What
was not taken as it stands is told beside the tree.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from newsarchive.arabic.fold import fold
from newsarchive.arabic.known_names import given_names, is_name_word
from newsarchive.arabic.months import gregorian_months, hijri_months
from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import ALI, UPON, term
from newsarchive.arabic.words import words
from newsarchive.article import STAR
from newsarchive.search.days import Days, parse_days
from newsarchive.search.query import Facet, Reading
from newsarchive.search.tokens import (
    AND,
    DATE_FIELDS,
    FIELDS,
    INVISIBLE,
    NO,
    NOT,
    NOT_BEFORE_A_GROUP,
    NOTES,
    OR,
    STARS,
    TOKEN,
    YES,
    with_plain_signs,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded.

    Attributes:
        open: it may go on, being typed last or followed by ``*``.
        exact: as typed and in no other spelling or form.
    """

    text: str
    open: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A word no article holds, taken for those that look (``letters`` apart) or sound like it.

    ``parse`` never makes one; ``understand`` puts it in the place of an unknown Word, or beside one
    of which few articles have the kin, then ``is_last`` in the order.
    """

    text: str
    letters: int = 0
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in this order, with at most ``gap`` others between them.

    ``exact``: the first word, too, without what may be written onto it.
    """

    words: tuple[str, ...]
    gap: int = 0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Articles with a facet value that holds these words."""

    facet: Facet
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """Articles that carry this very facet value.

    ``parse`` never makes one; ``understand`` puts it beside a name that the archive has seen used
    for the value.
    """

    facet: Facet
    name: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Articles on which a reader's note holds these words; of no words, any note."""

    text: str


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
    """Articles that match any part; ``is_one``: all are names of one thing, from ``understand``."""

    nodes: tuple["Node", ...]
    is_one: bool = False


Node = Word | Near | Phrase | Field | Value | Noted | Days | Not | And | Or
EVERYTHING = And(())

_LONGEST_DATE = 7
_DEEPEST = 20
_IN_NUMBERS = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, and what in the line was not taken as it stands."""

    node: Node
    faults: tuple[Reading, ...] = ()


@dataclass(slots=True)
class _Reader:
    line: str
    tokens: list[re.Match[str]]
    at_end_open: bool
    place: int = 0
    depth: int = 0
    faults: list[Reading] = field(default_factory=list)

    def peek(self) -> re.Match[str] | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self) -> re.Match[str]:
        token = self.tokens[self.place]
        self.place += 1
        return token

    def is_last(self) -> bool:
        return self.place == len(self.tokens)

    def tell(self, kind: str, typed: str, meant: str = "") -> None:
        self.faults.append(Reading(kind, typed, meant))


def parse(line: str) -> Node:
    """The tree of a typed line; ``EVERYTHING`` for an empty one."""
    return read(line).node


def read(line: str) -> Parsed:
    """The tree of a typed line, and what was wrong with the line."""
    line = with_plain_signs(INVISIBLE.sub("", line))
    tokens = list(TOKEN.finditer(line))
    reader = _Reader(line, tokens, at_end_open=bool(line) and not line[-1].isspace())
    nodes: list[Node] = []
    while reader.peek():
        node = _either(reader)
        if node != EVERYTHING:
            nodes.append(node)
        if reader.peek():
            reader.tell("unopened", reader.take().group())
    return Parsed(_joined(nodes), tuple(dict.fromkeys(reader.faults)))


def _joined(nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else And(tuple(_with_prepositions(nodes)))


def _with_prepositions(nodes: list[Node]) -> list[Node]:
    """«علي» taken for the preposition على where it can hardly be the name.

    It is the name at either end, after a given name and before a name; so where neither of its
    neighbours is one, it is the preposition, which many write with two dots.
    """
    found = list(nodes)
    for place, (before, node, after) in enumerate(zip(nodes, nodes[1:], nodes[2:], strict=False)):
        names = (
            isinstance(before, Word) and before.text in given_names(),
            isinstance(after, Word) and is_name_word(after.text),
        )
        if node == Word(ALI) and not any(names):
            found[place + 1] = Word(UPON)
    return found


def _either(reader: _Reader) -> Node:
    sides = [_all(reader)]
    while (token := reader.peek()) and token.group() in OR:
        reader.take()
        sides.append(_all(reader))
    sides = [side for side in sides if side != EVERYTHING]
    if len(sides) > 1:
        return Or(tuple(sides))
    return sides[0] if sides else EVERYTHING


def _all(reader: _Reader) -> Node:
    nodes: list[Node] = []
    while (token := reader.peek()) and not token["close"] and token.group() not in OR:
        node = _written_date(reader) or _one(reader)
        if node != EVERYTHING:
            nodes.append(node)
    return _joined(nodes)


def _one(reader: _Reader) -> Node:
    token = reader.take()
    if token["not"] or token.group() in NOT or _is_not(token, reader.peek()):
        if reader.peek() is None:
            return EVERYTHING
        inner = _one(reader)
        return EVERYTHING if inner == EVERYTHING else Not(_closed(inner))
    if token["open"]:
        return _group(reader)
    if token["field"]:
        return _field(token["field"], reader)
    if token["phrase"] is not None:
        if not token["end"]:
            reader.tell("unclosed-quote", token.group())
        return _phrase(token["inside"], int(token["gap"] or 0))
    if token.group() in AND or token["close"]:
        return EVERYTHING
    return _words(token.group(), open_end=reader.is_last() and reader.at_end_open)


def _is_not(token: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether «ليس» excludes what follows: a group, a phrase or a field, never a word."""
    is_group = after and (after["open"] or after["phrase"] or after["field"])
    return token.group() in NOT_BEFORE_A_GROUP and bool(is_group)


def _group(reader: _Reader) -> Node:
    if reader.depth == _DEEPEST:
        return EVERYTHING
    reader.depth += 1
    inner = _either(reader)
    reader.depth -= 1
    if (after := reader.peek()) and after["close"]:
        reader.take()
    else:
        reader.tell("unclosed", "(")
    return inner


def _closed(node: Node) -> Node:
    """A word that is excluded is meant whole: «-من» while typing «-منظمة» would empty the list."""
    return Word(node.text) if isinstance(node, Word) else node


def _phrase(inside: str, gap: int) -> Node:
    sought = [Word(w) for m in words(inside) if (w := term(m.text))]
    found = tuple(w.text for w in _with_prepositions(list(sought)) if isinstance(w, Word))
    return Phrase(found, gap) if found else EVERYTHING


def _words(text: str, *, open_end: bool) -> Node:
    starred = text.endswith("*")
    found = [w for m in words(text) if (w := term(m.text))]
    if not found:
        return EVERYTHING
    last = len(found) - 1
    return _joined([Word(w, open=(open_end or starred) and n == last) for n, w in enumerate(found)])


def _field(name: str, reader: _Reader) -> Node:
    key = bare(fold(name))
    is_date, facet = key in DATE_FIELDS, FIELDS.get(key)
    if key in STARS:
        return _star(reader)
    if key in NOTES:
        return Noted(_value(reader) or "")
    if not is_date and facet is None:
        if (after := reader.peek()) and not after.group().startswith("//"):
            reader.tell("unknown-field", name)
        return _words(name, open_end=False)
    if is_date and _has_value(reader):
        return _date_value(reader)
    value = _value(reader)
    if facet and value and fold(value).strip():
        return Field(facet, value)
    reader.tell("empty-field", name)
    return EVERYTHING


def _has_value(reader: _Reader) -> bool:
    after = reader.peek()
    return bool(after and (after["phrase"] or after["word"]))


def _value(reader: _Reader) -> str | None:
    """The word or phrase that a field is given; None when there is none."""
    if not _has_value(reader):
        return None
    token = reader.take()
    return str(token["inside"] if token["phrase"] is not None else token.group())


def _star(reader: _Reader) -> Node:
    """Articles with the star; with «لا» those without. A word that answers nothing is a word."""
    after = reader.peek()
    answer = fold(after.group()) if after else ""
    if answer in YES | NO:
        reader.take()
    starred = Field(Facet.TAG, STAR)
    return Not(starred) if answer in NO else starred


def _date_value(reader: _Reader) -> Node:
    """The days that a date field is given, as many of the words after it as make a date."""
    first = reader.take()
    if first["phrase"] is not None:
        value = first["inside"]
        days = parse_days(value)
    else:
        value = first.group()
        days = _longest_date(reader, reader.place - 1) or parse_days(value)
    if days is None:
        reader.tell("bad-date", value)
        return _words(value, open_end=False)
    return days


def _longest_date(reader: _Reader, first: int) -> Days | None:
    """The days that the tokens from number ``first`` on write out, and goes on after them."""
    start = reader.tokens[first].start()
    for last in range(min(first + _LONGEST_DATE, len(reader.tokens)), first + 1, -1):
        days = parse_days(reader.line[start : reader.tokens[last - 1].end()])
        if days:
            reader.place = last
            return days
    return None


def _written_date(reader: _Reader) -> Node | None:
    """A date among the words, with its year and the month's name or all in numbers.

    Its words are sought, or an article of then.
    """
    first = reader.place
    token = reader.tokens[first]
    beginning = reader.tokens[first : first + 3]
    if not token["word"]:
        return None
    days = None
    if any(not _month_words().isdisjoint(fold(t.group()).split("/")) for t in beginning):
        days = _longest_date(reader, first)
    elif _IN_NUMBERS.fullmatch(token.group()):
        days = parse_days(token.group())
        reader.place += days is not None
    if days is None:
        return None
    text = reader.line[token.start() : reader.tokens[reader.place - 1].end()]
    reader.tell("date", text, f"{days.since}..{days.until}")
    typed = _words(text, open_end=reader.is_last() and reader.at_end_open)
    return Or((typed, days))


@cache
def _month_words() -> frozenset[str]:
    """The first folded word of each month's name in either calendar."""
    return frozenset(name.split()[0] for name in (*gregorian_months(), *hijri_months()))
