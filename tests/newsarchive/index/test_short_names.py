import pytest

from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.facet_writing import Additions
from newsarchive.index.short_names import short_key

FIFA = "الاتحاد الدولي لكرة القدم"
KEYS = [
    ("organisation", FIFA, "الفيفا", "فيفا"),
    ("organisation", FIFA, "FIFA", "fifa"),
    ("organisation", "وزارة الصحة", "الوزارة", ""),
    ("organisation", "وزارة الصحة", "الجهة", ""),
    ("organisation", "وزارة الصحة السعودية", "الصحة اليوم", "صحه يوم"),
    ("organisation", "وزارة الصحة", "وزارة الصحة السعودية", ""),
    ("person", "محمود عباس", "أبو مازن", "ابو مازن"),
    ("person", "عبدالله العشري", "عبد الله", ""),
    ("place", "ميشيغان", "ولاية ميشيجان", "ولايه ميشيجان"),
    ("place", "فلسطين", "...", ""),
]


@pytest.mark.parametrize(("facet", "name", "other", "key"), KEYS)
def test_which_other_names_are_short_names(facet, name, other, key):
    assert short_key(facet, name, other) == key


def test_the_commonest_bodies_of_a_short_name_are_given(tmp_path):
    index = FacetIndex(tmp_path / "facets.sqlite")
    articles = [(n, [("organisation", FIFA)]) for n in range(1, 21)]
    articles.append((21, [("organisation", "شركة كرة"), ("organisation", "اتحاد")]))
    names = [("organisation", name, "الفيفا") for name in (FIFA, "شركة كرة", "نادي غائب")]
    index.add(Additions(articles, names=names))
    assert index.short_names.called(["الفيفا"]) == [("organisation", FIFA)]
    assert index.short_names.called(["غيره"]) == []
    index.close()
