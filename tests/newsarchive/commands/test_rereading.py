import json
import os

import pytest

from newsarchive.archive import Archive
from newsarchive.commands import run
from newsarchive.ingest.flow import flow_with
from newsarchive.ingest.run import import_files
from tests.newsarchive.formats.encodings import misread
from tests.newsarchive.formats.pdf import scan
from tests.newsarchive.formats.recogniser import grey, install, table
from tests.newsarchive.formats.stories import story

pytestmark = pytest.mark.posix


def no_picture(asked):
    raise AssertionError


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """An archive of a page that was decoded wrongly (1) and of a scan (2)."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "a.txt").write_text(misread(story(5).page, "utf-8", "cp1252"), encoding="utf-8")
    (folder / "b.pdf").write_bytes(scan(grey(10)))
    with Archive.open(folder / "a.qusasat", create=True) as archive:
        for name in ("a.txt", "b.pdf"):
            for _ in import_files(archive, [folder / name], jobs=1, flow=flow_with(ocr=False)):
                pass
    return folder / "a.qusasat"


@pytest.fixture
def ask(imported, tmp_path, monkeypatch, capsys):
    """Give a line to a copy of the archive: its answer, what it says, its exit code."""
    archive = tmp_path / "a.qusasat"
    archive.write_bytes(imported.read_bytes())
    page = table(["خبر قصير"], ["قال المهندس سالم إن السوق الجديد في ولاية نزوى كبير."])
    install(tmp_path / "bin", {"10": page})
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def given(*line):
        status = run([*line, "--archive", str(archive)], no_picture)
        out, err = capsys.readouterr()
        return out, err, status

    assert given("reindex")[2] == 0
    return given


def test_a_repair_is_undone_and_show_tells_it(ask):
    title = story(5).title
    out, _, status = ask("show", "1")
    assert (title in out, "turned back" in out, status) == (True, True, 0)
    out, err, status = ask("reread", "1", "--without", "mojibake", "--jobs", "1")
    assert (out.startswith("#1 "), title in out, err, status) == (True, False, "", 0)
    out = ask("show", "1")[0]
    assert "as you wished: mojibake" in out
    assert "turned back" not in out
    row = json.loads(ask("show", "1", "--json")[0])
    assert (row["repairs"], row["unwanted_repairs"]) == ([], ["mojibake"])
    assert row["encoding"] == "utf-8"
    row = json.loads(ask("reread", "1", "--json", "--jobs", "1")[0])
    assert row["title"] == title
    assert [one["repair"] for one in row["repairs"]] == ["mojibake"]
    assert row["unwanted"] == []


def test_unread_pictures_are_read(ask):
    assert "has not been read" in ask("show", "2")[0]
    assert "has not been read" in ask("search", "")[0]
    out, err, status = ask("reread", "--unread", "--jobs", "1")
    assert (err, status) == ("", 0)
    assert "90% sure" in out
    assert "السوق الجديد" in ask("search", "السوق")[0]


def test_what_is_meant_must_be_said(ask):
    assert ask("reread")[1:] == ("Name the numbers of articles, or give --unread.\n", 2)
    assert ask("reread", "1", "--unread")[2] == 2
    out, err, status = ask("reread", "1", "77")
    assert (out, status) == ("", 1)
    assert "77" in err
