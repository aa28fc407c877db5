"""The dialogs about names: a correction before it is made, proposals, all corrections."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from gui.answers import Values
from gui.correcting import Act, Outcome
from gui.dialogs.correction import CorrectionDialog
from gui.dialogs.corrections import CorrectionsDialog
from gui.dialogs.proposals import ProposalsDialog
from gui.entities import Previewed, Proposed
from gui.language import Language
from gui.panes.value_chooser import ValueChooser
from gui.questions import plain, question, renaming
from gui.subject import Subject
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, MadeCorrection, Preview, Proposal, What
from newsarchive.errors import StoreError
from newsarchive.search.query import Facet, FacetValue
from tests.gui.conftest import type_text
from tests.gui.people import FULL, SHORT

PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANISATION
SUBJECT = Subject(PERSON, SHORT)
NOW = dt.datetime(2025, 12, 20, 9, 0, tzinfo=dt.UTC)
PROPOSALS = (
    Proposal(PERSON, SHORT, FULL, "shorter", 12, 25, ("مدير الشرطة", "شرطة الساحل"), 0),
    Proposal(PERSON, "دستويفسكي", "دوستويفسكي", "sound", 3, 9, (), 2),
    Proposal(PERSON, "سالم", "سالم الحارثي", "an unknown reason", 1, 4),
)


@pytest.fixture
def parent(appearance, qapp, qtbot):
    language = Language(qapp)
    language.use("ar")
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    language.leave()


def test_a_preview_is_seen_before_enter_takes_it(appearance, wording, parent, qtbot):
    asked = question(What.RENAME, SHORT, PERSON)
    field = QLineEdit(SHORT)
    dialog = CorrectionDialog(
        asked, renaming(What.RENAME, SUBJECT), appearance, wording, parent, field=field
    )
    previews, taken = [], []
    dialog.previewWanted.connect(previews.append)
    dialog.taken.connect(taken.append)
    dialog.open()
    assert not dialog._preview.isVisible()
    dialog.refresh()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (previews, taken) == ([], [])
    field.setText(FULL)
    (wanted,) = previews
    assert wanted == Correction(What.RENAME, PERSON, SHORT, FULL)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken == []
    other = Correction(What.RENAME, PERSON, SHORT, "غيره")
    dialog.show_preview(Previewed(other, Preview(1)))
    assert not dialog.take.isEnabled()
    long = "عنوان طويل " * 40
    dialog.show_preview(Previewed(wanted, Preview(37, ((1, "عنوان"), (2, long)), 5)))
    assert dialog._reach.text() == "سيظهر هذا في 37 مقالًا"
    assert "5 مقالات" in dialog._joins.text()
    assert dialog._examples.text().count("\n") == 1
    dialog.show_refused(StoreError("correction-empty"))
    assert dialog._reach.text().startswith("لم يُذكر")
    assert dialog._joins.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken == []
    dialog.show_preview(Previewed(wanted, Preview(37)))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken == [wanted]
    dialog.deleteLater()


def test_a_correction_without_a_question_is_previewed_too(appearance, wording, parent):
    asked = question(What.KIND, "نزوى", BODY)
    build = plain(What.KIND, Subject(EntityKind.PLACE, "نزوى"), "organisation")
    dialog = CorrectionDialog(asked, build, appearance, wording, parent)
    dialog.open()
    dialog.refresh()
    dialog.show_preview(Previewed(build(""), Preview(2, (), 1)))
    assert "نزوى" in dialog._joins.text()
    assert dialog.value == ""
    dialog.deleteLater()


@pytest.mark.parametrize("what", list(What))
@pytest.mark.parametrize("kind", list(EntityKind))
def test_every_correction_has_its_question(what, kind, qapp):
    if what is not What.DISTINCT:
        asked = question(what, "نزوى", kind)
        assert "نزوى" in asked.text
        assert asked.button
        assert asked.note


@pytest.fixture
def chooser(appearance, wording, parent):
    made = ValueChooser(
        appearance, wording, parent, text="القريشي", left_out=SHORT, new_allowed=True
    )
    made.show()
    return made


def values(contains, *names):
    return Values(Facet.PERSON, contains, 0, tuple(FacetValue(name, 2) for name in names))


def test_the_arrows_choose_among_the_names_while_one_types(chooser):
    chooser.show_values(values("القريشي", SHORT, FULL, "القريشي"))
    assert chooser.value == "القريشي"
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.value == FULL
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.value == FULL
    chooser.grab()


def test_a_new_name_stands_first_where_it_is_allowed(chooser):
    chooser.show_values(values("القريشي", FULL))
    assert chooser.value == "القريشي"
    assert chooser.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "القريشي · اسم جديد"


def test_no_other_name_is_chosen_before_a_new_one_is_typed(chooser):
    chooser.field.setText(SHORT)
    chooser.show_values(values(SHORT, SHORT, f"{SHORT} الصغير"))
    assert chooser.value == ""
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.value == f"{SHORT} الصغير"


def test_typing_asks_again_and_older_answers_are_not_shown(chooser, qtbot):
    chooser.show_values(values("القريشي", FULL))
    with qtbot.waitSignal(chooser.wanted) as signal:
        type_text(chooser.field, "حمد")
    assert signal.args == ["حمد"]
    assert chooser.value == ""
    chooser.show_values(values("القريشي", FULL))
    assert chooser.value == ""


@pytest.fixture
def proposals(appearance, wording, parent, qtbot):
    dialog = ProposalsDialog(appearance, wording, parent)
    dialog.asked, dialog.decided = [], []
    dialog.wanted.connect(dialog.asked.append)
    dialog.judged.connect(lambda one, is_one: dialog.decided.append((one.name, is_one)))
    with qtbot.waitActive(dialog):
        dialog.open()
    dialog.begin()
    assert dialog.state.text() == "يبحث عن أسماء متشابهة…"
    dialog.show_proposals(Proposed(PERSON, PROPOSALS))
    yield dialog
    dialog.deleteLater()


def test_proposals_are_judged_one_after_the_other_by_keyboard(proposals):
    assert proposals.view.hasFocus()
    assert proposals.state.text() == "3 اقتراحات"
    assert FULL in proposals._names.text()
    assert "شرطة الساحل" in proposals._shared.text()
    proposals.grab()
    QTest.keyClick(proposals.view, Qt.Key.Key_Down)
    assert "مقالين" in proposals._against.text()
    QTest.keyClick(proposals.view, Qt.Key.Key_Delete)
    QTest.keyClick(proposals.view, Qt.Key.Key_Return)
    QTest.keyClick(proposals.view, Qt.Key.Key_X)
    assert proposals.decided == [("دستويفسكي", False), ("سالم", True), (SHORT, False)]
    assert proposals.asked == [PERSON, PERSON]
    QTest.keyClick(proposals.view, Qt.Key.Key_X)
    assert len(proposals.decided) == 3


def test_proposals_of_another_kind_or_about_one_name_are_not_mixed_in(proposals):
    proposals.show_proposals(Proposed(PERSON, (), about=SHORT))
    proposals.show_proposals(Proposed(BODY, ()))
    assert proposals.model.rowCount() == 3
    proposals.kinds[BODY].click()
    assert proposals.asked == [PERSON, BODY]
    proposals.show_proposals(Proposed(PERSON, PROPOSALS))
    assert proposals.model.rowCount() == 0
    proposals.show_proposals(Proposed(BODY, ()))
    assert proposals.state.text() == "لا اقتراحات"
    assert not proposals.merge.isEnabled()
    proposals.page.click()


def test_a_judgement_taken_back_is_proposed_again(proposals, qtbot):
    with qtbot.waitSignal(proposals.undoWanted):
        QTest.keyClick(proposals.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    proposals.follow(Outcome(Act(())))
    assert proposals.asked == [PERSON]
    proposals.follow(Outcome(Act(()), taken_back=True))
    assert proposals.asked == [PERSON, PERSON]


def test_a_proposal_leads_to_the_page_of_its_name(proposals, qtbot):
    with qtbot.waitSignal(proposals.pageWanted) as signal:
        proposals.page.click()
    assert signal.args == [Subject(PERSON, FULL)]


MADE = (
    MadeCorrection(1, Correction(What.MERGE, PERSON, SHORT, FULL), "ليلى", NOW),
    MadeCorrection(2, Correction(What.SPLIT, PERSON, FULL, "آخر", ("0", "1")), "ليلى", NOW, NOW),
    MadeCorrection(3, Correction(What.HIDE, BODY, "نزوى"), "سالم", NOW),
)


@pytest.fixture
def corrections(appearance, wording, parent):
    dialog = CorrectionsDialog(appearance, wording, parent)
    dialog.open()
    dialog.show_history(MADE)
    yield dialog
    dialog.deleteLater()


def test_corrections_are_listed_the_last_first(corrections):
    rows = [corrections.model.index(row) for row in range(3)]
    told = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in rows]
    assert corrections.state.text() == "تصحيحان قائمان"
    assert "إخفاء" in told[0]
    assert "سالم" in told[0]
    assert "20 ديسمبر 2025" in told[0]
    assert "في مقالين" in told[1]
    assert told[1].endswith("تُراجع عنه")
    corrections.grab()


def test_delete_takes_back_or_makes_again(corrections, qtbot):
    with qtbot.waitSignal(corrections.undoWanted) as undo:
        QTest.keyClick(corrections.view, Qt.Key.Key_Delete)
    assert undo.args == [MADE[2]]
    QTest.keyClick(corrections.view, Qt.Key.Key_Down)
    assert corrections.undo.text() == "إعادته"
    with qtbot.waitSignal(corrections.againWanted) as again:
        QTest.keyClick(corrections.view, Qt.Key.Key_Delete)
    assert again.args == [MADE[1].correction]
    corrections.show_history(MADE)
    assert corrections.current == MADE[1]


def said(dialog):
    labels = dialog.findChildren(QLabel)
    return {label.text() for label in labels if label.isVisible() and label.text()}


def test_where_only_the_program_corrected_it_is_said_how_to_see_that(corrections):
    corrections.show_history((replace(MADE[0], ground="chain"),))
    assert "أدناه" in " ".join(said(corrections))
    corrections.automatic.click()
    assert corrections.view.isVisible()
    assert corrections.model.rowCount() == 1
    corrections.automatic.click()
    assert corrections.empty.isVisible()


def test_without_corrections_there_is_nothing_to_take_back(corrections, qtbot):
    corrections.show_history(())
    assert not corrections.undo.isEnabled()
    assert said(corrections) == {
        "لا تصحيحات بعد",
        "ما تصححه من الأسماء، في المرشحات أو في المقال، تجده هنا وتتراجع عنه.",
    }
    assert not corrections.view.isVisible()
    with qtbot.assertNotEmitted(corrections.undoWanted):
        QTest.keyClick(corrections.view, Qt.Key.Key_Delete)
    QTest.keyClick(corrections.view, Qt.Key.Key_Escape)
    assert not corrections.isVisible()


def test_what_the_program_joined_is_shown_when_asked_for_and_taken_back(corrections, qtbot):
    joined = Correction(What.MERGE, PERSON, "محمد بن نايف", FULL)
    made = MadeCorrection(4, joined, "", NOW, None, "office")
    corrections.show_history((*MADE, made))
    assert corrections.model.rowCount() == 3
    assert corrections.state.text() == "تصحيحان قائمان"
    corrections.automatic.click()
    assert corrections.model.rowCount() == 4
    told = corrections.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "وصله البرنامج" in told
    corrections.view.setCurrentIndex(corrections.model.index(0))
    with qtbot.waitSignal(corrections.undoWanted) as undo:
        corrections.undo.click()
    assert undo.args == [made]
    corrections.automatic.click()
    assert corrections.model.rowCount() == 3


def test_all_corrections_in_the_window(people, qtbot, tmp_path, monkeypatch):
    window, correcting = people.window, people.entities.correcting
    correcting.make([MADE[0].correction])
    qtbot.waitUntil(lambda: not people.busy)
    window.actions_by_id["corrections"].trigger()
    dialog = window.findChild(CorrectionsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    shared = tmp_path / "shared.jsonl"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(shared.with_suffix("")), "")
    )
    dialog.give.click()
    qtbot.waitUntil(lambda: "shared.jsonl" in window.status._understood.text())
    dialog.undo.click()
    qtbot.waitUntil(lambda: not people.busy and dialog.undo.text() == "إعادته")
    dialog.undo.click()
    qtbot.waitUntil(lambda: not people.busy and dialog.model.rowCount() == 2)
    dialog.undo.click()
    qtbot.waitUntil(lambda: not people.busy and dialog.undo.text() == "إعادته")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(shared), ""))
    dialog.take.click()
    qtbot.waitUntil(lambda: not people.busy and dialog.model.rowCount() == 3)
    assert "shared.jsonl" in window.actions_by_id["undo"].text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.take.click()
    dialog.give.click()
    assert not people.busy
    dialog.reject()


def test_proposals_in_the_window_are_merged_and_undone(people, qtbot):
    window = people.window
    window.actions_by_id["proposals"].trigger()
    dialog = window.findChild(ProposalsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not people.busy)
    assert dialog.model.rowCount() == 0
    QTest.keyClick(dialog.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not people.busy and dialog.model.rowCount() == 1)
    dialog.page.click()
    qtbot.waitUntil(lambda: window.entity_page.title.text() == FULL)
