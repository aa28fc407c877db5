"""Whether the letters before a name are clitics or the name's own: «وليد» but «ومحمد»."""

from collections.abc import Container, Sequence

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    COMMON,
    COMMON_PLACE,
    FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    HEAD,
    NAME,
    NAMED_HEAD,
    PARTICLE,
    PLACE,
    PLURAL_HEAD,
    ROLE,
    STOP,
    TITLE,
    Lexicon,
)
from newsarchive.entities.tagger import Label
from newsarchive.entities.tokens import Form

_PROOF = {
    Label.PERSON: NAME | PARTICLE,
    Label.ORGANISATION: HEAD | NAMED_HEAD | PLURAL_HEAD,
    Label.PLACE: PLACE | COMMON_PLACE,
    Label.TITLE: TITLE,
    Label.ROLE: ROLE | TITLE,
}


_ARTICLE_AFTER = ("وال", "بال", "لل", "ولل", "كال", "فال", "وبال")


def reading(
    lex: Lexicon, readings: Sequence[Form], label: Label, elsewhere: Container[str] = ()
) -> Form | None:
    """How the first word of a name is read: None as it stands, else with clitics before it.

    ``readings``: of the word. ``elsewhere``: folded words that the article has without clitics.
    """
    if len(readings) < 2:
        return None
    best, best_worth = readings[0], _worth(lex, readings[0], label, elsewhere)
    for form in readings[1:]:
        worth = _worth(lex, form, label, elsewhere)
        if worth > best_worth:
            best, best_worth = form, worth
    return best if best.cut or best.put else None


def _worth(lex: Lexicon, form: Form, label: Label, elsewhere: Container[str]) -> int:
    """How well a reading fits: the word proves itself, the article has it, the letters allow it."""
    key = form.key
    flags = lex.of(key)
    worth = 0
    if flags & _PROOF[label]:
        worth = 5 if flags & AMBIGUOUS and label is Label.PERSON else 6
    elif _begins_known(lex, key, label):
        worth = 5
    if label is Label.PERSON:
        foreign = flags & FOREIGN_GIVEN and len(key) > 4
        known = flags & (GIVEN | FAMILY)
        worth -= 0 if known or not worth or not form.cut else 2 if foreign else 3
    elif flags & (COMMON | STOP):
        worth += 2
    return worth + (_taken(form, elsewhere) if form.cut or form.put else _whole(key, flags, label))


def _taken(form: Form, elsewhere: Container[str]) -> int:
    """For a reading that takes letters off: «لأختر» where the article has «أختر» too."""
    worth = (4 if len(form.key) > 3 else 2) * (form.key in elsewhere)
    worth += 3 if form.key.startswith("ال") and len(form.key) > 4 else 0
    return worth - (3 if len(form.key) < 3 else 0)


def _whole(key: str, flags: int, label: Label) -> int:
    """For the word as it stands; an unknown one in و is rarely a name's own letter."""
    if key.startswith(_ARTICLE_AFTER):
        return -1
    if key[0] == "و" and not flags:
        return 2 if label is Label.PERSON and key[1:2] in "اي" else -1
    return 3 if key[0] in "كف" or (label is Label.PERSON and key[0] in "بل") else 1


def _begins_known(lex: Lexicon, key: str, label: Label) -> bool:
    if label is Label.ORGANISATION:
        return key in lex.bodies.root
    if label is Label.PLACE:
        return key in lex.places.root or key in lex.classes["place_head"]
    return label is Label.TITLE and key in lex.titles.root
