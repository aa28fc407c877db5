from pathlib import Path

import pytest

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.ingest.values import Flow
from newsarchive.ingest.worker import Task, perform
from tests.newsarchive.ingest import stand_ins


def test_reports_come_every_fifty_articles(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(f"خبر {n}" for n in range(120)), encoding="utf-8")
    reports = list(perform(stand_ins.FLOW, Task(7, path)))
    assert [(len(r.items), r.finished) for r in reports] == [(50, False), (50, False), (20, True)]
    assert reports[0].items[0].article.name == f"{path}#1"
    assert reports[0].items[0].source == "خبر 0".encode()


def test_a_share_takes_every_nth_article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(f"خبر {n}" for n in range(7)), encoding="utf-8")
    shares = [list(perform(stand_ins.FLOW, Task(0, path, n, 3))) for n in range(3)]
    titles = [[i.article.title for r in share for i in r.items] for share in shares]
    assert [len(share) for share in titles] == [3, 2, 2]
    assert sorted(title for share in titles for title in share) == [f"خبر {n}" for n in range(7)]


def scanned(tmp_path, *steps):
    def read(path):
        yield RawDocument("a.pdf", b"x", "application/pdf", "", encoding="utf-8+scan")

    def recognise(raw):
        for step in steps:
            if isinstance(step, Exception) and not isinstance(step, ReaderError):
                raise step
            yield step

    flow = Flow(read, stand_ins.understand, recognise)
    return list(perform(flow, Task(0, tmp_path)))


def test_each_picture_is_a_sign_of_life(tmp_path):
    document = RawDocument("a.pdf", b"x", "application/pdf", "نص", encoding="utf-8+ocr:90")
    reports = scanned(tmp_path, None, None, document)
    assert [len(report.items) for report in reports] == [0, 0, 1]
    assert reports[2].items[0].encoding == "utf-8+ocr:90"


@pytest.mark.parametrize("trouble", [MemoryError(), ZeroDivisionError()])
def test_a_scan_that_cannot_be_read_is_kept(tmp_path, trouble):
    *_, report = scanned(tmp_path, None, trouble)
    assert [item.encoding for item in report.items] == ["utf-8+scan"]
    assert len(report.failures) == 1


def test_a_scan_that_is_refused_is_told(tmp_path):
    (report,) = scanned(tmp_path, ReaderError("ocr-no-text", file="a.pdf"))
    assert [failure.error.code for failure in report.failures] == ["ocr-no-text"]
    assert report.items == []


def test_a_defect_says_where_but_not_what(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("defect", encoding="utf-8")
    (report,) = perform(stand_ins.FLOW, Task(0, path))
    assert report.failures[0].error.values["defect"].startswith("ZeroDivisionError, stand_ins.py:")
    assert Path(report.failures[0].file.partition("#")[0]) == path


def long_text(tmp_path, *steps):
    def read(path):
        yield RawDocument("book.txt", b"x", "text/plain", "كتاب " * 50_000)

    def in_stretches(raw):
        for step in steps:
            if isinstance(step, Exception):
                raise step
            yield step

    flow = Flow(read, stand_ins.understand, understand_in_stretches=in_stretches)
    return list(perform(flow, Task(0, tmp_path)))


def test_each_stretch_of_a_long_text_is_a_sign_of_life(tmp_path):
    whole = stand_ins.understand(RawDocument("book.txt", b"x", "text/plain", "كتاب"))
    reports = long_text(tmp_path, None, None, whole)
    assert [len(report.items) for report in reports] == [0, 0, 1]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (MemoryError(), "ingest-memory"),
        (ZeroDivisionError(), "ingest-defect"),
        (ReaderError("ingest-nothing", file="book.txt"), "ingest-nothing"),
    ],
)
def test_trouble_amid_a_long_text_is_told(tmp_path, trouble, code):
    *_, report = long_text(tmp_path, None, trouble)
    assert [failure.error.code for failure in report.failures] == [code]
