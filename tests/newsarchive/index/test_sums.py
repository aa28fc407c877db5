"""What an article has in the index already is not taken in again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.index.seal import begin
from newsarchive.index.text_index import TextIndexWriter
from newsarchive.search.query import Query
from tests.newsarchive.builders import add, archive_of, article
from tests.newsarchive.families.reports import AGENCY


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the articles whose words are written into the text index."""
    numbers: list[int] = []
    plain = TextIndexWriter.add

    def note(self, one, terms, *, replace=False):
        numbers.append(one.id)
        plain(self, one, terms, replace=replace)

    monkeypatch.setattr(TextIndexWriter, "add", note)
    return numbers


def tail(archive) -> int:
    """How many articles wait to be folded into the bitmaps."""
    rows = archive._indexes.facets._database.execute("SELECT sum(size) FROM posting_tail")
    return rows.fetchone()[0] or 0


def test_a_copy_found_changes_no_words(tmp_path: Path, written: list[int]):
    with archive_of(tmp_path, article("خبر", AGENCY)) as archive:
        written.clear()
        add(archive, article("خبر آخر", AGENCY))
        assert written == [2]
        assert archive.search(Query("", once=True)).total == 1
        assert archive.index_agrees()


def test_another_name_for_a_person_changes_facets_alone(tmp_path: Path, written: list[int]):
    one = article("خبر", "قال سالم الحارثي", persons=["سالم الحارثي"])
    with archive_of(tmp_path, one, article("آخر", "سوق")) as archive:
        before = tail(archive)
        written.clear()
        archive.names.correct(
            [Correction(What.RENAME, EntityKind.PERSON, "سالم الحارثي", "سالم بن علي الحارثي")]
        )
        for _ in archive.refresh():
            pass
        assert written == [1]
        assert tail(archive) == before
        assert archive.search(Query("شخص:«سالم بن علي الحارثي»")).total == 1
        assert archive.index_agrees()


def test_what_a_killed_writer_left_is_not_trusted(tmp_path: Path, written: list[int]):
    with archive_of(tmp_path, article("خبر", AGENCY)) as archive:
        written.clear()
        begin(archive._indexes.folder)
        add(archive, article("خبر آخر", AGENCY))
        assert written == [1, 2]
        assert archive.index_agrees()


def test_an_article_out_of_the_trash_is_taken_in_again(tmp_path: Path, written: list[int]):
    with archive_of(tmp_path, article("خبر", "سوق"), article("آخر", "بحر")) as archive:
        written.clear()
        for act in (archive.trash.delete, archive.trash.restore):
            act([1])
            for _ in archive.refresh():
                pass
        assert written == [1]
        assert [hit.id for hit in archive.search(Query("سوق")).hits] == [1]
        assert archive.index_agrees()
