"""Corrections made and taken back, one act after the other."""

import pytest

from gui.entities import Entities
from gui.subject import Subject
from newsarchive.archive import Archive
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.errors import ReaderError, StoreError
from newsarchive.search.query import Facet, Query
from tests.gui.people import FULL, SHORT, people_archive

PERSON = EntityKind.PERSON
MERGE = Correction(What.MERGE, PERSON, SHORT, FULL)
HIDE = Correction(What.HIDE, PERSON, "مدى")
BEFORE = {SHORT: 2, FULL: 1, "مدى": 1}


@pytest.fixture
def entities(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    made = Entities()
    made.open(people_archive(tmp_path))
    yield made
    made.close()


@pytest.fixture
def settle(entities, qtbot):
    def wait():
        qtbot.waitUntil(lambda: not entities.busy)

    return wait


def facet(tmp_path):
    with Archive.open(tmp_path / "test.qusasat", read_only=True) as archive:
        return {v.name: v.count for v in archive.facets(Query()).values[Facet.PERSON]}


def test_an_act_is_made_indexed_and_taken_back_and_made_again(entities, settle, tmp_path):
    correcting = entities.correcting
    assert correcting.last is None
    correcting.make([MERGE, HIDE])
    assert correcting.busy
    settle()
    assert facet(tmp_path) == {FULL: 3}
    assert correcting.last.corrections == (MERGE, HIDE)
    correcting.undo()
    settle()
    assert facet(tmp_path) == BEFORE
    assert correcting.last is None
    correcting.redo()
    settle()
    assert facet(tmp_path) == {FULL: 3}
    assert correcting.last_undone is None


def test_acts_asked_one_on_the_other_are_all_done_in_their_order(entities, settle, tmp_path):
    told = []
    entities.correcting.changed.connect(told.append)
    entities.correcting.make([MERGE])
    entities.correcting.make([HIDE])
    entities.correcting.undo()
    entities.correcting.undo()
    entities.correcting.undo()
    settle()
    assert [(outcome.act.corrections[0], outcome.taken_back) for outcome in told] == [
        (MERGE, False), (HIDE, False), (HIDE, True), (MERGE, True),
    ]  # fmt: skip
    assert facet(tmp_path) == BEFORE


def test_what_holds_already_is_not_an_act(entities, settle):
    told = []
    entities.correcting.make([HIDE])
    settle()
    entities.correcting.changed.connect(told.append)
    entities.correcting.make([HIDE])
    settle()
    assert told[0].act.numbers == ()
    entities.correcting.undo()
    settle()
    assert entities.correcting.last is None


def test_a_new_act_forgets_what_could_be_made_again(entities, settle):
    entities.correcting.make([MERGE])
    entities.correcting.undo()
    entities.correcting.make([HIDE])
    settle()
    assert entities.correcting.last_undone is None


def test_any_correction_can_be_taken_back_and_leaves_its_act(entities, settle, tmp_path):
    entities.correcting.make([MERGE, HIDE])
    settle()
    histories = []
    entities.historyArrived.connect(histories.append)
    entities.ask_history()
    settle()
    entities.correcting.take_back(histories[0][0])
    settle()
    assert facet(tmp_path) == {SHORT: 2, FULL: 1}
    assert entities.correcting.last.corrections == (HIDE,)
    assert entities.correcting.last_undone.corrections == (MERGE,)


def test_what_another_program_took_back_is_as_it_should_be(entities, settle, tmp_path):
    entities.correcting.make([HIDE])
    settle()
    with Archive.open(tmp_path / "test.qusasat") as archive:
        archive.names.undo(entities.correcting.last.numbers[0])
    entities.correcting.undo()
    settle()
    assert facet(tmp_path) == BEFORE


def test_corrections_go_to_a_colleague_and_come_from_one(entities, settle, tmp_path):
    sent = []
    path = tmp_path / "shared.jsonl"
    entities.correcting.sentOut.connect(lambda *args: sent.append(args))
    entities.correcting.make([MERGE])
    settle()
    entities.correcting.send_out(path)
    settle()
    assert sent == [(1, path)]
    entities.correcting.undo()
    entities.correcting.take_in(path)
    settle()
    assert facet(tmp_path) == {FULL: 3, "مدى": 1}
    assert entities.correcting.last.file == "shared.jsonl"
    entities.correcting.undo()
    settle()
    assert facet(tmp_path) == BEFORE


def test_what_cannot_be_done_is_told_and_the_rest_goes_on(entities, settle, tmp_path):
    failures = []
    bad = tmp_path / "bad.jsonl"
    bad.write_text("[]", "utf-8")
    entities.correcting.failed.connect(failures.append)
    entities.correcting.make([Correction(What.MERGE, PERSON, SHORT, SHORT)])
    entities.correcting.take_in(bad)
    entities.correcting.send_out(tmp_path / "none" / "out.jsonl")
    entities.correcting.make([HIDE])
    settle()
    assert {type(error) for error in failures} == {StoreError, ReaderError, FileNotFoundError}
    assert facet(tmp_path) == {SHORT: 2, FULL: 1}


def test_undo_that_fails_can_be_tried_again(entities, settle, tmp_path, monkeypatch):
    entities.correcting.make([HIDE])
    settle()
    with monkeypatch.context() as patched:
        patched.setattr("newsarchive.names.Names.undo", _locked)
        entities.correcting.undo()
        settle()
    assert facet(tmp_path) == {SHORT: 2, FULL: 1}
    entities.correcting.undo()
    settle()
    assert facet(tmp_path) == BEFORE


def _locked(*_):
    raise StoreError("store-locked", file="x")


def test_another_archive_has_acts_of_its_own(entities, settle, tmp_path):
    entities.correcting.make([HIDE])
    settle()
    folder = tmp_path / "other"
    folder.mkdir()
    cards = []
    entities.cardArrived.connect(cards.append)
    entities.open(people_archive(folder))
    assert entities.correcting.last is None
    entities.ask_card(Subject(PERSON, "مدى"))
    settle()
    assert not cards[0].card.is_hidden
