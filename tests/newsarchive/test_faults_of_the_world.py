"""Full disks, shut folders, files that go away: a sentence, nothing lost, and on with the work."""

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.errors import ArchiveError
from newsarchive.search.query import Query
from newsarchive.store.connection import open_store, transaction
from tests.newsarchive.builders import add, archive_of, article, incoming

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65_534


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    archive_of(tmp_path, article("حريق في صحار"), article("معرض الكتاب")).close()
    return tmp_path / "test.qusasat"


@pytest.fixture
def files(tmp_path):
    made = []
    for number in range(4):
        file = tmp_path / f"{number}.jsonl"
        records = (
            {"title": f"خبر {number}.{k}", "content": f"نص طويل {k} " * 400, "date": "2025-01-01"}
            for k in range(60)
        )
        file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records))
        made.append(str(file))
    return made


def imported(path, files, most=None):
    """Import by the program itself, whose files may not grow beyond so many bytes."""

    def limit():
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    environment = {**os.environ, "LANG": "en_GB.UTF-8", "PYTHONPATH": str(ROOT)}
    line = ["import", *files, "--archive", str(path), "--jobs", "1"]
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *line],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def test_a_disk_that_fills_up_ends_the_import_with_a_sentence_and_loses_nothing(path, files):
    most = path.stat().st_size + 200_000
    told = imported(path, files, most)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert "test.qusasat" in told.stderr
    with Archive.open(path) as archive:
        assert archive.count() >= 2
        assert archive._store.database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert imported(path, files).returncode == 0
    with Archive.open(path) as archive:
        assert archive.count() == 242
        assert archive.total(Query("")) == 242


def test_what_is_gone_is_said_and_found_again_when_it_is_back(path):
    away = path.with_name("away.qusasat")
    path.rename(away)
    for read_only in (True, False):
        with pytest.raises(ArchiveError) as caught:
            Archive.open(path, read_only=read_only)
        assert caught.value.code == "store-missing"
    away.rename(path)
    with Archive.open(path) as archive:
        assert archive.total(Query("حريق")) == 1


def test_a_folder_that_is_gone_is_said(path):
    with pytest.raises(ArchiveError) as caught:
        Archive.open(path.parent / "usb" / "a.qusasat", create=True)
    assert caught.value.code == "store-no-folder"


@contextmanager
def as_nobody():
    """As a user for whom permissions hold: for the system's own they do not."""
    before = os.geteuid()
    if before == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if before == 0:
            os.setresuid(0, 0, 0)


@pytest.fixture
def shut(monkeypatch):
    """An archive in a folder of its own that anybody may look into; gives what shuts it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "cache").mkdir()
        monkeypatch.setenv("QUSASAT_CACHE", str(folder / "cache"))
        archive_of(folder, article("حريق في صحار")).close()
        for one in folder.rglob("*"):
            one.chmod(0o777 if one.is_dir() else 0o666)
        yield folder / "test.qusasat"
        folder.chmod(0o755)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_read_and_writing_it_is_refused(shut, what):
    shut.chmod(0o444)
    shut.parent.chmod(0o555 if what == "folder" else 0o777)
    with as_nobody():
        with Archive.open(shut, read_only=True) as archive:
            assert archive.total(Query("حريق")) == 1
        with pytest.raises(ArchiveError) as caught, Archive.open(shut) as archive:
            add(archive, article("معرض"))
    assert caught.value.code in {"store-read-only", "store-cannot-open", "store-no-permission"}
    assert caught.value.sentence("ar")
    shut.chmod(0o666)
    shut.parent.chmod(0o777)
    with Archive.open(shut) as archive:
        add(archive, article("معرض"))
        assert archive.count() == 2


def test_what_may_not_be_read_is_said(shut):
    shut.chmod(0)
    with as_nobody(), pytest.raises(ArchiveError) as caught:
        Archive.open(shut, read_only=True)
    assert caught.value.code == "store-no-permission"


def test_another_process_writes_and_both_who_read_see_it(path, files):
    with (
        Archive.open(path, read_only=True) as first,
        Archive.open(path, read_only=True) as second,
    ):
        assert imported(path, files[:1]).returncode == 0
        for reader in (first, second):
            reader.reload()
            assert reader.count() == 62
            assert reader.total(Query("")) == 62
            assert reader.is_current()


def test_an_archive_that_another_program_holds_is_said_and_taken_up_again(path):
    with Archive.open(path) as holder, Archive.open(path) as archive:
        holder._store.database.execute("BEGIN IMMEDIATE")
        archive._store.database.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(ArchiveError) as caught:
            add(archive, article("مباراة"))
        assert caught.value.code == "store-locked"
        holder._store.database.execute("ROLLBACK")
        add(archive, article("مباراة"))
        assert archive.count() == 3


def test_a_file_that_is_moved_while_it_is_open_takes_along_all_that_was_told(path):
    away = path.with_name("away.qusasat")
    with Archive.open(path) as archive:
        add(archive, article("مباراة"))
        path.rename(away)
        with pytest.raises(ArchiveError) as caught:
            archive.add([incoming(article("في الهواء"))])
        assert (caught.value.code, archive.is_stale()) == ("store-moved", False)
        assert archive.total(Query("مباراة")) == 1
        away.rename(path)
        add(archive, article("عاد"))
        path.rename(away)
    with Archive.open(away, read_only=True) as archive:
        titles = {archive.article(number).article.title for number in range(1, 5)}
        assert titles == {"حريق في صحار", "معرض الكتاب", "مباراة", "عاد"}
        integrity = archive._store.database.execute("PRAGMA integrity_check").fetchone()
        assert integrity == ("ok",)


def test_a_file_that_another_program_replaces_is_not_written_to_and_followed(path, tmp_path):
    (tmp_path / "other").mkdir()
    other = archive_of(tmp_path / "other", article("غريق"), article("زلزال"), article("بركان"))
    other.close()
    with Archive.open(path) as archive:
        assert not archive.is_stale()
        (tmp_path / "other" / "test.qusasat").replace(path)
        with pytest.raises(ArchiveError) as caught:
            archive.add([incoming(article("معرض"))])
        assert caught.value.code == "store-replaced"
        assert (archive.is_stale(), archive.is_stale()) == (True, False)
        archive.reload()
        for _ in archive.refresh():
            pass
        assert (archive.count(), archive.total(Query("زلزال"))) == (3, 1)
        archive.reload()
        assert not archive.is_stale()
        add(archive, article("معرض"))
        assert archive.count() == 4


def test_a_file_replaced_in_the_middle_of_a_change_gets_nothing_of_it(path):
    with open_store(path) as store:
        shutil.copyfile(path, path.with_name("new"))

        def change():
            with transaction(store) as connection:
                connection.execute("UPDATE articles SET title = 'x'")
                path.with_name("new").replace(path)

        with pytest.raises(ArchiveError) as caught:
            change()
        assert caught.value.code == "store-replaced"


def test_a_drive_that_does_not_answer_is_said_and_taken_up_again(path, monkeypatch):
    ask = Path.stat

    def refuse(self, **how):
        if self.name == path.name:
            raise OSError(errno.ESTALE, "stale", str(self))
        return ask(self, **how)

    with Archive.open(path) as archive:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "stat", refuse)
            with pytest.raises(ArchiveError) as caught:
                archive.add([incoming(article("في الهواء"))])
        assert caught.value.code == "store-unreachable"
        assert not archive.is_stale()
        add(archive, article("عاد"))
        assert archive.count() == 3


def test_what_another_process_wrote_is_noticed(path, files):
    with Archive.open(path, read_only=True) as archive:
        assert imported(path, files[:1]).returncode == 0
        assert archive.is_stale()
        archive.reload()
        assert (archive.is_stale(), archive.total(Query(""))) == (False, 62)
