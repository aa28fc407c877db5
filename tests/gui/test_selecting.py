"""Selected text of the article page as a place in the article, in its own letters."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from gui.answers import Opened
from gui.panes.article_page import ArticlePage
from gui.panes.marking import characters, utf16
from newsarchive.article import StoredArticle
from newsarchive.correction import Span
from tests.gui.fake_archive import NOW, plain_article

TITLE = "الهيئة 😀 تبدأ"
BODY = "قال مُحَمَّد بن\u00a0سالم 😀 إن الهيئة بدأت.\nسطر ثانٍ 𐤀𐤁 هنا.\n\nReuters said it.\n\n«نعم»."
LETTERS = st.text("ابتmn \u00a0\u0651😀𐤀«»", min_size=1)


@pytest.fixture
def page(appearance, wording, qtbot):
    made = ArticlePage(appearance, wording)
    qtbot.addWidget(made)
    made.resize(700, 600)
    return made


def show(page, title=TITLE, body=BODY):
    article = plain_article(title=title, body=body, subtitle="عنوان فرعي")
    page.show_article(Opened(StoredArticle(1, article, NOW)))


def select(page, start, end):
    cursor = QTextCursor(page.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def place(page, part, index):
    """Where a character of a part stands in the document."""
    for one in page.setting.paragraphs:
        if one.part == part and one.at <= index <= one.at + len(one.text):
            return one.position + utf16(one.text, index - one.at)
    raise AssertionError


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("title", "الهيئة"), ("title", "😀"), ("title", "تبدأ"), ("body", "مُحَمَّد بن\u00a0سالم"),
        ("body", "الهيئة"), ("body", "بدأت.\nسطر ثانٍ"), ("body", "𐤁 هنا"), ("body", "Reuters"),
        ("body", "«نعم»."),
    ],
)  # fmt: skip
def test_what_is_selected_is_found_with_its_own_letters(page, part, wanted):
    show(page)
    text = TITLE if part == "title" else BODY
    start = text.index(wanted)
    select(page, place(page, part, start), place(page, part, start + len(wanted)))
    assert page.selected == (Span(part, start, start + len(wanted)), wanted)


def test_blanks_around_it_are_left_out(page):
    show(page)
    start = BODY.index(" إن ")
    select(page, place(page, "body", start), place(page, "body", start + 4))
    assert page.selected == (Span("body", start + 1, start + 3), "إن")
    select(page, place(page, "body", start), place(page, "body", start + 1))
    assert page.selected is None


def test_nothing_that_is_not_one_paragraph_can_be_marked(page):
    show(page)
    assert page.selected is None
    page.selectAll()
    assert page.selected is None
    subtitle = page.document().toRawText().index("فرعي")
    select(page, subtitle, subtitle + 4)
    assert page.selected is None
    select(page, place(page, "body", 0), place(page, "body", BODY.index("Reuters") + 3))
    assert page.selected is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=st.lists(LETTERS.filter(str.strip), min_size=1, max_size=3), data=st.data())
def test_any_selection_is_exactly_that_piece_of_the_body(page, paragraphs, data):
    body = "\n\n".join(paragraphs)
    show(page, "عنوان", body)
    paragraph = data.draw(st.sampled_from(paragraphs))
    at = body.index(paragraph)
    start = data.draw(st.integers(at, at + len(paragraph)))
    end = data.draw(st.integers(start, at + len(paragraph)))
    select(page, place(page, "body", start), place(page, "body", end))
    wanted = body[start:end].strip()
    found = page.selected
    if not wanted:
        assert found is None
    else:
        span, text = found
        assert text == wanted == body[span.start : span.end]
        assert start <= span.start
        assert span.end <= end


@given(text=LETTERS, data=st.data())
def test_units_and_characters_are_each_others_reverse(text, data):
    index = data.draw(st.integers(0, len(text)))
    assert characters(text, utf16(text, index)) == index


def test_the_caret_begins_in_the_text_and_selects_by_key(page):
    show(page)
    page.show()
    assert not page.has_caret
    page.use_caret(True)
    assert page.has_caret
    assert page.textCursor().position() >= page.setting.text_start
    select(page, place(page, "body", 0), place(page, "body", 0))
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected == (Span("body", 0, 3), "قال")
    page.use_caret(False)
    assert not page.has_caret
