"""A phrase finds what the engine's own query finds, in its order, whichever way it is asked for."""

import itertools
from unittest.mock import patch

import pytest

from newsarchive.search import phrases
from newsarchive.search.match import Matcher
from newsarchive.search.order import Ranking
from newsarchive.search.parse import parse
from newsarchive.search.query import Query
from newsarchive.search.sets import Sets
from newsarchive.store.changes import set_deleted
from tests.newsarchive.builders import archive_of, article

BODIES = [
    "سوق مطرح القديم في سوق مطرح",
    "بسوق مطرح",
    "مطرح سوق",
    "سوق في مطرح",
    "علي سالم بن علي",
    "على سالم وسوق مطرح",
    "كتاب سالم على الطاولة",
    "كتاب سالم علي",
    "كتاب",
]
LINES = [
    "«سوق مطرح»",
    '"سوق مطرح"',
    "«مطرح سوق»",
    "«كتاب»",
    "«سالم على»",
    '"سالم على"',
    "«سوق غريب»",
    "«غريب سوق»",
    "«خبر عن سوق»",
    "«سوق سوق»",
    "«سوق مطرح»~2",
]
KEPT = [0, 1, 3, 50_000]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    days = [None, "2025-01-02", "2024-06-01", "2025-01-02"]
    titles = ["خبر عن سوق", "سوق مطرح", "خبر"]
    made = [
        article(titles[n % 3], f"{BODIES[n % len(BODIES)]} {n}", date=days[n % 4])
        for n in range(45)
    ]
    with archive_of(tmp_path_factory.mktemp("phrases"), *made) as opened:
        set_deleted(opened._store, {1, 10}, "2025-01-01T00:00:00+00:00")
        list(opened.refresh())
        yield opened


def in_order(archive, query):
    """The order of the engine's own query."""
    text, facets = archive._indexes.text, archive._indexes.facets
    node = parse(query.text)
    ranked = Matcher(text, facets).compile(node)
    result = text.ids(ranked) & facets.live
    ranking = Ranking(
        Sets(text, facets),
        node,
        lambda base: base,
        lambda: result,
        lambda some: some,
        query.recency,
    )
    with patch.object(phrases, "MANY", 0):
        return ranking.page(0, 100)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("many", KEPT)
@pytest.mark.parametrize("recency", [True, False])
def test_a_phrase_is_found_and_ordered_as_by_the_engine(archive, line, many, recency):
    query = Query(line, recency=recency)
    archive._answers.forget()
    with patch.object(phrases, "MANY", many):
        pages = [archive.numbers(query, first, 4) for first in range(0, 50, 4)]
        total = archive.total(query)
    archive._answers.forget()
    found = list(itertools.chain.from_iterable(pages))
    assert found == in_order(archive, query)
    assert len(found) == total == archive.total(query)


def test_a_phrase_that_most_hold_who_hold_its_words_is_found_without_its_scores(archive):
    text, facets = archive._indexes.text, archive._indexes.facets
    for many, line, is_scored in ((1, LINES[0], False), (0, LINES[2], False), (99, LINES[0], True)):
        node, sets = parse(line), Sets(text, facets)
        with patch.object(phrases, "MANY", many):
            sets.of(node)
        assert (sets.scored(node) is not None) is is_scored


def test_scores_of_few_phrases_are_remembered(archive):
    sets = Sets(archive._indexes.text, archive._indexes.facets)
    nodes = [parse(line) for line in LINES]
    for node in nodes:
        sets.of(node)
    assert [sets.scored(node) is None for node in nodes[-5:]] == [True, *[False] * 4]
    assert sets.scored(parse("سوق ")) is None


@pytest.mark.parametrize("many", [0, 50_000])
@pytest.mark.parametrize("line", LINES)
def test_whether_any_holds_a_phrase_is_told_by_a_few(archive, line, many):
    node, sets = parse(line), Sets(archive._indexes.text, archive._indexes.facets)
    with patch.object(phrases, "MANY", many):
        assert sets.finds(node) is bool(sets.of(node))
