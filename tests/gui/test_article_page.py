"""The open article."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor
from PySide6.QtTest import QTest

from gui.answers import Opened
from gui.panes.article_page import ArticlePage, plain_text
from gui.panes.chip_object import ChipObject
from gui.panes.evidence import reasons
from gui.sought import Wanted
from gui.wording import Wording
from newsarchive.article import (
    EntityKind,
    Evidence,
    Mention,
    Organisation,
    Person,
    Published,
    Reason,
    StoredArticle,
)
from tests.gui.conftest import move_mouse
from tests.gui.fake_archive import NOW, FakeArchive, articles, plain_article

BODY = "قال مُحَمَّد بن سالم 😀 إن الهيئة بدأت.\n\nReuters said it began.\n\n«نعم»، قال محمد."
ARTICLE = plain_article(
    title="الهيئة تبدأ",
    body=BODY,
    subtitle="عنوان فرعي",
    persons=(Person("محمد بن سالم", titles=("الدكتور",), roles=("مدير الهيئة",)),),
    organisations=(Organisation("الهيئة"),),
    mentions=(
        Mention(EntityKind.PERSON, "محمد بن سالم", "body", 4, 20, BODY[4:20]),
        Mention(EntityKind.ORGANISATION, "الهيئة", "title", 0, 6, "الهيئة"),
        Mention(EntityKind.ORGANISATION, "الهيئة", "body", 26, 32, BODY[26:32]),
        Mention(EntityKind.PLACE, "مسقط", "body", 0, 3, "قال"),
    ),
)


def opened(article=ARTICLE, number=1, title=(), body=()):
    return Opened(StoredArticle(number, article, NOW), tuple(title), tuple(body))


@pytest.fixture
def page(appearance, wording, qtbot):
    made = ArticlePage(appearance, wording)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.show_article(opened())
    return made


def marked_text(page, marked):
    cursor = QTextCursor(page.document())
    cursor.setPosition(marked.start)
    cursor.setPosition(marked.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_names_are_marked_on_their_letters(page):
    assert [marked_text(page, marked) for marked in page.setting.names] == [
        "الهيئة", BODY[4:20], BODY[26:32],
    ]  # fmt: skip


def test_matches_are_marked_on_their_letters(page):
    page.show_article(
        opened(title=[(7, 11)], body=[(26, 32), (0, 3), (len(BODY) - 5, len(BODY) - 1)])
    )
    assert [marked_text(page, marked) for marked in page.setting.matches] == [
        "تبدأ", BODY[26:32], "قال", "محمد",
    ]  # fmt: skip


def test_a_match_over_two_paragraphs_is_marked_in_both(page):
    first, second = BODY.index("بدأت"), BODY.index("Reuters") + 7
    page.show_article(opened(body=[(first, second)]))
    assert [marked_text(page, marked) for marked in page.setting.matches] == ["بدأت.", "Reuters"]


def test_each_invented_article_is_marked_where_it_says(page):
    archive = FakeArchive()
    for number, article in enumerate(articles(), 1):
        page.show_article(Opened(archive.article(number)))
        surfaces = [
            m.surface
            for part in ("title", "body")
            for paragraph in ([0],)
            for m in article.mentions
            if m.part == part and m.kind is not EntityKind.PLACE and paragraph
        ]
        shown = [marked_text(page, marked) for marked in page.setting.names]
        assert sorted(shown) == sorted(surfaces)


def test_what_is_copied_has_the_letters_of_the_source(page):
    cursor = QTextCursor(page.document())
    cursor.setPosition(page.setting.text_start + 1)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    assert page.createMimeDataFromSelection().text() == BODY.replace("\n\n", "\n")


def test_chips_are_drawn_and_never_copied(page):
    page.selectAll()
    text = plain_text(page.textCursor())
    assert "\ufffc" in page.document().toRawText()
    assert "\ufffc" not in text
    assert text.startswith("محليات\nالهيئة تبدأ\nعنوان فرعي\n")


def test_a_click_on_a_name_chooses_its_person(page, qtbot):
    marked = page.setting.names[1]
    ((_, rect), *_) = page._marks.rects((marked,), page.viewport().rect().toRectF())
    with qtbot.waitSignal(page.entityChosen) as signal:
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert signal.args[0].name == "محمد بن سالم"


def test_a_click_on_a_chip_does_too(page, qtbot):
    layout = page.document().documentLayout()
    block = page.document().findBlock(page.setting.text_start - 1).previous()
    box = layout.blockBoundingRect(block)
    with qtbot.waitSignal(page.entityChosen) as signal:
        point = QPointF(box.right() - 40, box.top() + 16).toPoint()
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert signal.args[0].kind is EntityKind.PERSON


def test_a_click_beside_a_name_chooses_nothing(page, qtbot):
    with qtbot.assertNotEmitted(page.entityChosen):
        QTest.mouseClick(
            page.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(350, 590).toPoint()
        )


def test_only_references_of_chips_mean_someone(page):
    assert page.entry_of("entity:1").name == "الهيئة"
    assert page.entry_of("https://example.org") is None


def test_paragraphs_keep_their_own_direction(page):
    directions = {}
    block = page.document().begin()
    while block.isValid():
        directions[block.text()] = block.textDirection()
        block = block.next()
    assert directions["Reuters said it began."] == Qt.LayoutDirection.LeftToRight
    assert directions["«نعم»، قال محمد."] == Qt.LayoutDirection.RightToLeft


def test_the_same_article_keeps_its_place_and_another_begins_at_its_top(page):
    page.show_article(opened(plain_article(body="\n\n".join(["فقرة طويلة"] * 80))))
    page.page(1)
    place = page.verticalScrollBar().value()
    assert place > 0
    page.show_article(opened(plain_article(body="\n\n".join(["فقرة طويلة"] * 80))))
    assert page.verticalScrollBar().value() == place
    page.show_article(opened(number=2))
    assert page.verticalScrollBar().value() == 0


def test_space_pages_and_shift_space_pages_back(page):
    page.show_article(opened(plain_article(body="\n\n".join(["فقرة طويلة"] * 80))))
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.verticalScrollBar().value() > 0
    QTest.keyClick(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.verticalScrollBar().value() == 0


def test_the_text_is_never_wider_than_one_reads_well(page, appearance):
    page.resize(1400, 600)
    frame = page.document().rootFrame().frameFormat()
    free = page.viewport().width() - appearance.measure("measure")
    assert frame.leftMargin() == frame.rightMargin() == free // 2
    page.resize(320, 600)
    assert page.document().rootFrame().frameFormat().leftMargin() == 24


def test_the_name_under_the_pointer_shows_that_it_can_be_clicked(page, qtbot):
    marked = page.setting.names[1]
    ((_, rect), *_) = page._marks.rects((marked,), page.viewport().rect().toRectF())
    move_mouse(page.viewport(), rect.center().toPoint())
    assert page._hovered == marked
    page.grab()
    move_mouse(page.viewport(), QPointF(350, 590).toPoint())
    assert page._hovered is None


def test_a_larger_text_is_set_again(page, appearance):
    before = page.document().size().height()
    appearance.larger(5)
    assert page.document().size().height() > before


def test_no_article_is_an_empty_page(page):
    page.show_article(None)
    assert page.document().isEmpty()
    assert page.opened is None


def test_a_long_strip_of_chips_is_cut(page):
    persons = tuple(Person(f"شخص {n}") for n in range(30))
    page.show_article(opened(plain_article(persons=persons, organisations=(), mentions=())))
    assert page.document().toRawText().count("\ufffc") == 8


EVIDENCE = (
    Evidence("section", 0, 6, Reason.KNOWN_SECTION, 2),
    Evidence("title", 7, 18, Reason.HEADLINE, 3),
    Evidence("date", 19, 30, Reason.LABEL, 4),
    Evidence("author", 31, 40, Reason.UNDER_TITLE, 5),
)
EXPLAINED = replace(ARTICLE, evidence=EVIDENCE)


def click(page, point):
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point)


def place_of(page, text):
    """The middle of the first place in the page where ``text`` is written."""
    cursor = page.document().find(text)
    start, end = QTextCursor(cursor), QTextCursor(cursor)
    start.setPosition(cursor.selectionStart())
    end.setPosition(cursor.selectionEnd())
    return (page.cursorRect(start).center() + page.cursorRect(end).center()) / 2


def test_a_click_on_a_field_asks_where_it_was_read(page, qtbot):
    page.show_article(opened(EXPLAINED))
    with qtbot.waitSignal(page.sourceWanted) as asked:
        click(page, place_of(page, "محليات"))
    assert asked.args == [Wanted("section")]


def test_the_title_asks_but_where_it_names_a_body(page, qtbot):
    page.show_article(opened(EXPLAINED))
    with qtbot.waitSignal(page.sourceWanted) as asked:
        click(page, place_of(page, "تبدأ"))
    assert asked.args == [Wanted("title")]
    with qtbot.waitSignal(page.entityChosen):
        click(page, place_of(page, "الهيئة"))


def test_the_date_shows_the_text_it_was_read_from(page):
    published = Published(dt.date(2025, 12, 15), text="15 ديسمبر 2025م")
    page.show_article(opened(replace(EXPLAINED, published=published)))
    shown = page.document().find("15 ديسمبر").charFormat().toolTip()
    assert "15 ديسمبر 2025م" in shown


def test_pointing_at_a_field_tells_it_too(page):
    page.show_article(opened(EXPLAINED))
    told = {
        text: page.document().find(text).charFormat().toolTip()
        for text in ("محليات", "تبدأ", "قال")
    }
    assert told["محليات"].startswith("القسم")
    assert told["تبدأ"].startswith("العنوان")
    assert told["قال"] == ""


def test_reasons_are_told_in_the_readers_language_and_digits():
    english = reasons(EXPLAINED, Wording(language="en"))
    assert english["author"] == "author: line 5: under the title."
    assert "السطر ٥" in reasons(EXPLAINED, Wording(digits="arabic"))["author"]


def test_no_chip_is_wider_than_a_line(page, appearance):
    appearance.larger(10)
    page.resize(420, 600)
    office = "وكيل وزارة الصحة للإمداد والشؤون الهندسية والخدمات العلاجية"
    page.show_article(opened(replace(ARTICLE, persons=(Person("سالم", roles=(office,)),))))
    margin = page.document().rootFrame().frameFormat().leftMargin()
    space = page._setter._chips
    chip = space.style("سالم", office, "strong", "entity:0")
    width = space.intrinsicSize(page.document(), 0, chip).width()
    assert width == page.viewport().width() - 2 * margin


def test_a_long_office_takes_the_widest_chip_there_is(page, appearance):
    space = ChipObject(appearance, page.document())
    sizes = [
        space.intrinsicSize(page.document(), 0, space.style("سالم", note, "strong", "entity:0"))
        for note in ("رئيس", "رئيس الوفد " * 20, "رئيس الوفد " * 40)
    ]
    assert 0 < sizes[0].width() < sizes[1].width() == sizes[2].width()


@pytest.mark.parametrize("note", ["عم", "ملك", "رئيس"])
def test_the_shortest_office_is_drawn_in_its_chip(page, appearance, note):
    def drawn(note):
        space = ChipObject(appearance, page.document())
        chip = space.style("سالم", note, "strong", "entity:0")
        size = space.intrinsicSize(page.document(), 0, chip)
        image = QImage(size.toSize(), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        space.drawObject(painter, QRectF(image.rect()), page.document(), 0, chip)
        painter.end()
        muted = appearance.colour("muted").lightness() + 40
        places = [(x, y) for x in range(image.width()) for y in range(8, image.height() - 8)]
        return sum(image.pixelColor(x, y).lightness() < muted for x, y in places)

    assert drawn(note) > drawn("")


def test_a_screen_reader_hears_how_many_places_match(page):
    page.show_article(opened(ARTICLE, title=(), body=((0, 3), (4, 6))))
    assert "2" in page.accessibleDescription() or "موضعان" in page.accessibleDescription()
    page.show_article(opened())
    assert page.accessibleDescription() == ""
