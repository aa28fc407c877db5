"""Where characters stand in a laid-out text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout

from gui.panes.marking import paint_spans, span_rects, utf16, utf16_spans


@given(st.text(), st.data())
def test_places_are_counted_as_qt_counts(text, data):
    index = data.draw(st.integers(0, len(text)))
    assert utf16(text, index) == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def test_spans_after_a_letter_outside_the_plane():
    assert utf16_spans("😀 علي", [(2, 5)]) == [(3, 6)]


def laid(text, font, width=10_000.0):
    layout = QTextLayout(text, font)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def test_a_word_is_one_rectangle_as_wide_as_the_word(appearance):
    layout = laid("قال علي اليوم", appearance.font("interface"))
    (rect,) = span_rects(layout, 4, 7)
    line = layout.lineAt(0)
    assert rect.width() == pytest.approx(abs(line.cursorToX(4)[0] - line.cursorToX(7)[0]), abs=0.6)


def test_a_span_over_two_lines_has_a_rectangle_in_each(appearance):
    layout = laid("كلمات كثيرة لا تسعها سطر واحد", appearance.font("interface"), 90.0)
    rects = span_rects(layout, 0, 29)
    assert len({round(rect.y()) for rect in rects}) == layout.lineCount() > 1


def test_a_span_over_both_directions_covers_both(appearance):
    text = "قال BBC عربي"
    layout = laid(text, appearance.font("interface"))
    whole = sum(rect.width() for rect in span_rects(layout, 0, len(text)))
    assert whole == pytest.approx(layout.lineAt(0).naturalTextWidth(), abs=2)


def test_nothing_outside_the_text_is_marked(appearance):
    layout = laid("علي", appearance.font("interface"))
    assert span_rects(layout, 3, 9) == []


def test_the_size_of_letters_may_be_given(appearance):
    layout = laid("علي", appearance.font("interface"))
    (small,), (large,) = span_rects(layout, 0, 3), span_rects(layout, 0, 3, 40)
    assert large.height() > small.height()


def test_the_ground_is_painted_behind_the_letters(appearance):
    layout = laid("علي", appearance.font("interface"))
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_spans(painter, layout, QPointF(10, 10), [(0, 3)], QColor("#ffcc00"))
    painter.end()
    (rect,) = span_rects(layout, 0, 3)
    centre = rect.center() + QPointF(10, 10)
    assert image.pixelColor(centre.toPoint()) == QColor("#ffcc00")
