"""The tagger that follows rules: known names, and how names and titles are built."""

from collections.abc import Iterable, Sequence

from newsarchive.entities.lexicon import Lexicon, lexicon
from newsarchive.entities.rules_organisations import body_spans
from newsarchive.entities.rules_persons import person_spans
from newsarchive.entities.rules_places import place_spans
from newsarchive.entities.tagger import Span
from newsarchive.entities.tokens import Sentence


class RuleTagger:
    """Finds names by lexicons and grammar; needs no training."""

    def __init__(self, lex: Lexicon | None = None) -> None:
        self._lexicon = lex or lexicon()

    def tag(self, sentences: Sequence[Sentence]) -> list[list[Span]]:
        """The spans of each sentence: sure bodies before persons before places."""
        return [self._sentence(sentence) for sentence in sentences]

    def _sentence(self, sentence: Sentence) -> list[Span]:
        bodies = body_spans(self._lexicon, sentence)
        persons = person_spans(self._lexicon, sentence)
        places = place_spans(self._lexicon, sentence)
        sure = [body for body in bodies if body.sure]
        return merged([sure, persons, places, [body for body in bodies if not body.sure]])


def merged(groups: Iterable[Iterable[Span]]) -> list[Span]:
    """The spans of all groups that no span of an earlier group overlaps, in order."""
    taken: set[int] = set()
    kept: list[Span] = []
    for group in groups:
        for span in group:
            inside = range(span.first, span.end)
            if taken.isdisjoint(inside):
                taken.update(inside)
                kept.append(span)
    return sorted(kept, key=lambda span: span.first)
