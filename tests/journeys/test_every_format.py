"""A person hands the program a folder that holds a file of every format it knows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from resources import message
from tests.newsarchive.formats import recogniser
from tests.newsarchive.formats.folder import SCANNED, every_format

pytestmark = pytest.mark.posix

ROOT = Path(__file__).resolve().parents[2]
EVERYTHING = every_format()
VALUES = ("file", "kind", "limit", "ratio", "count", "line", "read")
SECONDS = 300


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("formats")
    EVERYTHING.write(place / "كل الصيغ")
    return place / "كل الصيغ"


def started(folder, *line, **environment):
    """What the program prints on the line: the rows of its answer, and its exit code."""
    environment = {
        **os.environ,
        "LANG": "en_GB.UTF-8",
        "QUSASAT_CACHE": str(folder.parent / "cache"),
        **environment,
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, line)],
        capture_output=True,
        check=False,
        env=environment,
        timeout=SECONDS,
    )
    return [json.loads(row) for row in done.stdout.splitlines()], done.returncode, done.stderr


@pytest.fixture(scope="module")
def imported(folder):
    archive = folder.parent / "a.qusasat"
    line = ("import", folder, "--archive", archive, "--json", "--no-ocr")
    events, status, said = started(folder, *line)
    assert status == 1
    assert len(said.splitlines()) == 1, "one sentence on the picture that is still to be read"
    line = ("export", "", "--archive", archive, "--format", "jsonl", "-o", "-")
    return events, started(folder, *line)[0]


def below(folder, name):
    return name.removeprefix(f"{folder}/")


def parts(row):
    names = ("title", "section", "date", "author", "body", "source", "url")
    return {name: row[name] for name in names}


def wanted(story):
    return {
        "title": story.title,
        "section": story.section,
        "date": story.date and str(story.date),
        "author": story.author,
        "body": story.body,
        "source": story.outlet,
        "url": story.url,
    }


def test_each_article_is_there_once_as_it_was_written(folder, imported):
    _, articles = imported
    found = [(below(folder, row["file"]), parts(row)) for row in articles]
    assert dict(found) == {name: wanted(one) for name, one in EVERYTHING.articles.items()}
    assert len(found) == len(EVERYTHING.articles)


def test_each_failure_is_named_and_explained_and_nothing_else_is(folder, imported):
    events, _ = imported
    told = {below(folder, e["file"]): e["reason"] for e in events if e["event"] == "failed"}
    assert told.keys() == EVERYTHING.failures.keys()
    for name, code in EVERYTHING.failures.items():
        sentence = re.escape(message(code, "en", **dict.fromkeys(VALUES, "BLANK")))
        assert re.fullmatch(sentence.replace("BLANK", ".+"), told[name]), (name, told[name])
        assert Path(name).name in told[name]
    assert events[-1]["articles"] == len(EVERYTHING.articles)
    assert events[-1]["failed"] == len(EVERYTHING.failures)


def test_extract_understands_what_the_import_does(folder, imported):
    _, articles = imported
    rows, status, said = started(folder, "extract", folder, "--json", "--no-ocr")
    assert status == 1
    assert len(said.splitlines()) == len(EVERYTHING.failures)
    understood = {row["file"]: row for row in rows}
    stored = {row["file"]: {name: row[name] for name in rows[0]} for row in articles}
    assert understood == stored


def test_a_second_import_adds_nothing_and_tells_the_same_failures(folder, imported):
    archive = folder.parent / "a.qusasat"
    line = ("import", folder, "--archive", archive, "--json", "--no-ocr")
    events, status, _ = started(folder, *line)
    first = {e["file"] for e in imported[0] if e["event"] == "failed"}
    assert status == 1
    assert {e["file"] for e in events if e["event"] == "failed"} == first
    assert events[-1]["articles"] == 0
    assert events[-1]["duplicates"] == len(EVERYTHING.articles)


def test_a_scanned_page_is_told_as_unread_and_read_where_tesseract_is(folder, imported):
    (scanned,) = (row for row in imported[1] if row["file"].endswith("ممسوحة.pdf"))
    assert [one["repair"] for one in scanned["repairs"]] == ["scan"]
    text = (
        "قال المهندس سالم إن السوق الجديد في ولاية نزوى",
        "يضم أربعين محلا تجاريا وإنه يفتح للناس في الصباح،",
        "وأضاف أن البلدية تنوي توسعته في العام القادم.",
    )
    page = recogniser.table(["خبر قصير من الصحيفة"], text)
    recogniser.install(folder.parent / "bin", {str(SCANNED): page})
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    line = ("extract", folder / "documents", "--json")
    rows, status, said = started(folder, *line, PATH=path)
    assert (status, said) == (0, b"")
    (read,) = (row for row in rows if row["file"] == scanned["file"])
    assert (read["title"], read["body"]) == (
        "خبر قصير من الصحيفة",
        " ".join(text),
    )
