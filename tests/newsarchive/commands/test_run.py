import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import run
from newsarchive.ingest.run import import_files
from newsarchive.ingest.values import Limits

ROOT = Path(__file__).resolve().parents[3]
PAGE = """محليات

افتتاح سوق نزوى الجديد

15 ديسمبر 2025

افتتح المهندس سالم بن حمد الريامي مدير عام بلدية نزوى صباح أمس سوق نزوى الجديد بحضور جمع من الأهالي.

وقال الريامي إن السوق يضم 40 محلا، وإن بلدية نزوى تنوي توسعته في العام القادم مع غرفة تجارة نزوى.
"""


def no_picture(asked):
    raise AssertionError


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "صفحة.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """An archive of one page, imported once for all tests; its index is made where it is used."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "صفحة.txt").write_text(PAGE, encoding="utf-8")
    with Archive.open(folder / "a.qusasat", create=True) as archive:
        for _ in import_files(archive, [folder], jobs=1, limits=Limits()):
            pass
    return folder / "a.qusasat"


@pytest.fixture
def archive(tmp_path, imported, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return Path(shutil.copy(imported, tmp_path / "a.qusasat"))


def rows(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_extract_prints_what_was_understood(page, capsys):
    assert run(["extract", str(page), "--json"], no_picture) == 0
    (row,) = rows(capsys)
    assert list(row) == [
        "file",
        "title",
        "section",
        "date",
        "author",
        "body",
        "source",
        "url",
        "language",
        "persons",
        "organizations",
        "places",
    ]
    assert row["file"] == str(page)
    assert (row["title"], row["date"]) == ("افتتاح سوق نزوى الجديد", "2025-12-15")
    assert (row["author"], row["url"]) == (None, None)
    assert row["persons"][0]["name"] == "سالم بن حمد الريامي"
    assert sorted(row["persons"][0]) == ["aliases", "name", "roles", "titles"]


def test_extract_names_what_fails_and_goes_on(page, tmp_path, capsys):
    (tmp_path / "فارغ.txt").touch()
    assert run(["extract", str(tmp_path), "--language", "ar"], no_picture) == 1
    out, err = capsys.readouterr()
    assert "افتتاح سوق نزوى الجديد" in out
    assert "فارغ.txt" in err
    assert "فارغ.txt" not in out


def test_import_prints_its_sum(tmp_path, page, capsys):
    line = ["import", str(page), "--archive", str(tmp_path / "a.qusasat"), "--language", "en"]
    assert run(line, no_picture) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 new articles · 0 known already · 0 failed")


def test_a_second_import_adds_nothing_and_tells_programs_so(archive, page, capsys):
    line = ["import", str(page), str(page.parent / "no.txt"), "--archive", str(archive), "--json"]
    assert run(line, no_picture) == 1
    events = rows(capsys)
    done = events[-1]
    assert done.pop("seconds") >= 0
    assert done == {"event": "done", "articles": 0, "duplicates": 1, "failed": 1}
    (failed,) = (event for event in events if event["event"] == "failed")
    assert failed["file"].endswith("no.txt")
    progress = [event for event in events if event["event"] == "progress"][-1]
    assert set(progress) == {
        "event",
        "files_done",
        "files_total",
        "articles",
        "duplicates",
        "failed",
        "rate",
    }


def test_search_tells_how_a_line_was_read(archive, capsys):
    asked = ["search", "رمز:سوق «قديم", "--archive", str(archive), "--json", "--exactly"]
    assert run(asked, no_picture) == 0
    told = capsys.readouterr().err
    assert "رمز" in told
    assert "«قديم" in told


def test_search_facets_and_show(archive, capsys):
    assert run(["search", "سوق", "--archive", str(archive), "--json"], no_picture) == 0
    (hit,) = rows(capsys)
    assert list(hit) == [
        "rank",
        "id",
        "url",
        "file",
        "title",
        "date",
        "section",
        "why",
        "snippet",
    ]
    assert (hit["rank"], hit["id"], hit["date"]) == (1, 1, "2025-12-15")
    assert run(["facets", "--archive", str(archive), "--json"], no_picture) == 0
    (counts,) = rows(capsys)
    assert list(counts) == [
        "total",
        "persons",
        "organizations",
        "sections",
        "places",
        "sources",
        "tags",
        "months",
    ]
    assert counts["months"] == [{"month": "2025-12", "count": 1}]
    assert run(["show", "1", "--archive", str(archive), "--json"], no_picture) == 0
    (article,) = rows(capsys)
    assert article["id"] == 1
    assert article["published"] == {
        "date": "2025-12-15",
        "precision": "day",
        "text": "15 ديسمبر 2025",
        "calendar": "gregorian",
    }
    told = {one["field"]: one for one in article["evidence"]}
    assert list(told) == ["title", "section", "date", "body"]
    assert told["date"]["reason"] == "under-title"
    assert told["date"]["line"] == 5
    assert PAGE[slice(*told["date"]["span"])] == "15 ديسمبر 2025"
    assert told["date"]["stated_as"] is None
    assert told["section"]["sentence"] == "line 1: the name of a known section, standing by itself."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["search", "سوق"], "1. افتتاح سوق نزوى الجديد"),
        (["facets", "سوق"], "1 articles"),
        (["show", "1"], "person: سالم بن حمد الريامي"),
        (["show", "1"], "  date: line 5: under the title."),
        (["check"], "1 articles checked"),
        (["reindex"], "1 articles indexed"),
    ],
)
def test_answers_to_read(archive, capsys, line, said):
    assert run([*line, "--archive", str(archive)], no_picture) == 0
    assert said in capsys.readouterr().out


def test_an_index_that_is_missing_is_made_while_the_archive_is_left_alone(archive, capsys):
    """What the window does: damage elsewhere is not its business, nor does it make copies."""
    with sqlite3.connect(archive) as database:
        database.execute("UPDATE originals SET bytes = x'00'")
    database.close()
    assert run(["reindex", "--behind", "--archive", str(archive)], no_picture) == 0
    assert list(archive.parent.glob("*.qusasat")) == [archive]
    capsys.readouterr()
    run(["search", "سوق", "--archive", str(archive)], no_picture)
    assert "1. افتتاح سوق نزوى الجديد" in capsys.readouterr().out
    assert run(["reindex", "--behind", "--archive", str(archive)], no_picture) == 0
    assert capsys.readouterr().out == ""


def test_shaped_output_on_demand_never_in_json(archive, capsys):
    line = ["search", "سوق", "--archive", str(archive), "--shape", "always"]
    run(line, no_picture)
    assert "ﻕﻮﺳ" in capsys.readouterr().out
    run([*line, "--json"], no_picture)
    assert "سوق" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["csv", "jsonl", "ris", "bibtex", "html"])
def test_export_to_a_file_and_to_standard_output(archive, tmp_path, capsys, name):
    line = ["export", "سوق", "--archive", str(archive), "--format", name, "-o"]
    out = tmp_path / "خروج"
    assert run([*line, str(out)], no_picture) == 0
    assert capsys.readouterr().out == ""
    assert "الريامي" in out.read_text(encoding="utf-8")
    assert run([*line, "-"], no_picture) == 0
    assert "الريامي" in capsys.readouterr().out


def test_an_export_that_cannot_be_written_is_said(archive, tmp_path, capsys):
    out = tmp_path / "no" / "out.csv"
    line = ["export", "", "--archive", str(archive), "--format", "csv", "-o", str(out)]
    assert run(line, no_picture) == 1
    assert "out.csv" in capsys.readouterr().err


def test_an_archive_that_is_not_there_is_said(tmp_path, capsys):
    line = ["search", "سوق", "--archive", str(tmp_path / "no.qusasat"), "--language", "ar"]
    assert run(line, no_picture) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "لا يوجد أرشيف" in err


def test_a_damaged_archive_is_4(archive, capsys):
    data = bytearray(archive.read_bytes())
    data[100:4096] = b"\xff" * 3996
    archive.write_bytes(data)
    assert run(["search", "سوق", "--archive", str(archive)], no_picture) == 4
    assert "damaged" in capsys.readouterr().err


def test_what_a_damaged_archive_held_is_saved_and_what_is_lost_is_said(archive, capsys):
    data = bytearray(archive.read_bytes())
    data[100:4096] = b"\xff" * 3996
    archive.write_bytes(data)
    assert run(["check", "--archive", str(archive)], no_picture) == 4
    told = capsys.readouterr()
    assert "damaged" in told.err
    assert "1 articles were saved to" in told.out
    assert "part of the table tags cannot be read" not in told.out
    assert run(["check", "--archive", str(archive.with_name("a.saved.qusasat"))], no_picture) == 0


def test_an_original_that_is_not_what_was_stored_is_found(archive, capsys):
    from newsarchive.store.connection import open_store

    with open_store(archive) as store:
        store.database.execute("UPDATE originals SET bytes = x'00'")
    assert run(["check", "--archive", str(archive)], no_picture) == 4
    out = capsys.readouterr().out
    assert "not what was stored" in out
    assert "1 articles were saved to" in out
    assert archive.with_name("a.saved.qusasat").exists()
    assert run(["check", "--archive", str(archive)], no_picture) == 4
    assert archive.with_name("a.saved-1.qusasat").exists()
    assert run(["check", "--archive", str(archive.with_name("a.saved.qusasat"))], no_picture) == 0


def test_the_picture_is_drawn_by_whoever_can(tmp_path):
    seen = []
    line = ["screenshot", str(tmp_path / "o.png"), "--theme", "dark"]
    assert run(line, lambda asked: seen.append(asked.theme) or 0) == 0
    assert seen == ["dark"]


class TestProcess:
    """The program as it is started."""

    def start(self, *line, **how):
        environment = {**os.environ, "LANG": "en_GB.UTF-8", **how.pop("environment", {})}
        return subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *line],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            **how,
        )

    def test_help_comes_without_the_window(self):
        process = self.start("--help")
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")
        assert b"usage: python main.py" in out

    def test_wrong_use_is_2(self):
        process = self.start("search", "x")
        assert process.communicate(timeout=60)[0] == b""
        assert process.returncode == 2

    def test_no_screen_is_3(self):
        hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
        process = self.start(environment=hidden)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (3, b"")
        assert b"no screen" in err

    def test_a_reader_that_goes_away_is_no_fault(self, page):
        process = self.start("extract", *[str(page)] * 400, "--json")
        assert process.stdout is not None
        assert process.stderr is not None
        with process:
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    def test_being_told_to_end_keeps_what_was_told(self, tmp_path, page):
        lines = [json.dumps({"title": f"خبر {n}", "content": PAGE + str(n)}) for n in range(20_000)]
        (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
        archive = tmp_path / "a.qusasat"
        line = ["import", str(tmp_path / "many.jsonl"), "--archive", str(archive), "--json"]
        process = self.start(*line, environment={"QUSASAT_CACHE": str(tmp_path / "cache")})
        assert process.stdout is not None
        watch = threading.Timer(60, process.kill)
        watch.start()
        with process:
            articles = 0
            while not articles:
                articles = json.loads(process.stdout.readline())["articles"]
            process.send_signal(signal.SIGTERM)
            process.stdout.read()
        watch.cancel()
        assert process.returncode == 130

        from newsarchive.store.articles import count
        from newsarchive.store.connection import open_store

        with open_store(archive) as store:
            assert articles <= count(store) < 20_000
