"""Other words of one family: broken plurals, a verb with its noun, a foreign word in other letters.

Lexicons name families outright. Where they are silent, the patterns of the broken plural propose
singulars and plurals; a proposal that no text holds costs nothing. Relatives are told by their
light stems; where others share a stem, an expression tells which of its words are meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newsarchive.arabic.apart import WRITTEN_ON
from newsarchive.arabic.clitics import PERSONS
from newsarchive.arabic.families import Member, families, nouns, own_forms
from newsarchive.arabic.own_letters import (
    ends_in_ha,
    ends_in_hamza_on_alef,
    has_own_article,
    has_own_ending,
    has_own_letter,
    known_names,
    known_words,
    names_of_persons,
)
from newsarchive.arabic.patterns import patterned
from newsarchive.arabic.spellings import spelt_alike
from newsarchive.arabic.stem import bare, light_stem, seated
from newsarchive.arabic.words import particles, stop_words

_ONE_LETTER = ("و", "ف", "ب", "ل", "ك")
_CLITICS = (*_ONE_LETTER, "وب", "ول", "فب", "فل", "وك")
_LONG_ENOUGH = 4
_ARTICLE = "ال"
_LONG_IN_NUN = re.compile("....+(ان|ين|ون)")
_ENDED_AFTER_NUN = re.compile("(?P<noun>...+(ان|ين|ون))(ات|ي|يه|يات)")
_STARTS_OF_VERBS = ("ت", "ن", "سي", "ست", "سن", "لي", "لت", "لن", "في", "فت", "فسي", "فست")
_STARTS_OF_PLURALS = ("ي", "ت", "سي", "ست", "فسي")
_THEIRS = "ه|ها|هم|هما|هن|نا|كم"
_OF_SHORT = f"{_THEIRS}|ي|يه|يها|يهم|ته|تها|تهم|تنا|اته|اتها|اتهم|اتنا"
_AFTER_PRESENT = f"(?:ون|وا|ان|ا|ن|ين|و|ي)?(?:{_THEIRS}|ني)?"
_AFTER_HAMZA = f"(?:{_THEIRS}|ي)"
_AFTER_T = f"(?:{_THEIRS}|ا|ي|ين|ان|يه|يها|يهم)"


@dataclass(frozen=True, slots=True)
class Kin:
    """The words of one light stem that are kin of a word.

    Attributes:
        only: an expression for those that are; "" where all of them are.
    """

    stem: str
    only: str = ""

    def has(self, word: str) -> bool:
        """Whether a word with the stem is kin."""
        return not self.only or re.fullmatch(self.only, word) is not None

    def among(self, words: Sequence[str]) -> Sequence[str]:
        """Those of the words with the stem that are kin."""
        return list(filter(self.has, words)) if self.only else words


@lru_cache(maxsize=20_000)
def kin(word: str) -> tuple[Kin, ...]:
    """What a folded word is sought by beside its spellings: its own stem first, then relatives'.

    No stem is there twice. Particles that chance to share a stem are no kin: «ولا» of «ولايات».
    """
    own, is_particle = light_stem(word), word in particles()
    found: dict[str, list[str]] = {own: [own_forms(_core(word))]}
    for one in _relatives(word):
        if one.stem != own:
            found.setdefault(one.stem, []).append(one.only)
    return tuple(
        Kin(stem, _either(only) if is_particle else _without_particles(stem, _either(only)))
        for stem, only in found.items()
    )


def _either(expressions: list[str]) -> str:
    return "" if "" in expressions else "|".join(dict.fromkeys(expressions))


def _without_particles(stem: str, only: str) -> str:
    if stem not in _particles_by_stem():
        return only
    return f"(?!(?:{_particles_by_stem()[stem]})$)(?:{only or '.*'})"


@cache
def _particles_by_stem() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for word in sorted(particles()):
        found.setdefault(light_stem(word), []).append(word)
    return {stem: "|".join(words) for stem, words in found.items()}


def _core(word: str) -> str:
    return word if has_own_article(word) else bare(word)


def _relatives(word: str) -> Iterator[Kin]:
    own, core = light_stem(word), bare(word)
    members = list(_members(word))
    for base in _otherwise(word, is_listed=bool(members)):
        others = list(_members(base))
        if others or base in known_words():
            members = [Member(base), *others]
            break
    if core in names_of_persons():
        members = [one for one in members if _is_no_other_name(one, core)]
    elif not members and core not in known_names() and not _is_two_words(word):
        members = [Member(form) for form in patterned(core, own) if not _is_known(form)]
    for one in dict.fromkeys(members):
        stem = light_stem(one.word)
        yield from _forms(one.word, one.only)
        yield from _behind_letters(stem, bare(one.word), one.only, _ONE_LETTER)
    yield from _other_stems(word)
    yield from _with_nun_read_otherwise(word)
    yield from _behind_letters(own, core, own_forms(_core(word)), _CLITICS)
    if word.endswith("ت") and len(own) > _LONG_ENOUGH and own == core:
        yield Kin(own[:-1])  # «بيوت» in «بيوتهم», whose ت is taken for that of a feminine


def _is_no_other_name(one: Member, name: str) -> bool:
    """Whether a word of a name's family is not a name of the same root: «سعيد» for «سعد»."""
    is_name = one.is_of_verb and one.word in names_of_persons()
    return not is_name or spelt_alike(one.word, name)


def _is_known(word: str) -> bool:
    return any(word in known() for known in (known_names, known_words, stop_words))


def _is_two_words(word: str) -> bool:
    """Whether what a word begins with is surely written onto it: «بجميع»."""
    rest = word[1:]
    return word[:1] in _ONE_LETTER and (rest in known_words() or rest in stop_words())


def _members(word: str) -> Iterator[Member]:
    """The words of the families that a form of the word is listed in."""
    own, core = light_stem(word), _core(word)
    own_only = own_forms(core) or ".*"
    is_listed = False
    for listed, members in families().get(own, ()):
        if re.fullmatch(listed.only or ".*", word) and re.fullmatch(own_only, listed.word):
            is_listed = True
            yield from members
    is_noun = core in names_of_persons() or (is_listed and own[0] in "تا")  # «تقدم», «إدارة»
    is_weak = own != core and core[-1] in "اويه" and own[0] != "ا"  # «تأتي», «تتجه»
    shortest = _LONG_ENOUGH - is_weak
    for stem in () if is_noun else _conjugated(own, shortest):
        for _, members in families().get(stem, ()):
            yield from members


def _conjugated(stem: str, shortest: int) -> Iterator[str]:
    """A present-tense stem with the third person's ي, under which verbs are listed."""
    if stem.startswith("سوو"):
        stem = "سيو" + stem[3:]  # «سيوقعون», whose ي is taken for the seat of a hamza
    whole = stem
    if len(stem) > shortest and stem[0] == "س" and stem[1] in PERSONS:
        stem = stem[1:]
    if len(stem) >= shortest and stem[0] in PERSONS:
        if stem[0] != "ي" or stem != whole:
            yield "ي" + stem[1:]
        if len(stem) > 5 and stem.endswith("ون"):
            yield "ي" + stem[1:-2]  # «يكتبونها»
        if stem.endswith("ه"):
            yield "ي" + stem[1:-1]  # «يواجهون»


def _otherwise(word: str, *, is_listed: bool) -> Iterator[str]:
    """A word without what may be written onto it, if no lexicon has it: «بمدرستهم», «سيارتي»."""
    if word.endswith(("تي", "تا")) and word[:-2] + "ه" in known_words():
        yield word[:-2] + "ه"
    if is_listed or has_own_letter(word):
        return
    if word.startswith("لل"):
        yield word[1:]
    for letters in (1, 2):
        start, rest = word[:letters], word[letters:]
        if start in _CLITICS and len(rest) > _LONG_ENOUGH:
            yield rest


def _forms(member: str, only: str) -> Iterator[Kin]:
    """What a word of the family stands under: its stem, and those of some of its forms."""
    stem = light_stem(member)
    yield from _with_waw_of_its_own(Kin(stem, only))
    yield from _other_stems(member)
    if stem[0] == "ي" and len(member) >= _LONG_ENOUGH:
        rest = stem[1:]
        for start in _STARTS_OF_VERBS:
            if not has_own_letter(start + rest):
                is_noun_too = start + rest in nouns()  # «تقدم», «توقع»
                only = f"[وف]?{start}{rest}{_AFTER_PRESENT}" if is_noun_too else ""
                yield Kin(seated(start + rest), only)
        yield from (Kin(seated(f"{start}{rest}ون")) for start in _STARTS_OF_PLURALS)
        if ends_in_hamza_on_alef(member) or ends_in_ha(member):
            yield from (Kin(seated(start + member[1:])) for start in _STARTS_OF_PLURALS)
        elif rest[-1] in "وي":
            yield from (Kin(seated(start + rest[:-1])) for start in _STARTS_OF_PLURALS)


def _other_stems(word: str) -> Iterator[Kin]:
    """Other stems that forms of the very word have.

    Those in which its own letters look like the article («الألعاب» is cut less far than «ألعاب»,
    «للاعبين» as if it were of «اعب»), in which its hamza has another seat («وزرائها») or its ة is
    a ت («دولتا»).
    """
    core = bare(word)
    yield from _with_article_read_otherwise(word, core)
    if core.endswith("ي") and len(core) >= _LONG_ENOUGH:
        yield Kin(core)  # «محاميان», «صحفيو»
    for one in _with_last_letter_otherwise(core, WRITTEN_ON):
        yield from _with_waw_of_its_own(one)


def _with_waw_of_its_own(one: Kin) -> Iterator[Kin]:
    """A stem, and where stemming takes its own و for «and», what it then leaves: «وزرائها»."""
    yield one
    if one.stem.startswith("و") and len(one.stem) >= _LONG_ENOUGH:
        yield Kin(one.stem[1:], one.only or f"{one.stem}.*")


def _with_article_read_otherwise(word: str, core: str) -> Iterator[Kin]:
    if word.startswith(_ARTICLE) and core != word:
        yield Kin(light_stem(_ARTICLE + word), f"{WRITTEN_ON}{word.removesuffix('ه')}.*")
    if core.startswith(_ARTICLE):
        yield Kin(light_stem(core), f"{WRITTEN_ON}{core}.*")
    if core.startswith("ل") and len(core) >= _LONG_ENOUGH:
        stem = light_stem(core)
        yield Kin(light_stem("ل" + core), f"[وف]?ل{stem}.*")


def _with_last_letter_otherwise(core: str, start: str) -> Iterator[Kin]:
    if core.endswith("اء"):
        rest = core[:-1]
        for seat in ("", "ي", "و"):
            yield Kin(rest + seat, f"{start}{rest}(?:[ءيو]{_AFTER_HAMZA}?)?")
    elif core.endswith("ء"):
        rest = core[:-1]
        yield from (Kin(rest + seat, f"{start}{rest}{seat}(?:{_THEIRS}|ا)") for seat in "يو")
    elif core.endswith("ه") and len(core) >= _LONG_ENOUGH - 1:
        yield Kin(core[:-1] + "ت", f"{start}{core[:-1]}ت{_AFTER_T}")


def _behind_letters(stem: str, core: str, only: str, letters: Iterable[str]) -> Iterator[Kin]:
    """The stem behind letters that stemming leaves on: «بمدرستنا», and short ones: «بيده»."""
    ways = [stem]
    if core != stem and (has_own_ending(core) or core.endswith("اء")):
        ways.append(core)
    if core.endswith("اء"):
        ways.append(core[:-1])
    for way in ways:
        for start in letters if len(way) > 1 else ():
            if not (has_own_letter(start + way) or has_own_letter(f"{start}{way}ه")):
                is_long = len(way) >= _LONG_ENOUGH or way != stem
                after = _THEIRS.removeprefix("ه|") if _has_feminine(way, core) else _OF_SHORT
                short = "" if is_long else f"[وف]?{start}{way}(?:{after})"
                yield Kin(start + way, only if only and way == stem else short)


def _has_feminine(stem: str, core: str) -> bool:
    """Whether the stem with ه is another noun than this: «خطه» for «خط»."""
    feminine = f"{stem}ه"
    is_noun = feminine in known_words() and feminine not in names_of_persons()
    return is_noun and feminine != core


def _with_nun_read_otherwise(word: str) -> Iterator[Kin]:
    """The stem of a noun in ان, ين, ون or ه with an ending more or less.

    «تلفزيون» is cut as if it were a plural, «تلفزيونات» and «قانونية» are not cut so far.
    """
    core = bare(word)
    if _LONG_IN_NUN.fullmatch(core):
        yield Kin(light_stem(core + "ات"))
    elif has_own_ending(core) or ends_in_ha(core):
        yield Kin(core)
    if ended := _ENDED_AFTER_NUN.fullmatch(core):
        yield Kin(light_stem(ended["noun"]), own_forms(ended["noun"]))
    elif core.endswith("هات") and ends_in_ha(core[:-2]):
        yield Kin(light_stem(core[:-2]), own_forms(core[:-2]))
