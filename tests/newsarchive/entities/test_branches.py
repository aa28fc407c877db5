"""Bodies that are told apart by where they are, and those that are one."""

import pytest

from newsarchive.article import Article
from newsarchive.entities import find_entities
from newsarchive.entities.branches import Branch, same_branches
from newsarchive.entities.lexicon import lexicon


def joined(*names):
    """The names in the sets that they are joined to, by the first of each."""
    leader = {index: index for index in range(len(names))}
    for one, other in same_branches(lexicon(), dict(enumerate(names))):
        low, high = sorted((leader[one], leader[other]))
        leader = {index: low if first == high else first for index, first in leader.items()}
    return len(set(leader.values()))


@pytest.mark.parametrize(
    "names",
    [
        ("الإدارة العامة للتعليم بالخرج", "تعليم الخرج"),
        ("الإدارة العامة للتعليم بمحافظة الخرج", "تعليم الخرج"),
        ("المديرية العامة للشؤون الصحية بمنطقة الرياض", "صحة الرياض"),
        ("شرطة منطقة الرياض", "شرطة الرياض"),
        ("المحكمة العامة بجدة", "المحكمة العامة", "المحكمة العامة في جدة"),
        ("مجلس التنمية السياحية بالمنطقة", "مجلس التنمية السياحية"),
        ("جمعية الثقافة والفنون بالأحساء", "فنون الأحساء"),
        ("نادي الباحة الأدبي الثقافي", "أدبي الباحة"),
        ("إدارة التعليم", "تعليم الليث"),
        ("المجلس البلدي", "بلدي سراة عبيدة"),
        ("إدارة الدفاع المدني بجدة", "الدفاع المدني بمحافظة جدة", "مدني جدة"),
    ],
)
def test_one_work_in_one_place_is_one_body(names):
    assert joined(*names) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("تعليم الخرج", "تعليم الرياض"),
        ("المحكمة العامة بجدة", "المحكمة العامة بالرياض", "المحكمة العامة"),
        ("فرع وزارة المالية بجدة", "وزارة المالية"),
        ("شرطة الرياض", "تعليم الرياض"),
        ("وزارة التعليم", "تعليم الليث"),
        ("جوازات منطقة حائل", "المديرية العامة للجوازات"),
        ("الهلال", "الاتحاد"),
    ],
)
def test_other_places_other_works_and_branches_stay_apart(names):
    assert joined(*names) == len(names)


def test_a_name_without_words_is_a_body_of_no_place():
    assert Branch.of(lexicon(), "…") == ((), (), ())
    assert joined("…", "المحكمة العامة بجدة") == 2


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("نقلت ذلك وكالة الأنباء الأردنية ووكالة الأنباء العمانية، كل على حدة.", 2),
        ("قالت وزارة الخارجية الروسية إن إعلان الخارجية الأميركية غير دقيق.", 2),
        ("قالت مصلحة الجمارك السعودية ذلك، وأضافت مصلحة الجمارك العامة أنه صحيح.", 1),
    ],
)
def test_bodies_of_two_nations_are_two(body, count):
    article = find_entities(Article(name="a.txt", sha256="0", title="خبر", body=body))
    assert len(article.organisations) == count
