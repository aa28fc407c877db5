"""What tests about names do again and again in a window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from newsarchive.search.query import Facet


def values(window, facet=Facet.PERSON):
    """Each value of a facet with its count."""
    model = window.sidebar.sections[facet].model
    return {model.index(row).data(): model.index(row).data(256) for row in range(model.rowCount())}


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key, where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def menu(window):
    """The one menu that is open."""
    (shown,) = (one for one in window.findChildren(QMenu) if one.isVisible())
    return shown


def entries(shown):
    """What a menu offers."""
    return [action.text().split("\t")[0] for action in shown.actions() if action.text()]


def pick(shown, text):
    """Choose an entry of a menu."""
    next(a for a in shown.actions() if a.text().split("\t")[0] == text).trigger()
    shown.close()


def dialog_of(window):
    """The one dialog that is open."""
    (found,) = (d for d in window.findChildren(QDialog) if d.isVisible())
    return found
