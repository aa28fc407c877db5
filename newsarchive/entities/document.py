"""An article's entities: every tagged name with its place, its owner, titles and offices."""

import dataclasses
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.fold import without_marks
from newsarchive.arabic.names import name_words
from newsarchive.article import (
    Article,
    EntityKind,
    Mention,
    Organisation,
    Part,
    Person,
    Place,
)
from newsarchive.entities.agreement import agreed
from newsarchive.entities.amman import with_amman
from newsarchive.entities.canonical import (
    Found,
    Group,
    club_name,
    full_name,
    grouped,
    names_club,
    place_name,
)
from newsarchive.entities.kingdoms import KINGDOM, called_kingdom, with_kingdom
from newsarchive.entities.lexicon import GIVEN, NATION, SPEECH, Lexicon, keys_of
from newsarchive.entities.press import is_paper, paper_name
from newsarchive.entities.roles import offices
from newsarchive.entities.rules_persons import is_relative
from newsarchive.entities.stretches import joined, stretches
from newsarchive.entities.tagger import Label, Span, Tagger
from newsarchive.entities.tokens import Form, Sentence, sentences

_KINDS = {
    Label.PERSON: EntityKind.PERSON,
    Label.ORGANISATION: EntityKind.ORGANISATION,
    Label.PLACE: EntityKind.PLACE,
}
_NEAR = 24
_LISTED = 3
_JOINS = frozenset(("و", "،", ",", "،و", ",و"))
_QUOTES = frozenset("«»\"“”'()")
_OPEN, _CLOSE = frozenset('(«"“'), frozenset(')»"”')


def understood(article: Article, tagger: Tagger, lex: Lexicon) -> Article:
    """The article with its persons, organisations, places and mentions."""
    steps = understood_in_stretches(article, tagger, lex)
    return next(step for step in steps if step is not None)


def understood_in_stretches(
    article: Article, tagger: Tagger, lex: Lexicon
) -> Iterator[Article | None]:
    """The article as :func:`understood` has it; before it, None after each stretch of a long text.

    Names are compared within a stretch alone, so that the work grows as the text does; the same
    name in two stretches is one entity.
    """
    title = [_Placed("title", article.title, one) for one in sentences(article.title, lex.words)]
    body = [_Placed("body", article.body, one) for one in sentences(article.body, lex.words)]
    named: list[Article] = []
    for stretch in stretches([*title, *body], lambda placed: len(placed.sentence)):
        named.append(_named(article, tagger, lex, stretch))
        yield None
    yield joined(article, named)


class _Placed(NamedTuple):
    """A sentence with the text it stands in."""

    part: Part
    text: str
    sentence: Sentence


def _named(article: Article, tagger: Tagger, lex: Lexicon, stretch: Sequence[_Placed]) -> Article:
    everything = [placed.sentence for placed in stretch]
    spans = agreed(lex, everything, tagger.tag(everything))
    found: list[Found] = []
    for (part, text, sentence), own in zip(stretch, spans, strict=True):
        found += _mentions(lex, part, text, sentence, own, len(found))
    return _finished(article, lex, with_amman(lex, with_kingdom(lex, found)))


def _mentions(
    lex: Lexicon, part: Part, text: str, sentence: Sentence, spans: Sequence[Span], base: int
) -> Iterator[Found]:
    if not spans:
        return
    beside = offices(lex, sentence, spans)
    ends: dict[EntityKind, dict[int, int]]
    ends = {EntityKind.PERSON: {}, EntityKind.ORGANISATION: {}}
    count = 0
    for span in spans:
        kind = _KINDS.get(span.label)
        if kind is None:
            continue
        start, end, name = _plain(text, sentence, span)
        if not name:
            continue  # a row of tatweels
        office = beside.get(span.first) if kind is EntityKind.PERSON else None
        yield Found(
            kind, part, start, end, text[start:end], name,
            title=_words_of(text, office.title) if office else "",
            role=_words_of(text, office.role) if office else "",
            sure=span.sure or (_quoted(sentence, span) and _may_stand(lex, kind, name)),
            alias_of=_named_before(sentence, span, ends[kind]) if kind in ends else -1,
        )  # fmt: skip
        if kind in ends:
            ends[kind][span.end] = base + count
        count += 1


def _words_of(text: str, place: tuple[int, int] | None) -> str:
    return " ".join(text[place[0] : place[1]].split()) if place else ""


def _plain(text: str, sentence: Sentence, span: Span) -> tuple[int, int, str]:
    """[start, end) of the surface, and the plain name."""
    first = sentence[span.first]
    form = span.form or Form(first.key, 0, 0)
    begins, end = sentence.starts[span.first], sentence.end(span.end - 1)
    start = begins + form.cut
    return start, end, _cleaned(span.plain or form.put + text[begins + form.skip : end])


@lru_cache(maxsize=32768)
def _cleaned(name: str) -> str:
    """Without marks and quotes, a space between words."""
    name = without_marks(name)
    if not _QUOTES.isdisjoint(name):
        name = "".join([character for character in name if character not in _QUOTES])
    return " ".join(name.split())


def _quoted(sentence: Sentence, span: Span) -> bool:
    return (
        span.first > 0
        and span.end < len(sentence)
        and sentence[span.first - 1].text in _OPEN
        and sentence[span.end].text in _CLOSE
    )


def _may_stand(lex: Lexicon, kind: EntityKind, name: str) -> bool:
    """Whether quotes prove a name: a known body's, not any word in quotes («الواسطة»)."""
    if kind is not EntityKind.ORGANISATION:
        return True
    keys = keys_of(name) or ("",)
    match = lex.bodies.longest(keys[0], keys[1:])
    whole = match is not None and match[0] == len(keys)
    return whole or (len(keys) == 1 and is_paper(lex, keys[0]))


def _named_before(sentence: Sentence, span: Span, ends: dict[int, int]) -> int:
    """The mention that ends right before this acronym, or before the bracket it is alone in."""
    bare = not sentence[span.first].key.startswith("ال")
    if bare and span.end - span.first == 1 and span.form is None and span.first in ends:
        return ends[span.first]
    if span.first < 2 or not _quoted(sentence, span):
        return -1
    return ends.get(span.first - 1, -1)


def _finished(article: Article, lex: Lexicon, found: Sequence[Found]) -> Article:
    groups = [group for group in grouped(lex, found) if _stands(lex, article, found, group)]
    sport = any(names_club(lex, group.names[0]) for group in groups if _is_body(found, group))
    named = [(group, _entity_name(lex, article, found, group, sport)) for group in groups]
    names = {index: name for group, name in named for index in group.members}
    mentions = [
        Mention(
            mention.kind, names[index], mention.part, mention.start, mention.end,
            mention.surface, mention.title, mention.role,
        )
        for index, mention in enumerate(found)
        if index in names
    ]  # fmt: skip
    mentions.sort(key=lambda mention: (mention.part != "title", mention.start))

    def of(kind: EntityKind) -> list[tuple[Group, str]]:
        return [pair for pair in named if found[pair[0].members[0]].kind is kind]

    return dataclasses.replace(
        article,
        persons=tuple(_person(found, group) for group, _ in of(EntityKind.PERSON)),
        organisations=tuple(
            Organisation(name, _others(group, name)) for group, name in of(EntityKind.ORGANISATION)
        ),
        places=tuple(_place(found, group, name) for group, name in of(EntityKind.PLACE)),
        mentions=tuple(mentions),
    )


def _stands(lex: Lexicon, article: Article, found: Sequence[Found], group: Group) -> bool:
    """Whether the article says enough: of a given name alone, by a title or in brackets."""
    members = [found[index] for index in group.members]
    if not any(mention.sure for mention in members):
        return False
    if members[0].kind is not EntityKind.PERSON or not _is_given_alone(lex, group):
        return True
    return any(
        mention.title
        or mention.role
        or _is_apart(article, mention)
        or _is_told(lex, article, mention)
        or _speaks(lex, article, mention)
        or _is_listed(article, found, index)
        for index, mention in zip(group.members, members, strict=True)
    )


def _is_given_alone(lex: Lexicon, group: Group) -> bool:
    """A given name and nothing else, though it be written in several ways."""
    keys = name_words(group.names[0])
    return len(keys) == 1 and bool(lex.of(keys[0]) & GIVEN)


def _is_apart(article: Article, mention: Found) -> bool:
    """Whether quotes, brackets or commas stand around the mention."""
    text = _text(article, mention)
    before, after = text[: mention.start][-2:], text[mention.end :][:1]
    return (before[-1:] in _OPEN and after in _CLOSE) or (before == "، " and after == "،")


def _speaks(lex: Lexicon, article: Article, mention: Found) -> bool:
    """«وأكد عباس»: a verb of saying right before the name."""
    near = _text(article, mention)[: mention.start][-_NEAR:]
    before = near.split()
    return near.endswith(" ") and bool(before) and bool(lex.words[before[-1]].hint & SPEECH)


def _is_told(lex: Lexicon, article: Article, mention: Found) -> bool:
    """«ابنتها دينا», «البرازيلية مارتا», «مليشيات صالح»: what only a name stands after."""
    near = _text(article, mention)[: mention.start][-_NEAR:]
    before = near.removesuffix("و").split()
    if not before:
        return False
    word = lex.words[before[-1]]
    if not (lex.classes["ally"] | lex.classes["joined_ally"]).isdisjoint(word.readings):
        return True
    return is_relative(lex, word) or bool(word.flags & NATION and word.key.startswith("ال"))


def _is_listed(article: Article, found: Sequence[Found], index: int) -> bool:
    """«(سعد وفهد وماجد)»: one of three given names and more that are joined."""
    text, row = _text(article, found[index]), 1
    for step in (-1, 1):
        at = index
        while 0 <= at + step < len(found) and row < _LISTED:
            first, second = sorted((found[at], found[at + step]), key=lambda one: one.start)
            between = text[first.end : second.start].split()
            alone = len(second.name.split()) == len(first.name.split()) == 1
            same = first.part == second.part and first.kind is second.kind is EntityKind.PERSON
            if not same or not alone or "".join(between) not in _JOINS:
                break
            at, row = at + step, row + 1
    return row >= _LISTED


def _is_body(found: Sequence[Found], group: Group) -> bool:
    return found[group.members[0]].kind is EntityKind.ORGANISATION


def _entity_name(
    lex: Lexicon, article: Article, found: Sequence[Found], group: Group, sport: bool
) -> str:
    kind = found[group.members[0]].kind
    if kind is EntityKind.PERSON:
        return group.names[0]
    if kind is EntityKind.PLACE:
        return place_name(lex, found[group.members[0]].name)
    for mention in (found[index] for index in group.members):
        name = paper_name(lex, group.names[0], _text(article, mention)[: mention.start][-_NEAR:])
        if name != group.names[0]:
            return name
    name = full_name(lex, group.names[0])
    return club_name(lex, name) if sport else name


def _text(article: Article, mention: Found) -> str:
    return article.title if mention.part == "title" else article.body


def _others(group: Group, name: str) -> tuple[str, ...]:
    return tuple(other for other in group.names if other != name)


def _place(found: Sequence[Found], group: Group, name: str) -> Place:
    others = _others(group, name)
    return Place(name, (*others, KINGDOM) if called_kingdom(found, group.members, name) else others)


def _person(found: Sequence[Found], group: Group) -> Person:
    def distinct(values: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for value in values if value))

    return Person(
        group.names[0],
        tuple(group.names[1:]),
        distinct([found[index].title for index in group.members]),
        distinct([found[index].role for index in group.members]),
    )
