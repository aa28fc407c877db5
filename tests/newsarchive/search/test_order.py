"""Large results come in the order of small ones, page after page."""

from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.search import alike, best, match, order
from newsarchive.search.parse import Word, parse
from newsarchive.search.query import Choice, Facet, Query, Sort
from newsarchive.search.sets import sought_words
from tests.newsarchive.builders import archive_of, article

BODIES = ["سوق مطرح القديم", "أسواق مطرح", "بالسوق في مطرح", "سوق سوق سوق", "مطرح سوق نزوى", "كتاب"]


def entry(number, day):
    return article(f"خبر رقم {number}", BODIES[number % len(BODIES)], date=day)


@contextmanager
def large_from(head):
    """Any result is large, and this many of it are found without the rest."""
    with (
        patch.object(best, "COSTLY", -1),
        patch.object(best, "HEAD", head),
        patch.object(best, "FEWEST", 1),
    ):
        yield


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    days = [None, "2025-01-02", "2025-01-01", "2024-06-01", "2025-01-02"]
    made = [entry(number, days[number % len(days)]) for number in range(40)]
    with archive_of(tmp_path_factory.mktemp("order"), *made) as opened:
        yield opened


LINES = [
    "",
    "سوق ",
    "سوق مطرح ",
    "سوق",
    "مطرح -نزوى ",
    "«سوق مطرح»",
    "سوق OR كتاب ",
    "كتب ",
    "تاريخ:2025 سوق ",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
def test_by_date_a_large_result_is_ordered_like_a_small_one(archive, line, sort):
    query = Query(line, sort=sort)
    small = [hit.id for hit in archive.rows(query, 0, 50)]
    with patch.object(order, "FEW", 0):
        pages = [archive.rows(query, first, 7) for first in range(0, 50, 7)]
    assert [hit.id for page in pages for hit in page] == small
    assert len(small) == archive.total(query)


@pytest.mark.parametrize("exactly", [False, True])
@pytest.mark.parametrize("line", ["سوق ", "سوق مطرح ", "سوق -نزوى "])
@pytest.mark.parametrize("words", [1, 12])
@pytest.mark.parametrize("many", [0, 50_000])
def test_the_best_of_a_large_result_are_those_of_a_small_one(archive, line, words, many, exactly):
    query = Query(line, recency=False, exactly=exactly)
    with (
        patch.object(match, "SCORED_WORDS", words),
        patch.object(alike, "MANY", many),
    ):
        small = archive.numbers(query, 0, 4)
        archive._answers.forget()
        for pool in (4, 200):
            with large_from(4), patch.object(best, "POOL", pool):
                assert archive.numbers(query, 0, 4) == small
            archive._answers.forget()


@pytest.mark.parametrize("line", LINES[1:])
def test_by_relevance_a_large_result_begins_and_ends_like_a_small_one(archive, line):
    query = Query(line)
    small = [hit.id for hit in archive.rows(query, 0, 50)]
    with large_from(3):
        pages = [archive.rows(query, first, 2) for first in range(0, 50, 2)]
    found = [hit.id for page in pages for hit in page]
    assert sorted(found) == sorted(small)
    if found:
        assert best_tier(archive, query, found) == best_tier(archive, query, small)


@pytest.mark.parametrize("line", ["سوق ", "سوق مطرح ", "سوق -كتاب تاريخ:2025 "])
@pytest.mark.parametrize("once", [False, True])
def test_the_best_of_a_large_result_are_there_before_it_is_counted(archive, line, once):
    query = Query(line, once=once)
    archive._answers.forget()
    with large_from(4):
        first = archive.page(query, 2)
        assert not archive._answers._matches
        whole = archive.search(query, 2)
        assert (first.hits, first.total, first.is_counted) == (whole.hits, 2, False)
        assert whole.is_counted
        assert whole.total == archive.total(query) > 2
        assert archive.page(query, 2) == (first if once else whole)
    archive._answers.forget()


@pytest.mark.parametrize("line", ["", "كتاب ", "غريب "])
@pytest.mark.parametrize("once", [False, True])
def test_a_page_that_holds_all_or_needs_all_tells_the_total(archive, line, once):
    query = Query(line, once=once)
    assert archive.page(query, 50) == archive.search(query, 50)


@pytest.mark.parametrize("line", ["سوق ", "سوق -غريب ", "سوق تاريخ:2025 "])
def test_within_choices_the_best_are_the_best_of_what_they_let_through(tmp_path, line):
    better = [article(f"سوق {n}", "سوق سوق", outlet="الأيام", date="2024-01-02") for n in range(9)]
    lesser = [
        article(f"خبر {n}", " ".join(["سوق", *["طويل"] * n]), outlet="عكاظ", date="2025-01-02")
        for n in range(1, 7)
    ]
    query = Query(line, (Choice(Facet.SOURCE, "عكاظ"),), recency=False)
    with archive_of(tmp_path, *better, *lesser) as archive:
        small = archive.numbers(query, 0, 4)
        with large_from(4):
            archive._answers.forget()
            first = archive.page(query, 4)
    assert [hit.id for hit in first.hits] == small == [10, 11, 12, 13]
    assert not first.is_counted


def best_tier(archive, query, ids):
    whys = {hit.id: hit.why for hit in archive.rows(query, 0, 50)}
    return whys[ids[0]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("سوق ", ["سوق"]),
        ("سوق مطرح ", ["سوق", "مطرح"]),
        ("في سوق -نزوى تاريخ:2025 ", ["سوق"]),
        ("«سوق مطرح» نزوى ", []),
        ("سوق OR كتاب ", []),
        ("سوق عبد الله ", ["سوق", "عبدالله"]),
        ("ابي بكر ", ["ابيبكر"]),
    ],
)
def test_which_words_an_article_should_hold(line, words):
    assert [word.text for word in sought_words(parse(line))] == words


def test_words_that_need_not_all_stand_there_are_not_exact():
    from dataclasses import replace

    assert sought_words(replace(parse("سوق مطرح "), enough=1)) == []


@settings(max_examples=20, deadline=None)
@given(first=st.integers(0, 60), count=st.integers(1, 30))
def test_any_page_is_a_slice_of_the_whole(archive, first, count):
    with patch.object(order, "SMALL", 0):
        whole = [hit.id for hit in archive.rows(Query(sort=Sort.NEWEST), 0, 40)]
        page = [hit.id for hit in archive.rows(Query(sort=Sort.NEWEST), first, count)]
    assert page == whole[first : first + count]


@pytest.mark.parametrize(
    "line", ["سو", "كتاب سو", "سوق م", "مطرح سو -نزوى", "س OR كتاب", "كتاب غريب سو"]
)
@pytest.mark.parametrize("engine", [0, 3_000])
def test_a_beginning_of_too_many_words_finds_all_and_puts_its_own_word_first(archive, line, engine):
    query = Query(line)
    small = [hit.id for hit in archive.rows(query, 0, 50)]
    archive._answers.forget()
    with patch.object(match, "MOST_BEGUN", 0), patch.object(order, "SMALL", engine):
        assert archive._answers.matcher().is_left_out(Word("سو", open=True))
        found = [hit.id for n in range(0, 50, 7) for hit in archive.rows(query, n, 7)]
        assert sorted(found) == sorted(small)
        archive._answers.forget()
        assert [hit.id for hit in archive.rows(query, 0, 50)] == found
    archive._answers.forget()
    for sort in (Sort.NEWEST, Sort.OLDEST):
        with patch.object(match, "MOST_BEGUN", 0):
            dated = [hit.id for hit in archive.rows(Query(line, sort=sort), 0, 50)]
        archive._answers.forget()
        assert sorted(dated) == sorted(small)


def test_of_equal_articles_the_newer_stands_first_unless_that_is_off(tmp_path):
    days = ("2015-01-01", "2025-01-01", "2020-01-01", None)
    made = [article(f"خبر {n}", "سوق مطرح", date=day) for n, day in enumerate(days)]
    with archive_of(tmp_path, *made) as some:
        assert [hit.id for hit in some.rows(Query("سوق "), 0, 9)] == [2, 3, 1, 4]
        assert [hit.id for hit in some.rows(Query("سوق ", recency=False), 0, 9)] == [1, 2, 3, 4]


def test_recency_never_lifts_a_weaker_tier(tmp_path):
    made = [
        article("خبر", "معلم", date="1990-01-01"),
        article("خبر", "المعلمون المعلمون", date="2025-01-01"),
    ]
    with archive_of(tmp_path, *made) as some:
        assert [hit.why for hit in some.rows(Query("معلم "), 0, 9)] == ["folded", "stem"]


def test_what_only_begins_so_comes_after_the_word_the_newest_first(archive):
    archive._answers.forget()
    with patch.object(match, "MOST_BEGUN", 0):
        hits = archive.rows(Query("سو"), 0, 50)
    archive._answers.forget()
    assert {hit.why for hit in hits} == {"prefix"}
    days = [hit.published.date.isoformat() for hit in hits if hit.published]
    assert days == sorted(days, reverse=True)


def test_a_lower_tier_never_stands_above_a_higher_one(tmp_path):
    forms = "العملية بالعملية للعملية والعملية عملية وعملية بعملية عمليات العمليات لعملياتهم"
    texts = [
        article(forms, forms, date="2025-05-05"),
        article("خبر", f"{'كلام آخر ' * 200} فالعملية", date="2001-01-01"),
        article("لعملياته بعملياتها لعملياتنا", forms.split()[-1]),
    ]
    with archive_of(tmp_path, *texts) as archive:
        alone = archive.search(Query("فالعملية ")).hits
        within = archive.search(Query("تاريخ:2001..2025 فالعملية ")).hits
    assert [hit.id for hit in alone] == [2, 1, 3]
    assert [hit.id for hit in within] == [2, 1]


def test_what_the_first_word_needs_can_be_read_before_it_is_typed(archive):
    archive._indexes.facets.postings.forget()
    archive.prepare()
    assert archive._indexes.facets.postings._is_followed


def test_articles_with_a_name_in_one_chain_stand_above_those_with_its_words_apart(tmp_path):
    texts = [
        article("خالد والمنصور", "خالد " * 3 + "ثم جاء بعده إلى مقر الشركة وفد من المنصور المنصور"),
        article("خبر", "وأضاف وخالد بن عبدالله المنصور حاضر"),
        article("خبر ثان", "قال لخالد المنصور أمس"),
        article("وصل عبد الله بن سالم البلوشي"),
        article("عبدالله والبلوشي", "عبدالله " * 3 + "مع من كان هناك من غير عائلة البلوشي البلوشي"),
    ]
    with archive_of(tmp_path, *texts) as archive:
        assert [hit.id for hit in archive.search(Query("خالد المنصور ")).hits] == [3, 2, 1]
        assert [hit.id for hit in archive.search(Query("عبدالله البلوشي ")).hits] == [4, 5]
        assert [hit.id for hit in archive.search(Query("عبدالله سالم البلوشي ")).hits] == [4]


def test_by_relevance_only_what_was_chosen_is_ordered(tmp_path):
    texts = [
        article("بالسوق", section="محليات", outlet="عمان"),
        article("السوق سوق", section="محليات", outlet="الوطن"),
        article("سوق سوق", section="اقتصاد", outlet="عمان"),
        article("سوق", section="محليات", outlet="عمان"),
    ]
    chosen = (
        Choice(Facet.SECTION, "محليات"),
        Choice(Facet.SOURCE, "الوطن", exclude=True),
    )
    with archive_of(tmp_path, *texts) as archive:
        hits = archive.search(Query("سوق ", chosen)).hits
    assert [hit.id for hit in hits] == [4, 1]
