"""Cross-validation: precision, recall and F1 of exact spans, by what they name."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from newsarchive.article import Article
from newsarchive.entities.agreement import agreed
from newsarchive.entities.clitics import reading
from newsarchive.entities.crf import CrfTagger, runs
from newsarchive.entities.document import understood
from newsarchive.entities.features import GAP, FeatureMaker
from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.model import Model
from newsarchive.entities.rules import RuleTagger
from newsarchive.entities.tagger import LABELS, Span, Tagger
from newsarchive.entities.training.annotated import Annotated, articles, held_out
from newsarchive.entities.training.corpora import (
    Document,
    anercorp,
    annotated_documents,
    weights,
)
from newsarchive.entities.training.fit import fit
from newsarchive.entities.training.kept import kept_lexicon
from resources import resource

FOLDS = 5
_KINDS = ("PER", "ORG", "LOC", "MISC")
_NAMES = {"person": "PER", "organisation": "ORG", "place": "LOC"}

Found = tuple[str, int, int]
"""What a span names, its start and its end."""

Tally = Counter[tuple[str, str]]
"""By kind and "right", "wrong" or "missed"."""


def figures(tally: Tally) -> list[str]:
    """A line a kind: precision, recall, F1."""
    kinds = [kind for kind in _KINDS if any(name == kind for name, _ in tally)]
    total: Tally = Counter()
    for (_, verdict), count in tally.items():
        total["all", verdict] += count
    return [_line(kind, tally) for kind in kinds] + [_line("all", total)]


def _line(kind: str, tally: Tally) -> str:
    right, wrong, missed = (tally[kind, verdict] for verdict in ("right", "wrong", "missed"))
    precision = right / max(1, right + wrong)
    recall = right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{kind:4} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def count(
    tally: Tally, gold: Iterable[tuple[str, int, int]], got: Iterable[tuple[str, int, int]]
) -> None:
    """Add one text's spans, (kind, start, end), to the tally."""
    wanted, found = set(gold), set(got)
    for span in wanted:
        tally[span[0], "right" if span in found else "missed"] += 1
    for span in found - wanted:
        tally[span[0], "wrong"] += 1


def held_out_articles(lex: Lexicon) -> dict[str, Tally]:
    """Mentions of articles never learnt from found by rules, the shipped model alone, and both."""
    taggers = _taggers(lex, Model(resource("models", "entities.crf").read_bytes()))
    tallies: dict[str, Tally] = {name: Counter() for name in taggers}
    for article in held_out():
        for name, tagger in taggers.items():
            _count_article(tallies[name], article, tagger, lex)
    return tallies


def _taggers(lex: Lexicon, model: Model) -> dict[str, Tagger]:
    return {
        "rules": RuleTagger(lex),
        "model": CrfTagger(model, lex, mend=False),
        "model, mended": CrfTagger(model, lex),
    }


def annotated_folds(lex: Lexicon) -> dict[str, Tally]:
    """Mentions of the annotated articles found by rules, by the model alone, and by both."""
    listed = list(articles())
    known = kept_lexicon()
    documents, repeats = annotated_documents(known), weights()
    tallies: dict[str, Tally] = {name: Counter() for name in ("rules", "model", "model, mended")}
    for fold in range(FOLDS):
        train = [index for index in range(len(listed)) if index % FOLDS != fold]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "fold.crf")
            fit([documents[i] for i in train], known, path, repeats=[repeats[i] for i in train])
            taggers = _taggers(lex, Model(path.read_bytes()))
            for article in listed[fold::FOLDS]:
                for name, tagger in taggers.items():
                    _count_article(tallies[name], article, tagger, lex)
    return tallies


def _count_article(tally: Tally, article: Annotated, tagger: Tagger, lex: Lexicon) -> None:
    found = understood(Article(article.name, "", article.title, article.body), tagger, lex)
    for part, marks in (("title", article.title_marks), ("body", article.body_marks)):
        count(
            tally,
            ((m.label, m.start, m.end) for m in marks if m.label in _KINDS),
            ((_NAMES[m.kind], m.start, m.end) for m in found.mentions if m.part == part),
        )


def anercorp_folds(lex: Lexicon, path: Path) -> dict[str, Tally]:
    """Exact spans of ANERCorp's sentences: rules, the model, the model and agreement.

    The model learns four folds of it beside our articles, all four kinds; nothing is mended, for
    mending follows our conventions.
    """
    learnt, corpus = (anercorp(path, known, miscellaneous=True) for known in (kept_lexicon(), lex))
    tallies = _no_tallies()
    for fold in range(FOLDS):
        train = [document for index, document in enumerate(learnt) if index % FOLDS != fold]
        _count_corpus(tallies, lex, train, corpus[fold::FOLDS])
    return tallies


def anercorp_test(lex: Lexicon, path: Path, test: Path) -> dict[str, Tally]:
    """The same for a part of ANERCorp never learnt from, the model having learnt all of another."""
    tallies = _no_tallies()
    train = anercorp(path, kept_lexicon(), miscellaneous=True)
    _count_corpus(tallies, lex, train, anercorp(test, lex, miscellaneous=True))
    return tallies


def _no_tallies() -> dict[str, Tally]:
    return {name: Counter() for name in ("rules", "model", "model, agreement")}


def _count_corpus(
    tallies: dict[str, Tally], lex: Lexicon, train: list[Document], held: list[Document]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fold.crf")
        known = kept_lexicon()
        fit(annotated_documents(known), known, path, other=train)
        tag = _tagging(lex, path)
    for document in held:
        tagged = tag(document)
        for name, spans in (
            ("rules", _spans_by_rules(lex, document)),
            ("model", tagged),
            ("model, agreement", _in_agreement(lex, document, tagged)),
        ):
            for (_, labels), found in zip(document, spans, strict=True):
                count(tallies[name], _counted(runs(labels)), _counted(found))


def _counted(found: Iterable[Found]) -> list[Found]:
    return [run for run in found if run[0] in _KINDS]


def _tagging(lex: Lexicon, path: Path) -> Callable[[Document], list[list[Found]]]:
    model = Model(path.read_bytes())
    maker = FeatureMaker(lex, model)

    def tag(document: Document) -> list[list[Found]]:
        labels = model.label(
            maker.article([sentence for sentence, _ in document], ["other"])
        ).labels
        starts = accumulate((len(sentence) + GAP for sentence, _ in document), initial=0)
        return [
            runs(labels[start : start + len(sentence)])
            for (sentence, _), start in zip(document, starts, strict=False)
        ]

    return tag


def _spans_by_rules(lex: Lexicon, document: Document) -> list[list[Found]]:
    found = RuleTagger(lex).tag([sentence for sentence, _ in document])
    return [[(str(span.label), span.first, span.end) for span in spans] for spans in found]


def _in_agreement(
    lex: Lexicon, document: Document, tagged: Sequence[Sequence[Found]]
) -> list[list[Found]]:
    """With the repetitions of names that the model left out, within a dozen sentences."""
    sentences = [sentence for sentence, _ in document]
    spans = [
        [
            Span(LABELS[kind], first, end, reading(lex, sentence[first].forms, LABELS[kind]))
            for kind, first, end in found
            if kind != "MISC"
        ]
        for sentence, found in zip(sentences, tagged, strict=True)
    ]
    return [
        [
            *(run for run in found if run[0] == "MISC"),
            *((str(s.label), s.first, s.end) for s in every),
        ]
        for found, every in zip(tagged, agreed(lex, sentences, spans), strict=True)
    ]


def report(tallies: dict[str, Tally]) -> str:
    """The table that is printed."""
    blocks: Sequence[str] = [
        "\n".join([name, *("  " + line for line in figures(tally))])
        for name, tally in tallies.items()
    ]
    return "\n".join(blocks)
