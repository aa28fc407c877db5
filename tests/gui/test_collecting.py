"""Garbage is looked for a little at a time, and never among what a start has made."""

import gc
import weakref

import pytest

from gui import collecting
from gui.collecting import Collecting


class Ring:
    """Something that only a look can find once nobody holds it."""

    def __init__(self):
        self.self = self


@pytest.fixture
def made(qapp, monkeypatch):
    monkeypatch.setattr(collecting, "PAUSE", 1)
    monkeypatch.setattr(collecting, "YOUNG", 1)
    one = Collecting(qapp)
    yield one
    one.close()
    one.deleteLater()


def test_python_looks_for_nothing_by_itself_until_it_is_closed(made):
    assert not gc.isenabled()
    made.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_stands_at_the_beginning_is_set_aside(made):
    assert gc.get_freeze_count() == 0
    made.begin()
    assert gc.get_freeze_count() > 0


def test_what_becomes_garbage_later_is_found(made, qtbot):
    made.begin()
    gone = weakref.ref(Ring())
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None)


def test_what_has_grown_old_is_found_too(made, qtbot, monkeypatch):
    monkeypatch.setattr(collecting, "OLDER", 2)
    monkeypatch.setattr(collecting, "PATIENCE", 2)
    made.begin()
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect(1)
    del ring
    qtbot.waitUntil(lambda: gone() is None)
