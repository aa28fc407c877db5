"""Countries, cities and regions by the list of known ones."""

from newsarchive.arabic.fold import fold, without_marks
from newsarchive.entities.lexicon import BEGINS_PLACE, FACILITY, HEAD, NAME, PLACE, Entry, Lexicon
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence


def place_spans(lex: Lexicon, sentence: Sentence) -> list[Span]:
    """Places of a sentence, in order."""
    found: list[Span] = []
    place = 0
    while place < len(sentence):
        begins = sentence[place].hint & BEGINS_PLACE
        span = _at(lex, sentence, place) if begins else None
        if span:
            found.append(span)
        place = span.end if span else place + 1
    return found


def _at(lex: Lexicon, sentence: Sentence, place: int) -> Span | None:
    token = sentence[place]
    if not token.is_word or len(token.key) < 2:
        return None
    for form in token.forms:
        if form.key in lex.classes["place_head"]:
            found = _match(
                lex,
                sentence,
                place + 1,
                sentence[place + 1].key if place + 1 < len(sentence) else "",
            )
            if found:
                return Span(Label.PLACE, place, place + 1 + found[0], _kept(form))
        found = _match(lex, sentence, place, form.key)
        if found and _supported(lex, sentence, place, form, found[1]):
            return Span(Label.PLACE, place, place + found[0], _kept(form))
    return None


def _kept(form: Form) -> Form | None:
    return form if form.cut or form.put else None


def _match(lex: Lexicon, sentence: Sentence, place: int, key: str) -> tuple[int, Entry] | None:
    if not key:
        return None
    match = lex.places.within(key, sentence, place + 1, place + 6)
    if match is None or not isinstance(match[1], Entry):
        return None
    return match[0], match[1]


def _supported(lex: Lexicon, sentence: Sentence, place: int, form: Form, entry: Entry) -> bool:
    """A place that is an ordinary word or a name too needs a preposition before it."""
    before = sentence[place - 1] if place else None
    if before and before.is_word and before.flags & FACILITY:
        return False
    flags = lex.of(form.key)
    if entry.common and _misspelt(sentence, place, form, entry):
        return False
    if entry.kind == "country":
        return len(form.key) > 3 or not form.cut or not entry.common
    doubtful = entry.common or (flags & NAME and flags & PLACE)
    if not doubtful:
        return not form.cut or len(form.key) > 3
    if form.cut and not form.put and sentence[place].key[form.cut - 1] == "ب":
        return not flags & HEAD
    return bool(before and before.key in lex.classes["before_place"])


def _misspelt(sentence: Sentence, place: int, form: Form, entry: Entry) -> bool:
    """«إطار» is not «أطار»: an ordinary word's hamza tells it from a place's."""
    printed = form.put + without_marks(sentence[place].text[form.skip :])
    return fold(entry.name) == form.key and printed[:1] in "أإآ" and printed[:1] != entry.name[:1]
