"""A quick look that spares a careful one never hides what the careful one would find."""

import pytest

from newsarchive.extract import lexicon
from newsarchive.extract.bylines import people, sides_of
from newsarchive.extract.furniture import furniture
from newsarchive.extract.language import language_of
from newsarchive.extract.lines import split_lines
from newsarchive.extract.pieces import is_count, opening, take_apart


def test_every_listed_phrase_of_furniture_may_open_a_line():
    hidden = [one for one in lexicon.furniture() if not lexicon.can_open_furniture(one.split())]
    assert hidden == []


def test_every_given_name_may_open_a_byline():
    names = [name for name in lexicon.given_names() if " " not in name]
    shown = [name for name in names if people(f"{name} محمد")]
    assert len(shown) > 0.9 * len(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("د. أحمد السالم", "د. أحمد السالم"),
        ("عبدالرحمن الخالدي، كاتب وباحث", "عبدالرحمن الخالدي"),
        ("John Smith", "John Smith"),
        ("م.الشمري", "م.الشمري"),
        ("م.علني", ""),
        ("أعلنت الوزارة اليوم", ""),
        ("", ""),
    ],
)
def test_names_are_told_by_the_word_they_open_with(text, names):
    assert people(text) == names


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("الرياض", ["الرياض"]),
        ("مسقط - العمانية", ["مسقط", "العمانية"]),
        ("طرطوس-سانا", ["طرطوس", "سانا"]),
        ("الرياض (واس)", ["الرياض", "واس"]),
        ("من عدن", ["عدن"]),
        ("أحمد علي من جدة", ["أحمد علي", "جدة"]),
    ],
)
def test_sides_of_a_byline(text, sides):
    assert sides_of(text) == sides


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اقرأ أيضا", "read_also"),
        ("أخبار ذات صلة", "read_also"),
        ("يرجى تسجيل الدخول لمتابعة قراءة", "ad"),
        ("أعلنت الوزارة النتائج", ""),
    ],
)
def test_furniture_made_as_its_phrases_are(text, kind):
    (line,) = split_lines(text)
    assert furniture(line)[0] == kind


@pytest.mark.parametrize(
    ("key", "counts"),
    [("1204 مشاهده", True), ("3 دقايق", True), ("مشاهده", False), ("12", False), ("خبر 12", False)],
)
def test_what_counts_readers(key, counts):
    assert is_count(key) is counts


@pytest.mark.parametrize(
    ("text", "language"),
    [("خبر محلي", "ar"), ("خبر ABC", "ar"), ("A news item of the day", "en"), ("", "ar")],
)
def test_the_language_of_a_short_text(text, language):
    assert language_of(text) == language


def test_an_opening_is_found_where_its_first_mark_stands_late():
    found = opening("مدينة الكويت (كونا) -- قال الوزير إن العمل مستمر")
    assert found is not None
    assert [one.name for one in found.bylines] == ["كونا"]
    assert opening("قال الوزير إن العمل في المشروع مستمر") is None


def test_prayers_and_weather_make_a_masthead():
    assert take_apart("الفجر 4:32 الظهر 11:51 العصر 3:12 المغرب 5:40").masthead
    assert take_apart("الطقس 32°").masthead
    assert not take_apart("صلاة الظهر في المسجد").masthead


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("أ\n\nب", [("أ", 0, 1, 1, True), ("ب", 3, 4, 3, True)]),
        ("أ  ب\n---\n* ج", [("أ ب", 0, 4, 1, True), ("ج", 9, 12, 3, True)]),
        ("\u200fأ\r\n\t\nب\u00a0", [("أ", 0, 2, 1, True), ("ب", 6, 7, 3, True)]),
        ("|\nأ", [("أ", 2, 3, 2, True)]),
        ("أ\n<https://a.b>\nب", [("أ", 0, 1, 1, True), ("ب", 16, 17, 3, False)]),
    ],
)
def test_lines_and_where_they_stand(text, lines):
    found = [(one.text, one.start, one.end, one.number, one.after_gap) for one in split_lines(text)]
    assert found == lines
