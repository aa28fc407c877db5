"""Families counted once, against a brute-force scan of random archives."""

import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.search.once import Once
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.newsarchive.builders import add, archive_of, article, incoming
from tests.newsarchive.families.reports import AGENCY, CUT, EDITED, SOHAR
from tests.newsarchive.search.test_counts_are_exact import (
    WORDS,
    carried,
    choices,
    days,
    drafts,
    in_range,
    narrowed,
)


def related(folder, articles, families):
    """An indexed archive in which every article is of the family given for it."""
    archive = Archive.open(Path(folder) / "test.qusasat", create=True)
    archive.add([incoming(one) for one in articles])
    archive._store.database.conn.executemany(
        "UPDATE articles SET family = ? WHERE id = ?",
        [(family, number) for number, family in enumerate(families, 1)],
    )
    list(archive.refresh())
    return archive


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(drafts, st.sampled_from([None, 1, 2, 3])), min_size=1, max_size=9),
    st.sampled_from(("", *WORDS)),
    st.lists(choices, max_size=2, unique_by=lambda c: (c.facet, c.value)),
    days,
    st.sampled_from(list(Sort)),
    st.integers(1, 4),
    st.sampled_from([0, 3_000]),
    st.sampled_from([0, 64]),
)
def test_families_count_once_wherever_one_counts(made, word, chosen, since, sort, top, limit, few):
    articles = [
        article(f"{' '.join(words)} {n}", date=date, section=section, persons=people,
                organisations=bodies)
        for n, ((words, people, bodies, section, date), _) in enumerate(made, 1)
    ]  # fmt: skip
    family = {n: f or -n for n, (_, f) in enumerate(made, 1)}
    query = Query(f"{word} ", tuple(chosen), since, None, sort, once=True)
    matching = {n: one for n, one in enumerate(articles, 1) if word in one.title}

    def number_of(some):
        return len({family[n] for n in some})

    with (
        patch("newsarchive.search.facets.FORWARD_LIMIT", limit),
        patch("newsarchive.index.families.FEW", few),
        tempfile.TemporaryDirectory() as folder,
        related(folder, articles, [f for _, f in made]) as archive,
    ):
        found = [n for n, o in matching.items() if narrowed(o, query) and in_range(o, query)]
        results, facets = archive.search(query), archive.facets(query, top)
        assert results.total == facets.total == archive.total(query) == number_of(found)
        whole = [hit.id for hit in archive.rows(Query(query.text, *_rest(query)), 0, 99)]
        first = {family[n]: n for n in reversed(whole)}
        expected = [n for n in whole if first[family[n]] == n]
        assert [hit.id for hit in results.hits] == expected
        assert [hit.rank for hit in results.hits] == list(range(1, len(expected) + 1))
        pages = [archive.rows(query, start, 2) for start in range(0, len(articles), 2)]
        assert [hit.id for page in pages for hit in page] == expected
        for facet in (Facet.PERSON, Facet.ORGANISATION, Facet.SECTION):
            scope = {
                n: o
                for n, o in matching.items()
                if narrowed(o, query, facet) and in_range(o, query)
            }
            held = {name for o in scope.values() for name in carried(o, facet)}
            counts = {
                v: number_of(n for n, o in scope.items() if v in carried(o, facet)) for v in held
            }
            shown = {value.name: value.count for value in facets.values[facet]}
            assert all(counts.get(name, 0) == count for name, count in shown.items())
            best = sorted(counts.values(), reverse=True)[:top]
            assert list(shown.values())[: len(best)] == best
            assert {v.name: v.count for v in archive.facet_values(query, facet)} == counts
        dated = {}
        for n, one in matching.items():
            if one.published and narrowed(one, query):
                dated.setdefault(one.published.date.isoformat()[:7], set()).add(family[n])
        assert {m.month: m.count for m in facets.months} == {m: len(f) for m, f in dated.items()}


def _rest(query):
    return query.choices, query.since, query.until, query.sort


@pytest.fixture
def archive(tmp_path):
    texts = [
        (AGENCY, "الأيام", 15),
        (SOHAR, "الملعب", 16),
        (EDITED, "الخليج", 16),
        (CUT, "الساحل", 17),
    ]
    made = [
        article(f"خبر {n}", text, outlet=outlet, date=f"2025-12-{day}", section="محليات")
        for n, (text, outlet, day) in enumerate(texts)
    ]
    with archive_of(tmp_path, *made) as opened:
        yield opened


def found(archive, line="", **more):
    return [hit.id for hit in archive.search(Query(line, once=True, **more)).hits]


def test_the_copy_that_comes_first_in_the_order_is_shown(archive):
    assert found(archive, sort=Sort.NEWEST) == [4, 2]
    assert found(archive, sort=Sort.OLDEST) == [1, 2]


def test_a_family_is_found_by_what_only_one_of_its_copies_says(archive):
    assert found(archive, "ولفت ") == [3]
    assert found(archive, "", choices=(Choice(Facet.SOURCE, "الساحل"),)) == [4]


def test_a_value_counts_what_choosing_it_would_show(archive):
    facets = archive.facets(Query(once=True))
    assert facets.total == 2
    assert {v.name: v.count for v in facets.values[Facet.SECTION]} == {"محليات": 2}
    for value in facets.values[Facet.SOURCE]:
        chosen = Query(choices=(Choice(Facet.SOURCE, value.name),), once=True)
        assert archive.total(chosen) == value.count == 1


def test_a_hit_tells_of_its_copies(archive):
    rows = {hit.id: (hit.copies, hit.outlets) for hit in archive.search(Query()).hits}
    assert rows == {1: (3, 3), 2: (1, 1), 3: (3, 3), 4: (3, 3)}


def test_a_copy_that_comes_later_joins_what_is_indexed(archive):
    add(archive, article("نسخة", AGENCY, outlet="الوادي", date="2025-12-15"))
    assert found(archive, sort=Sort.NEWEST) == [4, 2]
    assert archive.total(Query()) == 5
    assert [copy.id for copy in archive.family(5)] == [1, 3, 4]


def test_families_found_late_count_once_from_then_on(archive):
    from newsarchive.store import families

    families.forget(archive._store)
    list(archive.refresh())
    assert archive.total(Query(once=True)) == archive.families_behind() == 4
    assert list(archive.find_families()) == [4]
    list(archive.refresh())
    assert (archive.total(Query(once=True)), archive.families_behind()) == (2, 0)
    assert list(archive.find_families(again=True)) == [4]
    list(archive.refresh(rebuild=True))
    assert archive.total(Query(once=True)) == 2


def test_two_copies_are_compared_by_sentence(archive):
    kinds = [difference.kind for difference in archive.differences(1, 4)]
    assert kinds == ["same"] * 3 + ["first"] * 3


def test_a_deep_page_takes_no_more_than_it_needs_at_a_time():
    asked = []

    def fetch(first, count):
        asked.append((first, count))
        return list(range(first, min(first + count, 100)))

    once = Once(fetch, lambda number: number // 3)
    assert once.page(0, 2) == [0, 3]
    assert once.page(2, 3) == [6, 9, 12]
    assert once.page(30, 9) == [90, 93, 96, 99]
    assert once.page(0, 2) == [0, 3]
    assert asked[:2] == [(0, 4), (4, 6)]


def test_of_many_questions_asked_the_first_is_worked_out_anew(tmp_path):
    with archive_of(tmp_path, *(article(f"خبر {n}", "سوق مطرح") for n in range(3))) as archive:
        lines = [Query(f"خبر {n} ", once=True) for n in range(3)]
        with patch("newsarchive.search.answers._REMEMBERED", 1):
            asked = [[hit.id for hit in archive.rows(line, 0, 9)] for line in (*lines, lines[0])]
        assert asked == [[1], [2], [3], [1]]
