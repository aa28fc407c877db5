"""Who and what an article names: tokens → tagger → one entity for all its mentions.

    Article ──tokens──▶ sentences ──Tagger──▶ spans ──roles──▶ titles and offices
            ──canonical──▶ persons, organisations, places with all their mentions

The tagger is the trained one (crf, with its mendings); rules alone where it cannot be had.
"""

from functools import cache

from newsarchive.article import Article
from newsarchive.entities.crf import CrfTagger, Model
from newsarchive.entities.document import understood
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.rules import RuleTagger
from newsarchive.entities.tagger import Tagger
from resources import resource


@cache
def _tagger() -> Tagger:
    try:
        model = Model(resource("models", "entities.crf").read_bytes())
    except (ImportError, FileNotFoundError):
        return RuleTagger(lexicon())
    return CrfTagger(model, lexicon())


def find_entities(article: Article) -> Article:
    """The article with the persons, organisations and places its title and body name.

    Every mention's ``surface`` is exactly the characters [start, end) of its part. An article
    that names nobody comes back with empty tuples; no text makes this fail.
    """
    return understood(article, _tagger(), lexicon())
