"""Words exactly as typed, names in short, words near each other: what is found and marked."""

import dataclasses
from unittest.mock import patch

import pytest
from pyroaring import BitMap

from newsarchive.article import Organisation
from newsarchive.index.facet_writing import Additions
from newsarchive.search import instead
from newsarchive.search.finder import Found
from newsarchive.search.query import Query, Reading
from newsarchive.search.snippet import snippet
from tests.newsarchive.builders import add, archive_of, article

FIFA = "الاتحاد الدولي لكرة القدم"
ARTICLES = [
    article("مدرسة في مسقط", "كلام عن المدرسة وحدها."),
    article("مدارس نزوى", "عبد الله بن علي في المدارس. الحمد لله. توكلت على الله."),
    article(
        "الفيفا والكرة", "قرار من الفيفا الدولية.", organisations=["الاتحاد الدولي لكرة القدم"]
    ),
    article("الاتحاد الدولي", "قال الاتحاد الدولي.", organisations=["الاتحاد الدولي لكرة القدم"]),
    article("مجلس رجال عمان", "انعقد مجلس كبار رجال عمان ثم مجلس آخر."),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with pytest.MonkeyPatch.context() as settings:
        folder = tmp_path_factory.mktemp("exactly")
        settings.setenv("QUSASAT_CACHE", str(folder / "cache"))
        with archive_of(folder, *ARTICLES) as opened:
            facets = opened._indexes.facets
            name = ("organisation", "الاتحاد الدولي لكرة القدم", "الفيفا")
            names = [name, (*name[:2], "فيفا الدولية"), (*name[:2], "رجال")]
            facets.add(Additions(names=dict.fromkeys(names, BitMap([3, 4]))))
            yield opened


FOUND = [
    ("مدرسة ", True, [1]),
    ("مدرسة ", False, [1, 2]),
    ("«المدارس»", True, [2]),
    ("عبدالله ", True, []),
    ("مسقط -مدرسة ", True, []),
    ("مدرسة OR الفيفا ", True, [1, 3]),
    ("مدرسه مسقط ", True, [1]),
    ("قسم:رياضة ", True, []),
    ("الفيفا ", True, [3]),
    ("الفيفا ", False, [3, 4]),
    ("رجال ", False, [5]),
    ("فيفا قرار ", False, [3]),
    ("فيفا الدولية ", False, [3, 4]),
    ("«مجلس عمان»", False, []),
    ("«مجلس عمان»~2", False, [5]),
    ("عبدالله ", False, [2]),
    ("عبد الله ", False, [2]),
    ("«توكلت علي الله»", False, [2]),
]


@pytest.mark.parametrize(("line", "exactly", "ids"), FOUND)
def test_what_is_found(archive, line, exactly, ids):
    results = archive.search(Query(line, exactly=exactly))
    assert sorted(hit.id for hit in results.hits) == ids
    assert results.total == len(ids)


def test_a_short_name_says_what_it_stands_for(archive):
    results = archive.search(Query("الفيفا "))
    assert results.understood == (Reading("name", "الفيفا", "الاتحاد الدولي لكرة القدم"),)
    assert [(hit.id, hit.why) for hit in results.hits] == [(3, "folded"), (4, "name")]


def test_a_word_of_many_articles_is_no_short_name_of_what_few_of_them_name(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    town, office = "الرياض", Organisation("تعليم صبيا", ("الرياض",))
    named = [
        dataclasses.replace(article(f"مدرسة {n}", "تعليم صبيا (الرياض)."), organisations=(office,))
        for n in range(2)
    ]
    with archive_of(tmp_path, *named) as archive:
        add(archive, *(article(f"خبر {n}", "من الرياض.") for n in range(98)))
        assert archive.search(Query("الرياض ")).understood == (Reading("name", town, "تعليم صبيا"),)
        add(archive, article("خبر آخر", "من الرياض."))
        assert archive.search(Query("الرياض ")).understood == ()


def test_the_articles_themselves_tell_what_a_short_name_stands_for(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    called = Organisation("مانشستر سيتي", ("السيتيزنز", "إنجلترا"))
    plain = dataclasses.replace(called, aliases=("السيتيزنز",))
    told = [
        dataclasses.replace(article(f"خبر {n}", "إنجلترا والسيتيزنز."), organisations=(body,))
        for n, body in enumerate((called, *[plain] * 9))
    ]
    with archive_of(tmp_path, *told) as archive:
        assert archive.search(Query("إنجلترا ")).understood == ()
        reading = Reading("name", "السيتيزنز", "مانشستر سيتي")
        assert archive.search(Query("السيتيزنز ")).understood == (reading,)


def test_a_name_of_many_articles_is_no_short_name_that_one_alone_tells(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    phone = Organisation("هاتف جديد", ("سامسونج",))
    others = [article(f"خبر {n}", "أرباح سامسونج.") for n in range(12)]
    told = [
        dataclasses.replace(article(f"هاتف {n}", "سامسونج."), organisations=(phone,))
        for n in range(2)
    ]
    with archive_of(tmp_path, *others, told[0]) as archive:
        assert archive.search(Query("سامسونج ")).understood == ()
        add(archive, told[1])
        assert archive.search(Query("سامسونج ")).understood == (
            Reading("name", "سامسونج", "هاتف جديد"),
        )


MARKED = [
    ("عبدالله ", ["عبد", "الله"]),
    ("«على الله»", ["على", "الله"]),
    ("«مجلس عمان»~2", ["مجلس", "عمان"]),
]


@pytest.mark.parametrize(("line", "marked"), MARKED)
def test_words_of_a_phrase_are_marked_where_they_stand_together(archive, line, marked):
    (hit,) = archive.search(Query(line)).hits
    spans = hit.snippet.highlights
    assert [hit.snippet.text[slice(*span)] for span in spans] == marked


def test_a_line_is_loosened_until_a_page_of_articles_has_most_of_it(archive):
    line = "مسقط مدرسة كلام مجلس عمان "
    with patch.object(instead, "PAGE", 2):
        assert archive.search(Query(f"{line} ")).total == 2
    with patch.object(instead, "PAGE", 3):
        assert archive.search(Query(f"{line}  ")).total == 1


def test_a_snippet_shows_what_stands_together():
    text = " ".join(f"كلمة{n}" for n in range(100))
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("كلمة5 ", "كلمة70")]
    found = [Found(start, end, n, "folded") for n, (start, end) in enumerate(spans)]
    assert "كلمة5 " in snippet(text, found).text
