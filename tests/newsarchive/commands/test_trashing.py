"""``delete``, ``restore`` and ``trash`` as they are typed."""

import json

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


def test_emptied_for_good(said):
    said("delete", "2")
    assert "1 articles were deleted for good" in said("trash", "--empty")
    assert said("trash") == ""
    assert "معرض" not in said("search", "")
