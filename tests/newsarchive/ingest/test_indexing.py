import os
import signal
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import importing, run
from newsarchive.ingest.indexing import Indexer
from newsarchive.ingest.values import Progress
from newsarchive.search.query import Query
from tests.newsarchive.builders import article, incoming


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with Archive.open(tmp_path / "a.qusasat", create=True) as one:
        yield one


def store(archive: Archive, *titles: str) -> None:
    archive.add([incoming(article(title)) for title in titles])


def found(archive: Archive, line: str) -> set[str]:
    archive.reload()
    return {hit.title.text for hit in archive.search(Query(line)).hits}


def test_what_is_stored_is_indexed_by_another_process(archive):
    store(archive, "حريق في السوق")
    with Indexer(archive.path) as indexer:
        indexer.begin()
        store(archive, "معرض في السوق")
        indexer.finish()
        assert archive.is_current()
        assert found(archive, "السوق") == {"حريق في السوق", "معرض في السوق"}


def test_an_indexer_that_is_asked_for_nothing_starts_no_process(archive):
    store(archive, "حريق في السوق")
    with Indexer(archive.path) as indexer:
        indexer.go_on()
        indexer.finish()
        assert not indexer.is_busy
    assert not archive.is_current()


@pytest.mark.posix
def test_once_its_process_is_gone_others_index(archive):
    store(archive, "حريق في السوق")
    with Indexer(archive.path) as indexer:
        indexer.begin()
        os.kill(process_of(indexer), signal.SIGKILL)
        indexer.finish()
        indexer.begin()
        assert not indexer.is_busy
    for _ in archive.refresh():
        pass
    assert found(archive, "السوق") == {"حريق في السوق"}
    assert archive.index_agrees()


def test_an_archive_that_is_gone_ends_the_indexer(archive, tmp_path):
    with Indexer(tmp_path / "gone.qusasat") as indexer:
        indexer.begin()
        indexer.finish()
        assert not indexer.is_busy


class Turn:
    """Stands in for an indexer; notes when it is asked."""

    def __init__(self) -> None:
        self.is_busy = False
        self.asked = 0

    def begin(self) -> None:
        self.is_busy = True
        self.asked += 1


def test_indexing_rests_as_long_as_it_worked(monkeypatch):
    monkeypatch.setattr(importing, "_INDEX_EVERY", 10)
    indexer = Turn()
    turns = importing._Turns(indexer)
    asked = []
    for second in range(20):
        indexer.is_busy = indexer.is_busy and second not in (6, 14)
        turns.come_to(Progress(0, 0, 5 * second, 0, 0, float(second)))
        asked.append(indexer.asked)
    # begun with ten articles after 2 s, busy until 6; rests until 10, busy until 14, rests until 18
    assert asked == [*[0] * 2, *[1] * 8, *[2] * 8, *[3] * 2]


def test_indexing_waits_until_enough_has_come(monkeypatch):
    monkeypatch.setattr(importing, "_INDEX_EVERY", 10)
    indexer = Turn()
    turns = importing._Turns(indexer)
    for second, articles in enumerate((0, 9, 10, 19, 20)):
        indexer.is_busy = False
        turns.come_to(Progress(0, 0, articles, 0, 0, float(second)))
        assert indexer.asked == articles // 10


def test_what_an_import_brings_is_indexed_beside_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(importing, "_INDEX_EVERY", 1)
    files = write(tmp_path / "files")
    path = tmp_path / "a.qusasat"
    assert run(["import", str(files), "--archive", str(path)], lambda _: 1) == 0
    with Archive.open(path) as archive:
        assert archive.is_current()
        assert archive.index_agrees()
        assert len(archive.ids(Query("السوق"))) == 6


def write(folder: Path) -> Path:
    folder.mkdir()
    for number in range(6):
        text = f"خبر {number}\n\nقال المهندس سالم بن حمد إن السوق رقم {number} يفتح غدا للناس.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def process_of(indexer: Indexer) -> int:
    assert indexer._process is not None
    assert indexer._process.pid is not None
    return indexer._process.pid
