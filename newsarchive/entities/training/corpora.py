"""What is trained on: documents of labelled sentences, from the annotated articles and ANERCorp."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.tokens import Sentence, Word, sentences
from newsarchive.entities.training.annotated import Annotated, Mark, articles
from newsarchive.entities.training.labels import token_labels

Labelled = tuple[Sentence, list[str]]
Document = list[Labelled]

_DAILY_PRESS = frozenset("hijklnq")
_SENTENCES_A_DOCUMENT = 12


def annotated_documents(lex: Lexicon) -> list[Document]:
    """The annotated articles, each a document of its title's and body's sentences."""
    return [document(article, lex) for article in articles()]


def document(article: Annotated, lex: Lexicon) -> Document:
    """The sentences of an article with the labels of their tokens."""
    parts = ((article.title, article.title_marks), (article.body, article.body_marks))
    return [pair for text, marks in parts for pair in _labelled(text, marks, lex.words)]


def _labelled(text: str, marks: tuple[Mark, ...], words: Mapping[str, Word]) -> Iterator[Labelled]:
    for sentence in sentences(text, words):
        start, end = sentence.starts[0], sentence.end(len(sentence) - 1)
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        yield sentence, token_labels(sentence, inside)


def weights() -> list[int]:
    """How often each annotated article counts: those in the style of the daily press twice."""
    return [2 if article.name[0] in _DAILY_PRESS else 1 for article in articles()]


def anercorp(path: Path, lex: Lexicon, *, miscellaneous: bool = False) -> list[Document]:
    """ANERCorp (a token and its label a line) in documents of a dozen sentences.

    It marks no article boundaries. Labels are ours but for MISC, left out unless asked for.
    Benajiba, Rosso & Benedí 2007; split of Obeid et al. 2020; CC BY-SA 4.0.
    """
    found: Document = []
    tokens: list[Word] = []
    labels: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        token, _, label = line.strip().rpartition(" ")
        if not token:
            continue
        tokens.append(lex.words[token])
        keep = miscellaneous or not label.endswith("MISC")
        labels.append(label.replace("PERS", "PER") if keep else "O")
        if token == ".":
            found.append((Sentence.of(tokens, ()), labels))
            tokens, labels = [], []
    if tokens:
        found.append((Sentence.of(tokens, ()), labels))
    step = _SENTENCES_A_DOCUMENT
    return [found[at : at + step] for at in range(0, len(found), step)]


def without_bodies(documents: list[Document]) -> list[Document]:
    """The sentences that name no organisation.

    Where a body's name ends is marked by other rules in ANERCorp than in our articles; what it
    says of persons, places and ordinary words agrees with them.
    """
    kept = [
        [pair for pair in document if not any(label.endswith("ORG") for label in pair[1])]
        for document in documents
    ]
    return [document for document in kept if document]
