"""Where characters stand in a laid-out text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout

from gui.panes.marking import _line_rects, paint_spans, span_rects, utf16, utf16_spans


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


LETTERS = st.text(alphabet="ابجمل لاسَِّـe 12،", min_size=1, max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LETTERS, st.data())
def test_arabic_alone_is_marked_as_letter_by_letter(appearance, text, data):
    layout = laid(text, appearance.font("interface"), data.draw(st.sampled_from((60.0, 10_000.0))))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quick = [rect.getRect() for rect in span_rects(layout, start, end)]
    slow = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            slow += [rect.getRect() for rect in _line_rects(line, "", first, last, 13)]
    assert len(quick) == len(slow)
    for one, other in zip(quick, slow, strict=True):
        assert one == pytest.approx(other, abs=2)
