"""The first articles of a large result are those of the whole order, though few are scored."""

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import pytest

from newsarchive.search import best, closeness
from newsarchive.search.query import Choice, Facet, Query
from tests.newsarchive.builders import archive_of, article

FILLER = [" ".join(["كلام"] * n) for n in range(12)]


@contextmanager
def first_of(head, **limits):
    """Any result is large, and this many of it are found without the rest."""
    with ExitStack() as patches:
        for name, value in {"COSTLY": -1, "HEAD": head, "FEWEST": 1, **limits}.items():
            patches.enter_context(patch.object(best, name, value))
        yield


def whole_and_first(archive, query, count=4, **limits):
    whole = archive.numbers(query, 0, count)
    archive._answers.forget()
    with first_of(count, **limits):
        first = archive.numbers(query, 0, count)
        assert not archive._answers._matches
    archive._answers.forget()
    return whole, first


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    common = [
        article(f"خبر {n}", f"سوق {filler}", outlet="عكاظ") for n, filler in enumerate(FILLER)
    ]
    titled = [article(f"سوق {filler}", f"سوق {filler}", outlet="عمان") for filler in FILLER]
    often = [article("خبر", f"{'سوق ' * n}{FILLER[3]}", outlet="عمان") for n in range(2, 6)]
    spelt = [article("خبر", f"بالسوق {filler}", outlet="الوطن") for filler in FILLER]
    other = [article(f"خبر {n}", "كتاب", outlet="عمان") for n in range(9)]
    with archive_of(tmp_path_factory.mktemp("best"), *common, *titled, *often, *spelt, *other) as a:
        yield a


@pytest.mark.parametrize("pool", [4, 8, 200])
def test_of_a_common_word_titles_that_hold_it_come_first(archive, pool):
    whole, first = whole_and_first(archive, Query("سوق ", recency=False), POOL=pool)
    assert first == whole
    assert all("سوق" in archive.article(number).article.title for number in first)


@pytest.mark.parametrize("outlet", ["عكاظ", "عمان", "الوطن"])
@pytest.mark.parametrize("deep", [1, 2, 3, 16])
@pytest.mark.parametrize("line", ["سوق ", "سوق كلام ", "كلام -كتاب "])
def test_the_first_within_choices_are_found_however_far_down_they_stand(
    archive, line, deep, outlet
):
    query = Query(line, (Choice(Facet.SOURCE, outlet),), recency=False)
    whole, first = whole_and_first(archive, query, POOL=4, _DEEP=deep)
    assert first == whole


def test_few_that_hold_a_word_as_typed_stand_before_those_with_more_written_onto_it(archive):
    query = Query("بالسوق ", (Choice(Facet.SOURCE, "الوطن"),), recency=False)
    whole, first = whole_and_first(archive, query, 20)
    assert first == whole
    query = Query("والسوق ", recency=False)
    whole, first = whole_and_first(archive, query, 20)
    assert first == whole


@pytest.mark.parametrize("exactly", [False, True])
def test_meant_exactly_a_word_alone_brings_none_with_more_written_onto_it(archive, exactly):
    query = Query("السوق ", recency=False, exactly=exactly)
    whole, first = whole_and_first(archive, query, 20, FEWEST=5)
    assert first == whole
    assert bool(first) is not exactly


def test_where_too_few_hold_the_words_all_are_ranked(archive):
    query = Query("بالسوق كتاب ", recency=False)
    whole, first = whole_and_first(archive, query, FEWEST=2)
    assert first == whole


def test_of_two_words_one_as_typed_is_enough_where_none_hold_both(tmp_path):
    texts = [
        *(article("خبر", f"كتب {filler} معلم") for filler in FILLER[:3]),
        *(article("خبر", f"كتاب {filler} المعلمون") for filler in FILLER[:3]),
        *(article("خبر", f"كتب {filler} المعلمون") for filler in FILLER),
        *(article("خبر", f"كتاب {filler}") for filler in FILLER),
    ]
    query = Query("كتاب معلم ", recency=False)
    with archive_of(tmp_path, *texts) as archive:
        whole = archive.numbers(query, 0, 6)
        for limit, fewest in ((0, 6), (10, 6), (1_000, 6), (1_000, 1)):
            archive._answers.forget()
            is_costly = patch.object(best.Best, "_is_costly", return_value=True)
            with first_of(6, FEWEST=fewest, COSTLY=limit), is_costly:
                first = archive.numbers(query, 0, 6)
            assert sorted(first) == sorted(whole) == [1, 2, 3, 4, 5, 6]


def test_a_page_after_the_first_goes_on_where_that_ends(archive):
    query = Query("سوق كلام ")
    with first_of(5, POOL=6):
        pages = [number for n in range(0, 60, 4) for number in archive.numbers(query, n, 4)]
    archive._answers.forget()
    assert sorted(pages) == sorted(archive.ids(query))
    assert len(set(pages)) == len(pages)


@pytest.mark.parametrize("line", ["عبدالله ", "عبد الله ", "عبدالله سوق ", "ابو بكر ", "عبد الله"])
def test_names_of_two_words_are_found_first_where_they_are_written_as_one(tmp_path, line):
    texts = [
        *(article("خبر", f"عبد الله {filler} سوق") for filler in FILLER[:3]),
        *(article("خبر", f"سوق عبدالله {filler}") for filler in FILLER),
        *(article("خبر", f"أبوبكر {filler}") for filler in FILLER[:4]),
        *(article("خبر", f"أبي بكر {filler}") for filler in FILLER[:4]),
    ]
    query = Query(line, recency=False)
    with archive_of(tmp_path, *texts) as archive:
        whole, first = whole_and_first(archive, query)
        assert first == whole
        assert len(first) == 4
        archive._answers.forget()
        with first_of(4):
            every = [number for n in range(0, 30, 3) for number in archive.numbers(query, n, 3)]
        assert sorted(every) == sorted(archive.ids(query))


@pytest.mark.parametrize("common", [-1, 50_000])
@pytest.mark.parametrize("line", ["خالد المنصور ", "خالد بن المنصور "])
def test_names_in_one_chain_come_first_however_common_their_words_are(tmp_path, line, common):
    texts = [
        *(article("خبر", f"خالد {filler} المنصور") for filler in FILLER[6:]),
        *(article("خبر", f"قال لخالد المنصور {filler}") for filler in FILLER[:2]),
        *(article("خبر", f"خالد بن المنصور {filler}") for filler in FILLER[:2]),
    ]
    query = Query(line, recency=False)
    with archive_of(tmp_path, *texts) as archive, patch.object(closeness, "COMMON", common):
        whole, first = whole_and_first(archive, query, 2)
        assert first == whole
        assert {*first} <= {9, 10}
