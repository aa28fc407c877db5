"""One facet's values as rows."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.models.facet_model import FacetModel, Role, State
from newsarchive.article import STAR
from newsarchive.search.query import Choice, Facet, FacetValue, Query

VALUES = (FacetValue("علي", 8), FacetValue("سالم", 2))


@pytest.fixture
def model(qapp):
    made = FacetModel(Facet.PERSON)
    made.show(VALUES, 10, Query())
    return made


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_what_a_row_says(model):
    index = model.index(0)
    assert index.data() == index.data(Qt.ItemDataRole.ToolTipRole) == "علي"
    assert index.data(Role.COUNT) == 8
    assert index.data(Role.SHARE) == 0.8
    assert index.data(Role.STATE) == State.OFF
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0


def test_a_share_is_never_more_than_the_whole(model):
    model.show(VALUES, 0, Query())
    assert model.index(0).data(Role.SHARE) == 1.0


def test_choices_are_marked_before_their_counts_come(model, qtbot):
    query = Query(
        choices=(
            Choice(Facet.PERSON, "علي"),
            Choice(Facet.PERSON, "سالم", exclude=True),
            Choice(Facet.PLACE, "علي", exclude=True),
        )
    )
    with qtbot.waitSignal(model.dataChanged):
        model.mark(query)
    assert [model.index(n).data(Role.STATE) for n in (0, 1)] == [State.INCLUDED, State.EXCLUDED]


def test_rows_are_not_drawn_again_while_the_choices_stay(model, qtbot):
    with qtbot.assertNotEmitted(model.dataChanged):
        model.mark(Query("سوق", choices=(Choice(Facet.PLACE, "علي"),)))


def test_an_empty_facet_has_nothing_to_mark(qapp):
    model = FacetModel(Facet.PLACE)
    model.mark(Query(choices=(Choice(Facet.PLACE, "مسقط"),)))
    assert model.rowCount() == 0
    assert model.state("مسقط") == State.INCLUDED


def test_more_values_are_added_once(model):
    model.extend((FacetValue("سالم", 2), FacetValue("هلال", 1)))
    model.extend((FacetValue("هلال", 1),))
    assert [model.index(n).data() for n in range(model.rowCount())] == ["علي", "سالم", "هلال"]


def test_a_screen_reader_hears_name_choice_and_count(qapp):
    model = FacetModel(Facet.TAG)
    values = (FacetValue(STAR, 1), FacetValue("للنشر", 3), FacetValue("قديم", 2))
    chosen = (Choice(Facet.TAG, STAR), Choice(Facet.TAG, "للنشر", exclude=True))
    model.show(values, 10, Query(choices=chosen))
    spoken = [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert [text.split("، ")[:-1] for text in spoken] == [
        ["بنجمة", "مختار"],
        ["للنشر", "مستبعد"],
        ["قديم"],
    ]
    assert "3" in spoken[1]
