import json

import pytest

from newsarchive.commands import run
from tests.newsarchive.builders import archive_of, article
from tests.newsarchive.families.reports import AGENCY, CUT, SOHAR


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "ar_OM.UTF-8")
    edited = AGENCY.replace("ثلاث شركات عالمية", "أربع شركات")
    made = [
        article("توسعة ميناء صحار", AGENCY, outlet="الأيام", date="2025-12-15"),
        article("صحار يفوز", SOHAR, outlet="الملعب", date="2025-12-15"),
        article("ميناء صحار يتوسع", edited, outlet="الخليج", date="2025-12-16"),
        article("ميناء", CUT, outlet="", date="2025-12-16"),
    ]
    archive_of(tmp_path, *made).close()
    return str(tmp_path / "test.qusasat")


def do(*line):
    return run(line, lambda _: 3)


def rows(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_copies_count_once_when_asked(archive, capsys):
    assert do("search", "صحار", "--archive", archive, "--sort", "oldest", "--once", "--json") == 0
    assert [(row["id"], row["copies"]) for row in rows(capsys)] == [(1, 3), (2, 1)]
    assert do("search", "صحار", "--archive", archive, "--json") == 0
    found = rows(capsys)
    assert {row["id"] for row in found} == {1, 2, 3, 4}
    assert "copies" not in found[0]
    for more, total in (([], 4), (["--once"], 2)):
        assert do("facets", "--archive", archive, "--json", *more) == 0
        assert rows(capsys)[0]["total"] == total
    assert do("search", "صحار", "--archive", archive, "--once") == 0
    told = capsys.readouterr()
    assert "✦ ×3" in told.out
    assert "2" in told.err


def test_an_article_tells_where_else_it_was_printed(archive, capsys):
    assert do("show", "1", "--archive", archive, "--json") == 0
    assert rows(capsys)[0]["family"] == [3, 4]
    assert do("show", "1", "--archive", archive) == 0
    told = capsys.readouterr().out
    assert (
        "نُشر أيضًا في:\n    #3 · 2025-12-16 · الخليج · ميناء صحار يتوسع\n    #4 · 2025-12-16" in told
    )
    assert do("show", "2", "--archive", archive) == 0
    assert "نُشر أيضًا" not in capsys.readouterr().out


def test_two_copies_sentence_by_sentence(archive, capsys):
    assert do("show", "1", "--compare", "3", "--archive", archive) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:3] == [
        "- #1 · 2025-12-15 · الأيام · توسعة ميناء صحار",
        "+ #3 · 2025-12-16 · الخليج · ميناء صحار يتوسع",
        "",
    ]
    assert [line.split(" ")[0] for line in told[3:]] == ["=", "=", "=", "~-", "~+", "=", "="]
    assert "[[ثلاث]] شركات [[عالمية]]" in told[6]
    assert "[[أربع]] شركات" in told[7]


def test_two_copies_for_programs(archive, capsys):
    assert do("show", "1", "--compare", "4", "--archive", archive, "--json") == 0
    found = rows(capsys)
    assert [row["kind"] for row in found] == ["same"] * 3 + ["first"] * 3
    assert found[-1]["second"] is None
    assert found[0]["first"] == found[0]["second"]
    assert do("show", "1", "--compare", "99", "--archive", archive) == 1


def test_an_archive_is_looked_through_for_copies_anew(archive, capsys):
    assert do("reindex", "--archive", archive) == 0
    assert "قورنت بغيرها بحثًا عن نسخها: 4" in capsys.readouterr().out
    assert do("show", "1", "--archive", archive, "--json") == 0
    assert rows(capsys)[0]["family"] == [3, 4]
