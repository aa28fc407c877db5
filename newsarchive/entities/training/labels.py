"""Marks of characters as one label a token."""

from collections.abc import Iterable

from newsarchive.entities.tokens import Sentence
from newsarchive.entities.training.annotated import Mark


def token_labels(sentence: Sentence, marks: Iterable[Mark]) -> list[str]:
    """B-, I- and O of each token; where marks nest, the inner one counts."""
    owner: dict[int, Mark] = {}
    for mark in sorted(marks, key=lambda m: m.start - m.end):
        for at, start in enumerate(sentence.starts):
            if start < mark.end and sentence.end(at) > mark.start:
                owner[at] = mark
    labels: list[str] = []
    begun: set[Mark] = set()
    for at in range(len(sentence)):
        held = owner.get(at)
        if held is None:
            labels.append("O")
        else:
            labels.append(("I-" if held in begun else "B-") + held.label)
            begun.add(held)
    return labels
