"""What the engine has looked at is given back, and what it answers stays as it was."""

import shutil
from unittest.mock import patch

import pytest

from newsarchive.archive import Archive
from newsarchive.search import answers
from newsarchive.search.query import Query
from tests.newsarchive.builders import add, archive_of, article

LINES = ["سوق ", "«سوق مطرح»", "مطرح", "سووق "]


@pytest.fixture
def archive(tmp_path):
    with archive_of(tmp_path, article("سوق مطرح", "خبر"), article("مطرح", "سوق")) as opened:
        yield opened


@pytest.mark.parametrize("ask", [Archive.total, Archive.facets])
def test_after_many_lines_the_same_is_found_in_files_opened_anew(archive, ask):
    text = archive._indexes.text
    before = [archive.search(Query(line)) for line in LINES]
    held = text._searcher
    with patch.object(answers, "_LINES_HELD", len(LINES)):
        ask(archive, Query("مطرح "))
    assert text._searcher is not held
    archive._answers.forget()
    assert [archive.search(Query(line)) for line in LINES] == before


def test_after_few_lines_nothing_is_opened(archive):
    held = archive._indexes.text._searcher
    archive.facets(Query("مطرح "))
    assert archive._indexes.text._searcher is held


def test_what_another_has_committed_is_seen_by_reloading_alone(archive):
    text = archive._indexes.text
    with Archive.open(archive.path) as other:
        add(other, article("سوق نزوى", "خبر"))
    text.give_back()
    assert text.count(text.everything()) == 2
    archive.reload()
    assert text.count(text.everything()) == 3


def test_files_that_are_gone_are_left_to_the_next_search(archive):
    text = archive._indexes.text
    shutil.rmtree(archive._indexes.folder / "text")
    text.give_back()
    assert text.count(text.everything()) == 2
