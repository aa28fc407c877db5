"""Who is who in one article: kings, fathers, short forms, what a name begins with."""

import pytest

from newsarchive.article import Article
from newsarchive.entities import find_entities


def read(body, title="خبر"):
    return find_entities(Article(name="a.txt", sha256="0", title=title, body=body))


def persons(body):
    return [person.name for person in read(body).persons]


SHORT = [
    ("توفي الشيخ بن لادن أمس. وقال ابن لادن الابن إنه حزين.", ["بن لادن", "ابن لادن"]),
    (
        "وصل الأمير محمد بن سلمان بن عبدالعزيز أمس. وتخرج في كلية حملت اسم الملك عبدالعزيز.",
        ["محمد بن سلمان بن عبدالعزيز", "عبدالعزيز"],
    ),
    (
        "قال رئيس الوزراء التركي أحمد داود أوغلو ذلك. وأضاف داود أوغلو أنه سيعود.",
        ["أحمد داود أوغلو"],
    ),
    (
        "قال الأمير محمد بن فيصل بن بندر ذلك. وأضاف محمد بن فيصل أنه سيعود.",
        ["محمد بن فيصل بن بندر"],
    ),
]


@pytest.mark.parametrize(("body", "named"), SHORT)
def test_short_forms_are_joined_to_the_name_they_can_stand_for(body, named):
    assert persons(body) == named


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("قال الرئيس التركي رجب طيب أردوغان إن بلاده مستعدة.", ["رجب طيب أردوغان"]),
        ("وأعلن المعارضون سقوط نظام بشار الأسد في المدينة.", ["بشار الأسد"]),
        ("قال رسول الله صلى الله عليه وسلم ما معناه ذلك.", []),
        ("وقدم الغالي والنفيس في سبيل راحة الحجاج.", []),
        (
            "بحث باراك أوباما ونظيره التركي عبدالله غول ذلك.",
            ["باراك أوباما", "عبدالله غول"],
        ),
        ("المكون الثاني لمصادر المياه التقليدية في العالم ــــ فتمثل المصدر الرئيس لقرابة.", []),
        ("في أحاديث عن الرسول محمد صلى الله عليه وسلم.", ["محمد"]),
        ("افتتح الأمير نايف بن عبدالعزيز رحمه الله المعرض.", ["نايف بن عبدالعزيز"]),
        ("حذر المرشد الأعلى الإيراني آية الله علي خامنئي من ذلك.", ["علي خامنئي"]),
    ],
)
def test_what_stands_before_a_name_and_what_is_of_it(body, named):
    assert persons(body) == named


def test_a_quoted_surname_of_the_article_is_no_body():
    article = read('قال المتحدث خالد مساعد السهلي إن العمل مستمر. وأردف "السهلي": سنعود.')
    assert [person.name for person in article.persons] == ["خالد مساعد السهلي"]
    assert article.organisations == ()


AMMAN = "عمّان (الأردن)"


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("وصل الوفد إلى عمان قادما من الأردن أمس.", [AMMAN, "الأردن"]),
        ("وصل الوفد إلى عمّان أمس.", [AMMAN]),
        ("وصل الوفد إلى عُمان من الأردن أمس.", ["عمان", "الأردن"]),
        ("وصل الوفد إلى عمان ثم مسقط بعد الأردن أمس.", ["عمان", "مسقط", "الأردن"]),
        ("من قطر والكويت وعمان والأردن وفود.", ["قطر", "الكويت", "عمان", "الأردن"]),
        ("وصل الوفد إلى عمان أمس.", ["عمان"]),
    ],
)
def test_the_capital_of_jordan_is_not_oman(body, places):
    assert [place.name for place in read(body).places] == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("افتتح في الرياض والدمام معرض عن تاريخ المملكة.", ["الرياض", "الدمام", "السعودية"]),
        ("افتتح في العقبة والكرك معرض عن تاريخ المملكة.", ["العقبة", "الكرك", "الأردن"]),
        ("افتتح معرض عن تاريخ المملكة.", ["المملكة"]),
    ],
)
def test_the_kingdom_is_the_one_that_the_article_is_about(body, places):
    assert [place.name for place in read(body).places] == places


def test_a_party_goes_by_one_name_whatever_it_is_called():
    article = read("أعلن تنظيم الدولة الإسلامية مسؤوليته. ورد حزب الله اللبناني على ذلك.")
    assert [body.name for body in article.organisations] == ["تنظيم داعش", "حزب الله"]


def test_those_who_act_for_another_body_end_a_bodys_name():
    article = read("حضر الحفل أعضاء جمعية الأطفال المعوقين وممثلو طيران ناس.")
    assert "جمعية الأطفال المعوقين" in [body.name for body in article.organisations]
