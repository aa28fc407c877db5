"""Stars, tags and notes on the command line."""

import pytest

from newsarchive.commands import run
from tests.newsarchive.builders import archive_of, article


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    with archive_of(tmp_path, article("خبر أول", "نص"), article("خبر ثان", "نص")):
        pass
    return str(tmp_path / "test.qusasat")


def do(capsys, *line):
    code = run(line, lambda _: 9)
    said = capsys.readouterr()
    return code, said.out.strip(), said.err.strip()


def test_stars_are_put_on_found_and_taken_off(archive, capsys):
    assert do(capsys, "star", "1", "2", "--archive", archive) == (0, "", "2 articles changed")
    assert do(capsys, "star", "2", "--off", "--archive", archive)[2] == "1 articles changed"
    _, out, _ = do(capsys, "search", "starred:", "--archive", archive)
    assert "خبر أول" in out
    assert "★" in out
    assert "خبر ثان" not in out


def test_tags_are_put_on_listed_and_counted(archive, capsys):
    do(capsys, "tag", "للنشر", "1", "2", "--archive", archive)
    do(capsys, "tag", "للنشر", "1", "--off", "--archive", archive)
    assert do(capsys, "tag", "--archive", archive)[1] == "1  للنشر"
    _, out, _ = do(capsys, "facets", "--archive", archive)
    assert "Tags (1)" in out
    _, out, _ = do(capsys, "search", "tag:للنشر", "--archive", archive)
    assert "خبر ثان" in out
    code, _, told = do(capsys, "tag", "★", "1", "--archive", archive)
    assert (code, "cannot be the name" in told) == (1, True)


def test_a_note_is_written_shown_and_removed(archive, capsys):
    assert do(capsys, "note", "1", "راجع المصدر", "--archive", archive)[0] == 0
    assert do(capsys, "note", "1", "--archive", archive)[1] == "راجع المصدر"
    _, out, _ = do(capsys, "show", "1", "--json", "--archive", archive)
    assert '"note": "راجع المصدر"' in out
    do(capsys, "note", "1", "", "--archive", archive)
    assert do(capsys, "note", "1", "--archive", archive)[1] == ""
