"""What is known of words before any text is read: names, titles, heads of bodies, places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

from newsarchive.arabic.names import word_key
from newsarchive.arabic.words import WORD
from newsarchive.entities.tokens import Word
from resources import lines

GIVEN, FAMILY, FOREIGN_GIVEN, FOREIGN_FAMILY = 1, 2, 4, 8
"""The word is borne as a name."""
AMBIGUOUS = 16
"""A name that is an ordinary word as well."""
PARTICLE = 32
"""Stands inside names: بن, آل, عبد, فان."""
PLACE, COMMON_PLACE = 64, 128
"""A place of one word; COMMON_PLACE is an ordinary word as well."""
STOP, COMMON = 256, 512
"""A function word; a word met in ordinary text."""
NATION = 1024
"""An adjective of nationality."""
TITLE = 2048
"""Part of titles and ranks."""
ROLE = 4096
"""Begins an office."""
HEAD, NAMED_HEAD, BRANCH_HEAD = 8192, 16384, 32768
"""Begins an organisation; one that takes any name; one that takes «بمنطقة …»."""
FACILITY = 65536
"""Begins a facility, prize, street or event: names in it are not persons or bodies."""
SPEECH = 131072
"""A verb or noun of saying, which a speaker follows."""
PLURAL_HEAD = 262144
"""A dual or plural that shares itself among names: وزارتي."""

MET = 1048576
"""Met outside names in the annotated articles: proof for rules, no feature for learning."""
DOUBTED = 2097152
"""A name met outside names there."""
VERB = 524288
"""A verb's form that is no noun."""

NAME = GIVEN | FAMILY | FOREIGN_GIVEN | FOREIGN_FAMILY

BEGINS_BODY, BEGINS_PLACE, BEGINS_TITLE, BEGINS_NAME = 1 << 22, 1 << 23, 1 << 24, 1 << 25
"""Of hints: some reading of the word may begin a known body, place, title or a person's name."""
STRANGE = 1 << 26
"""Of hints: neither known nor a known word with clitics."""
FAMOUS = 1 << 27
"""Of hints: some reading of the word is a person called by that word alone."""
_KNOWN = STOP | COMMON | MET | VERB | HEAD | ROLE | TITLE | NATION | FACILITY | SPEECH | PLACE
_ORDINARY = STOP | COMMON
_DEFINITE = ("ال", "لل", "وال", "بال")
LinesOf = Callable[[str, str], list[str]]
"""The lines of one of the lexicons' files, by its folder and name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known body or place.

    Attributes:
        name: official.
        kind: as in the lexicon: ministry, club, city, country …
        country: ISO 3166 code, "XX" or "-" for none.
        common: this very form is an ordinary word too and names the body only with support.
    """

    name: str
    kind: str
    country: str
    common: bool = False


@dataclass(slots=True)
class Trie:
    """Phrases by their folded words, for longest match at a place in a sentence."""

    root: dict[str, "dict[str, object]"] = field(default_factory=dict)

    def add(self, keys: tuple[str, ...], value: object) -> None:
        """Keep ``value`` under a phrase; the first value of a phrase stays."""
        node: dict[str, object] = self.root  # type: ignore[assignment]
        for key in keys:
            node = node.setdefault(key, {})  # type: ignore[assignment]
        node.setdefault("", value)

    def longest(self, first: str, rest: Iterable[str]) -> tuple[int, object] | None:
        """How many words the longest phrase starting with ``first`` has, and its value."""
        node: dict[str, object] | None = self.root.get(first)
        if node is None:
            return None
        best = (1, node[""]) if "" in node else None
        for count, key in enumerate(rest, 2):
            following = node.get(key) if key else None
            if following is None:
                break
            node = following  # type: ignore[assignment]
            if "" in node:
                best = (count, node[""])
        return best

    def within(
        self, first: str, words: Sequence[Word], start: int, end: int
    ) -> tuple[int, object] | None:
        """As ``longest``; the rest are the words [start, end), as far as there are so many."""
        node = self.root.get(first)
        if node is None:
            return None
        if start < end and start < len(words) and words[start].key in node:
            return self.longest(first, [word.key for word in words[start:end]])
        return (1, node[""]) if "" in node else None


class Words(dict[str, Word]):
    """What is known of printed words by their text, each worked out when it is first met.

    Nearly all words of an article have been met before, and most begin nothing, so that one look
    at a word's hint spares most rules. What is learnt is kept as long as words are not too many.
    """

    _MOST = 100_000

    def __init__(self, lex: "Lexicon") -> None:
        super().__init__()
        self._lex = lex

    def __missing__(self, text: str) -> Word:
        """A word, or a mark, not met before."""
        if len(self) >= self._MOST:
            self.clear()
        word = self[text] = Word.of(text, self._lex.flags)
        hint, of = 0, self._lex.begun.get
        for key in word.readings:
            hint |= of(key, 0)
        known = hint & _KNOWN or len(word.key) < 4 or word.key.startswith(_DEFINITE)
        word.hint = hint if known or not text.isalpha() else hint | STRANGE
        return word


@dataclass(slots=True, eq=False)
class Lexicon:
    """Flags of single words and tries of phrases, all by folded keys.

    What is worked out of a name by it alone is kept (``lru_cache``): names come back.

    Attributes:
        begun: the flags of words, and what phrases begin with them.
        plain, verbs: words that are ordinary and no name; forms of verbs that are no noun.
        ordinary: what newsarchive.entities.ordinary has found out of words so far.
        words: what is known of printed words.
    """

    flags: dict[str, int] = field(default_factory=dict)
    bodies: Trie = field(default_factory=Trie)
    places: Trie = field(default_factory=Trie)
    titles: Trie = field(default_factory=Trie)
    ambiguous: set[tuple[str, ...]] = field(default_factory=set)
    generic: frozenset[tuple[str, ...]] = frozenset()
    singular: dict[str, str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    ordinary: dict[str, bool] = field(default_factory=dict)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(self)

    def of(self, key: str) -> int:
        """The flags of a folded word; 0 for an unknown one."""
        return self.flags.get(key, 0)


@lru_cache(maxsize=32768)
def keys_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(map(word_key, WORD.findall(phrase)))


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


class _Files:
    """The files of the lexicons, in the program's folder or kept elsewhere."""

    def __init__(self, lines_of: LinesOf) -> None:
        self._lines_of = lines_of
        self.classes = {row[0]: _split(row[1]) for row in self.rows("language", "word_classes.txt")}

    def rows(self, folder: str, file: str) -> Iterator[list[str]]:
        """The cells of each line, and empty ones after the last."""
        for line in self._lines_of(folder, file):
            yield [*line.split("\t"), "", "", "", "", ""]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicons, read once in a process."""
    return read_lexicon(partial(lines, "lexicon"))


def read_lexicon(lines_of: LinesOf) -> Lexicon:
    """Lexicons by the lines of their files; lines that are empty or comments left out."""
    lex, files = Lexicon(), _Files(lines_of)
    _add_vocabulary(lex, files)
    _add_persons(lex, files)
    _add_titles(lex, files)
    _add_places(lex, files)
    _add_bodies(lex, files)
    marked = lex.flags.items()
    lex.plain = frozenset(key for key, flags in marked if flags & _ORDINARY and not flags & NAME)
    lex.verbs = frozenset(key for key, flags in marked if flags & VERB)
    lex.begun = _begun(lex)
    return lex


def _begun(lex: Lexicon) -> dict[str, int]:
    begun = dict(lex.flags)
    named = [key for key, flags in begun.items() if flags & (GIVEN | FOREIGN_GIVEN)]
    for flag, keys in (
        (BEGINS_BODY, lex.bodies.root),
        (BEGINS_PLACE, lex.places.root | dict.fromkeys(lex.classes["place_head"])),
        (BEGINS_TITLE, lex.titles.root),
        (BEGINS_NAME, [*named, "عبد", "ابو"]),
        (FAMOUS, lex.classes["famous"]),
    ):
        for key in keys:
            begun[key] = begun.get(key, 0) | flag
    return begun


def _mark(lex: Lexicon, flag: int, phrases: Iterable[str]) -> None:
    for phrase in phrases:
        for key in keys_of(phrase)[:1]:
            lex.flags[key] = lex.flags.get(key, 0) | flag


def _both(phrases: Iterable[str]) -> Iterator[str]:
    """Each word without and with the article."""
    for phrase in phrases:
        yield phrase
        if not phrase.startswith("ال"):
            yield "ال" + phrase


def _add_vocabulary(lex: Lexicon, files: _Files) -> None:
    for word, count, *_ in files.rows("language", "common_words.txt"):
        lex.flags[word] = MET
        lex.counts[word] = int(count)
    for row in files.rows("language", "verbs_nouns.txt"):
        _mark(lex, COMMON, row[:2])
        _mark(lex, COMMON, _both(_split(row[2]) + _split(row[3])))
        _mark(lex, VERB, _verbs(row[0], row[1]))
    for row in files.rows("language", "broken_plurals.txt"):
        _mark(lex, COMMON, _both([row[0], *_split(row[1])]))
    _mark(lex, COMMON, _both(row[0] for row in files.rows("language", "ordinary_words.txt")))
    for row in files.rows("language", "stop_words.txt"):
        _mark(lex, STOP, (w for w in (row[0], *_split(row[2])) if " " not in w))
    for row in files.rows("language", "nationalities.txt"):
        _mark(lex, NATION, _both([row[0], *_split(row[1]), *_split(row[2])]))
    _mark(lex, SPEECH, files.classes["speech"])
    _mark(lex, FACILITY, files.classes["facility"])


def _verbs(past: str, present: str) -> Iterator[str]:
    """Forms of a verb that no noun shares: the present, and the longer pasts."""
    yield present
    yield "ت" + present[1:]
    if len(past) > 3:
        yield past
        yield past + "ت"


def _add_persons(lex: Lexicon, files: _Files) -> None:
    for row in files.rows("persons", "given_names.txt"):
        _add_name(lex, GIVEN, [row[0], *_split(row[4])], row[3] == "y")
    for row in files.rows("persons", "family_names.txt"):
        _add_name(lex, FAMILY, [row[0], row[1]], row[3] == "y")
    for row in files.rows("persons", "foreign_given_names.txt"):
        _add_name(lex, FOREIGN_GIVEN, [row[0], *_split(row[1])], False)
    for row in files.rows("persons", "foreign_family_names.txt"):
        _add_name(lex, FOREIGN_FAMILY, [row[0], *_split(row[1])], False)
    for row in files.rows("language", "common_word_names.txt"):
        _mark(lex, AMBIGUOUS, [row[0]] if row[1] in ("given", "family") else [])
    for row in files.rows("persons", "name_particles.txt"):
        _mark(lex, PARTICLE, [row[0]] if " " not in row[0] else [])


def _add_name(lex: Lexicon, flag: int, spellings: list[str], common: bool) -> None:
    for spelling in spellings:
        keys = keys_of(spelling)
        if len(keys) == 1 and not lex.of(keys[0]) & STOP and lex.counts.get(keys[0], 0) < 40:
            doubt = AMBIGUOUS * common | DOUBTED * (lex.counts.get(keys[0], 0) > 3)
            lex.flags[keys[0]] = lex.of(keys[0]) | flag | doubt
        elif len(keys) > 1 and keys[0] not in ("عبد", "ابو", "ام", "ال", "بن", "بو", "با"):
            for key in keys:
                if not lex.of(key) & (STOP | COMMON | MET):
                    lex.flags[key] = lex.of(key) | flag


def _add_titles(lex: Lexicon, files: _Files) -> None:
    for row in files.rows("persons", "titles.txt"):
        for spelling in (row[0], row[2]):
            keys = keys_of(spelling)
            if keys:
                lex.titles.add(keys, row[1])
    for abbreviation in ("د", "م", "أ"):
        lex.titles.add((word_key(abbreviation), "."), "academic")
        lex.titles.add((word_key(abbreviation), "/"), "academic")
    _mark(lex, TITLE, (row[0] for row in files.rows("persons", "titles.txt")))
    for row in files.rows("organizations", "role_heads.txt"):
        _mark(lex, ROLE, _both([row[0].split()[0], *row[1].split()[:1]]))
    _mark(lex, ROLE, ("مساعد", "مساعدة", "النائب", "كبير", "كبيرة", "المتحدث", "الناطق", "القائم"))


def _add_places(lex: Lexicon, files: _Files) -> None:
    for name, variants, kind, country, common, *_ in files.rows("language", "places.txt"):
        for spelling in (name, *_split(variants)):
            keys = keys_of(spelling)
            count = lex.counts.get(keys[0], 0)
            if len(keys) == 1 and count > 20 and kind != "country":
                continue
            ambiguous = common == "y" or count > 3
            lex.places.add(keys, Entry(name, kind, country, ambiguous and len(keys) == 1))
            if len(keys) == 1:
                lex.flags[keys[0]] = lex.of(keys[0]) | (COMMON_PLACE if ambiguous else PLACE)


def _add_bodies(lex: Lexicon, files: _Files) -> None:
    heads = [row[0] for row in files.rows("organizations", "org_heads.txt")]
    single = {w for head in heads if " " not in head for w in (head,)} | set(files.classes["head"])
    _mark(lex, HEAD, single - set(files.classes["not_head"]))
    _mark(lex, NAMED_HEAD, files.classes["named_head"])
    _mark(lex, BRANCH_HEAD, files.classes["branch_head"])
    generic = {keys_of(row[0]) for row in files.rows("organizations", "generic_bodies.txt")}
    kept = {keys_of(w)[0] for w in ("الدفاع المدني", "المرور", "الجمارك")}
    lex.generic = frozenset(g for g in generic if g[0] not in kept)
    named: dict[tuple[str, ...], str] = {}
    for name, aliases, acronyms, kind, country, common, *_ in files.rows(
        "organizations", "organizations.txt"
    ):
        for spelling in (name, *_split(aliases), *_split(acronyms)):
            keys = keys_of(spelling)
            if keys and keys not in lex.generic:
                doubtful = _is_doubtful(lex, keys, alias=spelling is not name, common=common == "y")
                if named.setdefault(keys, name) != name:
                    lex.ambiguous.add(keys)
                lex.bodies.add(keys, Entry(name, kind, country, doubtful))
    for name, words_of_class in files.classes.items():
        lex.classes[name] = frozenset(word_key(word) for word in words_of_class)
        if name.startswith("="):
            _mark(lex, PLURAL_HEAD, words_of_class)
            lex.singular |= {word_key(word): name[1:] for word in words_of_class}


def _is_doubtful(lex: Lexicon, keys: tuple[str, ...], *, alias: bool, common: bool) -> bool:
    """A body's name of one or two words that are ordinary ones too."""
    first = lex.of(keys[0])
    if len(keys) == 1:
        return common or bool(first)
    return alias and len(keys) == 2 and bool(first & (COMMON | MET)) and not first & HEAD
