"""A name found once in an article is a name wherever the article repeats it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsarchive.entities.canonical import names_club
from newsarchive.entities.lexicon import (
    COMMON,
    COMMON_PLACE,
    FACILITY,
    FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    HEAD,
    MET,
    NAME,
    NATION,
    PARTICLE,
    PLACE,
    STOP,
    STRANGE,
    Lexicon,
    Trie,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence

_PLAIN = COMMON | MET | STOP | NATION | PLACE | COMMON_PLACE | HEAD
_SHORTEST = 4
_OFTEN = 3
_NAMED = (Label.ORGANISATION, Label.PERSON)
_LONGEST = 8
_CHAIN = 3
_HELD = frozenset(("الله", "الدين"))
_LEADING = frozenset(("بن", "فان", "فون", "دي", "دا", "دو"))


def agreed(
    lex: Lexicon, sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]
) -> list[list[Span]]:
    """The spans of each sentence with the repetitions of sure names that were left out.

    Surnames of persons named in full, one-word foreign names, and bodies' names; never a word
    that is an ordinary one too. On ANERCorp this adds two points to persons and organisations.
    """
    spans = _borne_out(lex, sentences, _without_clitics(sentences, spans))
    surnames = _surnames(lex, sentences, spans)
    owners = _owners(sentences, spans)
    bodies = _bodies(lex, sentences, spans)
    beginnings = surnames | bodies.root.keys() | owners.keys()
    return [
        _with_repeated(lex, sentence, found, repeated, surnames, owners, bodies)
        if (repeated := _where(sentence, beginnings))
        else [*found]
        for sentence, found in zip(sentences, spans, strict=True)
    ]


def _borne_out(
    lex: Lexicon, sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]
) -> Sequence[Sequence[Span]]:
    """«تالجو»: a strange word that is tagged again and again, mostly as a body, is a body.

    Though it be doubtful wherever it stands. What is mostly tagged as a person may be a thing.
    """
    tagged: dict[str, list[Span]] = {}
    for sentence, found in zip(sentences, spans, strict=True):
        for span in found:
            if not span.sure and _is_one_word(span) and sentence[span.first].hint & STRANGE:
                key = span.form.key if span.form else sentence[span.first].key
                tagged.setdefault(key, []).append(span)
    bodies = {
        key
        for key, some in tagged.items()
        if len(some) >= _OFTEN
        and sum(span.label is Label.ORGANISATION for span in some) * 2 > len(some)
    }
    if not bodies:
        return spans
    return [
        [_settled(sentence, span, bodies) for span in found]
        for sentence, found in zip(sentences, spans, strict=True)
    ]


def _is_one_word(span: Span) -> bool:
    """A person or body of one word, as it is printed."""
    return span.label in _NAMED and span.end - span.first == 1 and not span.plain


def _settled(sentence: Sentence, span: Span, bodies: set[str]) -> Span:
    """The span as a body, if its word is one of these."""
    if not _is_one_word(span):
        return span
    key = span.form.key if span.form else sentence[span.first].key
    return span._replace(label=Label.ORGANISATION, sure=True) if key in bodies else span


def _where(sentence: Sentence, beginnings: frozenset[str]) -> list[int]:
    """Where words stand that can be read as one of these."""
    return [at for at, token in enumerate(sentence) if not beginnings.isdisjoint(token.readings)]


def _named(
    sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]], label: Label
) -> Iterator[tuple[str, ...]]:
    """The folded words of each sure span of a kind, those with a name of their own left out."""
    for sentence, found in zip(sentences, spans, strict=True):
        for span in found:
            if span.label is label and span.sure and not span.plain:
                first = span.form.key if span.form else sentence[span.first].key
                yield (first, *(token.key for token in sentence[span.first + 1 : span.end]))


def _without_clitics(
    sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]
) -> Sequence[Sequence[Span]]:
    """«لحسن نصر الله» where the article has «حسن نصر الله»: the «ل» is none of the name's."""
    named = {keys for keys in _named(sentences, spans, Label.PERSON) if len(keys) > 1}
    leads = {keys[1:] for keys in named}
    return [
        [
            _read_anew(sentence, span, named, leads)
            if span.label is Label.PERSON and not span.form and span.end - span.first > 1
            else span
            for span in found
        ]
        for sentence, found in zip(sentences, spans, strict=True)
    ]


def _read_anew(
    sentence: Sentence, span: Span, named: set[tuple[str, ...]], leads: set[tuple[str, ...]]
) -> Span:
    rest = tuple(token.key for token in sentence[span.first + 1 : span.end])
    if rest not in leads:
        return span
    form = next((f for f in sentence[span.first].forms if f.cut and (f.key, *rest) in named), None)
    return span if form is None else span._replace(form=form)


def _surnames(
    lex: Lexicon, sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]
) -> frozenset[str]:
    last: set[str] = set()
    for keys in _named(sentences, spans, Label.PERSON):
        if len(keys) > 1 and not lex.of(keys[-2]) & PARTICLE:
            last.add(keys[-1])
        elif len(keys) == 1 and not lex.of(keys[0]) and not is_ordinary(lex, keys[0]):
            last.add(keys[0])
    return frozenset(word for word in last if len(word) >= _SHORTEST and not lex.of(word) & _PLAIN)


def _owners(
    sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]
) -> Mapping[str, frozenset[str]]:
    """By each last word of a name the first words of the names that end so."""
    owners: dict[str, frozenset[str]] = {}
    for keys in _named(sentences, spans, Label.PERSON):
        if len(keys) > 1:
            owners[keys[-1]] = owners.get(keys[-1], frozenset()) | {keys[0]}
    return owners


def _bodies(lex: Lexicon, sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]) -> Trie:
    names = Trie()
    for keys in _named(sentences, spans, Label.ORGANISATION):
        strange = len(keys) == 1 and len(keys[0]) >= _SHORTEST and not lex.of(keys[0]) & ~NAME
        if len(keys) > 1 or (strange and not is_ordinary(lex, keys[0])):
            names.add(keys, True)
    return names


def _with_repeated(
    lex: Lexicon,
    sentence: Sentence,
    found: Sequence[Span],
    repeated: Sequence[int],
    surnames: frozenset[str],
    owners: Mapping[str, frozenset[str]],
    bodies: Trie,
) -> list[Span]:
    found = [
        _as_person(lex, sentence, _surname_only(lex, sentence, part, surnames, owners), surnames)
        for span in found
        for part in (
            _doers(lex, sentence, span, surnames)
            if span.end - span.first == _CHAIN and span.label is Label.PERSON
            else (span,)
        )
    ]
    taken = {at for s in found if s.label is not Label.ROLE for at in range(s.first, s.end)}
    more: list[Span] = []
    for at in repeated:
        if at in taken or not sentence[at].is_word:
            continue
        span = _body(sentence, at, bodies) or _surname(lex, sentence, at, surnames)
        if span and taken.isdisjoint(range(span.first, span.end)):
            taken.update(range(span.first, span.end))
            more.append(span)
    return sorted([*found, *more], key=lambda span: (span.first, -span.end)) if more else [*found]


def _doers(
    lex: Lexicon, sentence: Sentence, span: Span, surnames: frozenset[str]
) -> Iterator[Span]:
    """«مورينيو أغاظ فينغر», «محامية رضايان ليلى احسان»: of three words a surname of the article.

    Between two surnames stands what one did to the other.
    """
    words = sentence[span.first : span.end]
    key = span.form.key if span.form else words[0].key
    if key not in surnames:
        yield span
        return
    done = words[2].key in surnames and not words[1].key.startswith("ال")
    if done and not words[1].flags & (NAME | PARTICLE):
        yield span._replace(end=span.first + 1)
        yield Span(Label.PERSON, span.end - 1, span.end)
    elif words[1].flags & GIVEN and not lex.of(key) & (GIVEN | FAMILY | FOREIGN_GIVEN):
        yield span._replace(end=span.first + 1)
        yield Span(Label.PERSON, span.first + 1, span.end)
    else:
        yield span


def _surname_only(
    lex: Lexicon,
    sentence: Sentence,
    span: Span,
    surnames: frozenset[str],
    owners: Mapping[str, frozenset[str]],
) -> Span:
    """«نهج كلوب» after «يورغن كلوب»: an ordinary word before a surname is none of the name's."""
    if span.label is not Label.PERSON or span.end - span.first == 1:
        return _uncut(sentence, span, surnames)
    if sentence[span.first + 1].key == "بن" or span.end - span.first > 2:
        return _without_era(lex, sentence, span, owners)
    first, last = sentence[span.first].key, sentence[span.end - 1].key
    other = _is_plain(lex, last) or names_club(lex, last)
    whose = not lex.of(first) & GIVEN or last.startswith("الم")
    if first in owners and whose and other:
        return span._replace(end=span.end - 1)
    key = span.form.key if span.form else sentence[span.first].key
    others = owners.get(sentence[span.first + 1].key, frozenset()) - {key}
    if not others or lex.of(key) & (NAME | PARTICLE):
        return span
    plain = _is_plain(lex, key) or len(key) < _SHORTEST
    return Span(Label.PERSON, span.first + 1, span.end) if plain else span


def _without_era(
    lex: Lexicon, sentence: Sentence, span: Span, owners: Mapping[str, frozenset[str]]
) -> Span:
    """«عهد بن علي» after «زين العابدين بن علي», «ووجد دي يونج» after «نايجل دي يونج».

    A word for a reign, or an ordinary one, before a surname that begins with a particle; an
    ordinary one before a whole name that the article tells («كفاح مها العريني»).
    """
    particle = sentence[span.first + 1].key
    if span.end - span.first != _CHAIN:
        return span
    if particle not in _LEADING:
        told = particle in owners.get(sentence[span.end - 1].key, ()) and lex.of(particle) & GIVEN
        noun = not span.form and lex.of(sentence[span.first].key) & COMMON
        noun = noun and sentence[span.end - 1].key not in _HELD
        return span._replace(first=span.first + 1) if told and noun else span
    key = span.form.key if span.form else sentence[span.first].key
    others = owners.get(sentence[span.end - 1].key, frozenset()) - {key}
    plain = particle != "بن" and (not lex.of(key) & NAME or lex.of(key) & COMMON)
    lead = (key in lex.classes["regime"] and not span.form) or plain
    return Span(span.label, span.first + 1, span.end) if others and lead else span


def _is_plain(lex: Lexicon, key: str) -> bool:
    return is_ordinary(lex, key) and not lex.of(key) & NAME


def _uncut(sentence: Sentence, span: Span, surnames: frozenset[str]) -> Span:
    """«فرومان» after «مايكل فرومان»: no letter of a surname is taken for a clitic."""
    single = span.label is Label.PERSON and span.end - span.first == 1 and span.form is not None
    if not single or sentence[span.first].key not in surnames:
        return span
    return span._replace(form=None)


def _as_person(lex: Lexicon, sentence: Sentence, span: Span, surnames: frozenset[str]) -> Span:
    """«وأردف "السهلي":»: a surname of the article is no body, though quotes stand around it."""
    if span.label is not Label.ORGANISATION or span.end - span.first > 1 or span.plain:
        return span
    key = span.form.key if span.form else sentence[span.first].key
    known = lex.bodies.longest(key, ())
    return span if key not in surnames or known else span._replace(label=Label.PERSON)


def _body(sentence: Sentence, at: int, bodies: Trie) -> Span | None:
    for form in sentence[at].forms:
        if form.key in bodies.root:
            following = [token.key for token in sentence[at + 1 : at + _LONGEST]]
            match = bodies.longest(form.key, following)
            if match:
                return Span(Label.ORGANISATION, at, at + match[0], _kept(form))
    return None


def _surname(lex: Lexicon, sentence: Sentence, at: int, surnames: frozenset[str]) -> Span | None:
    if at and sentence[at - 1].flags & (FACILITY | HEAD):
        return None
    form = _first(sentence[at].forms, surnames)
    return Span(Label.PERSON, at, at + 1, _kept(form)) if form else None


def _first(readings: Iterable[Form], surnames: frozenset[str]) -> Form | None:
    return next((form for form in readings if form.key in surnames and not form.put), None)


def _kept(form: Form) -> Form | None:
    return form if form.cut or form.put else None
