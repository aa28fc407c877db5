"""A defect is written down without a word of any article, shown once, and copied when wanted."""

import sys
import threading
from logging.handlers import RotatingFileHandler

import pytest
from PySide6.QtGui import QGuiApplication

from gui import reporting
from gui.dialogs.defect import DefectDialog
from newsarchive.errors import ReaderError

SECRET = "نص سري من مقال"


def failed():
    def inner(text):
        raise ValueError(text)

    try:
        try:
            inner(SECRET)
        except ValueError as error:
            raise ReaderError("reader-failed", file=SECRET) from error
    except ReaderError as error:
        return error


def test_a_report_tells_where_and_nothing_of_what_was_read():
    text = reporting.report(failed())
    assert SECRET not in text
    assert "ValueError" in text
    assert "ReaderError reader-failed" in text
    assert "tests/gui/test_defects.py" in text
    assert "inner" in text
    assert "Qusasat" in text.splitlines()[0]


def test_errors_nobody_catches_are_heard_on_every_thread(qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    defects = reporting.Defects()
    heard = []
    defects.found.connect(heard.append)
    end = defects.listen()
    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert "ZeroDivisionError" in heard[1]
    end()
    assert sys.excepthook is not None


def kept():
    handlers = reporting.LOG.handlers
    return [one for one in handlers if isinstance(one, RotatingFileHandler)]


@pytest.fixture
def log(tmp_path):
    reporting.log_to(tmp_path / "logs")
    yield tmp_path / "logs"
    for handler in kept():
        reporting.LOG.removeHandler(handler)
        handler.close()


def test_the_log_is_kept_small(log):
    reporting.log_to(log / "another")
    for _ in range(9):
        reporting.LOG.info("x" * 100_000)
    files = sorted(log.iterdir())
    assert [one.name for one in files] == [
        "qusasat.log", "qusasat.log.1", "qusasat.log.2", "qusasat.log.3",
    ]  # fmt: skip
    assert sum(one.stat().st_size for one in files) < 1_100_000


def test_where_no_log_can_be_the_program_goes_on(tmp_path):
    (tmp_path / "file").write_text("x")
    reporting.log_to(tmp_path / "file" / "logs")
    assert kept() == []


def test_the_report_is_shown_once_and_can_be_copied(desk, qtbot):
    desk.show_defect("تقرير")
    desk.show_defect("تقرير آخر")
    (dialog,) = desk.window.findChildren(DefectDialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "تقرير"
    dialog.close()
    qtbot.waitUntil(lambda: not desk.window.findChildren(DefectDialog))
