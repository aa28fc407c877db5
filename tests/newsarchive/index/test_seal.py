"""An index that is deleted, cut short or changed is made again; nothing wrong is found."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.errors import IndexDamageError
from newsarchive.index import seal
from newsarchive.index.refresh import begin_again, refresh
from newsarchive.search.query import Query
from tests.newsarchive.builders import add, archive_of, article, incoming

pytestmark = pytest.mark.posix

WORDS = ("حريق", "معرض", "مباراة", "مطر", "سوق", "طريق")
ARTICLES = [
    article(
        f"خبر {n}",
        " ".join(word for place, word in enumerate(WORDS) if n % (place + 2) == 0),
        outlet=f"صحيفة {n % 3}",
        persons=[f"سالم الريامي {n % 4}"],
        date=f"2025-01-{n % 28 + 1:02}",
    )
    for n in range(1, 61)
]
EXPECTED = {word: {n for n, one in enumerate(ARTICLES, 1) if word in one.body} for word in WORDS}
ROOT = Path(__file__).resolve().parents[3]
HARMS = ("delete", "cut", "flip", "add", "empty")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An archive of sixty articles and its index, not open."""
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    archive_of(tmp_path, *ARTICLES).close()
    return tmp_path


def index_of(folder):
    (found,) = (one for one in (folder / "cache" / "index").iterdir() if one.is_dir())
    return found


def files(folder):
    """All but locks and the memory that SQLite shares among those who have the file open."""
    return sorted(
        path
        for path in index_of(folder).rglob("*")
        if path.is_file() and not path.name.startswith(".") and not path.name.endswith("-shm")
    )


def replaced(path, data):
    other = path.with_name(f".{path.name}.other")
    other.write_bytes(data)
    other.replace(path)


def harmed(path, harm, chance):
    """Harm a file; one that gets shorter is replaced: whoever has it open goes on seeing it whole.

    Cutting what a process has mapped into memory ends the process on every system.
    """
    data = path.read_bytes()
    place = chance.randrange(max(1, len(data)))
    if harm == "delete":
        path.unlink()
    elif harm == "cut":
        replaced(path, data[:place])
    elif harm == "empty":
        replaced(path, b"")
    elif harm == "add":
        with path.open("ab") as file:
            file.write(chance.randbytes(9))
    else:
        with path.open("r+b") as file:
            file.seek(place)
            file.write(bytes([data[place] ^ 1 << chance.randrange(8)]) if data else b"x")


def found(archive, word):
    return set(archive.ids(Query(word, exactly=True)))


def all_right(archive):
    return all(found(archive, word) == ids for word, ids in EXPECTED.items())


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), st.sampled_from(HARMS), st.booleans())
def test_no_search_finds_a_wrong_article_in_a_harmed_index(folder, seed, harm, is_open):
    chance = random.Random(seed)
    archive = Archive.open(folder / "test.qusasat")
    if not is_open:
        archive.close()
    harmed(chance.choice(files(folder)), harm, chance)
    if not is_open:
        archive = Archive.open(folder / "test.qusasat")
    with archive:
        for word, ids in EXPECTED.items():
            assert found(archive, word) in (ids, set())
            assert {hit.id for hit in archive.search(Query(word), 60).hits} <= set(range(1, 61))
        for _ in archive.refresh():
            pass
        assert all_right(archive)
        assert archive.is_current()


def test_who_only_reads_leaves_the_files_as_they_are(folder):
    before = {path.name: path.stat().st_mtime_ns for path in files(folder)}
    for read_only in (True, False, True):
        with Archive.open(folder / "test.qusasat", read_only=read_only) as archive:
            assert all_right(archive)
        assert {path.name: path.stat().st_mtime_ns for path in files(folder)} == before


def test_two_who_read_see_what_a_third_writes(folder):
    first = Archive.open(folder / "test.qusasat", read_only=True)
    second = Archive.open(folder / "test.qusasat", read_only=True)
    with first, second, Archive.open(folder / "test.qusasat") as writer:
        add(writer, article("خبر جديد", "زلزال"))
        for reader in (first, second):
            assert all_right(reader)
            reader.reload()
            assert found(reader, "زلزال") == {61}
            assert reader.count() == 61
    with Archive.open(folder / "test.qusasat") as archive:
        assert all_right(archive)


def test_what_a_killed_writer_left_is_used_when_it_is_whole(folder):
    seal.begin(index_of(folder))
    before = {path.name for path in files(folder)}
    with Archive.open(folder / "test.qusasat") as archive:
        assert all_right(archive)
        assert archive.is_current()
        for _ in archive.refresh():
            pass
    assert not seal.is_marked(index_of(folder))
    assert {path.name for path in files(folder)} & before


@pytest.mark.parametrize("suffix", [".idx", ".pos", ".term", ".fast", ".sqlite"])
@pytest.mark.parametrize("harm", ["cut", "flip"])
def test_what_a_killed_writer_left_is_thrown_away_when_it_is_not(folder, suffix, harm):
    seal.begin(index_of(folder))
    path = next(one for one in files(folder) if one.suffix == suffix)
    data = path.read_bytes()
    if harm == "cut":
        path.write_bytes(data[: len(data) // 2])
    else:
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    with Archive.open(folder / "test.qusasat") as archive:
        assert archive.total(Query("")) == 0
        for _ in archive.refresh():
            pass
        assert all_right(archive)


def test_a_disk_that_fails_silently_is_found_out_by_checksums(folder):
    assert seal.is_intact(index_of(folder))
    for path in files(folder):
        if path.name == seal.SEAL:
            continue
        data, state = path.read_bytes(), path.stat()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
        assert seal.is_unbroken(index_of(folder))
        assert not seal.is_intact(index_of(folder)), path.name
        path.write_bytes(data)
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert seal.is_intact(index_of(folder))


def test_who_reads_follows_an_index_that_another_made_anew(folder):
    reader = Archive.open(folder / "test.qusasat", read_only=True)
    with reader, Archive.open(folder / "test.qusasat") as other:
        for _ in other.refresh(rebuild=True):
            pass
        add(other, article("خبر جديد", "زلزال"))
        assert found(reader, "زلزال") == {61}
        assert all_right(reader)
        assert not reader.index_lost


def broken(folder):
    path = next(one for one in files(folder) if one.suffix == ".pos")
    path.write_bytes(path.read_bytes() + b"x")


def test_of_two_who_find_it_broken_the_second_leaves_the_new_one_alone(folder):
    first = Archive.open(folder / "test.qusasat")
    second = Archive.open(folder / "test.qusasat")
    with first, second:
        broken(folder)
        judged = second._indexes
        for _ in first.refresh():
            pass
        before = {path.name for path in files(folder)}
        begin_again(judged)
        assert {path.name for path in files(folder)} == before
        assert all_right(second)
        assert (first.index_lost, second.index_lost) == (True, False)
        assert all_right(first)


def test_who_finds_it_broken_while_another_makes_it_anew_leaves_that_to_it(folder, monkeypatch):
    monkeypatch.setattr("newsarchive.index.generation.PATIENCE_SECONDS", 0)
    first = Archive.open(folder / "test.qusasat")
    second = Archive.open(folder / "test.qusasat")
    with first, second:
        broken(folder)
        judged = second._indexes
        steps = first.refresh()
        next(steps)
        begin_again(judged)
        with Archive.open(folder / "test.qusasat", read_only=True) as third:
            assert found(third, WORDS[0]) in (EXPECTED[WORDS[0]], set())
        assert list(second.refresh()) == []
        assert list(second.refresh(rebuild=True)) == []
        for _ in steps:
            pass
        for one in (first, second):
            one.reload()
            assert all_right(one)
            assert one.is_current()


def test_who_was_about_to_index_goes_on_with_the_index_that_another_made(folder):
    with Archive.open(folder / "test.qusasat") as archive:
        archive.add([incoming(article("خبر جديد", "زلزال"))])
        with Archive.open(folder / "test.qusasat") as other:
            for _ in other.refresh(rebuild=True):
                pass
            other.add([incoming(article("خبر أحدث", "بركان"))])
        with pytest.raises(IndexDamageError):
            list(refresh(archive._store, archive._indexes))
        for _ in archive.refresh():
            pass
        assert (found(archive, "زلزال"), found(archive, "بركان")) == ({61}, {62})
        assert all_right(archive)


def test_many_processes_at_once_make_one_whole_index_of_a_broken_one(folder):
    broken(folder)
    words = ("reindex", "--behind", "--archive", str(folder / "test.qusasat"))
    line = [sys.executable, str(ROOT / "main.py"), *words]
    at_work = [subprocess.Popen(line, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = [(one.communicate()[0], one.returncode) for one in at_work]
    assert [code for _, code in said] == [0, 0, 0, 0], said
    with Archive.open(folder / "test.qusasat") as archive:
        for _ in archive.refresh():
            pass
        assert all_right(archive)
        assert archive.index_agrees()
    assert len(list((folder / "cache" / "index").glob("*/text"))) == 1


def test_what_a_killed_process_threw_away_goes_with_the_next(folder):
    left = index_of(folder).with_name(f"{index_of(folder).name}.gone-1")
    shutil.copytree(index_of(folder), left)
    with Archive.open(folder / "test.qusasat") as archive:
        for _ in archive.refresh(rebuild=True):
            pass
    assert not left.exists()


def test_where_a_folder_in_use_cannot_be_renamed_its_files_go(folder, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.rename", refuse)
    with Archive.open(folder / "test.qusasat") as archive:
        for _ in archive.refresh(rebuild=True):
            pass
        assert all_right(archive)


def test_an_index_that_is_gone_altogether_is_made_again(folder):
    with Archive.open(folder / "test.qusasat") as archive:
        shutil.rmtree(index_of(folder))
        assert found(archive, WORDS[0]) == set()
        assert not archive.is_current()
        for _ in archive.refresh():
            pass
        assert all_right(archive)


def test_to_seal_an_index_lets_go_no_lock_of_those_who_read_it(tmp_path):
    """POSIX lets all locks of a process on a file go when it closes any descriptor of it."""
    path = tmp_path / "facets.sqlite"
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("PRAGMA journal_mode = WAL")
    reader.execute("CREATE TABLE t (a)")
    reader.execute("SELECT * FROM t").fetchall()
    seal.finish(tmp_path)
    seal.finish(tmp_path)
    write = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('INSERT INTO t VALUES (7)'); c.close()"
    )
    subprocess.run([sys.executable, "-c", write, str(path)], check=True)
    assert path.with_name("facets.sqlite-wal").exists()
    assert reader.execute("SELECT a FROM t").fetchall() == [(7,)]
    reader.close()


def test_an_index_of_another_format_is_made_anew_not_misread(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with patch("newsarchive.index.refresh.FORMAT", "of another program"):
        archive_of(tmp_path, *ARTICLES).close()
    with Archive.open(tmp_path / "test.qusasat") as archive:
        assert not archive.is_current()
        assert archive.total(Query()) == 0
        assert max(archive.refresh()) == len(ARTICLES)
        assert set(archive._answers.ids(Query("سوق "))) == EXPECTED["سوق"]
    with Archive.open(tmp_path / "test.qusasat") as archive:
        assert archive.is_current()
