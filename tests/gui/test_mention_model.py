"""The persons and bodies of an article as rows."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.models.mention_model import Entry, MentionModel, Role
from newsarchive.article import EntityKind, Mention, Organisation, Person
from tests.gui.fake_archive import plain_article

ARTICLE = plain_article(
    title="علي في الوزارة",
    body="قال علي",
    persons=(Person("علي", titles=("الدكتور",), roles=("الوزير", "الرئيس")),),
    organisations=(Organisation("الوزارة"),),
    mentions=(
        Mention(EntityKind.PERSON, "علي", "title", 0, 3, "علي"),
        Mention(EntityKind.PERSON, "علي", "body", 4, 7, "علي"),
        Mention(EntityKind.ORGANISATION, "الوزارة", "title", 7, 14, "الوزارة"),
    ),
)


@pytest.fixture
def model(qapp):
    made = MentionModel()
    made.show(ARTICLE)
    return made


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_persons_come_first_with_title_and_office(model):
    assert model.entries == (
        Entry(EntityKind.PERSON, "علي", "الدكتور، الوزير", 2),
        Entry(EntityKind.ORGANISATION, "الوزارة", "", 1),
    )


def test_what_a_row_says(model):
    index = model.index(0)
    assert index.data() == "علي"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "الدكتور، الوزير"
    assert index.data(Role.ENTRY).mentions == 2
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0


def test_no_article_has_no_rows(model):
    model.show(None)
    assert model.rowCount() == 0
