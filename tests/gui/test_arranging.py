"""The panes stand as wide as they are meant to, and the article takes what is left."""

from gui.arranging import WIDTHS


def test_panes_filled_before_the_window_is_seen_have_their_widths(window):
    facets, rows, article = window.splitter.sizes()
    assert (facets, rows) == WIDTHS[:2]
    assert article > rows


def test_what_the_window_gains_goes_to_the_article(window, qapp):
    before = window.splitter.sizes()
    window.resize(1700, 900)
    qapp.processEvents()
    after = window.splitter.sizes()
    assert after[:2] == before[:2]
    assert after[2] > before[2]


def test_panes_filled_in_sight_keep_the_place_they_found(make_desk, archive, qapp):
    from PySide6.QtWidgets import QWidget

    from gui.arranging import fill_place

    window = make_desk(archive).window
    before = window.splitter.sizes()
    fill_place(window.splitter, 0, QWidget(window), 220)
    qapp.processEvents()
    assert window.splitter.sizes() == before
