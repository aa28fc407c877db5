"""The tagger that asks a network for names and the shipped tagger for titles and offices."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from newsarchive.entities.classifier.network import Network
from newsarchive.entities.clitics import reading
from newsarchive.entities.crf import runs, trimmed
from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.rules import merged
from newsarchive.entities.tagger import LABELS, Label, Span, Tagger
from newsarchive.entities.tokens import Sentence


class ClassifierTagger:
    """Persons, organisations and places of a network; what stands beside them of another tagger."""

    def __init__(self, network: Network, beside: Tagger, lex: Lexicon) -> None:
        self._network = network
        self._beside = beside
        self._lexicon = lex

    def tag(self, sentences: Sequence[Sentence]) -> list[list[Span]]:
        """The spans of each sentence."""
        words = {token.key for sentence in sentences for token in sentence}
        labelled = self._network.label(sentences)
        return [
            self._sentence(sentence, labels, words, others)
            for sentence, labels, others in zip(
                sentences, labelled, self._beside.tag(sentences), strict=True
            )
        ]

    def _sentence(
        self, sentence: Sentence, labels: list[str], words: set[str], others: Sequence[Span]
    ) -> list[Span]:
        titles = [span for span in others if span.label is Label.TITLE]
        roles = [span for span in others if span.label is Label.ROLE]
        names = self._names(sentence, labels, words, titles)
        return sorted([*merged([names, titles]), *roles], key=lambda span: (span.first, -span.end))

    def _names(
        self, sentence: Sentence, labels: list[str], words: set[str], titles: Iterable[Span]
    ) -> list[Span]:
        """The network's spans, without marks at the edges and titles before a name."""
        ends = {span.first: span.end for span in titles}
        found = []
        for kind, first, end in runs(labels):
            label = LABELS[kind]
            named = ends.get(first, first) if label is Label.PERSON else first
            if place := trimmed(sentence, named, end):
                form = reading(self._lexicon, sentence[place[0]].forms, label, words)
                found.append(Span(label, *place, form))
        return found


def opened(folder: Path, beside: Tagger, lex: Lexicon) -> ClassifierTagger:
    """The tagger of a folder on the user's disk.

    Raises:
        TaggerError: onnxruntime is not installed, or the folder holds no such model.
    """
    return ClassifierTagger(Network.of(folder), beside, lex)
