"""Tables that are read and chosen from, never written in: one look for all dialogs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QWidget

LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


def read_table(
    name: str, titles: Sequence[str], widths: Sequence[int], parent: QWidget
) -> QTableWidget:
    """An empty table whose rows are chosen whole.

    Args:
        name: what a screen reader calls it.
        titles: of the columns.
        widths: of all columns but the first, which takes the rest; pixels.
        parent: the dialog.
    """
    table = QTableWidget(0, len(titles), parent)
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(titles))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.horizontalHeader().setDefaultAlignment(LEADING)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate(widths, 1):
        table.setColumnWidth(column, width)
    return table
