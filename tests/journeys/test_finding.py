"""From a folder of saved articles to the one that was looked for, by keyboard alone."""

from PySide6.QtCore import Qt

from gui.panes.article_list import Empty
from newsarchive.search.query import Facet


def test_a_folder_is_imported_and_an_article_found_and_read(reader, papers):
    assert reader.window.list._empty_reason is Empty.NO_ARTICLES
    reader.imports(papers)
    assert len(reader.titles()) == 3
    reader.searches("ميناء")
    assert reader.titles() == ["افتتاح ميناء المرسى الجديد"]
    reader.presses(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert reader.window.page.hasFocus()
    assert reader.window.page.setting.matches
    assert "15 ديسمبر 2025" in reader.window.page.toPlainText()


def test_narrowing_by_a_section_and_taking_it_back(reader, papers):
    reader.imports(papers)
    section = reader.window.sidebar.sections[Facet.SECTION]
    reader.presses(Qt.Key.Key_Escape, Qt.Key.Key_F)
    while not section.view.hasFocus():
        reader.presses(Qt.Key.Key_Tab)
    reader.presses(Qt.Key.Key_Space)
    reader.waits()
    assert len(reader.titles()) == 1
    reader.presses((Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Right))
    reader.waits()
    assert len(reader.titles()) == 3


def test_a_file_that_cannot_be_read_is_named_and_the_rest_comes_in(reader, papers):
    (papers / "broken.zip").write_bytes(b"PK\x03\x04 truncated")
    reader.imports(papers)
    assert len(reader.titles()) == 3
    assert [failure.file.endswith("broken.zip") for failure in reader.desk.importing.failures] == [
        True
    ]
    assert reader.desk.importing.failures[0].reason


def test_importing_again_adds_nothing(reader, papers):
    reader.imports(papers)
    reader.imports(papers)
    assert len(reader.titles()) == 3


def test_a_person_is_proposed_after_a_few_letters_and_taken_by_key(shelf):
    shelf.searches("الحار")
    shelf.until(shelf.window.search_bar.proposals.isVisible)
    shelf.presses(Qt.Key.Key_Down, Qt.Key.Key_Return)
    shelf.waits()
    assert shelf.window.search_bar.field.text() == 'شخص:"سالم بن علي الحارثي" '
    assert len(shelf.titles()) == 2


def test_words_are_sought_exactly_as_typed_and_in_other_forms_again(shelf):
    exactly = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
    shelf.searches("مدارس ")
    assert shelf.titles() == ["مدرسة جديدة في السهل"]
    shelf.presses(exactly)
    shelf.waits()
    assert shelf.titles() == []
    assert "تمامًا" in shelf.window.search_bar.reading.said.text()
    shelf.presses(exactly)
    shelf.waits()
    assert shelf.titles() == ["مدرسة جديدة في السهل"]


def test_a_word_is_found_within_the_article_in_any_spelling(shelf):
    shelf.presses(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    shelf.presses((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_F), *"إفتتاح")
    shelf.until(lambda: shelf.window.find_bar.count.text() == "1 من 1")
    shelf.presses(*[Qt.Key.Key_Backspace] * 6, *"ميناء")
    shelf.until(lambda: shelf.window.find_bar.count.text() == "1 من 3")
    shelf.presses(Qt.Key.Key_F3)
    assert shelf.window.find_bar.count.text() == "2 من 3"
    shelf.presses(Qt.Key.Key_Escape)
    assert shelf.window.page.hasFocus()


def test_a_doubted_date_is_looked_up_in_the_original_with_keys_alone(reader, papers):
    reader.imports(papers)
    reader.searches("ميناء ")
    reader.presses(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    reader.presses(Qt.Key.Key_O)
    source = reader.window.source
    reader.until(lambda: source.told is not None)
    assert source.lit[-1] == "افتتاح ميناء المرسى الجديد"
    reader.presses(*[(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Tab)] * 4)
    reader.presses(Qt.Key.Key_Space)
    reader.until(lambda: source.lit[-1:] == ("15 ديسمبر 2025",))
    reader.presses(Qt.Key.Key_Escape)
    assert not source.isVisible()
    assert reader.window.page.hasFocus()
