import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.article import Article, EntityKind
from newsarchive.entities import find_entities


def found(body, title=""):
    return find_entities(Article(name="a.txt", sha256="0", title=title, body=body))


def persons(body):
    return {person.name: person for person in found(body).persons}


def bodies(text, title=""):
    return {body.name: body for body in found(text, title).organisations}


POLICE = (
    "بدأت أمس بمحافظة مسقط أعمال الندوة الرابعة لضباط الارتباط التابعين للمنظمة الدولية للشرطة "
    "الجنائية (الإنتربول)، تحت رعاية اللواء سالم بن ناصر العبري، مساعد قائد الشرطة للعمليات.\n\n"
    "وأكد العميد خالد بن سيف المعمري مدير عام التحريات ورئيس المكتب المركزي الوطني، خلال كلمته، "
    "حرص سلطنة عُمان على التعاون.\n\n"
    "من جانبه، ألقى علي الزيود رئيس مكتب التنسيق للشرق الأوسط وشمال أفريقيا بالأمانة العامة "
    "للإنتربول، كلمة المنظمة. وأعربت يوكا تاناماكي، مستشارة أولى في الإنتربول، عن سعادتها. "
    "وأضاف المعمري أن التعاون مستمر على جميع الصعد."
)


def test_a_police_meeting_gives_its_persons_and_nobody_else():
    assert set(persons(POLICE)) == {
        "سالم بن ناصر العبري",
        "خالد بن سيف المعمري",
        "علي الزيود",
        "يوكا تاناماكي",
    }


@pytest.mark.parametrize(
    ("name", "titles", "role"),
    [
        ("سالم بن ناصر العبري", ("اللواء",), "مساعد قائد الشرطة للعمليات"),
        ("خالد بن سيف المعمري", ("العميد",), "مدير عام التحريات ورئيس المكتب المركزي الوطني"),
        (
            "علي الزيود",
            (),
            "رئيس مكتب التنسيق للشرق الأوسط وشمال أفريقيا بالأمانة العامة للإنتربول",
        ),
        ("يوكا تاناماكي", (), "مستشارة أولى في الإنتربول"),
    ],
)
def test_titles_and_offices_stand_beside_their_persons(name, titles, role):
    person = persons(POLICE)[name]
    assert person.titles == titles
    assert person.roles == (role,)


def test_a_surname_alone_is_joined_to_the_full_name():
    assert persons(POLICE)["خالد بن سيف المعمري"].aliases == ("المعمري",)


def test_organisations_with_the_alias_in_brackets():
    found_bodies = bodies(POLICE, "شرطة عُمان تستضيف ندوة ضباط الارتباط")
    assert "الإنتربول" in found_bodies["المنظمة الدولية للشرطة الجنائية"].aliases
    assert "شرطة عمان" in found_bodies["شرطة عمان السلطانية"].aliases
    assert {
        "شرطة عمان السلطانية",
        "المكتب المركزي الوطني",
        "مكتب التنسيق للشرق الأوسط وشمال أفريقيا",
        "الأمانة العامة للإنتربول",
    } <= set(found_bodies)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استقبل الملك عبدالله بجازان الأهالي", {"عبدالله"}),
        ("برئاسة الأمير محمد بن سلمان بن عبدالعزيز ولي ولي العهد", {"محمد بن سلمان بن عبدالعزيز"}),
        ("أثنى المدرب اليوناني دونيسوس على لاعبيه", {"دونيسوس"}),
        ("احتفى المهاجم حسن الراهب، بزملائه", {"حسن الراهب"}),
        ("استبعد رئيس الصومال حسن شيخ محمود، احتمالية إقامة", {"حسن شيخ محمود"}),
        ("وقال السعوديان عالي الميموني وفهد البيشي", {"عالي الميموني", "فهد البيشي"}),
    ],
)
def test_where_a_name_ends(text, names):
    assert set(persons(text)) == names


def test_a_name_begins_before_bin_though_its_first_word_is_an_ordinary_one():
    assert set(persons("أقدم مقرب بن سعد بن علي الثنيان على ذلك")) == {"مقرب بن سعد بن علي الثنيان"}


@pytest.mark.parametrize(
    "text",
    [
        "سجّل مطار الملك خالد الدولي نموًا في عدد ركابه",
        "التقى المبعوث الأميركي لدولتي السودان نظيره",
        "تعبيرا عن فكرة الفنان ووجدانه مثله",
        "ذهب خالد إلى المدرسة ثم عاد خالد",
    ],
)
def test_a_thing_named_after_a_king_a_word_and_a_bare_given_name_are_nobody(text):
    assert set(persons(text)) == set()


@pytest.mark.parametrize("text", ["شكر المعلم خالد طلابه", "علاج ابنه (خالد) من المرض"])
def test_a_given_name_stands_by_a_title_or_in_brackets(text):
    assert set(persons(text)) == {"خالد"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رابط الخبر بصحيفة الوئام: إنشاء أول محطة", "صحيفة الوئام"),
        ("كشف مصدر مطلع لـ«الوطن» أن الإجراء يهدف إلى ذلك", "صحيفة الوطن"),
    ],
)
def test_a_paper_of_one_word_is_called_a_paper(text, name):
    assert name in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "شركة أمريكية تدير مبنى الطيران",
        "الاجتماعية والثقافية والصحية والاقتصادية. ويأتي هذا",
        "دعا الكاتب إلى محاربة «الواسطة» في كل مكان، وقال إن (الإزميل) أداة الحفر",
        "تبرعت جمعية خيرية بملابس للأطفال",
    ],
)
def test_ordinary_words_are_no_bodies(text):
    assert bodies(text) == {}


def test_among_clubs_an_ordinary_word_is_the_club():
    text = "فاز نادي الهلال على الاتحاد بهدفين في الدوري وتعادل نادي النصر مع الأهلي في الجولة"
    assert "نادي الاتحاد" in bodies(text)


@pytest.mark.parametrize("text", ["التقط «سيلفي» مع الأسد", "وقالت لوكهيد في بيان إنها تصنعها"])
def test_products_and_bodies_are_no_persons(text):
    assert set(persons(text)) == set()


def test_latin_words_before_a_name_are_none_of_it():
    assert set(persons("Next Previous أحمد حجازي – عين اليوم")) == {"أحمد حجازي"}


def test_a_party_and_a_company_named_in_short_are_the_ones_named_in_full():
    party = bodies("رد حزب العمال الكردستاني على القصف. وأعلن «الكردستاني» أنه مستمر")
    assert party["حزب العمال الكردستاني"].aliases == ("الكردستاني",)
    company = bodies("طرحت شركة سلامة للتأمين التعاوني أسهما. وقالت شركة سلامة إنها تزيد رأس المال")
    assert company["شركة سلامة للتأمين التعاوني"].aliases == ("شركة سلامة",)


def test_a_preposition_is_taken_off_where_the_article_has_the_name_without_it():
    text = "أعلن الملا أختر منصور ذلك. ونفى المتحدث أن يكون لأختر منصور دور في الحادث."
    assert set(persons(text)) == {"أختر منصور"}


def test_no_letter_of_a_surname_is_taken_for_a_clitic():
    found_persons = persons("قال مايكل فرومان إن المفاوضات تسير. وأضاف فرومان خلال مؤتمر صحافي أمس")
    assert set(found_persons) == {"مايكل فرومان"}


def test_a_father_is_not_his_son():
    text = "حضر الأمير فيصل بن بندر بن خالد، والأمير محمد بن فيصل بن بندر بن خالد"
    assert set(persons(text)) == {"فيصل بن بندر بن خالد", "محمد بن فيصل بن بندر بن خالد"}


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "توقعت الرئاسة العامة للأرصاد وحماية البيئة أمطارا، وقالت الأرصاد إنها غزيرة",
            "الرئاسة العامة للأرصاد وحماية البيئة",
            "الأرصاد",
        ),
        (
            "أعلن الاتحاد السعودي لكرة القدم الجدول، وأكد اتحاد الكرة موعده",
            "الاتحاد السعودي لكرة القدم",
            "اتحاد الكرة",
        ),
    ],
)
def test_a_body_in_short_is_the_one_named_in_full(text, name, alias):
    assert alias in bodies(text)[name].aliases


def test_a_name_found_once_is_found_wherever_it_is_repeated():
    article = found(
        "قال بول هندريكسون إن شركة فولكستاد ستتوسع.\n\nوذكر هندريكسون أن أسهم فولكستاد ارتفعت."
    )
    surfaces = [m.surface for m in article.mentions if m.kind is EntityKind.PERSON]
    assert surfaces == ["بول هندريكسون", "هندريكسون"]


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("سيطر داعش على المدينة أمس", "تنظيم داعش", "داعش"),
        ("دعا مجلس الأمن إلى وقف إطلاق النار", "مجلس الأمن الدولي", "مجلس الأمن"),
        (
            "أكد أمين عام مجلس التعاون الخليجي ذلك",
            "مجلس التعاون لدول الخليج العربية",
            "مجلس التعاون الخليجي",
        ),
    ],
)
def test_a_known_body_goes_by_its_full_name_in_every_article(text, name, alias):
    assert alias in bodies(text)[name].aliases


def test_a_king_in_the_name_of_a_thing_is_nobody_and_neither_is_a_month():
    assert persons("افتتح جسر الملك فهد بعد صيانته في شهر رمضان المبارك") == {}


def test_an_outlet_between_dashes_is_an_organisation():
    assert "صحيفة سبق" in bodies("سالم الرويلي- سبق- تبوك: افتتح المعرض أمس")


def test_generic_bodies_and_governments_are_none():
    assert bodies("قال رئيس شركة صينية لصناعة السيارات إن الحكومة التركية وافقت") == {}


def test_places_by_their_usual_names():
    assert {"مسقط", "عمان"} <= {place.name for place in found(POLICE).places}


@pytest.mark.parametrize(
    "text",
    [
        "أقيمت المباراة على استاد السلطان قابوس مساء أمس",
        "افتتح شارع الشيخ زايد أمام الحركة",
        "على محمد اليوم أن ينتظر",
        "كل عام وأنتم بخير، وعيد سعيد على الجميع",
        "إن ذلك نتاج تواطؤ النفوذ وهشاشة هيكلية في النظام",
        "قالت الوزارة إن المشروع مستمر",
        "",
        "12345 - !!! «»",
    ],
)
def test_texts_that_name_nobody(text):
    assert found(text).persons == ()


def test_the_melted_preposition_stays_in_the_surface_only():
    article = found("مقر تابع للهيئة العامة للطيران المدني")
    mention = next(m for m in article.mentions if m.kind is EntityKind.ORGANISATION)
    assert mention.surface.startswith("للهيئة")
    assert mention.entity == "الهيئة العامة للطيران المدني"


WORDS = st.sampled_from(
    ["قال", "اللواء", "محمد", "بن", "علي", "على", "الحارثي", "وزارة", "الصحة", "والتعليم", "وزارتي",
     "للهيئة", "(", ")", "«", "»", "،", ".", "\n", "عُمان", "في", "مدير", "عام", "رئيس", "ولي",
     "عبد", "الله", "أبو", "ـ", "شركة", "نادي", "الهلال", "17", "Interpol", "بمحافظة", "مسقط"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40), st.text(max_size=60))
def test_mentions_are_the_text_at_their_offsets(words, noise):
    article = found(" ".join(words) + noise, title=" ".join(words[:5]))
    parts = {"title": article.title, "body": article.body}
    named = {
        *(p.name for p in article.persons),
        *(o.name for o in article.organisations),
        *(p.name for p in article.places),
    }
    for mention in article.mentions:
        assert parts[mention.part][mention.start : mention.end] == mention.surface != ""
        assert mention.entity in named


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text):
    found(text, title=text[:40])


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        (
            "أدارها طلال النجار نائب مدير عام كرة القدم قام الجميع بلعب الكرة",
            "طلال النجار",
            ("نائب مدير عام كرة القدم",),
        ),
        (
            "قال البيت الأبيض إن جو بايدن نائب الرئيس الأمريكي وحيدر العبادي بحثا ذلك",
            "جو بايدن",
            ("نائب الرئيس الأمريكي",),
        ),
        (
            "قال البيت الأبيض إن جو بايدن نائب الرئيس الأمريكي وحيدر العبادي بحثا ذلك",
            "حيدر العبادي",
            (),
        ),
        (
            "التقى خالد الحارثي أمير منطقة عسير في مكتبه بأبها أمس الأهالي",
            "خالد الحارثي",
            ("أمير منطقة عسير",),
        ),
        ("وعلق المحلل الرياضي «هاني عباس» على ذلك", "هاني عباس", ("المحلل الرياضي",)),
    ],
)
def test_where_an_office_ends_and_whose_it_is(text, name, roles):
    assert persons(text)[name].roles == roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حضر أبناء الفقيد (فهد ومحمد وماجد) مراسم الدفن", {"محمد", "ماجد"}),
        ("وأكد عباس أن الوفد سيعود غداً", {"عباس"}),
        ("كان ذلك زمن تاتشر وما بعده", {"تاتشر"}),
        ('وينتظر رئيس الاتحاد الأوروبي "بلاتيني" الرد', {"بلاتيني"}),
        ("قال المدير إن اللاعب البوليفي «موخاكا» سينضم للفريق", {"موخاكا"}),
        ("كانت تلك نية حكومة بلاده خلفاً لتشافي كما قيل", {"تشافي"}),
    ],
)
def test_one_word_is_a_person_where_the_text_or_fame_says_so(text, expected):
    assert expected <= set(persons(text))


@pytest.mark.parametrize(
    "text",
    [
        "ومنذ قرن يبحث الناس عن دولة حديثة، هي بين صعود وهبوط",
        "وعانى الناس من قسوة الحكم وتغول الفساد",
        "ركز المدرب على اللياقة في مدينة سان مورتيز حيث يعسكر الفريق",
        "وجدد الأهالي الثقة في أسرة بن علي في الرياض أمس",
        "نقلت المباراة بناء على العقد بين الفريق الإماراتي وهال سيتي الإنجليزي في الدوري",
    ],
)
def test_ordinary_nouns_families_and_clubs_are_no_persons(text):
    assert persons(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "تفيد الحركة والنشاط والرياضة كبار السن",
        "حضر ممثلو النيابة والشرطة الجلسة",
        "أقر مجلس إدارة النادي تشكيل اللجان",
        "وجدد الشكر لأمراء وملوك الخليج على وقفتهم",
    ],
)
def test_rows_of_nouns_and_people_name_no_body(text):
    assert bodies(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقاد المدرب رينوس فان خال الفريق إلى الفوز أمس", "رينوس فان خال"),
        ("الأمير سعود بن متعب رأس وفد المملكة أمس", "سعود بن متعب"),
    ],
)
def test_names_end_where_they_end(text, name):
    assert set(persons(text)) == {name}


def test_a_title_of_two_is_no_part_of_a_name():
    assert "الشيخان محمد" not in persons("حيث التقى الشيخان محمد وحمد العبدالله بالأهالي")
