"""Taking articles out, by keyboard alone."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from newsarchive.search.query import Facet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def answered(monkeypatch, tmp_path):
    """The system's own dialog for files answers with the name given."""

    def answer(name):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), a[-1]))
        return path

    return answer


def words_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_bounded().split()))
            text.close()
            page.close()
        return texts
    finally:
        document.close()


def test_a_section_is_left_out_and_the_rest_is_exported_as_cuttings(reader, papers, answered):
    reader.imports(papers)
    section = reader.window.sidebar.sections[Facet.SECTION]
    reader.presses(Qt.Key.Key_Escape, Qt.Key.Key_F)
    while not section.view.hasFocus():
        reader.presses(Qt.Key.Key_Tab)
    while section.view.currentIndex().data() != "رياضة":
        reader.presses(Qt.Key.Key_Down)
    reader.presses(Qt.Key.Key_Minus)
    reader.waits()
    kept = ["افتتاح ميناء المرسى الجديد", "مدرسة جديدة في ولاية السهل"]
    assert sorted(reader.titles()) == kept
    out = answered("نتيجة.pdf")
    reader.presses((CONTROL | SHIFT, Qt.Key.Key_E))
    reader.until(out.exists)
    reader.waits()
    pages = words_of(out)
    assert len(pages) == 2
    assert all(any(title in page for page in pages) for title in kept)
    reader.presses((CONTROL, Qt.Key.Key_Backspace))
    reader.waits()
    assert len(reader.titles()) == 3


def test_the_article_that_is_read_is_saved_as_a_cutting(reader, papers, answered):
    reader.imports(papers)
    reader.searches("ميناء")
    reader.presses(Qt.Key.Key_Return, Qt.Key.Key_Return)
    out = answered("قصاصة.pdf")
    reader.presses((CONTROL | SHIFT, Qt.Key.Key_S))
    reader.until(out.exists)
    reader.waits()
    (page,) = words_of(out)
    assert "افتتاح ميناء المرسى الجديد" in page
    assert "15 ديسمبر 2025" in page
