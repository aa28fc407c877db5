"""``delete``, ``restore`` and ``trash`` as they are typed."""

import json
import zipfile

import pytest

from newsarchive.commands import run
from tests.newsarchive.builders import archive_of, article


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    archive_of(tmp_path, article("حريق"), article("معرض"), article("مباراة")).close()

    def say(*line):
        capsys.readouterr()
        assert run([*line, "--archive", str(tmp_path / "test.qusasat")], lambda _: 0) == 0
        return capsys.readouterr().out

    return say


def test_by_number_by_query_and_back(said):
    assert "1 articles are in the trash" in said("delete", "3")
    assert "1 articles are in the trash" in said("delete", "--query", "حريق")
    rows = [json.loads(line) for line in said("trash", "--json").splitlines()]
    assert [row["id"] for row in rows] == [1, 3]
    assert "معرض" in said("search", "")
    assert "حريق" not in said("search", "")
    assert "حريق" in said("trash")
    assert "1 articles were taken out" in said("restore", "1")
    assert "حريق" in said("search", "")
    assert "1 articles were taken out" in said("restore", "--all")
    assert said("trash") == ""


@pytest.fixture
def files(tmp_path):
    """A page, and two in a zip archive."""
    pages = [
        f"<html><title>خبر {n}</title><article><p>{f'نص الخبر {n} كما نشر أمس. ' * 9}</p></article>"
        for n in range(3)
    ]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "0.html").write_text(pages[0], encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "in" / "two.zip", "w") as packed:
        packed.writestr("a/1.html", pages[1])
        packed.writestr("a/2.html", pages[2])
    return tmp_path / "in"


def test_an_import_tells_what_lies_in_the_trash(said, files):
    assert "3 new articles" in said("import", str(files))
    said("delete", "4", "5")
    assert "2 of them are in the trash" in said("import", str(files))
    assert json.loads(said("import", str(files), "--json").splitlines()[-1])["trashed"] == 2
    said("restore", "--all")
    assert "in the trash" not in said("import", str(files))


@pytest.mark.parametrize("number", ["4", "5"])
def test_what_was_deleted_for_good_can_be_imported_again_from_the_same_file(said, files, number):
    said("import", str(files))
    said("delete", number)
    said("trash", "--empty")
    assert said("import", str(files), "--json").splitlines()[-1].startswith('{"event": "done"')
    told = json.loads(said("import", str(files), "--json").splitlines()[-1])
    assert (told["articles"], told["duplicates"]) == (0, 3)
    assert said("search", "الخبر", "--json").count('"rank"') == 3


def test_watched_folders_do_not_bring_back_what_was_deleted_for_good(said, files):
    said("watch", "--once", str(files))
    said("delete", "4")
    said("trash", "--empty")
    said("watch", "--once")
    assert said("search", "الخبر", "--json").count('"rank"') == 2


def test_emptied_for_good(said):
    said("delete", "2")
    assert "1 articles were deleted for good" in said("trash", "--empty")
    assert said("trash") == ""
    assert "معرض" not in said("search", "")
