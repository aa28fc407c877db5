"""A link opens only when it has been shown and asked for, and only if a browser may have it."""

import os
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from gui.dialogs.link import LinkDialog
from gui.outside import open_outside, web_address
from newsarchive.archive import Archive
from tests.newsarchive.builders import add, article


@pytest.fixture
def given(monkeypatch):
    """What was given to the system's programs, and with which libraries."""
    found = []
    monkeypatch.setattr(
        "gui.outside.QDesktopServices.openUrl",
        lambda url: found.append((url.toString(), os.environ.get("LD_LIBRARY_PATH"))) or True,
    )
    return found


@pytest.fixture
def open_dialog(make_desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))

    def show(url):
        with Archive.open(tmp_path / "a.qusasat", create=True) as archive:
            add(archive, replace(article("خبر", "نص"), url=url))
        desk = make_desk()
        desk.open(tmp_path / "a.qusasat")
        qtbot.waitUntil(lambda: not desk.busy and desk.window.page.opened is not None)
        desk.window.actions_by_id["open_link"].trigger()
        return desk.window, desk.window.findChild(LinkDialog)

    return show


def test_the_address_is_shown_as_it_is_sent_before_it_is_opened(open_dialog, given):
    window, dialog = open_dialog("https://paper.example/أخبار?q=1")
    assert dialog.address.toPlainText() == (
        "https://paper.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1?q=1"
    )
    assert given == []
    dialog.open_button.click()
    assert [url for url, _ in given] == ["https://paper.example/أخبار?q=1"]
    assert window.status._understood.text() == ""


def test_a_link_can_be_copied_or_left(open_dialog, given):
    _, dialog = open_dialog("http://paper.example/1")
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "http://paper.example/1"
    assert given == []


def test_where_no_browser_is_that_is_said(open_dialog, monkeypatch):
    monkeypatch.setattr("gui.outside.QDesktopServices.openUrl", lambda url: False)
    window, dialog = open_dialog("http://paper.example/1")
    dialog.open_button.click()
    assert "متصفح" in window.status._understood.text()


@pytest.mark.parametrize(
    "text",
    [
        "", "file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "paper.example/1",
        "http://", "https:///x", "http://user:secret@paper.example/", "data:text/html,x", "http://[",
    ],
)  # fmt: skip
def test_what_no_browser_should_be_given_is_not_offered(open_dialog, given, text):
    assert web_address(text) is None
    window, dialog = open_dialog(text)
    assert dialog is None
    assert "رابط" in window.status._understood.text()
    assert given == []


def test_letters_that_look_like_others_are_seen(open_dialog):
    _, dialog = open_dialog("https://раypal.example/")
    assert "xn--" in dialog.address.toPlainText()


@pytest.mark.parametrize(
    ("frozen", "before", "seen"),
    [(False, None, "/bundle"), (True, None, None), (True, "/usr/lib/x", "/usr/lib/x")],
)
def test_other_programs_load_their_own_libraries(monkeypatch, given, frozen, before, seen):
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    assert open_outside(QUrl("http://paper.example/"))
    assert given[0][1] == seen
    assert os.environ["LD_LIBRARY_PATH"] == "/bundle"
