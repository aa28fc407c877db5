"""Where the panes stand: facets, list and reading side by side between search bar and status."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

WIDTHS = (288, 440, 712)


def reading_side(above: QWidget, panes: Sequence[QWidget], window: QWidget) -> QStackedWidget:
    """A stack of panes below each other under a bar, for what will lie over them all."""
    side = QWidget(window)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    article = QSplitter(Qt.Orientation.Vertical, window)
    article.setHandleWidth(1)
    for pane in panes:
        article.addWidget(pane)
        article.setCollapsible(article.indexOf(pane), False)
    article.setStretchFactor(0, 1)
    column.addWidget(above)
    column.addWidget(article, 1)
    reading = QStackedWidget(window)
    reading.addWidget(side)
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


def empty_place(name: str, window: QWidget) -> QWidget:
    """What stands where a pane of this object name will be, in its colours."""
    place = QWidget(window)
    place.setObjectName(name)
    place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return place


def fill_place(splitter: QSplitter, number: int, pane: QWidget, least: int) -> None:
    """Put a pane where an empty place was, as wide, and growing as that did."""
    widths = splitter.sizes()
    pane.setMinimumWidth(least)
    if place := splitter.replaceWidget(number, pane):
        splitter.setStretchFactor(number, place.sizePolicy().horizontalStretch())
        place.deleteLater()
    splitter.setCollapsible(number, False)
    if splitter.isVisible():
        splitter.setSizes(widths)
