import pytest
from pyroaring import BitMap

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


CITY, LEAGUE = "نادي مانشستر سيتي", "إنجلترا"
TOLD = [
    ([("organisation", FIFA, 20, 3)], [FIFA]),
    ([("organisation", CITY, 20, 1)], []),
    ([("organisation", CITY, 9, 1)], [CITY]),
    ([("organisation", CITY, 900, 5)], [CITY]),
    ([("place", "بكين", 900, 1)], ["بكين"]),
    ([("place", "السعودية", 300, 90), ("place", "البحرين", 200, 8)], ["السعودية"]),
    ([("place", "البحرين", 200, 80), ("place", "السعودية", 300, 90)], ["السعودية", "البحرين"]),
    ([("organisation", f"شركة {n}", 20, 20 - n) for n in range(4)], ["شركة 0", "شركة 1", "شركة 2"]),
]


@pytest.mark.parametrize(("values", "found"), TOLD)
def test_a_short_name_stands_for_what_its_articles_call_so(tmp_path, values, found):
    index = FacetIndex(tmp_path / "facets.sqlite")
    first = 1
    for facet, name, count, told in values:
        articles = range(first, first + count)
        names = {(facet, name, LEAGUE): BitMap(articles[:told])}
        index.add(Additions([(n, [(facet, name)]) for n in articles], names=names))
        first += count
    assert [name for _, name, _ in index.short_names.called(["انجلترا"])] == found
    assert index.short_names.called(["غيره"]) == []
    index.close()


def test_articles_that_call_a_value_so_add_up_and_none_that_it_has_lost_counts(tmp_path):
    index = FacetIndex(tmp_path / "facets.sqlite")
    called = ("organisation", FIFA, "الفيفا")
    index.add(Additions([(n, [called[:2]]) for n in range(1, 41)]))
    for told in (range(1, 4), range(3, 6)):
        index.add(Additions(names={called: BitMap(told)}))
    assert index.short_names.called(["الفيفا"]) == [(*called[:2], 5)]
    index.add(Additions([(5, [("organisation", "الاتحاد")])]))
    assert index.short_names.called(["الفيفا"]) == [(*called[:2], 4)]
    index.add(Additions([(4, [("organisation", "الاتحاد")])]))
    assert index.short_names.called(["الفيفا"]) == []
    index.close()
