"""Totals, ids and facet counts against a brute-force scan of random archives."""

import datetime as dt
import tempfile
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.arabic.fold import fold
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.newsarchive.builders import archive_of, article

WORDS = ("ميناء", "سوق", "مطر", "قمح")
PEOPLE = ("سالم الحارثي", "هدى الرواس", "خميس العبري")
BODIES = ("شرطة عمان", "غرفة التجارة")
SECTIONS = ("محليات", "اقتصاد", "")
DATES = ("2024-12-31", "2025-01-01", "2025-01-20", "2025-02-01", None)

drafts = st.tuples(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.sets(st.sampled_from(PEOPLE)),
    st.sets(st.sampled_from(BODIES)),
    st.sampled_from(SECTIONS),
    st.sampled_from(DATES),
)
choices = st.one_of(
    st.builds(Choice, st.just(Facet.PERSON), st.sampled_from(PEOPLE), st.booleans()),
    st.builds(Choice, st.just(Facet.ORGANISATION), st.sampled_from(BODIES), st.booleans()),
    st.builds(Choice, st.just(Facet.SECTION), st.sampled_from(SECTIONS[:2]), st.booleans()),
)
days = st.none() | st.sampled_from([dt.date(2025, 1, 1), dt.date(2025, 1, 20)])


def carried(one, facet):
    if facet is Facet.PERSON:
        return {person.name for person in one.persons}
    if facet is Facet.ORGANISATION:
        return {body.name for body in one.organisations}
    return {one.section} - {""} if facet is Facet.SECTION else set()


def in_range(one, query):
    if not (query.since or query.until):
        return True
    if one.published is None:
        return False
    since, until = query.since or dt.date.min, query.until or dt.date.max
    return since <= one.published.date <= until


def narrowed(one, query, but=None):
    for facet in Facet:
        mine = [c for c in query.choices if c.facet is facet]
        wanted = {c.value for c in mine if not c.exclude}
        if wanted and facet is not but and not wanted & carried(one, facet):
            return False
        if {c.value for c in mine if c.exclude} & carried(one, facet):
            return False
    return True


def unranged(matching, query, facet):
    scope = [
        one for one in matching.values() if in_range(one, query) and narrowed(one, query, facet)
    ]
    return Counter(name for one in scope for name in carried(one, facet))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(drafts, min_size=1, max_size=8),
    st.sampled_from(("", *WORDS)),
    st.lists(choices, max_size=3, unique_by=lambda c: (c.facet, c.value)),
    days,
    days,
    st.sampled_from(list(Sort)),
    st.integers(1, 4),
    st.sampled_from([0, 3_000]),
)
def test_counts_equal_a_scan(made, word, chosen, since, until, sort, top, limit):
    articles = [
        article(f"{' '.join(words)} {n}", date=date, section=section, persons=people,
                organisations=bodies)
        for n, (words, people, bodies, section, date) in enumerate(made, 1)
    ]  # fmt: skip
    query = Query(f"{word} ", tuple(chosen), since, until, sort)
    numbered = dict(enumerate(articles, 1))
    matching = {n: one for n, one in numbered.items() if word in one.title}
    expected = [n for n, one in matching.items() if narrowed(one, query) and in_range(one, query)]
    with (
        patch("newsarchive.search.facets.FORWARD_LIMIT", limit),
        tempfile.TemporaryDirectory() as folder,
        archive_of(Path(folder), *articles) as archive,
    ):
        results, facets = archive.search(query), archive.facets(query, top)
        assert results.total == facets.total == len(expected)
        assert sorted(hit.id for hit in results.hits) == sorted(archive.ids(query)) == expected
        for facet in (Facet.PERSON, Facet.ORGANISATION, Facet.SECTION):
            widened = any(c.facet is facet and not c.exclude for c in chosen)
            scope = [
                one
                for one in matching.values()
                if in_range(one, query) and narrowed(one, query, facet if widened else None)
            ]
            counts = Counter(name for one in scope for name in carried(one, facet))
            shown = {value.name: value.count for value in facets.values[facet]}
            assert all(counts[name] == count for name, count in shown.items())
            best = sorted(counts.values(), reverse=True)[:top]
            assert list(shown.values())[: len(best)] == best
            assert facets.distinct.get(facet, len(counts)) == len(counts)
            pages = archive.facet_values(query, facet)
            assert {v.name: v.count for v in pages} == unranged(matching, query, facet)
            assert [v.count for v in pages] == sorted((v.count for v in pages), reverse=True)
            by_name = archive.facet_values(query, facet, by_name=True)
            names = sorted((v.name for v in pages), key=lambda name: (fold(name), name))
            assert [v.name for v in by_name] == names
            assert set(by_name) == set(pages)
            assert {c.value for c in chosen if c.facet is facet} <= set(shown)
        days = Counter(
            one.published.date
            for one in matching.values()
            if one.published and narrowed(one, query)
        )
        first, last = min(days, default=dt.date.min), max(days, default=dt.date.max)
        assert archive.days(query, first, last) == days
        assert archive.days(query, first, first).keys() <= {first}
        months = Counter(
            one.published.date.isoformat()[:7]
            for one in matching.values()
            if one.published and narrowed(one, query)
        )
        assert {m.month: m.count for m in facets.months} == dict(months)
