"""The copies of a report in the list, in the article and side by side."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor

from gui.answers import Compared, Opened
from gui.dialogs.comparing import AT_ONCE, ComparingDialog
from gui.panes.article_page import ArticlePage
from gui.panes.article_row import ArticleRow
from gui.wording import Wording
from newsarchive.article import Copy, Difference, Published, StoredArticle
from newsarchive.search.query import Query
from tests.gui.fake_archive import DIFFERENCES, NOW, FakeArchive, plain_article
from tests.gui.test_article_row import hit

DAY, NEXT_DAY = (Published(dt.date(2025, 12, day)) for day in (15, 16))
FAMILY = (
    Copy(7, "ميناء صحار يتوسع", "الخليج", DAY),
    Copy(8, "ميناء صحار", "الواحة", DAY),
    Copy(9, "ميناء صحار الجديد", "الواحة", NEXT_DAY),
    Copy(10, "بلا صحيفة", "", None),
)


def opened(family=FAMILY):
    return Opened(StoredArticle(1, plain_article(), NOW), family=family)


@pytest.fixture
def page(appearance, wording, qtbot):
    made = ArticlePage(appearance, wording)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def links(page):
    """The links of the document: text and target."""
    found, block = [], page.document().begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            style = piece.fragment().charFormat()
            if style.isAnchor() and style.anchorHref().startswith("cop"):
                found.append((piece.fragment().text().strip("\u2068\u2069"), style.anchorHref()))
            piece += 1
        block = block.next()
    return found


def test_an_article_names_the_papers_that_printed_it_too(page):
    page.show_article(opened())
    assert "نُشر أيضًا في: " in page.toPlainText()
    assert links(page) == [
        ("الخليج", "copy:7"),
        ("الواحة (15 ديسمبر 2025)", "copy:8"),
        ("الواحة (16 ديسمبر 2025)", "copy:9"),
        ("بلا صحيفة", "copy:10"),
    ]


def test_of_many_papers_the_first_are_named(page):
    page.show_article(opened(tuple(Copy(n, "خبر", f"صحيفة {n}", DAY) for n in range(2, 32))))
    assert len(links(page)) == 12
    assert "+18" in page.toPlainText()


def test_an_article_that_stands_alone_says_nothing(page):
    page.show_article(opened(()))
    assert "نُشر أيضًا" not in page.toPlainText()


def test_a_paper_opens_its_copy_and_the_comparison_is_a_click_away(page, qtbot):
    page.show_article(opened())
    with qtbot.waitSignal(page.copyChosen) as chosen:
        page.anchorClicked.emit(QUrl("copy:8"))
    assert chosen.args == [8]
    with qtbot.waitSignal(page.compareWanted):
        page.anchorClicked.emit(QUrl("compare:"))


def test_a_row_tells_how_many_copies_there_are(appearance, qapp):
    row = hit()
    copied = type(row)(**{**_values(row), "copies": 4, "outlets": 3})
    delegate = ArticleRow(appearance, Wording(digits="arabic"))
    assert "✦" not in delegate.meta(row)
    assert delegate.meta(copied).split("  ·  ")[2] == "\u2068\u200f✦ ×٤\u2069"


def _values(row):
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


@pytest.fixture
def dialog(appearance, wording, page, qtbot):
    made = ComparingDialog(opened(FAMILY[:2]), appearance, wording, page)
    qtbot.addWidget(made)
    made.show()
    return made


def styled(dialog, what):
    """The pieces of the text that are struck through or underlined."""
    cursor, found = QTextCursor(dialog.text.document()), ""
    while not cursor.atEnd():
        cursor.movePosition(
            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        if getattr(cursor.charFormat(), what)():
            found += cursor.selectedText()
        cursor.setPosition(cursor.position())
    return found


def test_sentences_are_told_apart_by_sign_and_line(dialog):
    dialog.show_compared(Compared(1, 7, DIFFERENCES))
    assert dialog.text.toPlainText().splitlines() == [
        "جملة مشتركة.",
        "−  بلغ العدد 14 شخصا.",
        "+  بلغ العدد 21 شخصا.",
        "−  جملة في الأول.",
        "+  جملة في الثاني.",
    ]
    assert styled(dialog, "fontStrikeOut") == "14"
    assert styled(dialog, "fontUnderline") == "21"


def test_differences_alone(dialog):
    dialog.show_compared(Compared(1, 7, DIFFERENCES))
    dialog.only.click()
    assert "مشتركة" not in dialog.text.toPlainText()
    assert len(dialog.text.toPlainText().splitlines()) == 4


def test_texts_that_do_not_differ_are_said_to(dialog):
    dialog.show_compared(Compared(1, 7, (Difference("same", "نعم.", "نعم!"),)))
    dialog.only.click()
    assert dialog.text.toPlainText() == "لا فرق بين النصين إلا في الرسم وعلامات الترقيم."


def test_another_copy_is_asked_for_and_late_answers_are_left_out(dialog, qtbot):
    with qtbot.waitSignal(dialog.wanted) as asked:
        dialog.begin()
    assert asked.args == [1, 7]
    with qtbot.waitSignal(dialog.wanted) as asked:
        dialog.choice.setCurrentIndex(1)
    assert asked.args == [1, 8]
    dialog.show_compared(Compared(1, 7, DIFFERENCES))
    assert dialog.text.toPlainText() == ""


def test_a_long_comparison_is_written_in_pieces(dialog, qtbot):
    many = tuple(Difference("first", f"جملة {n}.") for n in range(AT_ONCE + 20))
    dialog.show_compared(Compared(1, 7, many))
    assert len(dialog.text.toPlainText().splitlines()) == AT_ONCE
    qtbot.waitUntil(lambda: len(dialog.text.toPlainText().splitlines()) == AT_ONCE + 20)


def test_the_copy_can_be_opened_from_the_comparison(dialog, qtbot):
    with qtbot.waitSignal(dialog.readWanted) as wanted:
        dialog._read()
    assert wanted.args == [7]


class TwicePrinted(FakeArchive):
    """Every article has been printed twice."""

    def __init__(self):
        super().__init__(times=2)

    def _matching(self, query, **how):
        found = super()._matching(query, **how)
        half = len(self._articles) // 2
        return [pair for pair in found if pair[0] <= half] if query.once else found


@pytest.fixture
def twice(make_desk):
    return make_desk(TwicePrinted())


def settle(desk, qtbot):
    qtbot.waitUntil(lambda: not desk.asking.busy)


def test_copies_count_once_or_each_and_the_choice_is_remembered(twice, qtbot, settings):
    window, action = twice.window, twice.window.actions_by_id["count_once"]
    assert window.list._count.text() == "64 مقالًا"
    assert not action.isChecked()
    action.trigger()
    settle(twice, qtbot)
    assert window.list._count.text() == "32 مقالًا، النسخ مرة واحدة"
    assert action.isChecked()
    assert settings.number("once") == 1
    window.navigation.type("لا شيء من هذا")
    window.navigation.clear()
    assert window.navigation.query == Query(once=True)
    window.navigation.back()
    window.navigation.back()
    window.navigation.back()
    assert not window.navigation.query.once
    assert not action.isChecked()


def test_a_new_window_counts_as_the_last_one_did(make_desk):
    desk = make_desk(FakeArchive(), once=1)
    assert desk.navigation.query.once
    assert desk.window.actions_by_id["count_once"].isChecked()


def test_the_open_article_is_compared_with_its_copy(twice, qtbot):
    window = twice.window
    settle(twice, qtbot)
    first = window.page.opened
    assert window.actions_by_id["compare"].isEnabled()
    window.actions_by_id["compare"].trigger()
    dialog = window.findChild(ComparingDialog)
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()))
    dialog.readWanted.emit(first.family[0].id)
    settle(twice, qtbot)
    assert window.page.opened.stored.id == first.family[0].id
    assert window.page.opened.family[0].id == first.stored.id
    dialog.close()


def test_an_article_without_copies_is_compared_with_none(desk, qtbot):
    assert not desk.window.actions_by_id["compare"].isEnabled()
    desk.window.articles.compare()
    assert desk.window.findChild(ComparingDialog) is None


def test_letters_of_the_arabic_keyboard_compare_too(twice, qtbot):
    settle(twice, qtbot)
    keys = [key.toString() for key in twice.window.actions_by_id["compare"].shortcuts()]
    assert keys == ["C", "ؤ"]
    assert twice.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
