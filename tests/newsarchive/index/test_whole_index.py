"""An index made whole is taken in by groups whose segments the engine joins into one."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.index import refresh
from newsarchive.index.refresh import JOINED_AT_ONCE, LARGEST_GROUP, group_size
from newsarchive.search.query import Query
from tests.newsarchive.builders import archive_of, article


@given(st.integers(min_value=0, max_value=8_000_000))
@example(1_004_000)
def test_there_are_one_or_eight_or_sixty_four_groups_and_so_on(articles):
    size = group_size(articles)
    groups = 1
    while groups * size < articles:
        groups *= JOINED_AT_ONCE
    assert 1 <= size <= LARGEST_GROUP
    assert groups == 1 or articles > groups // JOINED_AT_ONCE * LARGEST_GROUP


@pytest.mark.parametrize("count", [1, 2, 15, 16, 127, 128])
def test_all_articles_stand_in_one_segment(tmp_path, monkeypatch, count):
    monkeypatch.setattr(refresh, "LARGEST_GROUP", 2)
    some = [article(f"خبر {number}", "مطر في صحار.") for number in range(count)]
    with archive_of(tmp_path, *some) as archive:
        list(archive.refresh(rebuild=True))
        meta = archive._indexes.folder / "text" / "meta.json"
        segments = json.loads(meta.read_text(encoding="utf-8"))["segments"]
        assert archive.total(Query("مطر ")) == count
    assert sum(one["max_doc"] for one in segments) == count
    assert len(segments) == 1
