"""The trained tagger: a conditional random field over the features of words."""

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from newsarchive.entities.additions import added
from newsarchive.entities.clitics import reading
from newsarchive.entities.features import GAP, SPORT, FeatureMaker
from newsarchive.entities.lattice import Labelled
from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.model import Model
from newsarchive.entities.repair import Repair
from newsarchive.entities.tagger import LABELS, Label, Span
from newsarchive.entities.tokens import Sentence

_KEY_OF = attrgetter("key")
_JUDGED = (Label.PERSON, Label.ORGANISATION)
_ALL_SPORT = 50
"""An article is all about sport when one word of so many is of sport."""
_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
"""«"وقاية للتكافل"»: quotation marks part a name from what stands before it."""
_CHAIN = 3
_TAGS = "سمات"
_INSIDE_ROLE = frozenset({"ORG", "LOC", "ROLE"})


class CrfTagger:
    """Labels each word by the trained model and reads the spans off the labels."""

    def __init__(self, model: Model, lex: Lexicon, *, mend: bool = True) -> None:
        """``mend``: put right what rules know to be wrong, and add what they know to be missing."""
        self._mend = mend
        self._model = model
        self._lexicon = lex
        self._features = FeatureMaker(lex, model, pairs=model.pairs())
        self._repair = Repair(lex)

    def tag(self, sentences: Sequence[Sentence]) -> list[list[Span]]:
        """The spans of each sentence."""
        met = self._features.words(sentences)
        sport = met.sport > SPORT
        all_sport = sport and met.sport * _ALL_SPORT > sum(met.sizes)
        labelled = self._model.label(self._features.rows(met, sport=sport))
        words = set(map(_KEY_OF, chain.from_iterable(sentences)))
        believed, first = [], 0
        for sentence in sentences:
            believed.append(self._spans(sentence, labelled, first, words))
            first += len(sentence) + GAP
        if not self._mend:
            return [[span for span, _ in spans] for spans in believed]
        mended = (
            self._repair.spans(sentence, spans, sport=sport, all_sport=all_sport)
            for sentence, spans in zip(sentences, believed, strict=True)
        )
        found = [
            added(self._lexicon, sentence, spans, sport=all_sport)
            for sentence, spans in zip(sentences, mended, strict=True)
        ]
        return without_tags(sentences, found)

    def _spans(
        self, sentence: Sentence, labelled: Labelled, start: int, words: set[str]
    ) -> list[tuple[Span, list[float]]]:
        """The spans of one sentence, each with the model's belief in its tokens.

        ``start``: where the sentence starts among the words labelled.
        """
        labels = labelled.labels[start : start + len(sentence)]
        if labels.count("O") == len(labels):
            return []
        found = []
        for kind, first, end in runs(labels):
            place = trimmed(sentence, first, end)
            if place:
                label = LABELS[kind]
                form = None
                opened = place[0] > 0 and sentence[place[0] - 1].text in _OPENING
                if not (
                    opened and place[1] < len(sentence) and sentence[place[1]].text in _CLOSING
                ):
                    form = reading(self._lexicon, sentence[place[0]].forms, label, words)
                belief = [1.0]
                if label in _JUDGED:
                    belief = [labelled.belief(start + at) for at in range(*place)]
                found.append((Span(label, *place, form), belief))
        return found


def without_tags(sentences: Sequence[Sentence], found: list[list[Span]]) -> list[list[Span]]:
    """The spans without what stands only in a row of tags («سمات تركيا تنظيم داعش سوريا»).

    No mark parts one tag from the next, so that two names are easily taken for one.
    """
    tagged = [at for at, sentence in enumerate(sentences) if sentence[0].key == _TAGS]
    if not tagged:
        return found
    told = {
        _words(sentence, span)
        for at, (sentence, spans) in enumerate(zip(sentences, found, strict=True))
        for span in spans
        if at not in tagged
    }
    for at in tagged:
        found[at] = [
            span
            for span in found[at]
            if span.label not in _JUDGED
            or _words(sentences[at], span) in told
            or (_is_chain(sentences[at], span) and not _goes_on(_words(sentences[at], span), told))
        ]
    return found


def _words(sentence: Sentence, span: Span) -> tuple[str, ...]:
    first = span.form.key if span.form else sentence[span.first].key
    return (first, *(word.key for word in sentence[span.first + 1 : span.end]))


def _goes_on(words: tuple[str, ...], told: set[tuple[str, ...]]) -> bool:
    """«سلمان بن عبدالعزيز جدة»: whether words begin as a name that is told and go on otherwise."""
    begun = (one for one in told if one[:_CHAIN] == words[:_CHAIN] and one[1:2] == ("بن",))
    return any(words != one[: len(words)] for one in begun)


def _is_chain(sentence: Sentence, span: Span) -> bool:
    """«سناء بن لادن»: a name that says of itself where it begins and ends."""
    return span.end - span.first > 2 and sentence[span.first + 1].key == "بن"


def trimmed(sentence: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """Without marks at the edges."""
    while first < end and not sentence[first].is_word:
        first += 1
    while end > first and not sentence[end - 1].is_word and sentence[end - 1].text != ".":
        end -= 1
    return (first, end) if first < end else None


def runs(labels: Sequence[str]) -> list[tuple[str, int, int]]:
    """(label, first, end) of each run, a ROLE with the bodies and places that stand in it."""
    found: list[tuple[str, int, int]] = []
    kind, start, end = "", 0, -1
    for at in [at for at, label in enumerate(labels) if label != "O"]:
        prefix, _, name = labels[at].partition("-")
        if at != end or prefix != "I" or name != kind:
            if kind:
                found.append((kind, start, end))
            kind, start = name, at
        end = at + 1
    if kind:
        found.append((kind, start, end))
    return _with_roles(found, labels) if any(run[0] == "ROLE" for run in found) else found


def _with_roles(
    found: list[tuple[str, int, int]], labels: Sequence[str]
) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    role: tuple[int, int] | None = None
    for kind, start, end in found:
        begins = kind == "ROLE" and (role is None or role[1] != start or labels[start][0] == "B")
        if role and (begins or role[1] != start or kind not in _INSIDE_ROLE):
            out.append(("ROLE", *role))
            role = None
        if begins:
            role = start, end
        elif role:
            role = role[0], end
        if kind != "ROLE":
            out.append((kind, start, end))
    if role:
        out.append(("ROLE", *role))
    return sorted(out, key=lambda run: (run[1], -run[2]))
