"""``export``: which articles, into what, and what a program is told meanwhile."""

import json

import pytest

from newsarchive.commands import run
from newsarchive.commands.exporting import drafted
from newsarchive.commands.parser import FACETS
from newsarchive.search.query import Facet
from tests.newsarchive.builders import archive_of, article

MORNING = article("خبر الصباح", "نص.", date="2025-01-05", section="محليات", outlet="الساحل")
EVENING = article("خبر المساء", "نص.", date="2025-02-05", section="رياضة", outlet="الساحل")
OTHER = article("خبر آخر", "نص.", date="2025-03-05", section="رياضة", outlet="الجبل")


def no_picture(asked):
    raise AssertionError


def press(path, articles, asked):
    """Write the titles, as a press that knows no PDF."""
    path.write_text("\n".join(one.article.title for one in articles), encoding="utf-8")


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    with archive_of(tmp_path, MORNING, EVENING, OTHER) as made:
        return made.path


def titles(archive, tmp_path, *options, query=""):
    out = tmp_path / "out.pdf"
    line = ["export", "--archive", str(archive), "--format", "pdf", "-o", str(out), *options]
    assert run([*line, "--", query], no_picture, press) == 0
    return out.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [OTHER, EVENING, MORNING]),
        (["--sort", "oldest"], [MORNING, EVENING, OTHER]),
        (["--only", "section=رياضة"], [OTHER, EVENING]),
        (["--only", "section=رياضة", "--without", "source=الجبل"], [EVENING]),
        (["--since", "2025-02-01", "--until", "2025-02-28"], [EVENING]),
    ],
)
def test_what_is_exported(archive, tmp_path, options, expected):
    assert titles(archive, tmp_path, *options) == [one.title for one in expected]


def test_articles_can_be_named_by_number_in_an_order_of_their_own(archive, tmp_path):
    listed = tmp_path / "numbers"
    listed.write_text("3\n1", encoding="utf-8")
    found = titles(archive, tmp_path, "--ids", str(listed))
    assert found == [OTHER.title, MORNING.title]


def test_a_program_is_told_how_far_it_is(archive, tmp_path, capsys):
    titles(archive, tmp_path, "--json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"event": "progress", "articles": 0, "articles_total": 3}
    assert rows[-1] == {"event": "done", "articles": 3}


def test_pdf_goes_to_standard_output_too(archive, capsysbinary):
    line = ["export", "", "--archive", str(archive), "--format", "pdf", "-o", "-"]
    assert run(line, no_picture, press) == 0
    assert OTHER.title in capsysbinary.readouterr().out.decode()


def test_without_the_windows_library_the_reason_is_said(archive, tmp_path, capsys):
    out = tmp_path / "out.pdf"
    line = ["export", "", "--archive", str(archive), "--format", "pdf", "-o", str(out)]
    assert run(line, no_picture) == 1
    assert "PySide6" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("choice", ["mood=good", "person", "person="])
def test_a_choice_that_is_none_is_refused(archive, tmp_path, choice, capsys):
    line = ["export", "", "--archive", str(archive), "--format", "csv", "-o", "x"]
    assert run([*line, "--only", choice], no_picture) == 2
    assert "--only" in capsys.readouterr().err


def test_every_facet_can_be_chosen():
    assert tuple(Facet) == FACETS


def test_what_was_begun_and_not_ended_leaves_nothing_behind(tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("before")

    def stopped():
        with drafted(out) as draft:
            draft.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    assert out.read_text() == "before"
