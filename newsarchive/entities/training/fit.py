"""Fitting the conditional random field: documents in, a model file out."""

import importlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from pathlib import Path

from newsarchive.entities.features import GAP, FeatureMaker, Gathered
from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.looks import stem
from newsarchive.entities.training.corpora import Document
from newsarchive.entities.training.pack import pack
from newsarchive.entities.word_features import PLACES, WINDOW

SETTINGS = {"c1": 0.1, "c2": 0.2, "max_iterations": 100, "feature.possible_transitions": True}
"""Regularisation that scored best of a dozen tried on articles never trained on."""


class Listed:
    """Makes rows that are the features themselves."""

    def weigh(self, features: Sequence[str]) -> list[str]:
        """The features."""
        return [*features]

    def spread(self, features: Iterable[tuple[str, int]]) -> list[str]:
        """The features at all their places."""
        return [
            place + feature
            for feature, wanted in features
            for bit, place in enumerate(PLACES)
            if wanted >> bit & 1
        ]

    def kept(self, wide: list[str]) -> list[list[str]]:
        """The features by the place that their names begin with."""
        rows: dict[str, list[str]] = {place: [] for place in PLACES}
        for feature in wide:
            rows[feature[0] if feature[0] in rows else ""].append(feature)
        return [*rows.values()]


def flat(gathered: Gathered[list[str], list[list[str]]]) -> list[list[str]]:
    """For each row its features."""
    parts, reach = gathered.parts, len(WINDOW) // 2
    steps = [reach - WINDOW.index(place) for place in PLACES]
    return [
        [
            *gathered.always,
            *chain.from_iterable(parts[at + step][place] for place, step in enumerate(steps)),
            *gathered.more.get(at - GAP, ()),
        ]
        for at in range(GAP, len(parts) - GAP)
    ]


def listed(gathered: Gathered[list[str], list[list[str]]]) -> list[list[list[str]]]:
    """For each sentence, for each word, its features."""
    rows = flat(gathered)
    starts = accumulate((size + GAP for size in gathered.sizes), initial=0)
    return [rows[start : start + size] for start, size in zip(starts, gathered.sizes, strict=False)]


def fit(
    documents: Sequence[Document],
    lex: Lexicon,
    out: Path,
    *,
    repeats: Sequence[int] = (),
    other: Sequence[Document] = (),
) -> None:
    """Train on ``documents`` and write the model to ``out``.

    Args:
        documents: labelled sentences, grouped by article.
        lex: the lexicons that features come from.
        out: the model file.
        repeats: how often each document counts; once each when empty.
        other: documents of a corpus with other conventions, which get a feature of their own.
    """
    trainer = importlib.import_module("pycrfsuite").Trainer(verbose=False, algorithm="lbfgs")
    trainer.set_params(SETTINGS)
    maker = FeatureMaker(lex, Listed(), rare=rare_words([*documents, *other]))
    for index, document in enumerate(documents):
        rows = listed(maker.article([sentence for sentence, _ in document]))
        for _ in range(repeats[index] if repeats else 1):
            for row, (_, labels) in zip(rows, document, strict=True):
                trainer.append(row, labels)
    for document in other:
        rows = listed(maker.article([sentence for sentence, _ in document], ["other"]))
        for row, (_, labels) in zip(rows, document, strict=True):
            trainer.append(row, labels)
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder, "trained.crf")
        trainer.train(str(trained))
        pack(trained, out)


def rare_words(documents: Iterable[Document]) -> frozenset[str]:
    """Words and stems met once: without a feature of theirs the model learns to read strangers."""
    counts: Counter[str] = Counter()
    for document in documents:
        for sentence, _ in document:
            for token in sentence:
                counts[token.key] += 1
                if stem(token.key) != token.key:
                    counts[stem(token.key)] += 1
    return frozenset(word for word, count in counts.items() if count < 2)
