"""What holds for every test."""

import os
from functools import partial

import pytest
from hypothesis import settings

# The same examples at every run, so that a change is judged by what it changes; EXPLORE=1 makes new
# ones, and more of them.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("explore" if os.environ.get("EXPLORE") else "same")

# Its faults are made by limits that other systems do not know.
collect_ignore = [] if os.name == "posix" else ["newsarchive/test_faults_of_the_world.py"]


PATIENCE = 60_000  # milliseconds: a busy machine is slow, which is no fault of the window


@pytest.fixture
def qtbot(qtbot):
    """The one that drives the window, who waits for what is to come until it has come."""
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE))
    return qtbot


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs pipes, permissions, signals or scripts where there are none."""
    if os.name != "posix":
        away = [item for item in items if item.get_closest_marker("posix")]
        config.hook.pytest_deselected(items=away)
        items[:] = [item for item in items if item not in away]
