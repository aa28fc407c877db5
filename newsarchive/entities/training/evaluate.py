"""Cross-validation: precision, recall and F1 of exact spans, by what they name."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from newsarchive.article import Article
from newsarchive.entities.crf import CrfTagger, Model, runs
from newsarchive.entities.document import understood
from newsarchive.entities.features import FeatureMaker
from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.rules import RuleTagger
from newsarchive.entities.tagger import Tagger
from newsarchive.entities.training.annotated import Annotated, articles
from newsarchive.entities.training.corpora import (
    Document,
    anercorp,
    annotated_documents,
    weights,
)
from newsarchive.entities.training.fit import fit

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


def annotated_folds(lex: Lexicon) -> dict[str, Tally]:
    """Mentions of the annotated articles found by rules, by the model alone, and by both."""
    listed = list(articles())
    documents, repeats = annotated_documents(), weights()
    tallies: dict[str, Tally] = {name: Counter() for name in ("rules", "model", "model, mended")}
    for fold in range(FOLDS):
        train = [index for index in range(len(listed)) if index % FOLDS != fold]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "fold.crf")
            fit([documents[i] for i in train], lex, path, repeats=[repeats[i] for i in train])
            model = Model(path.read_bytes())
            taggers: dict[str, Tagger] = {
                "rules": RuleTagger(lex),
                "model": CrfTagger(model, lex, mend=False),
                "model, mended": CrfTagger(model, lex),
            }
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
    """Spans of ANERCorp's sentences, all four kinds: the model alone, trained on it and ours."""
    corpus, ours = anercorp(path, miscellaneous=True), annotated_documents()
    tally: Tally = Counter()
    for fold in range(FOLDS):
        train = [document for index, document in enumerate(corpus) if index % FOLDS != fold]
        with tempfile.TemporaryDirectory() as folder:
            model_path = Path(folder, "fold.crf")
            fit(ours, lex, model_path, other=train)
            tag = _tagging(lex, model_path)
            for document in corpus[fold::FOLDS]:
                for (_, labels), found in zip(document, tag(document), strict=True):
                    count(tally, runs(labels), found)
    return {"model": tally}


def _tagging(lex: Lexicon, path: Path) -> Callable[[Document], list[list[Found]]]:
    model, maker = Model(path.read_bytes()), FeatureMaker(lex)

    def tag(document: Document) -> list[list[Found]]:
        rows = maker.article([sentence for sentence, _ in document], ["other"])
        return [[run for run in runs(model.tag(row)) if run[0] in _KINDS] for row in rows]

    return tag


def report(tallies: dict[str, Tally]) -> str:
    """The table that is printed."""
    blocks: Sequence[str] = [
        "\n".join([name, *("  " + line for line in figures(tally))])
        for name, tally in tallies.items()
    ]
    return "\n".join(blocks)
