"""``--tagger``: a token classifier of the user's own, kept for the archive."""

import json

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import run
from tests.newsarchive.entities.networks import make_network

TEXT = "عنوان الخبر\n\nحضر زرقم بن طرفش افتتاح السوق الجديد في المدينة وتحدث عن يومه.\n"


def no_picture(asked):
    raise AssertionError


def do(*line):
    return run([*map(str, line)], no_picture)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def network(tmp_path):
    labels = {"زرقم": "B-PERS", "بن": "I-PERS", "طرفش": "I-PERS", "السوق": "B-PERS"}
    return make_network(tmp_path / "model", labels)


@pytest.fixture
def page(tmp_path):
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def persons(archive, number):
    with Archive.open(archive) as opened:
        return [person.name for person in opened.article(number).article.persons]


def test_a_named_tagger_finds_the_names_and_is_kept_for_later_imports_and_watching(
    tmp_path, network, page
):
    archive = tmp_path / "a.qusasat"
    assert do("import", page, "--archive", archive, "--jobs", 1, "--tagger", network) == 0
    assert "السوق" in persons(archive, 1)
    second = page.with_name("b.txt")
    second.write_text(TEXT.replace("يومه", "غده"), encoding="utf-8")
    assert do("watch", page.parent, "--archive", archive, "--once", "--jobs", 1) == 0
    assert "السوق" in persons(archive, 2)
    third = page.with_name("c.txt")
    third.write_text(TEXT.replace("يومه", "أمسه"), encoding="utf-8")
    shipped = ("--tagger", "shipped")
    assert do("import", third, "--archive", archive, "--jobs", 1, *shipped) == 0
    assert "السوق" not in persons(archive, 3)
    with Archive.open(archive) as opened:
        assert opened.sources.tagger() is None


def test_a_tagger_that_cannot_be_used_is_told_before_anything_is_imported(tmp_path, page, capsys):
    archive = tmp_path / "a.qusasat"
    line = ("import", page, "--archive", archive, "--tagger", tmp_path / "nowhere")
    assert do(*line) != 0
    assert "no folder" in capsys.readouterr().err
    with Archive.open(archive) as opened:
        assert (opened.count(), opened.sources.tagger()) == (0, None)


def test_extract_shows_what_a_tagger_would_find(network, page, capsys):
    assert do("extract", page, "--json", "--tagger", network) == 0
    row = json.loads(capsys.readouterr().out)
    assert "السوق" in [person["name"] for person in row["persons"]]
