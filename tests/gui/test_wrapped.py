"""Texts of several lines: letter for letter, flush at the edge they begin at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from gui.panes.wrapped import Wrapped

TEXT = "لا يتصل البرنامج بالشبكة لا يتصل البرنامج بالشبكة لا يتصل البرنامج بالشبكة"


def beginnings(label):
    """The column of the ink that is furthest at the leading edge, for each line."""
    picture, pitch = label.grab().toImage(), label.fontMetrics().lineSpacing()
    columns = range(picture.width())
    ground = picture.pixelColor(0, 0)
    found = []
    for top in range(0, picture.height() - pitch + 1, pitch):
        rows = range(top + pitch // 4, top + pitch * 3 // 4)
        inked = [x for x in columns if any(picture.pixelColor(x, y) != ground for y in rows)]
        found.append((inked[0], inked[-1]) if inked else None)
    return [ends for ends in found if ends]


@pytest.mark.parametrize("right_to_left", [True, False])
def test_every_line_begins_at_the_edge(qtbot, right_to_left):
    label = Wrapped(TEXT if right_to_left else "Word " * 30)
    qtbot.addWidget(label)
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    label.setLayoutDirection(right if right_to_left else left)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    label.resize(label.fontMetrics().horizontalAdvance("لا يتصل البرنامج بالشبكة لا "), 200)
    edges = [ends[1 if right_to_left else 0] for ends in beginnings(label)]
    assert len(edges) > 2
    assert max(edges) - min(edges) <= 2


def test_it_says_what_was_said_letter_for_letter(qtbot):
    label = Wrapped("<b>A  &  B</b>\n«ب»")
    qtbot.addWidget(label)
    assert label.text() == "<b>A  &  B</b>\n«ب»"
    shown = QTextDocument()
    shown.setHtml(QLabel.text(label))
    assert shown.toPlainText() == label.text()
    label.clear()
    assert label.text() == ""
    assert label.sizeHint().height() <= Wrapped("x").sizeHint().height()
