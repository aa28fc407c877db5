"""Whether two words are one foreign word that two papers spell in two ways."""

from newsarchive.arabic.foreign import sound_key

_G = str.maketrans(dict.fromkeys("غكق", "ج"))
_VOWELS = frozenset("اوي")
_SHORTEST = 4


def spelt_alike(one: str, other: str) -> bool:
    """Whether folded words differ by one vowel or the letters for g alone: «جروس», «غروس».

    Words that begin or end otherwise are two («باولو», «باولا»), and those that differ by more
    vowels may be: «جارسيا» and «كورس» sound alike too.
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or sound_key(one) != sound_key(other):
        return False
    short, long = sorted((one.translate(_G), other.translate(_G)), key=len)
    ends_alike = short[0] == long[0] and short[-1] == long[-1]
    return ends_alike and len(long) - len(short) < 2 and _one_vowel_apart(short, long)


def _one_vowel_apart(short: str, long: str) -> bool:
    """Whether a word of as many letters, or one more, differs in one vowel at most."""
    if short == long:
        return True
    at = next(at for at, letter in enumerate(long) if short[at : at + 1] != letter)
    if len(short) < len(long):
        return long[at] in _VOWELS and short[at:] == long[at + 1 :]
    return {short[at], long[at]} <= _VOWELS and short[at + 1 :] == long[at + 1 :]
