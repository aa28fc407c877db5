import os

import pytest

from newsarchive.archive import Archive
from newsarchive.ingest.flow import understand
from newsarchive.ingest.rereading import Reread, reread
from newsarchive.readers import read
from newsarchive.repairs import Noted, Repair
from newsarchive.store.adding import Incoming
from tests.newsarchive.formats.pdf import scan
from tests.newsarchive.formats.recogniser import FAILS, grey, install, table

pytestmark = pytest.mark.posix

LINES = (
    "قال المهندس سالم إن السوق الجديد في ولاية نزوى",
    "يضم أربعين محلا تجاريا وإنه يفتح للناس في الصباح،",
    "وأضاف أن البلدية تنوي توسعته في العام القادم.",
)
PAGES = {"10": table(["خبر قصير من الصحيفة"], LINES)}


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """One article of text, two scans: one that can be read and one that cannot."""
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    with Archive.open(tmp_path / "a.qusasat", create=True) as one:
        for name, data in (
            ("a.txt", "\n".join(LINES).encode()),
            ("b.pdf", scan(grey(10))),
            ("c.pdf", scan(grey(20))),
        ):
            (tmp_path / name).write_bytes(data)
            one.add(
                [
                    Incoming(understand(raw), raw.source, raw.media_type, raw.encoding)
                    for raw in read(tmp_path / name)
                ]
            )
        yield one


def test_pictures_are_read_when_they_can_be(archive, tmp_path):
    install(tmp_path / "bin", PAGES)
    assert archive.unread() == (2, 3)
    found = sorted(reread(archive, archive.unread(), None, jobs=1), key=lambda one: one.number)
    assert found == [Reread(2, (), taken=True), Reread(3)]
    assert archive.unread() == (3,)
    read_now = archive.article(2)
    assert read_now.article.body == " ".join(LINES)
    assert read_now.repairs == (Noted(Repair.OCR, 90),)


def test_reading_may_be_undone(archive, tmp_path):
    install(tmp_path / "bin", PAGES)
    list(reread(archive, [2], frozenset(), jobs=1))
    (one,) = reread(archive, [2], frozenset({Repair.OCR}), jobs=1)
    assert one.taken
    assert archive.unread() == (2, 3)
    assert archive.article(2).article.body == ""
    assert archive.originals.unwanted(2) == {Repair.OCR}


def test_what_fails_is_told_and_stays(archive, tmp_path):
    install(tmp_path / "bin", PAGES, act=FAILS)
    before = archive.article(2)
    (one,) = reread(archive, [2], None, jobs=1)
    assert [error.code for error in one.errors] == ["ocr-failed"]
    assert archive.article(2) == before


def test_an_original_of_which_nothing_comes_is_told_by_its_name(archive):
    archive._store.database.execute("UPDATE articles SET media_type = 'x/y' WHERE id = 1")
    (one,) = reread(archive, [1], frozenset(), jobs=1)
    assert not one.taken
    assert [error.code for error in one.errors] == ["reread-impossible"]
    assert one.errors[0].values["file"].endswith("a.txt")
