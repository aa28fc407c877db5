import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.families.likeness import Report, are_copies
from tests.newsarchive.families.reports import (
    AGENCY,
    CABLE,
    CUT,
    EDITED,
    HOROSCOPE,
    IN_A_ROUND_UP,
    MATCH,
    NEW_LEAD,
    PRICES,
    SOHAR,
    SUR,
    TOLL,
    WEATHER,
)

DAY = dt.date(2025, 12, 15)
NAMES = (
    "سالم بن خلفان البوسعيدي|وزير النقل|ميناء صحار|خميس بن علي الشيدي|مجلس الشورى|كوريا الجنوبية|"
    "كراتشي|كورانجي|شهباز شريف|السند|دوري عمانتل|هيثم بن طارق|صحار|النهضة|صور|عبري|الغساني|الصبحي|"
    "العلوي|الأغبري|معتز صالح|الشيادي|إلهام علييف|أذربيجان|جون ماهاما|غانا"
)


def report(body, title="", *, outlet="الأيام", day=DAY):
    names = [match.span() for match in re.finditer(NAMES, body)]
    return Report(title, body, names, outlet, day)


HAMAL = HOROSCOPE.format(
    sign="الحمل", work="تتلقى عرضا مغريا", love="تعيش لحظات جميلة", health="تشعر بالإرهاق",
    luck=7, colour="الأزرق",
)  # fmt: skip
THAWR = HOROSCOPE.format(
    sign="الثور", work="تواجه منافسة شديدة", love="يسود الهدوء علاقتك", health="وضعك ممتاز",
    luck=3, colour="الأخضر",
)  # fmt: skip
GOLD = PRICES.format(trend="ارتفاعا", a="32.15", b="29.40", c="28.10", d="24.05", e=2650)
GOLD_NEXT_DAY = PRICES.format(trend="تراجعا", a="31.90", b="29.20", c="27.85", d="23.90", e=2631)
CLEAR = WEATHER.format(
    sky="صحوا", chance="فرصة لتكون السحب", wind="نشطة", sea="مائجا", hot=38, cold=27
)
CLOUDY = WEATHER.format(
    sky="غائما جزئيا", chance="احتمال هطول أمطار", wind="معتدلة", sea="هائجا", hot=33, cold=24
)
COPIES = {
    "letter for letter": (AGENCY, AGENCY),
    "other tashkeel, hamzas and digits": (
        AGENCY,
        AGENCY.replace("إ", "ا").replace("ة ", "ه ").replace("45", "٤٥").replace("وقال", "وقَالَ"),
    ),
    "with a dateline": (AGENCY, f"صحار - العمانية: {AGENCY}"),
    "edited": (AGENCY, EDITED),
    "another first sentence": (AGENCY, NEW_LEAD),
    "cut short by the end": (AGENCY, CUT),
    "cut short and edited": (EDITED, CUT),
    "a death toll brought up to date": (
        TOLL.format(dead=14, hurt=40),
        "أعلنت الشرطة توقيف مالك المصنع. " + TOLL.format(dead=21, hurt=52),
    ),
    "short and the same": (CUT[:180], f"مسقط: {CUT[:180]}"),
}
STRANGERS = {
    "a report among others in a round-up": (CUT, IN_A_ROUND_UP),
    "two matches in one formula": (SOHAR, SUR),
    "two messages of congratulation": (
        CABLE.format(president="إلهام علييف", country="أذربيجان"),
        CABLE.format(president="جون ماهاما", country="غانا"),
    ),
    "two horoscopes": (HAMAL, THAWR),
    "gold on two days": (GOLD, GOLD_NEXT_DAY),
    "the weather on two days": (CLEAR, CLOUDY),
    "short with another figure": (
        "أغلق مؤشر سوق مسقط للأوراق المالية اليوم عند 4612 نقطة مرتفعا عن الجلسة الماضية.",
        "أغلق مؤشر سوق مسقط للأوراق المالية اليوم عند 4587 نقطة مرتفعا عن الجلسة الماضية.",
    ),
    "too short to tell": ("التفاصيل لاحقا", "التفاصيل لاحقا"),
    "nothing and something": ("", AGENCY),
    "nothing at all": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize("texts", COPIES.values(), ids=COPIES)
def test_copies_of_a_report(texts):
    one, other = report(texts[0]), report(texts[1], outlet="الخليج")
    assert are_copies(one, other)
    assert are_copies(other, one)


@pytest.mark.parametrize("texts", STRANGERS.values(), ids=STRANGERS)
def test_no_copies_of_each_other(texts):
    one, other = report(texts[0]), report(texts[1], outlet="الخليج")
    assert not are_copies(one, other)
    assert not are_copies(other, one)


def test_the_headline_stands_in_where_the_text_names_nobody():
    body = MATCH.replace("{home}", "الفريق").replace("{away}", "ضيفه").replace("{ground}", "الملعب")
    one = body.format(round="التاسعة", one="سيف", two="بدر", three="علي", points=19, rest=11)
    other = body.format(round="العاشرة", one="عمر", two="زيد", three="نصر", points=14, rest=8)
    titled = [Report("سيف وبدر وعلي في التاسعة", one), Report("عمر وزيد ونصر في العاشرة", other)]
    assert are_copies(Report("", one), Report("", other))
    assert not are_copies(*titled)


@pytest.mark.parametrize(
    ("text", "outlet", "days", "copies"),
    [
        (EDITED, "الخليج", 3, True),
        (EDITED, "الخليج", 4, False),
        (EDITED, "الأيام", 0, True),
        (EDITED, "الأيام", 1, False),
        (AGENCY, "الأيام", 300, True),
        (EDITED, "الخليج", None, True),
    ],
)
def test_an_edited_copy_appears_within_days_and_in_another_paper(text, outlet, days, copies):
    day = None if days is None else DAY + dt.timedelta(days)
    assert are_copies(report(AGENCY), report(text, outlet=outlet, day=day)) is copies


def test_a_name_counts_with_what_is_written_onto_it():
    body = AGENCY.replace("وحضر", "وبحضور")
    start = body.index("حضور")
    named = [Report("", body, [(first, start + 4)]).named for first in (start, start - 2)]
    assert named[0] == named[1]


texts = st.lists(st.sampled_from([*AGENCY.split(), *TOLL.split()[:30]]), max_size=90).map(" ".join)


@given(texts, texts, st.booleans(), st.integers(0, 5))
def test_likeness_is_mutual_and_every_long_text_is_like_itself(one, other, same, days):
    first = report(one)
    second = report(other, outlet="الأيام" if same else "الخليج", day=DAY + dt.timedelta(days))
    assert are_copies(first, second) == are_copies(second, first)
    assert are_copies(first, report(one)) == (len(first.words) >= 12)
