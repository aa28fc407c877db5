import json
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import run

RECORDS = json.loads(
    (Path(__file__).parents[2] / "gui" / "fake_articles.json").read_text(encoding="utf-8")
)[:6]
LINES = [{"م": r["title"], "خ": r["body"], "zz": r["date"], "id": n} for n, r in enumerate(RECORDS)]


def no_picture(asked):
    raise AssertionError


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "a.qusasat"


def do(*line):
    return run([str(word) for word in line], no_picture)


def stored(path):
    with Archive.open(path) as archive:
        return [archive.article(number).article for number in range(1, archive.count() + 1)]


def test_the_guess_is_shown_with_samples_and_why(table, capsys):
    assert do("columns", table, "--json") == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["sure"], row["articles"]) == (True, True)
    assert [(one["part"], one["column"], one["why"]) for one in row["mapping"]] == [
        ("title", "م", "content"), ("body", "خ", "content"), ("date", "zz", "content"),
    ]  # fmt: skip
    assert row["columns"][0] == {"name": "م", "samples": [r["title"] for r in RECORDS[:5]]}


@pytest.mark.parametrize(
    ("language", "said"), [("en", ["title: «م» (by its content)", "Columns that are not read"]),
                           ("ar", ["العنوان: «م» (من محتواه)", "أعمدة لا تُقرأ"])],
)  # fmt: skip
def test_the_guess_is_shown_to_people(table, capsys, language, said):
    assert do("columns", table, "--language", language) == 0
    out = capsys.readouterr().out
    assert all(words in out for words in said)
    assert RECORDS[0]["title"][:40] in out


@pytest.mark.parametrize(
    ("records", "said"),
    [([{"x": 1, "y": 2}], "No known column"), ([{"م": r["title"]} for r in RECORDS], "unsure")],
)
def test_what_is_not_sure_is_said(tmp_path, capsys, records, said):
    path = tmp_path / "t.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    assert do("columns", path) == 0
    assert said in capsys.readouterr().out


def test_columns_named_on_the_line_are_read_kept_listed_and_forgotten(table, archive, capsys):
    assert do("import", table, "--archive", archive, "--map", "عنوان=ZZ", "--map", "date=") == 0
    found = stored(archive)
    assert [article.title for article in found] == [r["date"] for r in RECORDS]
    assert all(article.body for article in found)
    assert {article.published for article in found} == {None}
    capsys.readouterr()
    assert do("columns", "--archive", archive, "--json") == 0
    (kept,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (kept["columns"], kept["mapping"]) == (
        ["id", "zz", "خ", "م"],
        {"title": "zz", "date": ""},
    )
    assert do("columns", "--archive", archive) == 0
    assert "title: «zz»" in capsys.readouterr().out
    assert do("columns", table, "--archive", archive) == 0
    assert "title: «zz» (as you chose)" in capsys.readouterr().out
    assert do("columns", "--archive", archive, "--forget", kept["id"]) == 0
    assert capsys.readouterr().out == ""
    assert do("columns", "--archive", archive, "--forget", kept["id"]) == 1


def test_a_choice_holds_for_the_next_table_with_the_same_columns(table, archive, tmp_path):
    do("import", table, "--archive", archive, "--map", "title=zz")
    later = tmp_path / "later.jsonl"
    later.write_text(json.dumps(LINES[0] | {"zz": "آخر", "id": 99}), encoding="utf-8")
    assert do("import", later, "--archive", archive) == 0
    assert stored(archive)[-1].title == "آخر"


def test_articles_that_came_in_wrongly_are_put_right(tmp_path, archive, capsys):
    path = tmp_path / "t.json"
    rows = [{"title": r["section"] or "-", "headline2": r["title"], "text": r["body"]}
            for r in RECORDS]  # fmt: skip
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert do("import", path, "--archive", archive) == 0
    assert {article.title for article in stored(archive)} == {r["title"] for r in rows}
    assert do("import", path, "--archive", archive, "--map", "title=headline2") == 0
    assert f"{len(RECORDS)} articles that the archive had were read anew" in capsys.readouterr().out
    assert [article.title for article in stored(archive)] == [r["title"] for r in RECORDS]
    assert do("search", f"«{RECORDS[0]['title']}»", "--archive", archive) == 0
    assert RECORDS[0]["title"] in capsys.readouterr().out


def test_extract_takes_the_same_names(table, capsys):
    assert do("extract", table, "--json", "--map", "title=zz") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["title"] for row in rows] == [r["date"] for r in RECORDS]


def test_a_doubtful_table_waits_until_it_has_been_asked_about(tmp_path, archive, capsys):
    path = tmp_path / "one.json"
    path.write_text(json.dumps(LINES[:1]), encoding="utf-8")
    assert do("import", path, "--archive", archive, "--ask", "--json") == 1
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (failed,) = (event for event in events if event["event"] == "failed")
    assert (failed["code"], failed["path"]) == ("reader-columns-unsure", str(path))
    assert do("import", path, "--archive", archive, "--ask", "--map", "title=م") == 0
    assert len(stored(archive)) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--map", "x=م"], "title، subtitle"),
        (["--map", "title"], "--map title=COLUMN"),
        (["--map", "title=م", "--map", "عنوان=خ"], "twice"),
        (["--map", "title=none"], "م، خ، zz، id"),
    ],
)
@pytest.mark.parametrize("command", ["columns", "extract", "import"])
def test_wrong_names_are_refused_with_what_there_is(table, archive, capsys, words, said, command):
    more = ["--archive", archive] if command == "import" else []
    assert do(command, table, *words, *more) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert not archive.exists()


def test_no_table_and_nothing_asked_are_wrong_use(tmp_path, capsys):
    page = tmp_path / "a.txt"
    page.write_text("صفحة\n\nنص الصفحة.", encoding="utf-8")
    assert do("columns", page) == 2
    assert do("extract", page, "--map", "title=x") == 2
    assert do("columns") == 2
    assert do("columns", tmp_path / "none.csv") == 1
    assert "none.csv" in capsys.readouterr().err
