"""Whether a word is an inflected form of a known ordinary one: «هامتي», «سيخوضون», «وأنفاسا»."""

from collections.abc import Iterable

from newsarchive.entities.lexicon import Lexicon

_MOST = 100_000
_LEADS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", "س", "ا")
_PRESENT = "يتنا"


def _by_letter(ends: Iterable[str]) -> dict[str, list[str]]:
    """Endings by their last letter: a word has few of those that there are."""
    found: dict[str, list[str]] = {}
    for end in ends:
        found.setdefault(end[-1], []).append(end)
    return found


_NOUN_ENDS = _by_letter((
    "ه", "ها", "هم", "هن", "هما", "ك", "كم", "ي", "نا", "ا", "ات", "ين", "ان", "ون", "يه", "يا",
    "ته", "تها", "تهم", "تي", "تنا", "تك", "تين", "تان", "اته", "اتها", "اتهم", "اتنا", "اتي",
    "يين", "يون", "يات", "اء",
))  # fmt: skip
_VERB_ENDS = _by_letter((
    "ت", "وا", "ون", "ان", "ا", "تا", "نا", "تم", "ن", "ين", "ه", "ها", "هم", "ته", "تها",
    "تهم", "ني", "نه", "نها", "نهم", "وه", "وها", "ونه", "ونها", "نك", "ك", "كم", "تني", "ناه",
    "ناها",
))  # fmt: skip


def is_ordinary(lex: Lexicon, key: str) -> bool:
    """Whether a folded word can be read as an ordinary one with clitics and endings."""
    known = lex.ordinary.get(key)
    if known is None:
        if len(lex.ordinary) >= _MOST:
            lex.ordinary.clear()
        known = lex.ordinary[key] = _is_ordinary(lex, key)
    return known


def _is_ordinary(lex: Lexicon, key: str) -> bool:
    """Whether the word is, whole or without conjunction, preposition and article."""
    if is_inflected(lex, key):
        return True
    if key[:1] in _LEADS and len(key) > 3:
        key = key[1:]
        if is_inflected(lex, key):
            return True
    if key[:2] == "لل" and len(key) > 4:
        if is_inflected(lex, key[2:]):
            return True
    elif key[:1] in _PREPOSITIONS and len(key) > 3:
        if is_inflected(lex, key[1:]):
            return True
        key = key[1:] if key[1:3] == "ال" else key
    return key[:2] == "ال" and len(key) > 4 and is_inflected(lex, key[2:])


def is_inflected(lex: Lexicon, core: str) -> bool:
    """Whether a folded word is an ordinary one with endings, nothing before it taken off."""
    if len(core) < 3:
        return False
    plain = lex.plain
    if core in plain:
        return True
    for end in _NOUN_ENDS.get(core[-1], ()):
        if core.endswith(end):
            base = core[: -len(end)]
            if len(base) > 2 and (base in plain or base + "ه" in plain):
                return True
    return core[0] in _PRESENT and len(core) > 3 and _is_verb(lex, core)


def _is_verb(lex: Lexicon, core: str) -> bool:
    """Whether a word of the present tense is a known verb's, its ending off."""
    present = "ي" + core[1:]
    verbs = lex.verbs
    if present in verbs or present + "ي" in verbs:
        return True
    for end in _VERB_ENDS.get(core[-1], ()):
        if core.endswith(end):
            base = present[: -len(end)]
            if len(base) > 2 and (base in verbs or base + "ي" in verbs):
                return True
    return False
