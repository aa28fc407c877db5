"""Who is who, put right on the command line."""

import dataclasses
import json
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.article import Person
from newsarchive.commands import run
from tests.newsarchive.builders import add, archive_of, article

SHORT, FULL = "جمال القريشي", "جمال بن حمد القريشي"


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    told = article(
        "خبر ب", "زار ماجد القحطاني نزوى.", date="2025-02-01", organisations=["شرطة عمان"]
    )
    person = Person(FULL, (), ("اللواء",), ("مدير الشرطة",))
    made = [article("خبر أ", "نص", persons=[SHORT]), dataclasses.replace(told, persons=(person,))]
    with archive_of(tmp_path, *made):
        pass
    return str(tmp_path / "test.qusasat")


def do(capsys, *line):
    code = run(line, lambda _: 9)
    return code, capsys.readouterr().out


def listed(text):
    return [json.loads(line) for line in text.splitlines()]


def test_an_entity_is_told_to_programs_and_to_people(archive, capsys):
    code, out = do(capsys, "entity", FULL, "--archive", archive, "--json")
    (row,) = listed(out)
    assert code == 0
    assert (row["name"], row["articles"], row["hidden"]) == (FULL, 1, False)
    assert [office["text"] for office in row["offices"]] == ["مدير الشرطة", "اللواء"]
    assert row["with"] == [{"kind": "organisation", "name": "شرطة عمان", "count": 1}]
    _, out = do(capsys, "entity", FULL, "--archive", archive)
    assert f"{FULL}: in 1 articles" in out
    assert "مدير الشرطة  2025-02-01" in out
    code, out = do(capsys, "entity", "لا أحد", "--archive", archive)
    assert (code, out) == (1, "")


def test_a_merge_is_proposed_tried_made_and_taken_back(archive, capsys):
    code, out = do(capsys, "proposals", "--archive", archive, "--json")
    (row,) = listed(out)
    assert (code, row["name"], row["into"], row["reason"]) == (0, SHORT, FULL, "shorter")
    _, out = do(capsys, "proposals", "--archive", archive)
    assert f"{SHORT} (1) ← {FULL} (1)" in out

    merge = ("correct", "merge", SHORT, FULL, "--archive", archive)
    _, out = do(capsys, *merge, "--dry-run")
    assert "would show in 1 articles" in out
    assert do(capsys, "corrections", "--archive", archive) == (0, "")

    assert do(capsys, *merge)[0] == 0
    _, out = do(capsys, "facets", "--archive", archive, "--json")
    assert listed(out)[0]["persons"] == [{"name": FULL, "count": 2}]
    _, out = do(capsys, "corrections", "--archive", archive)
    assert f"1. “{SHORT}” merged into “{FULL}”" in out

    assert do(capsys, "corrections", "--undo", "1", "--archive", archive)[0] == 0
    _, out = do(capsys, "facets", "--archive", archive, "--json")
    assert {"name": SHORT, "count": 1} in listed(out)[0]["persons"]
    _, out = do(capsys, "corrections", "--archive", archive)
    assert "taken back" in out
    assert do(capsys, "corrections", "--undo", "1", "--archive", archive)[0] == 1


def test_what_the_program_joined_is_told_with_its_ground_and_taken_back(archive, capsys):
    short, full = "محمد بن نايف", "محمد بن نايف بن عبدالعزيز"
    with Archive.open(Path(archive)) as opened:
        for number, name in enumerate([short, short, full, full]):
            one = article(f"خبر {number}", "نص", date="2025-01-01")
            person = Person(name, (), (), ("ولي العهد",))
            add(opened, dataclasses.replace(one, persons=(person,)))
        opened.names.unite()
    _, out = do(capsys, "corrections", "--automatic", "--archive", archive)
    assert out == f"1. “{short}” merged into “{full}”: one office in one period\n"
    _, out = do(capsys, "corrections", "--automatic", "--json", "--archive", archive)
    assert listed(out)[0]["ground"] == "office"
    assert do(capsys, "corrections", "--undo", "1", "--archive", archive)[0] == 0
    _, out = do(capsys, "corrections", "--automatic", "--archive", archive)
    assert "taken back" in out


def test_missed_text_is_marked_in_its_article(archive, capsys):
    mark = ("correct", "mark", "ماجد القحطاني", "--archive", archive)
    assert do(capsys, *mark, "--articles", "2")[0] == 0
    _, out = do(capsys, "show", "2", "--archive", archive, "--json")
    assert [person["name"] for person in listed(out)[0]["persons"]] == [FULL, "ماجد القحطاني"]
    assert do(capsys, *mark, "--articles", "1")[0] == 1
    assert do(capsys, *mark)[0] == 1


def test_two_of_one_name_are_told_apart(archive, capsys):
    split = ("correct", "split", SHORT, "جمال الشاعر", "--articles", "1", "--archive", archive)
    assert do(capsys, *split)[0] == 0
    _, out = do(capsys, "show", "1", "--archive", archive, "--json")
    assert [person["name"] for person in listed(out)[0]["persons"]] == ["جمال الشاعر"]


def test_corrections_are_shared_as_a_file(archive, capsys, tmp_path):
    shared = str(tmp_path / "shared.jsonl")
    do(capsys, "correct", "hide", SHORT, "--archive", archive)
    _, out = do(capsys, "corrections", "--export", shared, "--archive", archive)
    assert "1 corrections were written" in out
    _, out = do(capsys, "corrections", "--import", shared, "--archive", archive)
    assert "0 new corrections" in out
    _, out = do(capsys, "corrections", "--archive", archive, "--json")
    assert [(row["what"], row["name"], row["undone_at"]) for row in listed(out)] == [
        ("hide", SHORT, None)
    ]
