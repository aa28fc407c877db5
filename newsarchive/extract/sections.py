"""Names of sections and of papers, told by the words they are made of."""

import re

from newsarchive.extract import lexicon
from newsarchive.extract.lexicon import furniture_of
from newsarchive.extract.lines import key_of

SITES = (" نيوز", " برس", " سبورت", " اونلاين", " ميديا", " تايمز", " بوست", " نت")
_SECTION_WORDS = 3
_SECTION_HEADS = frozenset(("قسم", "صفحه", "ملحق", "ملف"))
_JOINED = re.compile(r"\s+و(?=\S)")


def _is_scope(words: list[str]) -> bool:
    """Whether the words only narrow a section: «عربي», «ودولي», «مصرية»."""
    scopes = lexicon.scopes()
    return all(word.removeprefix("و").removeprefix("ال") in scopes for word in words)


def is_section(text: str) -> bool:
    """Whether ``text`` is a known name of a section."""
    key = key_of(text)
    known = lexicon.sections()
    if key in known:
        return True
    if furniture_of(key):
        return False
    if " " not in key and (key.removeprefix("ال") in known or f"ال{key}" in known):
        return True
    words = key.split()
    if 1 < len(words) <= _SECTION_WORDS and words[0] in known and _is_scope(words[1:]):
        return True
    if len(words) <= 4 and words and words[0] in _SECTION_HEADS:
        return True
    if words[:1] and words[0] in lexicon.word_sets()["section_head"] and len(words) <= 3:
        return True
    first, joined, rest = key.partition(" و")
    if not joined or (rest[:1].strip() and not (first in known or f"ال{first}" in known)):
        return False
    parts = _JOINED.split(key)
    return 1 < len(parts) <= 3 and all(part in known or f"ال{part}" in known for part in parts)


def is_outlet(text: str) -> bool:
    """Whether ``text`` opens as papers call themselves: «صحيفة …», «بوابة …», «شبكة …»."""
    words = key_of(text).split()
    return 2 <= len(words) <= 6 and words[0] in lexicon.word_sets()["outlet"]
