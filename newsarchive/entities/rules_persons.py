"""Persons by the grammar of names: titles before them, chains of given names, بن and surnames."""

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    BEGINS_NAME,
    BEGINS_TITLE,
    COMMON,
    COMMON_PLACE,
    DOUBTED,
    FACILITY,
    FAMILY,
    FOREIGN_FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    HEAD,
    MET,
    NAME,
    NATION,
    PARTICLE,
    PLACE,
    ROLE,
    SPEECH,
    STOP,
    STRANGE,
    TITLE,
    VERB,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence, Word

_ORDINARY = COMMON | MET
_DOUBTFUL = AMBIGUOUS | DOUBTED

_BIN = frozenset({"بن", "ابن", "بنت", "ولد", "منت"})
_OPEN = frozenset(
    {"عبد", "ابو", "ابا", "ابي", "ام", "ال", "بو", "با", "فان", "دي", "دا", "دو", "بن"}
)
_CLOSE = frozenset({"الله", "الدين", "الرحمن", "الاسلام"})
_LONGEST = 8
_ENOUGH = 3
_BEGINS = BEGINS_TITLE | BEGINS_NAME | STRANGE
_NO_NAME = STOP | ROLE | HEAD | SPEECH | FACILITY


def person_spans(lex: Lexicon, sentence: Sentence) -> list[Span]:
    """Titles and persons of a sentence, in order."""
    found: list[Span] = []
    place = 0
    while place < len(sentence):
        if not sentence[place].hint & _BEGINS:
            place += 1
            continue
        spans = _titled(lex, sentence, place)
        if not spans:
            span = chain(lex, sentence, place) or _introduced(lex, sentence, place)
            spans = [span] if span else []
        found += spans
        place = spans[-1].end if spans else place + 1
    return found


def title_end(lex: Lexicon, sentence: Sentence, place: int, key: str) -> int:
    """Where the titles that begin at ``place`` end; ``place`` itself when there are none."""
    end = place
    while end < len(sentence):
        rest = (token.key for token in sentence[end + 1 : end + 6])
        match = lex.titles.longest(key, rest)
        if match is None:
            break
        end += match[0]
        while end < len(sentence) and sentence[end].key in lex.classes["qualifier"]:
            end += 1
        key = sentence[end].key if end < len(sentence) else ""
    return end


def _titled(lex: Lexicon, sentence: Sentence, place: int) -> list[Span]:
    """A title and the name after it."""
    token = sentence[place]
    if not token.is_word or _in_facility(lex, sentence, place):
        return []
    for form in token.forms:
        if form.key not in lex.titles.root or form.key in lex.classes["pronoun_title"]:
            continue
        start = title_end(lex, sentence, place, form.key)
        if start == place or start >= len(sentence):
            continue
        title = Span(Label.TITLE, place, start, form if form.cut or form.put else None)
        name = start
        if sentence[name].flags & NATION and not _known(lex, sentence, name):
            name += 1
        weak = lex.titles.root.get(form.key) is not None and start - place == 1
        end = name_end(lex, sentence, name, strong=True)
        if end > name and (end - name > 1 or not _loose_single(lex, sentence, name, weak)):
            return [title, Span(Label.PERSON, name, end)]
    return []


def _loose_single(lex: Lexicon, sentence: Sentence, place: int, weak: bool) -> bool:
    """One word after a title that is no name on its own («الشيخ الجليل»)."""
    flags = sentence[place].flags
    if flags & NAME and not flags & (_DOUBTFUL | PLACE | COMMON_PLACE):
        return False
    return weak and bool(flags & (_ORDINARY | NATION | PLACE | COMMON_PLACE | TITLE))


def _in_facility(lex: Lexicon, sentence: Sentence, place: int) -> bool:
    """Whether the word before makes what follows the name of a facility, prize or body."""
    if place == 0:
        return False
    before = sentence[place - 1]
    return before.is_word and bool(before.hint & (FACILITY | HEAD))


def chain(lex: Lexicon, sentence: Sentence, place: int, enough: int = _ENOUGH) -> Span | None:
    """A name without a title: a given name and at least one more of its kind, by the evidence."""
    token = sentence[place]
    if not token.is_word or len(token.key) < 3 or _in_facility(lex, sentence, place):
        return None
    for form in token.forms:
        flags = lex.of(form.key)
        if not flags & (GIVEN | FOREIGN_GIVEN) and form.key not in ("عبد", "ابو"):
            continue
        if flags & (FACILITY | HEAD | STOP) or _is_phrase(lex, sentence, place):
            continue
        if form.cut and not _separable(lex, sentence, place, form, flags):
            continue
        end = name_end(lex, sentence, place, strong=False, form=form)
        if end - place < 2 or _evidence(lex, sentence, place, end, form) < enough:
            continue
        return Span(Label.PERSON, place, end, form if form.cut or form.put else None)
    return None


def _is_phrase(lex: Lexicon, sentence: Sentence, place: int) -> bool:
    """«رضي الله عنه» and its like."""
    following = sentence[place + 1].key if place + 1 < len(sentence) else ""
    key = sentence[place].key
    return following == "الله" and key in lex.classes["phrase"] and key != "عبد"


def _separable(lex: Lexicon, sentence: Sentence, place: int, form: Form, flags: int) -> bool:
    """Whether a letter before a given name is a clitic: never part of a name, seldom ك or ف."""
    clitic = sentence[place].text[form.cut - 1]
    if sentence[place].flags & NAME and clitic != "و":
        return False
    if clitic in "كف" or (flags & _DOUBTFUL and clitic != "و"):
        return place + 1 < len(sentence) and sentence[place + 1].key in _BIN
    return len(form.key) > 3 or bool(flags & GIVEN)


def _evidence(lex: Lexicon, sentence: Sentence, place: int, end: int, form: Form) -> int:
    """How surely a chain is a name: its words, what comes before and what after."""
    rest = sentence[place + 1 : end]
    total = 1 if lex.of(form.key) & _DOUBTFUL else 2
    if form.key.startswith("ال"):
        total -= 1
    for token in rest[:2]:
        key, flags = token.key, token.flags
        if key in _BIN:
            total += 3
        elif flags & NAME:
            total += 1 if flags & _DOUBTFUL else 2
        elif key.startswith("ال"):
            total += 1
        elif is_southern(lex, token):
            total += 3
    before = sentence[place - 1] if place else None
    after = sentence[end] if end < len(sentence) else None
    if before is None or (before.is_word and before.hint & SPEECH):
        total += 1
    if after is None or after.text in '،,:)-–"«(' or lex.of(after.key) & ROLE or after.key == "ان":
        total += 1
    return total


def _introduced(lex: Lexicon, sentence: Sentence, place: int) -> Span | None:
    """Words known from nowhere after a verb of saying or a nationality: a foreign name."""
    if not place or not is_stranger(lex, sentence, place):
        return None
    before = sentence[place - 1].hint
    said = before & SPEECH
    if not before & (SPEECH | NATION):
        return None
    end = name_end(lex, sentence, place, strong=True)
    verbal = sentence[place].text[0] in "يتسن" and not sentence[place].flags & NAME
    if end - place < 2 and (verbal or not said):
        return None
    return Span(Label.PERSON, place, end, sure=end - place > 1) if end > place else None


def is_stranger(lex: Lexicon, sentence: Sentence, place: int) -> bool:
    """A word that is neither known nor a known word with clitics."""
    return bool(sentence[place].hint & STRANGE)


def is_professed(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """Whether kin or a definite noun of profession stands before, with or without a nationality."""
    if sentence[at].key[0] in "يتسن" and not sentence[at].flags & NAME:
        return False
    if sentence[at].text[0] == "و" and not sentence[at].flags & NAME:
        return False
    before = at - 1
    if before and sentence[before].key.startswith("ال") and sentence[before].flags & NATION:
        before -= 1
        if sentence[before].key in lex.classes["profession_word"]:
            return True
    key = sentence[before].key
    if not key.startswith("ال"):
        return is_kin(lex, sentence[before])
    flags = lex.of(key)
    return bool(flags & TITLE and not flags & (HEAD | NAME)) or key in lex.classes["profession"]


def is_kin(lex: Lexicon, word: Word) -> bool:
    """«وشقيقه», «ابنتها»: a noun of kinship with a pronoun, which a name alone may follow."""
    return not lex.classes["kin"].isdisjoint(word.readings)


def is_relative(lex: Lexicon, word: Word) -> bool:
    """«شقيق», «زوجتي», «ابنتها»: a noun of kinship, of anybody."""
    return is_kin(lex, word) or not lex.classes["relative"].isdisjoint(word.readings)


def _known(lex: Lexicon, sentence: Sentence, place: int) -> bool:
    return place < len(sentence) and bool(sentence[place].flags & (GIVEN | FOREIGN_GIVEN))


def name_end(
    lex: Lexicon, sentence: Sentence, place: int, *, strong: bool, form: Form | None = None
) -> int:
    """Where the name that begins at ``place`` ends; ``place`` itself when there is none.

    ``strong``: a title or the like stands before, so that unknown words may be names. ``form``:
    how the first word is read.
    """
    end, surname = place, False
    while end < len(sentence) and end - place < _LONGEST:
        token = sentence[end]
        key = form.key if form is not None and end == place else token.key
        if not token.is_word or token.text[0].isdigit():
            break
        if key in _BIN or key in _OPEN:
            if not _continues(lex, sentence, end + 1):
                break
            surname = surname or sentence[end + 1].key.startswith("ال")
            end += 1 if key in _BIN and sentence[end + 1].key in _OPEN else 2
            continue
        southern = end == place + 1 and is_southern(lex, token)
        if not southern and not _may_be_name(lex, key, end - place, strong):
            break
        if surname and lex.of(key) & (ROLE | TITLE | NATION | _ORDINARY):
            break
        surname = surname or (end > place and key.startswith("ال"))
        end += 1
    return end


def _continues(lex: Lexicon, sentence: Sentence, place: int) -> bool:
    """Whether the word after بن, عبد or آل can be a name."""
    if place >= len(sentence) or not sentence[place].is_word:
        return False
    key = sentence[place].key
    flags = lex.of(key)
    if flags & NAME or key in _OPEN or key in _CLOSE:
        return True
    return not flags & _NO_NAME and not key[0].isdigit()


def _may_be_name(lex: Lexicon, key: str, position: int, strong: bool) -> bool:
    flags = lex.of(key)
    if key in _CLOSE:
        return position > 0
    if flags & STOP or (flags & (SPEECH | VERB) and not flags & (GIVEN | FAMILY)):
        return False
    if position and key[0] == "و" and lex.of(key[1:]) and not flags & NAME:
        return False
    if flags & NAME:
        return _fits(flags, position)
    if flags & (_NO_NAME | NATION | PLACE | _ORDINARY | TITLE):
        return False
    if flags & PARTICLE:
        return position > 0
    if key.startswith(("لل", "بال", "وال", "فا", "كال")) or len(key) < 3:
        return False
    article = key.startswith("ال")
    if strong:
        return not article or position > 0
    return (position == 1 and article) or (position > 1 and article)


def is_southern(lex: Lexicon, word: Word) -> bool:
    """«باعيشرة», «باوزير»: a surname of Hadramaut, which begins with «با» for «son of».

    Verbal nouns with «ب» look alike («باقتدار»), but for the alef before their last letter.
    """
    key = word.key
    long = len(key) > 4 and "ا" not in key.removesuffix("ه")[-2:]
    led = word.text.startswith("با") and not key.startswith("بال")
    return long and led and not is_ordinary(lex, key)


def _fits(flags: int, position: int) -> bool:
    """Whether a known name may stand at this position of a name."""
    if position == 0:
        return True
    if flags & (ROLE | HEAD | TITLE | FACILITY | SPEECH) and not flags & (GIVEN | FAMILY):
        return False
    if flags & (FAMILY | FOREIGN_FAMILY):
        return not (flags & (NATION | COMMON_PLACE) and position > 3)
    return bool(flags & (GIVEN | FOREIGN_GIVEN))
