"""Whether a word is an inflected form of a known ordinary one: «هامتي», «سيخوضون», «وأنفاسا»."""

from collections.abc import Iterator

from newsarchive.entities.lexicon import COMMON, NAME, STOP, VERB, Lexicon

_MOST = 100_000
_LEADS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", "س", "ا")
_PRESENT = "يتنا"
_NOUN_ENDS = (
    "", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "ي", "نا", "ا", "ات", "ين", "ان", "ون", "يه", "يا",
    "ته", "تها", "تهم", "تي", "تنا", "تك", "تين", "تان", "اته", "اتها", "اتهم", "اتنا", "اتي",
    "يين", "يون", "يات", "اء",
)  # fmt: skip
_VERB_ENDS = (
    "", "ت", "وا", "ون", "ان", "ا", "تا", "نا", "تم", "ن", "ين", "ه", "ها", "هم", "ته", "تها",
    "تهم", "ني", "نه", "نها", "نهم", "وه", "وها", "ونه", "ونها", "نك", "ك", "كم", "تني", "ناه",
    "ناها",
)  # fmt: skip


def is_ordinary(lex: Lexicon, key: str) -> bool:
    """Whether a folded word can be read as an ordinary one with clitics and endings."""
    known = lex.ordinary.get(key)
    if known is None:
        if len(lex.ordinary) >= _MOST:
            lex.ordinary.clear()
        known = lex.ordinary[key] = any(is_inflected(lex, core) for core in _cores(key))
    return known


def _cores(key: str) -> Iterator[str]:
    yield key
    if key[:1] in _LEADS and len(key) > 3:
        key = key[1:]
        yield key
    if key[:2] == "لل" and len(key) > 4:
        yield key[2:]
    elif key[:1] in _PREPOSITIONS and len(key) > 3:
        yield key[1:]
        key = key[1:] if key[1:3] == "ال" else key
    if key[:2] == "ال" and len(key) > 4:
        yield key[2:]


def is_inflected(lex: Lexicon, core: str) -> bool:
    """Whether a folded word is an ordinary one with endings, nothing before it taken off."""
    for end in _NOUN_ENDS:
        if end and not core.endswith(end):
            continue
        base = core[: len(core) - len(end)]
        if len(base) > 2 and _plain(lex, base):
            return True
        if end and len(base) > 2 and _plain(lex, base + "ه"):
            return True
    return core[:1] in _PRESENT and len(core) > 3 and _verb(lex, core)


def _verb(lex: Lexicon, core: str) -> bool:
    for end in _VERB_ENDS:
        if core.endswith(end):
            base = core[1 : len(core) - len(end)]
            if len(base) > 1 and (lex.of("ي" + base) & VERB or lex.of("ي" + base + "ي") & VERB):
                return True
    return False


def _plain(lex: Lexicon, base: str) -> bool:
    flags = lex.of(base)
    return bool(flags & (COMMON | STOP)) and not flags & NAME
