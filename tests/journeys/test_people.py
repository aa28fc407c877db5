"""Putting right who is who, by keyboard alone."""

from PySide6.QtCore import Qt

from gui.dialogs.correction import CorrectionDialog
from newsarchive.search.query import Facet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PERSON, SCHOOL = "سالم بن علي الحارثي", "سعيد بن خلفان الراسبي"


def names(reader, facet=Facet.PERSON):
    model = reader.window.sidebar.sections[facet].model
    return [model.index(row).data() for row in range(model.rowCount())]


def to_person(reader, name):
    """F, then down to the name."""
    reader.presses(Qt.Key.Key_Escape, Qt.Key.Key_F)
    view = reader.window.sidebar.sections[Facet.PERSON].view
    while view.currentIndex().data() != name:
        reader.presses(Qt.Key.Key_Down)


def answers(reader, words=""):
    """Types, and presses Enter once it is seen what the correction would do."""
    shown = reader.window.findChild(CorrectionDialog)
    reader.until(shown.isActiveWindow)
    reader.presses(*words)
    reader.until(lambda: shown.take.isEnabled())
    said = shown._reach.text()
    reader.presses(Qt.Key.Key_Return)
    reader.window.activateWindow()
    reader.waits()
    reader.until(reader.window.isActiveWindow)
    return said


def test_a_misspelt_person_is_renamed_and_the_facet_follows_and_it_is_undone(reader, papers):
    reader.imports(papers)
    to_person(reader, PERSON)
    reader.presses(Qt.Key.Key_F2)
    assert answers(reader, "سالم الحارثي") == "سيظهر هذا في مقالين"
    assert "سالم الحارثي" in names(reader)
    assert PERSON not in names(reader)
    reader.presses((CONTROL, Qt.Key.Key_Z))
    reader.waits()
    assert PERSON in names(reader)
    reader.presses((CONTROL | SHIFT, Qt.Key.Key_Z))
    reader.waits()
    assert PERSON not in names(reader)


def test_two_names_of_one_person_are_merged(reader, papers):
    reader.imports(papers)
    to_person(reader, SCHOOL)
    reader.presses(Qt.Key.Key_M)
    answers(reader, "الحارثي")
    assert names(reader) == [PERSON]
    reader.presses(Qt.Key.Key_P)
    reader.waits()
    page = reader.window.entity_page
    assert page.title.text() == PERSON
    assert SCHOOL in page._names.text()
    reader.presses(Qt.Key.Key_Return)
    reader.waits()
    assert len(reader.titles()) == 3


def test_a_team_that_was_missed_is_marked_in_the_article(reader, papers):
    reader.imports(papers)
    reader.searches("النورس")
    reader.presses(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_V)
    text = reader.window.page.document().toPlainText()
    start = text.index("فريق النورس بكأس")
    steps = start - reader.window.page.textCursor().position()
    reader.presses(*[Qt.Key.Key_Left] * steps)
    reader.presses(*[(SHIFT, Qt.Key.Key_Left)] * len("فريق النورس"))
    reader.presses((CONTROL, Qt.Key.Key_2))
    answers(reader)
    assert "فريق النورس" in names(reader, Facet.ORGANISATION)
    reader.presses((CONTROL, Qt.Key.Key_Z))
    reader.waits()
    assert "فريق النورس" not in names(reader, Facet.ORGANISATION)
