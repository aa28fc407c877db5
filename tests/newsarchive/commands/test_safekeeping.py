"""``backup`` and ``restore-backup`` as they are typed."""

import json

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import run
from newsarchive.store.changes import set_deleted
from tests.newsarchive.builders import add, archive_of, article


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    archive_of(tmp_path, article("حريق"), article("معرض")).close()
    return tmp_path / "test.qusasat"


@pytest.fixture
def said(path, capsys):
    def say(*line, status=0):
        capsys.readouterr()
        assert run([*line, "--archive", str(path)], lambda _: 0) == status
        told = capsys.readouterr()
        return told.err if status else told.out

    return say


def test_made_listed_and_put_back(path, said):
    assert "copied and the copy verified" in said("backup")
    assert "today already" in said("backup")
    (row,) = (json.loads(line) for line in said("backup", "--list", "--json").splitlines())
    assert row["file"] in said("backup", "--list")
    with Archive.open(path) as archive:
        add(archive, article("مباراة"))
    told = said("restore-backup", row["file"])
    assert "has taken the place" in told
    assert "is kept as" in told
    assert "مباراة" not in said("search", "")
    assert "حريق" in said("search", "")


def test_a_copy_where_it_is_wanted_takes_no_other_files_place(path, said, tmp_path):
    target = tmp_path / "b.qusasat"
    assert "b.qusasat" in said("backup", "-o", str(target))
    assert "there already" in said("backup", "-o", str(target), status=1)
    assert "test." in said("backup", "--folder", str(tmp_path / "elsewhere"))
    assert list((tmp_path / "elsewhere").iterdir())


def test_tending_lets_old_trash_go_after_the_backup(path, said):
    with Archive.open(path) as archive:
        set_deleted(archive._store, [1], "2020-01-01T00:00:00+00:00")
    assert "1 articles were deleted for good" in said("backup", "--tend")
    assert said("backup", "--tend").count("\n") == 1
    (copy,) = path.with_name("test.backups").iterdir()
    with Archive.open(copy, read_only=True) as kept:
        assert kept.article(1).article.title == "حريق"
