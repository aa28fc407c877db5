"""Where no article has all that was typed, what the line was meant as is looked for."""

from unittest.mock import patch

import pytest

from newsarchive.search import instead
from newsarchive.search.query import Query, Reading
from tests.newsarchive.builders import archive_of, article

ARTICLES = [
    article("حريق بدومة الجندل", "شب حريق في مزارع النخيل في دومة الجندل."),
    article("أرباح كوكاكولا", "حققت كوكاكولا أرباحا أفضل من المتوقع."),
    article("شهيد الواجب", "استشهد سيف الفلاسي في عدن."),
    article("تصادم حافلة", "تصادم بين حافلة وشاحنة، لا حريق فيه."),
    article("باص المدرسة", "باص جديد لمدارس صحار."),
    article("سيف وخنجر", "معرض للسيوف."),
    article("هدف في المرمى", "سجل ساشا هدفا في مرمى ساندهاوزن، لا هاوون."),
    article("الكوليسترول والطماطم", "تخفض الطماطم الكوليسترول كالبومة."),
    article("غذاء القلب", "الكوليستيرول في بيض بوشمة."),
    article("إهدنيات", "الرحباني في مهرجان إهدنيات."),
    article("هدايا", "مهرجان الرحباني يهدي زواره كتبا."),
    *(article(f"كاميرا {number}", "صور بفلاشها القوي، أهداها مصورها.") for number in range(10)),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("instead")
        patch.setenv("QUSASAT_CACHE", str(folder / "cache"))
        with archive_of(folder, *ARTICLES) as opened:
            yield opened


SOME = ("some", "", "")
MEANT = [
    ("دومةالجندل ", [1], [("meant", "دومهالجندل", "دومه الجندل")]),
    ("دومةالجندل حريق ", [1], [("meant", "دومهالجندل", "دومه الجندل")]),
    ("كوكا كولا ", [2], [("meant", "كوكا كولا", "كوكاكولا")]),
    ("أرباح كوكا كولا ", [2], [("meant", "كوكا كولا", "كوكاكولا")]),
    ("سيف الفلاشي ", [3], [("meant", "الفلاشي", "الفلاسي")]),
    ("خنجر الفلاشي ", [6, *range(12, 22)], [SOME]),
    ("مرمى ساند هاوزن ", [7], [("meant", "ساند هاوزن", "ساندهاوزن")]),
    ("كوليستيرول طماطم ", [8], [("meant", "كوليستيرول", "الكوليسترول")]),
    ("بوشمة الطماطم ", [8, 9], [SOME]),
    ("اهديات مهرجان الرحباني ", [10, 11], []),
    ("اهديات كتب ", [11], []),
    ("اهديات بفلاشها ", list(range(12, 22)), []),
    ("تصادم الباص ", [4], [SOME]),
    ("باص المدرسة تصادم حريق خنجر ", [4], [SOME]),
    ("صحار خنجر ", [5, 6], [SOME]),
    ("«سيف وخنجر» شاحنة ", [4, 6], [SOME]),
    ("سيف خنجر ", [6], []),
]


@pytest.mark.parametrize(("line", "found", "told"), MEANT)
def test_a_line_is_taken_for_what_articles_have(archive, line, found, told):
    results = archive.search(Query(line))
    assert sorted(hit.id for hit in results.hits) == found
    assert results.understood == tuple(Reading(*one) for one in told)


def test_what_very_many_articles_have_is_not_sought_in_place_of_a_known_word(archive):
    with patch.object(instead, "PAGE", 0):
        hits = archive.search(Query("تصادم  الباص ")).hits
    assert sorted(hit.id for hit in hits) == [4, 5]


@pytest.mark.parametrize("line", ["دومةالجندل ", "سيف الفلاشي ", "كوكا كولا ", "باص تصادم "])
def test_what_is_meant_exactly_is_taken_for_nothing_else(archive, line):
    assert archive.search(Query(line, exactly=True)).total == 0


@pytest.mark.parametrize("line", ["-كوكا كولا ", "كوكا كولا* -أرباح ", "سيف -الفلاشي "])
def test_what_is_excluded_stays_so(archive, line):
    assert archive.total(Query(line)) == archive.search(Query(line)).total
    assert 3 not in [hit.id for hit in archive.search(Query("سيف -الفلاسي ")).hits]


def test_what_a_slip_made_another_word_of_comes_before_the_kin_of_that(archive):
    hits = archive.search(Query("اهديات مهرجان الرحباني ")).hits
    assert [hit.id for hit in hits] == [10, 11]


def test_what_has_the_word_that_hardly_any_article_has_comes_first(archive):
    numbers = [hit.id for hit in archive.search(Query("صور خنجر ")).hits]
    assert numbers[0] == 6
    assert sorted(numbers) == [6, *range(12, 22)]
