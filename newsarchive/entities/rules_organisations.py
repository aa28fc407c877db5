"""Organisations by known names and by the grammar of names that begin with a head word."""

from newsarchive.arabic.fold import fold
from newsarchive.entities.lexicon import (
    BEGINS_BODY,
    BRANCH_HEAD,
    COMMON,
    COMMON_PLACE,
    FACILITY,
    GIVEN,
    HEAD,
    MET,
    NAME,
    NAMED_HEAD,
    NATION,
    PARTICLE,
    PLACE,
    PLURAL_HEAD,
    ROLE,
    SPEECH,
    STOP,
    STRANGE,
    TITLE,
    Entry,
    Lexicon,
    keys_of,
)
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence, Word

_ORDINARY = COMMON | MET

_BEGINS = HEAD | NAMED_HEAD | PLURAL_HEAD | BEGINS_BODY
_LEANT = PLACE | NAME | PARTICLE
_DUAL = ("تي", "تا", "ي", "ا")
_LONGEST = 9
_OPENING = {"«": "»", '"': '"', "“": "”", "(": ")", "'": "'"}
_REGIONS = frozenset(["منطقه", "محافظه", "ولايه", "مدينه", "اماره"])


def body_spans(lex: Lexicon, sentence: Sentence) -> list[Span]:
    """Organisations of a sentence, in order; doubtful single words are not ``sure``."""
    found: list[Span] = []
    place = 0
    while place < len(sentence):
        begins = sentence[place].hint & _BEGINS
        spans = _at(lex, sentence, place) if begins else []
        found += spans
        place = spans[-1].end if spans else place + 1
    return found


def _at(lex: Lexicon, sentence: Sentence, place: int) -> list[Span]:
    token = sentence[place]
    if not token.is_word:
        return []
    best: Span | None = None
    for form in token.forms:
        flags = lex.of(form.key)
        if flags & PLURAL_HEAD:
            shared = shared_bodies(lex, sentence, place, form)
            if shared:
                return shared
        end = body_end(lex, sentence, place, form.key) if flags & HEAD else place
        known = _known(lex, sentence, place, form)
        known_end = place + known[0] if known else place
        if max(end, known_end) == place:
            continue
        sure = end >= known_end or not (known and _doubtful(lex, sentence, place, known))
        if best is None or max(end, known_end) > best.end:
            kept = form if form.cut or form.put else None
            best = Span(Label.ORGANISATION, place, max(end, known_end), kept, sure=sure)
    if best is None:
        return _quoted(lex, sentence, place)
    return [best] if _allowed(lex, sentence, best) else []


def _known(lex: Lexicon, sentence: Sentence, place: int, form: Form) -> tuple[int, Entry] | None:
    match = lex.bodies.within(form.key, sentence, place + 1, place + 10)
    if match is None or not isinstance(match[1], Entry):
        return None
    return match[0], match[1]


def _doubtful(lex: Lexicon, sentence: Sentence, place: int, known: tuple[int, Entry]) -> bool:
    """A known body whose words are ordinary ones or a place's as well."""
    match = lex.places.within(sentence[place].key, sentence, place + 1, place + known[0])
    return known[1].common or bool(match and match[0] == known[0])


def _allowed(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    keys = tuple(token.key for token in sentence[span.first : span.end])
    first = span.form.key if span.form else keys[0]
    if (first, *keys[1:]) in lex.generic:
        return False
    if span.first == 0:
        return True
    before = sentence[span.first - 1]
    if len(keys) < 4 and not span.form and _qualifies(lex, before, first):
        return False
    return not (
        before.is_word
        and before.flags & FACILITY
        and not (span.form and span.form.cut)
        and not before.flags & HEAD
    )


def _qualifies(lex: Lexicon, before: Word, first: str) -> bool:
    """«الجرائم المنظمة»: a head word that is an adjective of the definite noun before it."""
    return (
        before.is_word
        and before.key.startswith("ال")
        and first.startswith("ال")
        and bool(lex.of(first) & HEAD)
        and not before.flags & (ROLE | TITLE)
    )


def body_end(lex: Lexicon, sentence: Sentence, place: int, head: str) -> int:
    """Where the name that begins with the head word at ``place`` ends; ``place``: no name."""
    grammar = _Grammar(lex, sentence, place, head)
    return grammar.end()


class _Grammar:
    """Walks the words after a head as long as they can belong to the body's name."""

    def __init__(self, lex: Lexicon, sentence: Sentence, place: int, head: str) -> None:
        self.lex, self.sentence, self.place = lex, sentence, place
        self.flags = lex.of(head)
        self.definite_head = head.startswith("ال")
        self.defined = False
        self.loose = 0
        self.closed = False

    def end(self) -> int:
        end = self.place + 1
        while end < len(self.sentence) and end - self.place < _LONGEST and not self.closed:
            token = self.sentence[end]
            if (
                not token.is_word
                or token.text[0].isdigit()
                or token.key in self.lex.classes["body_end"]
            ):
                break
            taken = self._take(token.key, end)
            if not taken:
                break
            end += taken
        while end > self.place + 1 and self.sentence[end - 1].flags & STOP:
            end -= 1
        proved = self.defined or (self.loose and self.flags & NAMED_HEAD)
        return end if proved and end - self.place > 1 else self.place

    def _take(self, key: str, at: int) -> int:
        """How many words from ``at`` on belong to the name."""
        flags = self.lex.of(key)
        if flags & (STOP | SPEECH) and not flags & PLACE:
            return 0
        if flags & (PLACE | COMMON_PLACE) and not key.startswith("ال"):
            self.defined = self.closed = True
            return 1 + self._adjectives(at + 1)
        if key.startswith("ال"):
            return self._definite(key, flags, at)
        if key.startswith("وال"):
            return self._joined(key, at)
        if key[0] == "و" and self.defined and self._leans_on_place(at):
            match = self.lex.places.within(key[1:], self.sentence, at + 1, at + 4)
            return match[0] if match else 0
        if key.startswith("لل"):
            self.defined = True
            return int(self.definite_head or at > self.place + 1)
        return self._indefinite(key, flags, at)

    def _leans_on_place(self, at: int) -> bool:
        """Whether the words before end in a region («للشرق الأوسط»), so that another may join."""
        for length in (1, 2, 3):
            first = self.sentence[at - length].key if at - length > self.place else ""
            for form in self.sentence[at - length].forms if first else ():
                match = self.lex.places.within(form.key, self.sentence, at - length + 1, at)
                if match and match[0] == length:
                    return True
        return False

    def _definite(self, key: str, flags: int, at: int) -> int:
        if flags & ROLE and self.defined and flags & TITLE:
            return 0
        if at > self.place + 1 and flags & HEAD and self.defined and not flags & NATION:
            return 0
        if self.definite_head and flags & GIVEN and not flags & _ORDINARY:
            return 0
        self.defined = True
        return 1

    def _joined(self, key: str, at: int) -> int:
        """«والتعليم» within «وزارة التربية والتعليم»."""
        inner = self.lex.of(key[1:])
        if not self.defined or inner & (HEAD | ROLE | TITLE | NATION) or at == self.place + 1:
            return 0
        if inner & NAME and not inner & _ORDINARY:
            return 0
        return 1

    def _indefinite(self, key: str, flags: int, at: int) -> int:
        if key[0] == "ب" and key[1:] in _REGIONS and self.flags & BRANCH_HEAD and self.defined:
            return self._region(at)
        if key[0] == "ل" and key[1:] in self.lex.classes["body_inner"] and self.defined_next(at):
            self.defined = True
            return 2
        if self.defined or self.definite_head:
            return 0
        if flags & NAME and self.flags & NAMED_HEAD:
            self.loose += 1
            self.defined = self.defined or bool(flags & NAME)
            return 1
        if self.loose < 2 and self.defined_next(at) and not flags & (ROLE | FACILITY):
            self.loose += 1
            return 1
        if self.loose < 2 and self.flags & NAMED_HEAD and not flags:
            self.loose += 1
            return 1
        return 0

    def defined_next(self, at: int) -> bool:
        """Whether the word after ``at`` is definite, so that the one at ``at`` leans on it."""
        if at + 1 >= len(self.sentence):
            return False
        key = self.sentence[at + 1].key
        return key.startswith("ال") or bool(self.lex.of(key) & PLACE)

    def _region(self, at: int) -> int:
        if at + 1 >= len(self.sentence) or not self.sentence[at + 1].is_word:
            return 0
        self.closed = True
        match = self.lex.places.within(self.sentence[at + 1].key, self.sentence, at + 2, at + 5)
        return 1 + (match[0] if match else 1)

    def _adjectives(self, at: int) -> int:
        """Definite adjectives after a place name: «شرطة عمان السلطانية»."""
        count = 0
        while at + count < len(self.sentence) and count < 2:
            key = self.sentence[at + count].key
            flags = self.lex.of(key)
            if (
                not key.startswith("ال")
                or flags & (ROLE | TITLE | HEAD | PLACE)
                or key in self.lex.classes["body_end"]
            ):
                break
            if not key.endswith(("ي", "يه")):
                break
            count += 1
        return count


def shared_bodies(lex: Lexicon, sentence: Sentence, place: int, form: Form) -> list[Span]:
    """«وزارتي الصحة والتعليم»: two names that share their head."""
    singular = lex.singular[form.key]
    dual = form.key.endswith(_DUAL)
    spans: list[Span] = []
    at = place + 1
    while at < len(sentence) and at - place < 12:
        token = sentence[at]
        joined = token.key.startswith("و") and spans
        if token.text in ("،", "و") and spans:
            at += 1
            continue
        name = token.text[1:] if joined else token.text
        if not token.is_word or not (joined or not spans or sentence[at - 1].text in ("،", "و")):
            break
        end = at + _shared_words(lex, sentence, at, keys_of(singular)[0], name, dual=dual)
        if end == at:
            break
        name = " ".join([name, *(word.text for word in sentence[at + 1 : end])])
        first = place if not spans else at
        lead = (form if form.cut else None) if not spans else (token.forms[1] if joined else None)
        spans.append(Span(Label.ORGANISATION, first, end, lead, f"{singular} {name}"))
        at = end
    return spans if len(spans) > 1 and (dual or _are_known(lex, sentence, spans, singular)) else []


def _are_known(lex: Lexicon, sentence: Sentence, spans: list[Span], head: str) -> bool:
    """Whether each name under a plural is a known body's or leans on a place.

    «كليات التميز والبالغ عددها …» is no row of names, as what stands after a dual always is.
    """
    return all(
        lex.of(sentence[span.end - 1].key.lstrip("و")) & _LEANT
        or known_whole(lex, keys_of(span.plain))
        for span in spans
    )


def known_whole(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """Whether the words are a known body's whole name."""
    match = lex.bodies.longest(keys[0], keys[1:])
    return match is not None and match[0] == len(keys)


def _shared_words(
    lex: Lexicon, sentence: Sentence, at: int, head: str, name: str, *, dual: bool
) -> int:
    """How many words a name has whose head stands before another; 0 for what is none.

    ``name``: its first word, at ``at`` in the sentence. As many as a known body's has («جامعتي
    القاهرة وعين شمس»); else one, or two where a name opens («أم», «الملك»). After a
    dual that may be a word known from nowhere («جامعتي بليموث وإكستير»).
    """
    key = fold(name)
    known = lex.bodies.longest(
        head, [key, *(word.key for word in sentence[at + 1 : at + _LONGEST])]
    )
    if known is not None and known[0] > 2:
        return known[0] - 1
    if not name.startswith("ال") and not lex.of(sentence[at].key.lstrip("و")) & _LEANT:
        strange = dual and bool(sentence[at].hint & STRANGE)
        return int(strange or (known is not None and known[0] > 1))
    opens = key in lex.classes["opens_name"]
    return 2 if opens and at + 1 < len(sentence) and sentence[at + 1].is_word else 1


def _quoted(lex: Lexicon, sentence: Sentence, place: int) -> list[Span]:
    """A name in quotes right after a word like «صحيفة»."""
    token = sentence[place]
    end = quoted_end(sentence, place) if token.hint & NAMED_HEAD else place
    return [Span(Label.ORGANISATION, place + 2, end)] if end > place else []


def quoted_end(sentence: Sentence, place: int) -> int:
    """Where the words in quotes right after ``place`` end; ``place``: there are none."""
    if place + 2 >= len(sentence) or sentence[place + 1].text not in _OPENING:
        return place
    closing = _OPENING[sentence[place + 1].text]
    for end in range(place + 3, min(place + 8, len(sentence))):
        if sentence[end].text == closing:
            return end
    return place
