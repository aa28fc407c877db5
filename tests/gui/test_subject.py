"""What becomes of a name that is chosen, or whose page is open, when it is corrected."""

import pytest

from gui.subject import Subject, change_of
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.search.query import Facet

PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANISATION
ONE, OTHER, BYSTANDER = (Subject(PERSON, name) for name in ("سالم", "سالم الحارثي", "ليلى"))
MERGE = Correction(What.MERGE, PERSON, ONE.name, OTHER.name)
RENAME = Correction(What.RENAME, PERSON, ONE.name, OTHER.name)
KIND = Correction(What.KIND, PERSON, ONE.name, "organisation")
HIDE = Correction(What.HIDE, PERSON, ONE.name)
REJECT = Correction(What.REJECT, PERSON, ONE.name)
SPLIT = Correction(What.SPLIT, PERSON, ONE.name, OTHER.name, ("0",))

CASES = [
    (MERGE, ONE, OTHER, ONE),
    (MERGE, OTHER, OTHER, OTHER),
    (RENAME, ONE, OTHER, ONE),
    (RENAME, OTHER, OTHER, ONE),
    (KIND, ONE, Subject(BODY, ONE.name), ONE),
    (KIND, Subject(BODY, ONE.name), Subject(BODY, ONE.name), ONE),
    (HIDE, ONE, None, ONE),
    (REJECT, ONE, None, ONE),
    (SPLIT, ONE, ONE, ONE),
]


@pytest.mark.parametrize(("correction", "subject", "made", "taken_back"), CASES)
def test_a_correction_changes_its_own_name(correction, subject, made, taken_back):
    assert change_of([correction])(subject) == made
    assert change_of([correction], taken_back=True)(subject) == taken_back


@pytest.mark.parametrize("correction", [MERGE, RENAME, KIND, HIDE, REJECT, SPLIT])
def test_no_other_name_is_changed(correction):
    for taken_back in (False, True):
        assert change_of([correction], taken_back=taken_back)(BYSTANDER) == BYSTANDER


def test_several_are_followed_in_their_order_and_back():
    again = Correction(What.RENAME, PERSON, OTHER.name, "سالم بن علي")
    last = Subject(PERSON, "سالم بن علي")
    assert change_of([RENAME, again])(ONE) == last
    assert change_of([RENAME, again], taken_back=True)(last) == ONE
    assert change_of([HIDE, again])(ONE) is None


def test_only_persons_bodies_and_places_are_subjects():
    assert Subject.of(Facet.PLACE, "نزوى") == Subject(EntityKind.PLACE, "نزوى")
    assert Subject.of(Facet.PLACE, "نزوى").facet is Facet.PLACE
    assert Subject.of(Facet.SECTION, "محليات") is None
    assert Subject.of(Facet.PERSON, "") is None
