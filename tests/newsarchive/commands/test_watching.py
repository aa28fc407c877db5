"""``watch`` on the command line."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import run, watching

ROOT = Path(__file__).resolve().parents[3]
PAGE = "محليات\n\nافتتاح سوق نزوى الجديد\n\n15 ديسمبر 2025\n\nافتتح سالم الريامي سوق نزوى الجديد.\n"


def no_picture(asked):
    raise AssertionError


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setattr(watching, "give_way", lambda: None)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(PAGE, encoding="utf-8")
    os.utime(made / "a.txt", (1_700_000_000, 1_700_000_000))
    return made


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "a.qusasat"


def do(archive, *line):
    return run(["watch", "--archive", str(archive), *map(str, line)], no_picture)


def test_folders_are_added_looked_through_listed_and_forgotten(archive, folder, capsys):
    assert do(archive, folder, "--list") == 0
    assert "not looked through yet" in capsys.readouterr().out
    assert do(archive, "--once") == 0
    assert capsys.readouterr().out.startswith("1 new articles")
    assert do(archive, "--once") == 0
    assert capsys.readouterr().out == ""
    assert do(archive, "--list", "--json") == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["path"], row["missing_since"], bool(row["looked_at"])) == (str(folder), None, True)
    assert do(archive, "--forget", folder) == 0
    assert capsys.readouterr().out == ""
    assert do(archive, "--forget", folder) == 1
    with Archive.open(archive) as opened:
        assert opened.count() == 1


def test_a_folder_that_is_gone_is_said_once(archive, folder, capsys):
    do(archive, folder, "--once")
    away = folder.rename(folder.with_name("away"))
    assert do(archive, "--once") == 1
    assert "is not there now" in capsys.readouterr().err
    assert do(archive, "--once") == 0
    assert capsys.readouterr().err == ""
    assert do(archive, "--list") == 0
    assert "gone since" in capsys.readouterr().out
    away.rename(folder)
    assert do(archive, "--once", "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [e["path"] for e in events if e["event"] == "back"] == [str(folder)]
    assert [e["paths"] for e in events if e["event"] == "entered"] == [[str(folder)]]


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_another_look_under_way_is_left_alone(archive, folder, capsys, words):
    do(archive, folder, "--list")
    capsys.readouterr()
    with Archive.open(archive) as other, other.claimed("watch"):
        assert do(archive, "--once", *words) == 0
    out, err = capsys.readouterr()
    assert "busy" in out if words else "Another program" in err
    with Archive.open(archive) as opened:
        assert opened.count() == 0


@pytest.mark.parametrize(
    ("line", "code"), [(["--once"], 1), (["none", "--once"], 1), (["--every", "0"], 2)]
)
def test_what_cannot_be_watched_is_said(archive, line, code, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    assert do(archive, *line) == code
    assert capsys.readouterr().err


def test_it_runs_until_it_is_told_to_end(archive, folder):
    line = [sys.executable, str(ROOT / "main.py"), "watch", str(folder), "--archive", str(archive)]
    process = subprocess.Popen([*line, "--json", "--every", "0.1"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process:
        found = 0
        for text in process.stdout:
            event = json.loads(text)
            found += event["articles"] if event["event"] == "done" else 0
            if event["event"] == "done" and found == 1:
                (folder / "b.txt").write_text(PAGE.replace("نزوى", "صلالة"), encoding="utf-8")
            if found == 2:
                process.send_signal(signal.SIGTERM)
                break
        process.stdout.read()
    assert (found, process.returncode) == (2, 0)
