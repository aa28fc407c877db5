"""Articles a second whose names one core finds and joins: by rules alone, and as shipped.

``python -m tests.bench.naming FOLDER``: the articles of page copies and records of data sets in the
folder. Articles differ in length, so that what is told is words a second over ``WORDS`` an article.
"""

import argparse
import gc
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from newsarchive import readers
from newsarchive.article import Article, RawDocument
from newsarchive.entities import find_entities
from newsarchive.entities.document import understood
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.rules import RuleTagger
from newsarchive.extract import extract

WORDS = 280
_MOST, _WARM = 2000, 100


def articles_in(source: Path, most: int = _MOST) -> list[Article]:
    """The first articles at ``source``, titles and texts only."""
    documents = (
        document
        for path in readers.find_files([source])
        if isinstance(path, Path)
        for document in readers.read(path)
        if isinstance(document, RawDocument)
    )
    return [extract(document) for document in islice(documents, most)]


def measure(source: Path) -> dict[str, float]:
    """Articles of ``WORDS`` words a second, by kind of tagger."""
    articles = articles_in(source)
    if not articles:
        raise SystemExit(f"no articles in {source}")
    lex = lexicon()
    rules = RuleTagger(lex)
    return {
        "rules alone": _rate(articles, lambda article: understood(article, rules, lex)),
        "as shipped": _rate(articles, find_entities),
    }


def _rate(articles: list[Article], find: Callable[[Article], Article]) -> float:
    for article in articles[:_WARM]:
        find(article)
    gc.freeze()  # as the processes of an import do after their first file
    words = sum(len(article.body.split()) for article in articles)
    begun = time.process_time()
    for article in articles:
        find(article)
    return words / WORDS / (time.process_time() - begun)


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    for kind, rate in measure(parser.parse_args().source).items():
        print(f"names, {kind:12} {rate:8.0f} articles of {WORDS} words a second on one core")


if __name__ == "__main__":
    main()
