"""How one hit is drawn."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.models.article_list_model import HitRole
from gui.panes.article_row import KEPT, ArticleRow, Measure, lay_out
from gui.wording import Wording
from newsarchive.article import Published
from newsarchive.search.query import Hit, Snippet


def hit(number=1, title="عنوان الخبر", text="نص قصير", outlet="الأفق", **values):
    snippet = text if isinstance(text, Snippet) else Snippet(text)
    published = Published(dt.date(2025, 12, 15))
    return Hit(number, number, Snippet(title), snippet, "محليات", outlet, "", "", published)


@pytest.fixture
def delegate(appearance, wording):
    return ArticleRow(appearance, wording)


class OneRow(QAbstractListModel):
    def __init__(self, shown):
        super().__init__()
        self.shown = shown

    def rowCount(self, parent=None):  # noqa: N802 - Qt's own name
        return 1

    def data(self, index, role=0):
        return self.shown if role == HitRole else None


def painted(delegate, shown, state=QStyle.StateFlag.State_Enabled):
    image = QImage(420, delegate.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 420, delegate.height)
    option.state = state
    option.direction = Qt.LayoutDirection.RightToLeft
    model = OneRow(shown)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return image


def colours(image):
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    }


def test_the_meta_line_keeps_foreign_names_in_their_place(delegate):
    assert delegate.meta(hit(outlet="Reuters (UK)")) == (
        "\u206815 ديسمبر 2025\u2069  ·  \u2068Reuters (UK)\u2069  ·  \u2068محليات\u2069"
    )


def test_a_selected_row_has_the_accent_at_its_leading_edge(delegate, appearance):
    image = painted(delegate, hit(), QStyle.StateFlag.State_Selected)
    assert image.pixelColor(418, 50) == appearance.colour("accent")
    assert image.pixelColor(2, 50) == appearance.colour("selection")


def test_matches_stand_on_the_highlight(delegate, appearance):
    shown = hit(text=Snippet("قال علي اليوم", ((4, 7),)))
    assert appearance.colour("highlight").name() in colours(painted(delegate, shown))
    assert appearance.colour("highlight").name() not in colours(painted(delegate, hit()))


def test_a_picture_without_text_says_so(delegate):
    unread = replace(hit(text=""), unread=True)
    row = delegate._row(unread, 400, right_to_left=True)
    assert row.snippet.layout.text() == "صورة لم يُقرأ ما فيها من نص"
    assert painted(delegate, unread) != painted(delegate, replace(unread, unread=False))
    read = replace(hit(text="نص"), unread=True)
    assert delegate._row(read, 400, right_to_left=True).snippet.layout.text() == "نص"


def test_a_row_on_its_way_is_quiet_bars(delegate, appearance):
    image = painted(delegate, None)
    assert appearance.colour("hairline").name() in colours(image)


def test_the_row_under_the_pointer_shows_it(delegate, appearance):
    image = painted(delegate, hit(), QStyle.StateFlag.State_MouseOver)
    assert image.pixelColor(2, 50) == appearance.colour("hover")


@pytest.mark.parametrize("right_to_left", [True, False])
@pytest.mark.parametrize("title", ["حريق في مستودع", "Fire in a warehouse"])
def test_a_title_begins_where_its_text_does(delegate, right_to_left, title):
    shown = hit(title=title, text=title)
    row = delegate._row(shown, 400, right_to_left=right_to_left)
    lines = [laid.layout.lineAt(0) for laid in (row.title, row.snippet)]
    if title.startswith("حريق"):
        assert [line.position().x() + line.width() for line in lines] == [400, 400]
    else:
        assert [line.position().x() for line in lines] == [0, 0]


def test_only_so_many_layouts_are_kept(delegate):
    for number in range(KEPT + 3):
        delegate._row(hit(number), 400, right_to_left=True)
    assert len(delegate._rows) == KEPT
    kept = delegate._row(hit(KEPT), 400, right_to_left=True)
    assert kept is delegate._row(hit(KEPT), 400, right_to_left=True)


TEXTS = st.text(st.sampled_from("اب تث جح\u0651\u0640 ABC 123 «».،😀\n"), max_size=400)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(80, 500), st.integers(1, 2))
def test_a_text_never_takes_more_than_its_lines(appearance_once, text, width, lines):
    delegate = ArticleRow(appearance_once, Wording())
    laid = delegate._laid(Snippet(text), "list_snippet", width, lines, True, True)
    assert laid.layout.lineCount() <= lines
    shown = laid.layout.text()
    assert shown == text.replace("\n", " ") or shown.endswith("…")
    for number in range(laid.layout.lineCount()):
        assert laid.layout.lineAt(number).naturalTextWidth() <= width + 1


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(80, 300), st.data())
def test_highlights_stay_inside_what_is_shown(appearance_once, text, width, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    delegate = ArticleRow(appearance_once, Wording())
    laid = delegate._laid(Snippet(text, ((start, end),)), "list_snippet", width, 1, True, True)
    units = len(laid.layout.text().encode("utf-16-le")) // 2
    assert all(0 <= first <= last <= units for first, last in laid.spans)


@pytest.fixture(scope="module")
def appearance_once(qapp_cls, tmp_path_factory):
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from gui.appearance import Appearance
    from gui.settings import Settings

    application = QApplication.instance() or QApplication([])
    folder = tmp_path_factory.mktemp("settings")
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    made = Appearance(application, Settings(store))
    yield made
    made.deleteLater()


def test_a_word_longer_than_the_line_is_broken(appearance):
    measure = Measure(60, 1, 20, True, True)
    layout, end = lay_out("كلمةطويلةجداجداجداجدا", appearance.font("interface"), measure)
    assert layout.lineCount() == 1
    assert 0 < end < 21
