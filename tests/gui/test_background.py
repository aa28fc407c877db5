"""Work off the main thread."""

import threading

import pytest

from gui.background import Background, Turns, Worker


@pytest.fixture
def worker():
    made = Worker()
    yield made
    made.stop()


def test_only_the_latest_answer_arrives(worker, qtbot):
    background, answers = Background(worker), []
    background.done.connect(answers.append)
    gate = threading.Event()
    background.run(lambda: gate.wait(5))
    for number in range(20):
        background.run(lambda number=number: number)
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert answers == [19]


def test_what_was_overtaken_in_the_queue_is_not_even_done(worker, qtbot):
    background, ran, gate = Background(worker), [], threading.Event()
    worker.start(lambda: gate.wait(5))
    for number in range(5):
        background.run(lambda number=number: ran.append(number))
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert ran == [4]


def test_an_error_comes_back_as_a_signal(worker, qtbot):
    background = Background(worker)
    with qtbot.waitSignal(background.failed) as signal:
        background.run(lambda: 1 / 0)
    assert isinstance(signal.args[0], ZeroDivisionError)


def test_after_cancel_neither_signal_comes(worker, qtbot):
    background, other, answers = Background(worker), Background(worker, 9), []
    background.done.connect(answers.append)
    background.run(lambda: "late")
    background.cancel()
    with qtbot.waitSignal(other.done):
        other.run(lambda: "after")
    assert answers == []
    assert not background.busy


def test_work_never_runs_on_the_window_thread(worker, qtbot):
    background = Background(worker)
    with qtbot.waitSignal(background.done) as signal:
        background.run(threading.get_ident)
    assert signal.args[0] != threading.get_ident()


def test_urgent_work_goes_first(worker, qtbot):
    gate, order = threading.Event(), []
    worker.start(lambda: gate.wait(5), 0)
    slow, urgent = Background(worker, 5), Background(worker, 1)
    slow.run(lambda: order.append("slow"))
    urgent.run(lambda: order.append("urgent"))
    gate.set()
    qtbot.waitUntil(lambda: not slow.busy and not urgent.busy)
    assert order == ["urgent", "slow"]


def test_what_comes_together_is_done_in_turns_of_the_event_loop(qapp, qtbot):
    turns, done = Turns(), []
    for number in range(4):
        turns.add(lambda number=number: done.append(number))
    for most in range(1, 4):
        qapp.processEvents()
        assert len(done) <= most
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == [0, 1, 2, 3]


def test_an_answer_for_a_window_that_is_gone_is_dropped(qtbot):
    worker, gate = Worker(), threading.Event()
    background = Background(worker)
    background.run(lambda: gate.wait(5))
    from shiboken6 import delete

    delete(background)
    gate.set()
    worker.stop()
