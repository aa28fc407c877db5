"""What a query of many words tells about stands in one passage, not here and there by chance."""

import pytest

from newsarchive.search.finder import Finder
from newsarchive.search.parse import parse
from newsarchive.search.passages import best_passage, is_told_by_passages
from newsarchive.search.query import Query
from tests.newsarchive.builders import archive_of, article

FAR = "كلام عن أمور شتى لا صلة لها بما قبلها " * 12
LINE = "حريق مصنع الأدوية صحار "


def finder(line):
    return Finder(parse(line), lambda word, letters: ())


@pytest.mark.parametrize(
    ("title", "body", "share"),
    [
        ("خبر", "شب حريق في مصنع الأدوية في صحار أمس", 1.0),
        ("حريق مصنع", f"الأدوية في صحار. {FAR}", 1.0625),
        ("حريق مصنع الأدوية صحار", FAR, 1.5),
        ("خبر", f"حريق. {FAR} مصنع الأدوية. {FAR} صحار", 0.5),
        ("خبر", f"صحار. {FAR} حريق في مصنع الأدوية", 0.75),
        ("خبر", FAR, 0.0),
        ("", "", 0.0),
    ],
)
def test_how_much_of_a_line_title_and_one_passage_hold(title, body, share):
    assert best_passage(finder(LINE), title, body) == share


def test_other_forms_of_a_word_count_for_less_than_the_word():
    whole, form = "حريق في مصنع الأدوية بصحار", "حرائق في مصنع الأدوية بصحار"
    assert best_passage(finder(LINE), "", form) < best_passage(finder(LINE), "", whole)


@pytest.mark.parametrize(("line", "told"), [("حريق مصنع ", False), ("حريق في مصنع صحار ", True)])
def test_two_words_are_left_to_the_engine(line, told):
    assert is_told_by_passages(finder(line)) is told


def test_a_name_in_two_spellings_is_one_of_the_things_sought():
    line = finder("حريق بيت عبدالله ")
    assert best_passage(line, "", "شب حريق في بيت عبدالله") == 1.0
    assert best_passage(line, "", "شب حريق في بيت عبد الله") == 1.0
    assert not is_told_by_passages(finder("بيت عبدالله "))


def test_a_title_that_tells_all_in_other_forms_stands_before_a_passage_with_the_words(tmp_path):
    texts = [
        article("أمر ملكي", f"تعيين قضاة في ديوان المظالم وتطبيق الأحكام. {FAR}"),
        article("ديوان المظالم يطلق تطبيقات", f"أطلق الديوان تطبيقاتها للأجهزة. {FAR}"),
    ]
    with archive_of(tmp_path, *texts) as archive:
        hits = archive.search(Query("ديوان مظالم تطبيق ", recency=False)).hits
    assert [hit.id for hit in hits] == [2, 1]


@pytest.mark.parametrize("recency", [True, False])
def test_an_article_with_the_words_together_stands_before_one_with_them_apart(tmp_path, recency):
    texts = [
        article("حصاد العام", f"حريق حريق. {FAR} مصنع مصنع. {FAR} صحار صحار. {FAR} الأدوية"),
        article("خبر عاجل", f"{FAR} {FAR} شبّ حريق كبير أمس في مصنع الأدوية في صحار. {FAR}"),
    ]
    with archive_of(tmp_path, *texts) as archive:
        hits = archive.search(Query("الأدوية صحار مصنع حريق ", recency=recency)).hits
    assert [hit.id for hit in hits] == [2, 1]
