"""The first articles with a phrase of common words are found without all that hold it."""

from unittest.mock import patch

import pytest

from newsarchive.search import best_phrases
from newsarchive.search.query import Choice, Facet, Query
from newsarchive.store.changes import set_deleted
from tests.newsarchive.builders import archive_of, article

FILLER = [" ".join(["كلام"] * n) for n in range(12)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    titled = [article(f"سوق مطرح {filler}", f"خبر {filler}", outlet="عمان") for filler in FILLER]
    told = [
        article(f"خبر {n}", f"في سوق مطرح {filler}", outlet="عكاظ")
        for n, filler in enumerate(FILLER)
    ]
    spelt = [article("خبر", f"بسوق مطرح {filler}", outlet="عكاظ") for filler in FILLER]
    apart = [article("مطرح", f"مطرح سوق {filler}", outlet="عكاظ") for filler in FILLER]
    written = [
        article("خبر", f"سالم {on} الطريق {filler}")
        for on, filler in zip(["على", "علي"] * 6, FILLER, strict=True)
    ]
    made = (*titled, *told, *spelt, *apart, *written)
    with archive_of(tmp_path_factory.mktemp("best"), *made) as opened:
        set_deleted(opened._store, {2, 14}, "2025-01-01T00:00:00+00:00")
        list(opened.refresh())
        yield opened


def whole_and_pages(archive, query, size, fewest=1, pool=200):
    archive._answers.forget()
    whole = archive.numbers(query, 0, 80)
    archive._answers.forget()
    with (
        patch.object(best_phrases, "COMMON", -1),
        patch.object(best_phrases, "FEWEST", fewest),
        patch.object(best_phrases, "POOL", pool),
    ):
        pages = [archive.numbers(query, first, size) for first in range(0, 80, size)]
    archive._answers.forget()
    return whole, [number for page in pages for number in page]


@pytest.mark.parametrize(
    "line", ["«سوق مطرح»", '"سوق مطرح"', "«سوق مطرح»~2", "«سالم على»", "«مطرح سوق»"]
)
@pytest.mark.parametrize("fewest", [1, 13, 99])
@pytest.mark.parametrize("pool", [14, 200])
@pytest.mark.parametrize("choices", [(), (Choice(Facet.SOURCE, "عكاظ"),)])
def test_page_after_page_holds_all_once_the_best_first(archive, line, fewest, pool, choices):
    query = Query(line, choices, recency=False)
    whole, pages = whole_and_pages(archive, query, 3, fewest, pool)
    assert sorted(pages) == sorted(whole)
    assert (archive.rows(query, 0, 1)[0].why if whole else "") in {"folded", ""}
    if pool == 200 and "على" not in line:  # what is written so comes before what is meant so
        assert pages == whole


def test_of_words_in_most_texts_titles_with_the_phrase_come_first(tmp_path):
    titled = [article(f"سوق مطرح {filler}", "مطرح سوق") for filler in FILLER[:4]]
    told = [article("خبر", f"في سوق مطرح {filler}") for filler in FILLER]
    with archive_of(tmp_path, *told, *titled) as archive:
        whole, pages = whole_and_pages(archive, Query("«سوق مطرح»", recency=False), 3)
    assert pages == whole
    assert pages[:4] == [13, 14, 15, 16]


def test_the_first_are_there_before_all_are_found(archive):
    query = Query("«سوق مطرح»")
    with patch.object(best_phrases, "COMMON", -1), patch.object(best_phrases, "FEWEST", 1):
        archive._answers.forget()
        first = archive.page(query, 5)
        assert not first.is_counted
        assert not archive._answers._sets._known
    assert [hit.id for hit in first.hits] == archive.numbers(query, 0, 5)
