"""Who and what an article names: tokens → tagger → one entity for all its mentions.

    Article ──tokens──▶ sentences ──Tagger──▶ spans ──roles──▶ titles and offices
            ──canonical──▶ persons, organisations, places with all their mentions

The tagger is the trained one (crf, with its mendings); rules alone where it cannot be had.
Who has a network on his disk may have names found by that (classifier).
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newsarchive.article import Article
from newsarchive.entities.crf import CrfTagger
from newsarchive.entities.document import understood, understood_in_stretches
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.model import Model
from newsarchive.entities.rules import RuleTagger
from newsarchive.entities.tagger import Tagger
from resources import resource


@cache
def _tagger(network: Path | None = None) -> Tagger:
    if network is not None:
        from newsarchive.entities.classifier import opened

        return opened(network, _tagger(), lexicon())
    try:
        model = Model(resource("models", "entities.crf").read_bytes())
    except (ImportError, FileNotFoundError):
        return RuleTagger(lexicon())
    return CrfTagger(model, lexicon())


def find_entities(article: Article, network: Path | None = None) -> Article:
    """The article with the persons, organisations and places its title and body name.

    Every mention's ``surface`` is exactly the characters [start, end) of its part. An article
    that names nobody comes back with empty tuples; no text makes this fail.

    Args:
        article: as it was read.
        network: the folder of a token classifier that finds the names instead of the shipped
            tagger, see ``classifier``.

    Raises:
        TaggerError: it cannot be used.
    """
    return understood(article, _tagger(network), lexicon())


def find_entities_in_stretches(
    article: Article, network: Path | None = None
) -> Iterator[Article | None]:
    """As :func:`find_entities`, with None before it after each stretch of a long text.

    Raises:
        TaggerError: the network cannot be used.
    """
    yield from understood_in_stretches(article, _tagger(network), lexicon())


def try_network(network: Path) -> None:
    """Load a token classifier, so that what is wrong with it is told before an import begins.

    Raises:
        TaggerError: it cannot be used.
    """
    _tagger(network)
