"""Where the panes stand: facets, list and reading side by side between search bar and status."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

WIDTHS = (288, 440, 712)


def reading_side(page: QWidget, note: QWidget, other: QWidget, window: QWidget) -> QStackedWidget:
    """A stack: first the page with the note below it, then what lies over both."""
    article = QSplitter(Qt.Orientation.Vertical, window)
    article.setHandleWidth(1)
    for pane in (page, note):
        article.addWidget(pane)
        article.setCollapsible(article.indexOf(pane), False)
    article.setStretchFactor(0, 1)
    reading = QStackedWidget(window)
    reading.addWidget(article)
    reading.addWidget(other)
    return reading


def arrange(
    window: QMainWindow, above: QWidget, panes: tuple[tuple[QWidget, int], ...], below: QWidget
) -> QSplitter:
    """Fill the window; ``panes`` are given with their least widths. Gives what parts them."""
    splitter = QSplitter(window)
    splitter.setHandleWidth(1)
    for pane, least in panes:
        pane.setMinimumWidth(least)
        splitter.addWidget(pane)
        splitter.setCollapsible(splitter.indexOf(pane), False)
    splitter.setStretchFactor(len(panes) - 1, 1)
    splitter.setSizes(WIDTHS)
    middle = QWidget(window)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(splitter, 1)
    column.addWidget(below)
    window.setCentralWidget(middle)
    return splitter
