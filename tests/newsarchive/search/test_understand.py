import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search.query import Query, Reading
from newsarchive.search.within import within
from tests.newsarchive.builders import archive_of, article

ARTICLES = [
    article("زيارة إلى السعودية", "قال عبدالله بن علي العشري إن الطائرة وصلت."),
    article("رواية دوستويفسكي", "طبعة جديدة من الرواية في المكتبات."),
    article("لوحات نيكون", "NATO والمدن القديمة. عبد الله الشاعر."),
    article("طابعة لا تحتاج لحبر", "جهاز صغير."),
    article("بدون عنوان", "كلام بدون معنى عن القلم."),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("understand")
        patch.setenv("QUSASAT_CACHE", str(folder / "cache"))
        with archive_of(folder, *ARTICLES) as opened:
            yield opened


READ = [
    ("السعودية ", [1], []),
    ("hgsu,]dm", [1], [("keyboard", "", "السعودية")]),
    ("zzzz", [], []),
    ("ىشفخ", [3], [("keyboard", "", "nato")]),
    ("جهاز ؤؤؤ لللل", [4], [("some", "", "")]),
    ("دستويفسكي ", [2], [("near", "دستويفسكي", "")]),
    ("السعوديه لوحات", [1, 3], [("some", "", "")]),
    ("الطائره -السعودية", [], []),
    ("طايره ", [1], []),
    ("طباعة ", [2, 4], []),
    ("عبد الله العشري ", [1], []),
    ("عبدالله الشاعر ", [3], []),
    ("الطابعة بدون حبر", [4], []),
    ("بدون ", [5], []),
    ("الروايه OR سسسسسسس", [2], []),
    ("ط", [1, 2, 4], []),
    ("سف ", [], []),
]


@pytest.mark.parametrize(("line", "ids", "readings"), READ)
def test_how_a_line_is_read(archive, line, ids, readings):
    results = archive.search(Query(line))
    assert sorted(hit.id for hit in results.hits) == ids
    if readings:
        assert results.understood == tuple(Reading(*reading) for reading in readings)


def test_the_word_that_was_found_is_the_one_highlighted(archive):
    (hit,) = archive.search(Query("دوستيفسكي ")).hits
    assert [hit.title.text[slice(*span)] for span in hit.title.highlights] == ["دوستويفسكي"]
    assert hit.why == "near"


def test_words_of_one_family_say_so(tmp_path):
    with archive_of(tmp_path, article("زار الوزراء المدينة")) as archive:
        (hit,) = archive.search(Query("وزير ")).hits
    assert hit.why == "relative"


def titles(archive, line):
    return [hit.title.text for hit in archive.search(Query(line)).hits]


def test_what_slips_most_easily_comes_first(tmp_path):
    texts = [article("صيغت"), article("الصياحات"), article("الصياغات")]
    with archive_of(tmp_path, *texts) as archive:
        assert titles(archive, "الصيااغات ")[0] == "الصياغات"


def test_where_few_articles_have_its_kin_those_with_a_word_like_it_come_after(tmp_path):
    texts = [article("للترتيبات"), article("والترتيبات"), article("أترى ما ترتهن له")]
    with archive_of(tmp_path, *texts) as archive:
        results = archive.search(Query("للترتيات "))
    assert [hit.why for hit in results.hits] == ["stem", "near", "near"]
    assert results.understood == (Reading("near", "للترتيات", ""),)


def test_a_word_with_many_kin_is_left_as_typed(tmp_path):
    kin = [article(f"المدرس {number}") for number in range(12)]
    with archive_of(tmp_path, *kin, article("المدرسان")) as archive:
        assert archive.search(Query("مدرسكما ")).understood == ()


def test_a_phrase_as_typed_stands_above_one_with_something_written_onto_it(tmp_path):
    texts = [article("ولقاء الوزير " * 3, date="2025-02-02"), article("خبر", "مع لقاء الوزير")]
    with archive_of(tmp_path, *texts) as archive:
        assert titles(archive, "«لقاء الوزير»")[0] == "خبر"


def test_keys_of_arabic_letters_tell_another_layout(tmp_path):
    texts = [article("شاعر مجذوب"), article("الفئات L و F في الجدول")]
    with archive_of(tmp_path, *texts) as archive:
        results = archive.search(Query("l[`,f"))
    assert [hit.id for hit in results.hits] == [1]
    assert results.understood == (Reading("keyboard", "", "مجذوب"),)


def test_latin_words_that_the_archive_has_are_not_taken_for_another_layout(tmp_path):
    texts = [article("قال نائب في U.S.A"), article("عزساز")]
    with archive_of(tmp_path, *texts) as archive:
        assert archive.search(Query("U.S.A")).understood == ()


def test_an_acronym_is_no_arabic_word_in_the_other_layout(tmp_path):
    texts = [article("مقتل شيخ شاخ"), article("قمة الناتو"), article("رأي Who")]
    with archive_of(tmp_path, *texts) as archive:
        nato, who = archive.search(Query("NATO")), archive.search(Query("who"))
    assert [hit.id for hit in nato.hits] == [2]
    assert nato.understood == (Reading("name", "nato", "الناتو"),)
    assert ([hit.id for hit in who.hits], who.understood) == ([3], ())


def test_capitals_are_no_word_in_the_other_layout_that_articles_only_have_the_kin_of(tmp_path):
    with archive_of(tmp_path, article("مقتل شيخ شاخ")) as archive:
        assert "keyboard" not in {one.kind for one in archive.search(Query("NATO")).understood}


def test_keys_under_the_capitals_lock_are_those_without_shift(tmp_path):
    with archive_of(tmp_path, article("أولا وثانيا"), article("مصر")) as archive:
        assert archive.search(Query("NCB")).understood == ()
        assert archive.search(Query("LWV")).understood == (Reading("keyboard", "", "مصر"),)


def test_countries_are_found_by_their_acronyms_in_capitals(tmp_path):
    texts = [article("قال وزير في بريطانيا"), article("Made in UK"), article("خبر")]
    with archive_of(tmp_path, *texts) as archive:
        assert sorted(hit.id for hit in archive.search(Query("UK")).hits) == [1, 2]


def test_a_name_beside_other_words_is_sought_with_them(tmp_path):
    texts = [article("سطو", "قال مكتب التحقيقات الفيدرالي"), article("سطو آخر")]
    with archive_of(tmp_path, *texts) as archive:
        assert [hit.id for hit in archive.search(Query("FBI سطو ")).hits] == [1]


def test_another_spelling_of_a_name_comes_after_the_one_that_was_typed(tmp_path):
    texts = [article("شبكة فيسبوك", "فيسبوك فيسبوك"), article("خبر", "صفحة على فيس بوك أمس")]
    with archive_of(tmp_path, *texts) as archive:
        assert titles(archive, "فيس بوك ") == ["خبر", "شبكة فيسبوك"]
        assert titles(archive, "صفحة فيسبوك ") == ["خبر"]


def test_where_few_articles_have_all_of_many_words_those_with_most_of_them_are_there_too(tmp_path):
    texts = [
        article("استعداد صحة الطائف لموسم الحج", "استعداد صحة الطائف " * 3),
        article("كلام آخر", f"عن الحج {'وغيره ' * 90} صحة، مدن، استعداد، الطائف، خطة"),
        article("خطة استعداد صحة الطائف", "نص الخطة"),
    ]
    with archive_of(tmp_path, *texts) as archive:
        results = archive.search(Query("استعداد صحة الطائف خطة "))
        assert set(titles(archive, "استعداد صحة خطة ")) == {texts[1].title, texts[2].title}
    assert results.hits[0].id == 3
    assert results.total == 3
    assert results.understood == (Reading("few", "", ""),)


def test_a_word_no_article_has_is_taken_for_what_is_said_in_its_place(tmp_path):
    texts = [article("فوائد البنجر", "عصير البنجر"), article("تأشيرة", "منح تأشيرات للزوار")]
    with archive_of(tmp_path, *texts) as archive:
        assert titles(archive, "شمندر ") == ["فوائد البنجر"]
        results = archive.search(Query("الفيزا "))
        assert results.understood == (Reading("instead", "الفيزا", "تأشيرة"),)
        assert [len(hit.title.highlights) for hit in results.hits] == [1]
        assert archive.search(Query("شمندر ", exactly=True)).total == 0
        assert titles(archive, "فوائد الشمندر ") == ["فوائد البنجر"]


def test_what_no_article_has_either_is_not_put_in_the_place_of_a_word(tmp_path):
    with archive_of(tmp_path, article("خبر", "منح الفيزك")) as archive:
        assert archive.search(Query("فيزا ")).understood[0].kind != "instead"


DISTANCES = [
    ("كتاب", "كتاب", 0, True),
    ("كتاب", "كتب", 1, True),
    ("كتاب", "كاتب", 1, True),
    ("كتاب", "كتابات", 1, False),
    ("كتاب", "قلم", 1, False),
    ("زرافه", "زراففه", 1, True),
    ("سيكورسكي", "سيكوركسي", 1, True),
]


@pytest.mark.parametrize(("one", "other", "letters", "near"), DISTANCES)
def test_how_many_letters_apart(one, other, letters, near):
    assert within(one, other, letters) is near
    assert within(other, one, letters) is near


LETTERS = st.text("ابتثجم", max_size=6)


def distance(one, other):
    """The optimal string alignment distance, by its definition."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        rows.append([i])
        for j, b in enumerate(other, 1):
            ways = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b)]
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                ways.append(rows[i - 2][j - 2] + 1)
            rows[i].append(min(ways))
    return rows[-1][-1]


@given(LETTERS, LETTERS, st.integers(0, 2))
def test_words_are_as_far_apart_as_their_letters(one, other, letters):
    assert within(one, other, letters) == (distance(one, other) <= letters)


def test_a_line_of_filters_alone_is_taken_as_it_stands(archive):
    assert archive.search(Query("date:2012..2018 ")).understood == ()


def test_a_filter_is_never_let_go_for_want_of_articles(archive):
    found = archive.search(Query("قسم:رياضة جهاز طابعة السعودية "))
    assert (found.total, found.hits) == (0, ())
