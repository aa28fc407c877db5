"""What is related to the open article, and taking its text to programs without Arabic."""

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor

from gui.answers import Opened, Related
from newsarchive.arabic.display import shaped


@pytest.fixture
def settle(window, desk, qtbot):
    def wait():
        qtbot.waitUntil(lambda: not desk.asking.busy)

    return wait


def test_related_articles_are_links_below_the_text(window, settle):
    settle()
    text = window.page.toPlainText()
    body = window.page.opened.stored.article.body.split()[-1]
    assert text.index("مقالات ذات صلة") > text.rindex(body)
    number = window.page._related.articles[0].id
    window.page.anchorClicked.emit(QUrl(f"copy:{number}"))
    settle()
    assert window.navigation.article == number
    assert window.page.toPlainText().count("مقالات ذات صلة") == 1


def test_of_articles_passed_by_nothing_related_is_sought(window, desk, settle):
    settle()
    asked = []
    desk.asking.relatedArrived.connect(lambda related: asked.append(related.number))
    archive = desk.asking._archive
    numbers = [hit.id for hit in archive.rows(desk.navigation.query, 0, 4)]
    for number in numbers:
        desk.asking._tell_article(Opened(archive.article(number)))
    settle()
    assert asked == numbers[-1:]


def test_they_stay_when_the_text_grows_and_do_not_come_twice(window, settle):
    settle()
    window.actions_by_id["larger"].trigger()
    assert window.page.toPlainText().count("مقالات ذات صلة") == 1
    window.page.show_related(window.page._related)
    assert window.page.toPlainText().count("مقالات ذات صلة") == 1


def test_those_of_another_article_and_none_are_not_shown(window, settle):
    settle()
    window.page.show_article(None)
    window.page.show_related(Related(1, ()))
    assert window.page.toPlainText() == ""


def test_the_article_is_copied_joined_for_programs_without_arabic(window, settle):
    settle()
    window.actions_by_id["copy_shaped"].trigger()
    settle()
    article = window.page.opened.stored.article
    assert QGuiApplication.clipboard().text() == shaped(f"{article.title}\n\n{article.body}")
    assert "نُسخ" in window.status._understood.text()


def test_what_is_selected_is_copied_alone(window, settle):
    settle()
    page = window.page
    start = page.setting.text_start + 1
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    window.actions_by_id["copy_shaped"].trigger()
    settle()
    assert QGuiApplication.clipboard().text() == shaped(cursor.selectedText())


def test_without_an_article_nothing_is_copied(make_desk):
    window = make_desk().window
    QGuiApplication.clipboard().setText("قبل")
    window.actions_by_id["copy_shaped"].trigger()
    assert QGuiApplication.clipboard().text() == "قبل"


@pytest.mark.parametrize("answer", [True, (True, 7)])
def test_another_window_is_the_program_once_more_on_the_archive(window, monkeypatch, answer):
    started = []

    def start(program, words):
        started.append((program, words))
        return answer

    monkeypatch.setattr(QProcess, "startDetached", start)
    window.actions_by_id["new_window"].trigger()
    ((_, words),) = started
    assert words[0].endswith("main.py")
    assert words[1] == str(window.archive_path)
