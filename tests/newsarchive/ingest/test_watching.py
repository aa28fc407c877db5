"""Looking through watched folders, with the real archive and a stand-in for the readers."""

import os
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.errors import StoreError
from newsarchive.ingest.fingerprint import Fingerprints
from newsarchive.ingest.values import Flow, Progress
from newsarchive.ingest.watching import Watch
from newsarchive.store.connection import open_store
from newsarchive.store.folders import folders, watch
from newsarchive.store.salvage import salvage
from newsarchive.watched import Back, Entered, Gone, Unquiet
from tests.newsarchive.ingest import stand_ins


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "وارد"
    (made / "فرعي").mkdir(parents=True)
    return made


@pytest.fixture
def archive(tmp_path, folder):
    with Archive.open(tmp_path / "a.qusasat", create=True) as made:
        made.sources.watch([folder])
        yield made


@pytest.fixture
def look(archive):
    def once(pause=lambda seconds: None, flow=stand_ins.FLOW):
        told = list(Watch(archive, archive.sources, flow, 1, pause).look())
        last = [step for step in told if isinstance(step, Progress)][-1]
        return last, [step for step in told if not isinstance(step, Progress | Entered)]

    return once


def write(path, *lines):
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_only_what_is_new_or_changed_is_read(look, folder):
    write(folder / "a.txt", "أول", "ثان")
    write(folder / "فرعي" / "b.txt", "ثالث")
    last, told = look()
    assert (last.files_total, last.articles, told) == (2, 3, [])
    last, _ = look()
    assert (last.files_total, last.articles, last.duplicates) == (0, 0, 0)
    write(folder / "a.txt", "أول", "ثان", "رابع")
    last, _ = look()
    assert (last.files_total, last.articles, last.duplicates) == (1, 1, 2)


def test_one_watch_passes_over_what_it_has_seen(archive, folder):
    write(folder / "a.txt", "أول")
    one = Watch(archive, archive.sources, stand_ins.FLOW, 1, lambda seconds: None)
    for total in (1, 0, 0):
        last = [step for step in one.look() if isinstance(step, Progress)][-1]
        assert last.files_total == total


def test_every_folder_is_told(archive, folder):
    told = list(Watch(archive, archive.sources, stand_ins.FLOW, 1).look())
    assert told[0] == Entered((folder, folder / "فرعي"))


def test_a_file_still_being_written_is_left_until_it_is_quiet(look, folder):
    growing = write(folder / "a.txt", "أول")
    write(folder / "b.txt", "ثان")
    last, told = look(pause=lambda seconds: write(growing, "أول", "ثالث"))
    assert (last.articles, told) == (1, [Unquiet(1)])
    last, told = look()
    assert (last.articles, told) == (2, [])


def test_an_old_file_is_taken_without_waiting(look, folder):
    os.utime(write(folder / "a.txt", "أول"), (1_700_000_000, 1_700_000_000))

    def never(seconds):
        raise AssertionError

    assert look(pause=never)[0].articles == 1


def test_a_folder_that_is_gone_is_told_once_and_taken_up_again(archive, look, folder, tmp_path):
    write(folder / "a.txt", "أول")
    look()
    away = folder.rename(tmp_path / "بعيد")
    assert look()[1] == [Gone(folder)]
    assert look()[1] == []
    assert archive.sources.folders()[0].missing_since
    write(away / "b.txt", "ثان")
    away.rename(folder)
    last, told = look()
    assert (last.articles, told) == (1, [Back(folder)])
    (kept,) = archive.sources.folders()
    assert (kept.missing_since, bool(kept.looked_at)) == ("", True)


def test_a_failure_is_told_once(look, folder):
    write(folder / "a.txt", "bad record")
    assert look()[0].failed == 1
    assert look()[0].files_total == 0
    write(folder / "a.txt", "bad record", "أول")
    last, _ = look()
    assert (last.articles, last.failed) == (1, 1)


def unreadable(path: Path):
    yield stand_ins.ReaderError("reader-unreadable", file=str(path), reason="مقطوع")


def forbidden(path: Path):
    yield stand_ins.ReaderError("reader-forbidden", file=str(path))


@pytest.mark.parametrize(("read", "total"), [(unreadable, 1), (forbidden, 1)])
def test_a_failure_that_may_pass_is_tried_again(look, folder, read, total):
    write(folder / "a.txt", "أول")
    assert look(flow=Flow(read, stand_ins.understand))[0].failed == 1
    last, _ = look()
    assert (last.files_total, last.articles) == (total, 1)


def test_what_stays_forbidden_is_not_told_again(look, folder, monkeypatch):
    write(folder / "a.txt", "أول")
    look(flow=Flow(forbidden, stand_ins.understand))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert look()[0].files_total == 0


def test_a_place_that_cannot_be_looked_at_is_told_once(look, folder):
    (folder / "لا شيء").symlink_to(folder / "none")
    assert look()[0].failed == 1
    assert look()[0].files_total == 0


def test_downloads_and_archives_are_no_news(archive, look, folder):
    for name in ("a.txt.part", "b.crdownload", "c.qusasat", "d.qusasat-wal", "e.db-shm"):
        write(folder / name, "أول")
    assert look()[0].files_total == 0


def test_folders_are_added_once_listed_and_forgotten(archive, folder, tmp_path):
    archive.sources.watch([folder / "فرعي" / "..", tmp_path])
    assert [one.path for one in archive.sources.folders()] == [folder, tmp_path]
    archive.sources.forget(folder)
    assert [one.path for one in archive.sources.folders()] == [tmp_path]
    for act, code in (
        (lambda: archive.sources.forget(folder), "store-not-watched"),
        (lambda: archive.sources.watch([tmp_path / "none"]), "store-no-watched-folder"),
    ):
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.code == code


@pytest.mark.usefixtures("archive")
def test_a_name_that_is_no_text_is_refused(tmp_path):
    with open_store(tmp_path / "a.qusasat") as store, pytest.raises(StoreError) as caught:
        watch(store, [Path(os.fsdecode(b"/x/\xff"))])
    assert caught.value.code == "store-path-not-text"


def test_watched_folders_outlive_damage(archive, folder, tmp_path):
    saved = salvage(archive.path, tmp_path / "saved.qusasat")
    with open_store(saved.target) as fresh:
        assert [one.path for one in folders(fresh)] == [folder]


def test_one_process_at_a_time_has_the_claim(archive):
    with archive.claimed("watch") as mine, archive.claimed("watch") as other:
        assert (mine, other) == (True, False)
    with archive.claimed("watch") as again:
        assert again


def test_a_file_has_one_mark_however_it_is_reached(folder, tmp_path):
    path = write(folder / "a.txt", "أول")
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "b.txt").symlink_to(path)
    marks = Fingerprints()
    seen = {marks.of(one) for one in (path, tmp_path / "link" / "a.txt", tmp_path / "b.txt")}
    assert len(seen) == 1
    assert marks.of(tmp_path / "none").mark == ""
    os.utime(path, (1, 1))
    assert marks.of(path) not in seen
