"""The original below the article: the line of a field lit, by click and by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from gui.panes.source_pane import MOST, SourcePane
from gui.sought import Told, Wanted
from newsarchive.archive import Archive
from newsarchive.article import EntityKind, Evidence, RawDocument, Reason
from newsarchive.ingest.flow import understand
from newsarchive.readers import read
from newsarchive.source_text import SourceText
from newsarchive.store.adding import Incoming

PAGE = """محليات

حريق في مستودع الميناء

15 ديسمبر 2025

قال العميد سالم بن علي الحارثي مدير الدفاع المدني إن الحريق أُخمد.

Reuters said the port stayed open.
"""
TEXT = "عنوان الصفحة 2025\nBBC قالت: سطر عربي طويل هنا\nA line of Latin letters\n"


@pytest.fixture
def pane(appearance, qtbot):
    made = SourcePane(appearance)
    qtbot.addWidget(made)
    made.resize(600, 320)
    made.show()
    return made


@pytest.fixture
def desk(make_desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    place = tmp_path / "حريق.txt"
    place.write_text(PAGE, encoding="utf-8")
    found = [one for one in read(place) if isinstance(one, RawDocument)]
    with Archive.open(tmp_path / "a.qusasat", create=True) as archive:
        archive.add([Incoming(understand(o), o.source, o.media_type, o.encoding) for o in found])
        for _ in archive.refresh():
            pass
    made = make_desk()
    made.open(tmp_path / "a.qusasat")
    qtbot.waitUntil(lambda: not made.busy and made.window.page.opened is not None)
    return made


def told(text=TEXT, place=(0, 12), **more):
    return Told(SourceText(1, "صفحة.txt", "text/plain", text), Wanted("title"), place, **more)


def test_the_line_is_lit_whole_and_what_was_looked_for_within_it(pane):
    pane.show_told(told(place=(6, 12), reason="العنوان: السطر 1"))
    assert pane.lit == ("عنوان الصفحة 2025", "الصفحة")
    assert "السطر 1" in pane._reason.text()
    pane.show_told(told(place=None))
    assert pane.lit == ()


def test_each_line_has_its_own_direction_and_the_letters_stay(pane):
    pane.show_told(told())
    document = pane.text.document()
    turned = [document.findBlockByNumber(n).textDirection() for n in range(3)]
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert turned == [right, right, left]
    assert document.toPlainText() == TEXT


def test_what_the_file_states_does_not_mix_with_the_name_of_its_field(pane):
    head = "date: 4 يونيو 2026\nsource: ضفاف النيل\n\n"
    text = head + "Latin body\n"
    start = text.index("4")
    source = SourceText(1, "a.json", "application/json", text, (), len(head))
    pane.show_told(Told(source, Wanted("date"), (start, start + 12)))
    assert pane.lit == ("date \u20684 يونيو 2026", "4 يونيو 2026")
    document = pane.text.document()
    turned = [document.findBlockByNumber(n).textDirection() for n in (0, 1)]
    assert turned[0] == turned[1]
    pane.text.selectAll()
    copied = pane.text.createMimeDataFromSelection().text()
    assert copied.startswith("date 4 يونيو 2026\nsource ضفاف النيل\n")


def test_a_place_over_several_lines_is_lit_from_line_to_line(pane):
    pane.show_told(told(place=(6, 22)))
    assert pane.lit[:2] == ("عنوان الصفحة 2025", "BBC قالت: سطر عربي طويل هنا")


def test_the_file_is_named_with_what_it_lies_in_and_whole_where_it_is_pointed_at(pane):
    name = "/home/a/news.zip/day.json#12"
    pane.show_told(Told(SourceText(1, name, "application/json", TEXT), Wanted("title")))
    assert pane._file.text() == "\u2068news.zip/day.json#12\u2069"
    assert pane._file.toolTip() == name


def test_what_is_lit_is_scrolled_to(pane):
    text = "سطر\n" * 400 + "هذا هو\n" + "سطر\n" * 400
    start = text.index("هذا")
    pane.show_told(told(text, (start, start + 6)))
    assert 0 < pane.text.verticalScrollBar().value() < pane.text.verticalScrollBar().maximum()
    *_, last = made = pane.text.extraSelections()
    cursor = QTextCursor(last.cursor)
    assert made
    assert pane.text.viewport().rect().contains(pane.text.cursorRect(cursor).center())


def test_of_a_very_long_text_what_is_lit_is_there(pane):
    text = "كلمة بعد كلمة\n" * (MOST // 4) + "هذا هو 😀 هنا\n" + "وبعده\n" * MOST
    start = text.index("هو")
    pane.show_told(told(text, (start, start + 4)))
    assert pane.lit[-1] == "هو 😀"
    assert len(pane.text.document().toPlainText()) <= 2 * MOST


def test_letters_beyond_the_first_plane_and_odd_line_ends_do_not_move_the_light(pane):
    text = "😀 أول\rثان\u2029ثالث\ufffc\nرابع 😀 خامس\n"
    start = text.index("خامس")
    pane.show_told(told(text, (start, start + 4)))
    assert pane.lit == ("رابع 😀 خامس", "خامس")


def test_a_field_that_is_clicked_lights_its_line(desk, qtbot):
    window = desk.window
    window.page.sourceWanted.emit(Wanted("section"))
    qtbot.waitUntil(lambda: window.source.told is not None)
    assert window.source.isVisible()
    assert window.source.lit == ("محليات", "محليات")
    assert window.source._reason.text().startswith("القسم: السطر 1")
    window.page.sourceWanted.emit(Wanted("title"))
    qtbot.waitUntil(lambda: window.source.lit == ("حريق في مستودع الميناء",) * 2)


def test_by_key_it_opens_at_the_title_and_the_buttons_lead_to_the_other_fields(desk, qtbot):
    window = desk.window
    window.list.focus_rows()
    QTest.keyClick(window.list.view, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: window.source.told is not None)
    assert window.source.text.hasFocus()
    assert "حريق في مستودع الميناء" in window.source.lit
    buttons = {b.property("field"): b for b in window.source._fields}
    assert list(buttons) == ["title", "section", "date", "body"]
    assert buttons["title"].isChecked()
    buttons["date"].setFocus()
    QTest.keyClick(buttons["date"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.source.lit[-1:] == ("15 ديسمبر 2025",))
    assert buttons["date"].isChecked()
    QTest.keyClick(buttons["date"], Qt.Key.Key_Escape)
    assert not window.source.isVisible()
    assert window.page.hasFocus()


def test_the_key_closes_it_from_within(desk, qtbot):
    window = desk.window
    window.actions_by_id["source"].trigger()
    qtbot.waitUntil(lambda: window.source.told is not None)
    window.actions_by_id["source"].trigger()
    assert not window.source.isVisible()


def test_a_name_is_shown_where_it_is_written(desk, qtbot):
    window = desk.window
    page = window.page
    entry = next(e for e in page.setting.entries if e.kind is EntityKind.PERSON)
    window.naming.menus._show_source(entry)
    qtbot.waitUntil(lambda: window.source.told is not None)
    assert "سالم" in window.source.lit[-1]
    assert "كما كُتب" in window.source._reason.text()


def test_selected_text_is_shown_where_it_is_written(desk, qtbot):
    window = desk.window
    window.page.setFocus()
    window.page.setTextCursor(window.page.document().find("Reuters said"))
    window.actions_by_id["source"].trigger()
    qtbot.waitUntil(lambda: window.source.told is not None)
    assert window.source.lit[-1] == "Reuters said"


def test_a_field_without_evidence_says_so(desk, qtbot):
    desk.window.page.sourceWanted.emit(Wanted("outlet"))
    qtbot.waitUntil(lambda: desk.window.source.told is not None)
    assert desk.window.source.lit == ()
    assert desk.window.source._reason.text() == "لا يُعرف من أين قُرئ هذا الحقل"


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ("", Reason.HEADLINE, "افتحه لتراه"),
        ("نص آخر", Reason.HEADLINE, "لم يعد"),
        ("نص آخر", Reason.ADDRESS, "رابط المقال."),
    ],
)
def test_a_field_whose_place_is_not_known_says_why(desk, text, reason, said):
    evidence = (Evidence("title", 0, 0, reason, 1),)
    source = SourceText(1, "a.txt", "text/plain", text, evidence)
    assert desk.window.sourcing._reason(Told(source, Wanted("title"))).endswith(said) or (
        said in desk.window.sourcing._reason(Told(source, Wanted("title")))
    )


def test_it_follows_the_article_and_goes_when_none_is_open(desk, qtbot):
    window = desk.window
    window.page.sourceWanted.emit(Wanted("section"))
    qtbot.waitUntil(lambda: window.source.told is not None)
    window.page.show_article(window.page.opened)
    qtbot.waitUntil(lambda: window.source.told is not None)
    assert window.source.lit == ("محليات", "محليات")
    window.page.show_article(None)
    assert not window.source.isVisible()


def test_the_original_is_kept_as_a_file(desk, qtbot, tmp_path, monkeypatch):
    out, asked = tmp_path / "نسخة.txt", []

    def answer(parent, title, suggested):
        asked.append(suggested)
        return str(out), ""

    monkeypatch.setattr("gui.sourcing.QFileDialog.getSaveFileName", answer)
    with qtbot.waitSignal(desk.window.sourcing.told) as said:
        desk.window.actions_by_id["save_original"].trigger()
    assert asked == ["حريق في مستودع الميناء.txt"]
    assert out.read_text("utf-8") == PAGE
    assert "نسخة.txt" in said.args[0]


@pytest.mark.parametrize("opens", [True, False])
def test_the_original_is_opened_by_the_systems_program(desk, qtbot, monkeypatch, opens):
    given, said = [], []
    monkeypatch.setattr(
        "gui.outside.QDesktopServices.openUrl", lambda url: given.append(url) or opens
    )
    desk.window.sourcing.told.connect(said.append)
    desk.window.actions_by_id["open_original"].trigger()
    qtbot.waitUntil(lambda: bool(given))
    assert Path(given[0].toLocalFile()).read_text("utf-8") == PAGE
    assert bool(said) is not opens


def test_a_place_that_cannot_be_written_is_told(desk, qtbot, tmp_path):
    with qtbot.waitSignal(desk.entities.failed) as failed:
        desk.entities.write_original(1, tmp_path / "none" / "a.txt", opens=False)
    assert isinstance(failed.args[0], OSError)


@pytest.mark.parametrize("width", [380, 550, 600, 1200])
def test_what_is_done_with_the_original_stands_in_one_row(pane, width):
    pane.show_fields(
        [(str(n), text) for n, text in enumerate(["العنوان", "التاريخ", "الكاتب"] * 2)]
    )
    pane.resize(width, 320)
    places = [button.mapTo(pane, button.rect().topLeft()) for button in (pane._open, pane._save)]
    assert places[0].y() == places[1].y()
