"""Articles a second whose names one core finds and joins: by rules alone, and as shipped.

``python -m tests.bench.naming FOLDER``: the articles of page copies and records of data sets in the
folder. Articles differ in length, so that what is told is words a second over ``WORDS`` an article.
``--stages``: where the time goes, too.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from newsarchive import readers
from newsarchive.article import Article, RawDocument
from newsarchive.entities import find_entities
from newsarchive.entities.crf import CrfTagger
from newsarchive.entities.document import understood
from newsarchive.entities.features import FeatureMaker
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.model import Model
from newsarchive.entities.rules import RuleTagger
from newsarchive.entities.tokens import sentences
from newsarchive.extract import extract
from newsarchive.ingest.worker import collect_seldom
from resources import resource

WORDS = 280
_MOST, _WARM = 2000, 100
_Item, _Result = TypeVar("_Item"), TypeVar("_Result")


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


def stages(articles: list[Article]) -> dict[str, float]:
    """Milliseconds an article of ``WORDS`` words by stage, of those met first and of all."""
    lex, model = lexicon(), Model(resource("models", "entities.crf").read_bytes())
    maker, tagger = FeatureMaker(lex, model, pairs=model.pairs()), CrfTagger(model, lex)
    words = sum(len(article.body.split()) for article in articles)
    spent: dict[str, float] = {}

    def timed(
        stage: str, work: Callable[[_Item], _Result], items: Iterable[_Item]
    ) -> list[_Result]:
        begun = time.process_time()
        done = [work(item) for item in items]
        spent[stage] = 1000 * (time.process_time() - begun) * WORDS / words
        return done

    lex.words.clear()
    timed("words met first", lambda article: sentences(article.body, lex.words), articles)
    cut = timed("sentences", lambda article: sentences(article.body, lex.words), articles)
    timed("features of words met first", maker.words, cut)
    seen = timed("features of words", maker.words, cut)
    rows = timed("rows", lambda met: maker.rows(met, sport=False), seen)
    timed("labels", model.label, rows)
    for one in cut:
        tagger.tag(one)  # meets each word
    timed("all of the tagger", tagger.tag, cut)
    timed("sentences, tagger, agreement, names", lambda one: understood(one, tagger, lex), articles)
    return spent


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
    parser.add_argument("--stages", action="store_true")
    chosen = parser.parse_args()
    collect_seldom()
    for kind, rate in measure(chosen.source).items():
        print(f"names, {kind:12} {rate:8.0f} articles of {WORDS} words a second on one core")
    if chosen.stages:
        for stage, spent in stages(articles_in(chosen.source)).items():
            print(f"{stage:36} {spent:6.2f} ms an article")


if __name__ == "__main__":
    main()
