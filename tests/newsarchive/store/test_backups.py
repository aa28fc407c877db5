"""A backup a day, the old ones let go, and one put back."""

import datetime as dt
import errno
import os
import shutil

import pytest

from newsarchive.backups import Backup, prove_folder
from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import articles
from newsarchive.store.backups import (
    back_up_daily,
    backups,
    folder_beside,
    put_back,
    surplus,
)
from newsarchive.store.connection import open_store, transaction
from newsarchive.store.copying import copy_database
from newsarchive.store.drafts import draft_of
from tests.newsarchive.store.making import incoming

TODAY = dt.date(2026, 3, 18)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "أخبار.qusasat"
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming(str(n)) for n in range(20)])
    return path


def day(offset):
    return TODAY + dt.timedelta(days=offset)


def made(path, *days):
    with open_store(path, read_only=True) as store:
        for one in days:
            back_up_daily(store, folder_beside(path), one)


def test_a_backup_a_day_is_made_and_is_whole(path):
    made(path, TODAY)
    (one,) = backups(path, folder_beside(path))
    assert (one.day, one.size) == (TODAY, one.path.stat().st_size)
    with open_store(one.path, read_only=True) as store:
        assert articles.count(store) == 20
    before = one.path.stat().st_mtime_ns
    with open_store(path, read_only=True) as store:
        assert back_up_daily(store, folder_beside(path), TODAY) is None
    assert one.path.stat().st_mtime_ns == before
    assert len(list(folder_beside(path).iterdir())) == 1


def test_seven_days_and_four_weeks_are_kept(path):
    held = [Backup(path, day(-n), 1) for n in range(60)]
    gone = {one.day for one in surplus(held, TODAY)}
    kept = [one.day for one in held if one.day not in gone]
    assert kept[:7] == [day(-n) for n in range(7)]
    assert kept[7:] == [dt.date(2026, 3, 8), dt.date(2026, 3, 1)]
    assert len({one.isocalendar()[:2] for one in kept}) == 4


def test_backups_of_days_to_come_stay_when_the_clock_was_set_back(path):
    ahead = [Backup(path, day(n), 1) for n in range(1, 40)]
    now = Backup(path, TODAY, 1)
    assert surplus([*ahead, now], TODAY) == []


def test_only_backups_of_this_archive_are_let_go(path):
    folder = folder_beside(path)
    made(path, *(day(-n) for n in range(20, 0, -1)))
    others = [
        folder / name
        for name in ("أخبار.qusasat", "أخرى.2020-01-01.qusasat", "أخبار.2020-13-01.qusasat", "x")
    ]
    for other in others:
        other.write_bytes(b"x")
    link = folder / "أخبار.2019-01-01.qusasat"
    link.symlink_to(path)
    made(path, TODAY)
    assert all(other.exists() for other in (*others, link, path))
    assert 7 <= len(backups(path, folder)) <= 11


def test_two_archives_of_one_name_share_a_folder_without_harm(path, tmp_path):
    folder = tmp_path / "copies"
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    with open_store(other, create=True) as store, transaction(store) as connection:
        connection.execute("UPDATE meta SET value = '2001-01-01' WHERE key = 'created_at'")
    for offset in range(-20, 1):
        for one in (path, other):
            with open_store(one, read_only=True) as store:
                assert back_up_daily(store, folder, day(offset)) is not None
                assert back_up_daily(store, folder, day(offset)) is None
    found = {0: [], 20: []}
    for one in backups(path, folder):
        with open_store(one.path, read_only=True) as store:
            found[articles.count(store)].append(one.day)
    assert found[0] == found[20]
    assert found[0][:7] == [day(-n) for n in range(7)]


def test_a_backup_put_back_goes_on_with_the_backups_it_had(path):
    made(path, day(-1))
    (one,) = backups(path, folder_beside(path))
    put_back(one.path, path)
    made(path, TODAY)
    names = sorted(one.path.name for one in backups(path, folder_beside(path)))
    assert names == [f"{path.stem}.{one.isoformat()}.qusasat" for one in (day(-1), TODAY)]


def test_a_folder_chosen_for_backups_is_proved(tmp_path):
    prove_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []
    for missing in (tmp_path / "stick", tmp_path / "file"):
        (tmp_path / "file").write_text("x")
        with pytest.raises(StoreError) as caught:
            prove_folder(missing)
        assert caught.value.code == "backup-folder-gone"
        assert missing.name in caught.value.sentence("ar")


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "forbidden"), (errno.EROFS, "forbidden")],
)
def test_a_folder_that_takes_no_file_is_told(tmp_path, monkeypatch, number, code):
    def refuse(**_):
        raise OSError(number, "no", str(tmp_path))

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    with pytest.raises(StoreError) as caught:
        prove_folder(tmp_path)
    assert caught.value.code == f"backup-folder-{code}"


def test_what_cannot_be_made_costs_no_older_backup(path, tmp_path):
    made(path, day(-1))
    whole = path.read_bytes()
    data = bytearray(whole)
    data[-4096 * 4 :] = b"\xff" * 4096 * 4
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        made(path, TODAY)
    assert [one.day for one in backups(path, folder_beside(path))] == [day(-1)]
    path.write_bytes(whole)
    folder = tmp_path / "file"
    folder.write_text("x")
    with open_store(path, read_only=True) as store, pytest.raises(StoreError) as caught:
        back_up_daily(store, folder, TODAY)
    assert caught.value.code == "backup-folder-forbidden"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("store-full", "backup-folder-full"),
        ("store-read-only", "backup-folder-forbidden"),
        ("store-locked", "store-locked"),
    ],
)
def test_what_is_wrong_with_the_folder_is_told_of_the_folder(
    path, tmp_path, monkeypatch, code, told
):
    def refuse(*_, **__):
        raise StoreError(code, file="a")

    monkeypatch.setattr("newsarchive.store.backups.copy_database", refuse)
    with open_store(path, read_only=True) as store, pytest.raises(StoreError) as caught:
        back_up_daily(store, tmp_path / "copies", TODAY)
    assert caught.value.code == told
    assert caught.value.sentence("ar")


def test_a_backup_put_back_takes_the_place_and_what_was_there_is_kept(path):
    made(path, TODAY)
    with open_store(path) as store:
        articles.add_articles(store, [incoming("بعدها")])
        before = store.archive_id
    (one,) = backups(path, folder_beside(path))
    kept = put_back(one.path, path)
    with open_store(path, read_only=True) as store, open_store(kept, read_only=True) as old:
        assert (articles.count(store), articles.count(old)) == (20, 21)
        assert (store.archive_id != before, old.archive_id == before) == (True, True)
    put_back(one.path, path)
    assert len(list(path.parent.glob("*.replaced-*.qusasat"))) == 2
    assert not [p for p in path.parent.iterdir() if "draft" in p.name]


def test_a_damaged_archive_is_replaced_with_all_its_files_kept(path):
    made(path, TODAY)
    (one,) = backups(path, folder_beside(path))
    path.write_bytes(b"\xff" * 9000)
    path.with_name(f"{path.name}-wal").write_bytes(b"log")
    kept = put_back(one.path, path)
    assert kept.read_bytes() == b"\xff" * 9000
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"log"
    with open_store(path) as store:
        assert articles.count(store) == 20


def test_an_archive_that_is_gone_comes_back(path):
    made(path, TODAY)
    (one,) = backups(path, folder_beside(path))
    path.unlink()
    assert put_back(one.path, path) is None
    with open_store(path) as store:
        assert articles.count(store) == 20


@pytest.mark.parametrize("harm", ["missing", "foreign", "damaged", "open"])
def test_nothing_changes_when_a_backup_cannot_be_put_back(path, tmp_path, harm):
    copy = tmp_path / "copy.qusasat"
    if harm != "missing":
        shutil.copyfile(path, copy)
    if harm == "foreign":
        copy.write_bytes(b"x" * 5000)
    elif harm == "damaged":
        data = bytearray(copy.read_bytes())
        data[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
        copy.write_bytes(data)
    with open_store(path, read_only=True) as store:
        store.database.execute("SELECT count(*) FROM articles").fetchone()
        if harm != "open":
            store.close()
        before = path.read_bytes()
        with pytest.raises(StoreError) as caught:
            put_back(copy, path)
    assert caught.value.sentence("ar")
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.replaced-*"))
    assert not [p for p in path.parent.iterdir() if "draft" in p.name]


def test_two_backups_at_once_spoil_neither(path, tmp_path):
    target = tmp_path / "copy.qusasat"
    with draft_of(target) as slow:
        slow.write_bytes(b"half")
        with open_store(path, read_only=True) as store:
            copy_database(store.database.conn, target)
        slow.write_bytes(path.read_bytes())
    with open_store(target, read_only=True) as store:
        assert articles.count(store) == 20


def test_what_a_killed_process_left_is_taken_away_a_day_later(path, tmp_path):
    target = tmp_path / "copy.qusasat"
    left, fresh, other = (
        tmp_path / f".{name}.draft"
        for name in ("copy.qusasat.1", "copy.qusasat.2", "other.qusasat.3")
    )
    for one in (left, fresh, other):
        one.write_bytes(b"half")
    for one in (left, other):
        os.utime(one, (1, 1))
    with open_store(path, read_only=True) as store:
        copy_database(store.database.conn, target)
    assert [one.exists() for one in (left, fresh, other, target)] == [False, True, True, True]
