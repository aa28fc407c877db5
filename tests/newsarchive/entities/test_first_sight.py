"""What grammar tells of names that no lexicon knows, in articles as papers write them."""

import pytest

from newsarchive.article import Article, EntityKind
from newsarchive.entities import find_entities
from newsarchive.entities.agreement import agreed
from newsarchive.entities.canonical import Found, grouped
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import sentences


def read(body, title="خبر"):
    return find_entities(Article(name="a.txt", sha256="0", title=title, body=body))


def persons(body, title="خبر"):
    return {person.name for person in read(body, title).persons}


def bodies(body, title="خبر"):
    return {name for one in read(body, title).organisations for name in (one.name, *one.aliases)}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("وسيشرف على القرعة الأمين العام للفيفا الفرنسي جيروم فالك الذي وصل أمس", "جيروم فالك"),
        (
            "أقدم / ساير بن لافي بن ساير الرشيدي - سعودي الجنسية - على قتل رجل أمس",
            "ساير بن لافي بن ساير الرشيدي",
        ),
        ("وقال الصياد حبيب الصادق من صفوى لـ«الوطن» إن موسم الصيد مختلف", "حبيب الصادق"),
        ("وأكد رئيس البرنامج في دار الذكر محمد باعيشرة حرص القائمين عليه", "محمد باعيشرة"),
        ("يذكر أن الفقيد هو شقيق ناصر الشريف المتحدث الرسمي للدفاع المدني", "ناصر الشريف"),
        ("يذكر أن الفقيد شقيق فهد الحربي وسلمان رئيس مركز المحاني", "سلمان"),
        ("Next Previous صقر خالد – جدة\nشهدت الفروع زحامًا أمس", "صقر خالد"),
        ("أميرة المولد – عين اليوم\nانتقل إلى رحمة الله الشاعر أمس", "أميرة المولد"),
        ("ارتكبت ذلك مليشيات الحوثي وصالح في مديرية دار سعد بمحافظة عدن", "صالح"),
        ('ووحدات من الجيش موالية لـ"هادي"، بسطت سيطرتها على المدينة', "هادي"),
        ("بضمه العملاق التشيكي المخضرم بتر تشيك من تشلسي بالذات في الدوري", "بتر تشيك"),
        ("أوضح مدير مستشفى ينبع عمر الجهني أن التكييف لم يتعطل أمس", "عمر الجهني"),
        ("والفيلم بطولة بول رود ومايكل دوجلاس وإخراج بيتن ريد، وجاء في المركز الثاني", "بيتن ريد"),
        ("والفيلم بطولة بول رود ومايكل دوجلاس وإخراج بيتن ريد، وجاء في الصدارة", "مايكل دوجلاس"),
        (
            "أحرز ثلاثية آرسنال سانتي كازورلا، لوران كوتشيلني، وأرون رامسي في الدقائق الأخيرة",
            "أرون رامسي",
        ),
        (
            "ثم أضاف البرتغالي كريستيانو رونالدو الثاني بتسديدة من فوق الحارس في المباراة",
            "كريستيانو رونالدو",
        ),
        ("الأب ورب الأسرة، فيكتور، كان لاعب كرة محترفا في المكسيك لكنه توقف", "فيكتور"),
        ("قتل 13 مسلحا من مليشيات الحوثي وصالح في مواجهات عنيفة أمس", "صالح"),
        ("ابلغت السلطات محاميته ليلى احسان بان المثول سيكون الاخير", "ليلى احسان"),
        ("إلا أن وصول النجم الكبير عادل إمام كان مختلفا حيث استقبله الجميع", "عادل إمام"),
        ("في استقبال المؤسس الملك عبدالعزيز طيب الله ثراه لضيفه بالسفينة", "عبدالعزيز"),
        ("وهاجمت عناصر الحرس الجمهوري التابع للمخلوع صالح مدينة الضالع أمس", "صالح"),
    ],
)
def test_persons_whose_words_are_other_words_too(body, name):
    assert name in persons(body)


@pytest.mark.parametrize(
    "body",
    [
        "قرر المجلس سحب لقب أمير المؤمنين واكتفى بأن يلقب بأمير طالبان أمس",
        "القطاع الحكومي في إدارة العمل يعامل المهندس كأي موظف آخر",
        "واستخرج الكنز قبالة سواحل فورت بيرس شمال ميامي قبل شهر",
        "والجمهور الوفي الذي وقف مع ناديه بأقسى الظروف فكيف وناديه بطل",
        "وتم بتوفيق الله تدمير المنصات والسيطرة على الموقف أمس",
        'ولذلك جاءت حملة "ابشر ياكحيلان" والتي أتوقع نجاحها بشكل كبير',
        "أقيمت على ملعب مدينة الملك عبد الله بجدة ضمن المسابقة",
        "فيما حذر ناشطون حقوقيون من خطورة الأحداث التي تشهدها المدن",
        "وصرف تعويض عقارات في شارع المهندس عمر قاضي بالمدينة أمس",
    ],
)
def test_offices_function_words_and_coasts_are_nobody(body):
    assert persons(body) == set()


def test_a_surname_after_what_is_no_name_is_the_surname_alone():
    body = (
        "فريق المدرب الفرنسي ارسين فينغر حقق نهاية رائعة في الدوري.\n"
        "واعتبر جوزيه مورينيو مدرب تشلسي ارسنال مرشحا للقب الدوري.\n"
        "لكن مورينيو أغاظ فينغر لاتهام فريق شمال لندن بانفاق مبالغ طائلة."
    )
    assert persons(body) == {"ارسين فينغر", "جوزيه مورينيو"}
    body = (
        "رد المدرب على تعرض لاعبه نايجل دي يونج لانتقادات بعد مباراة ودية.\n"
        "ووجد دي يونج نفسه في شجار جديد بسبب أسلوب لعبه القوي في الدوري."
    )
    assert persons(body) == {"نايجل دي يونج"}


def test_what_leads_to_a_name_is_no_part_of_it():
    body = "تم القبض على المدعو شاه فيصل عظيم شاه عند قيامه بتهريب كمية كبيرة"
    assert not any("المدعو" in name for name in persons(body))
    body = "تمكنت مها العريني من استغلال هوايتها.\nوأصبحت مها العريني تمتلك حقوق التصنيع"
    assert persons(body, "قصة كفاح مها العريني في إعداد الخلطات") == {"مها العريني"}
    body = "لمهاجم النصر نايف هزازي تمزق في مفصل القدم بعد مباراة الفريق في الدوري"
    assert persons(body, "هزازي النصر خارج حسابات السوبر") == {"نايف هزازي"}


def person(name, alias_of=-1):
    return Found(EntityKind.PERSON, "body", 0, len(name), name, name, alias_of=alias_of)


def names(*found):
    return [group.names for group in grouped(lexicon(), found)]


def test_a_kunya_s_two_forms_are_one_name():
    assert len(names(person("كريم بوضيف"), person("كريم أبوضيف"))) == 1


def test_a_father_s_name_is_short_for_his_son_s():
    assert names(person("ابن مانع"), person("سعيد بن مانع")) == [["سعيد بن مانع", "ابن مانع"]]


def test_a_kunya_in_brackets_is_another_name_of_the_person_before_it():
    both = names(person("محمود عباس"), person("أبو مازن", alias_of=0), person("أبو مازن"))
    assert both == [["محمود عباس", "أبو مازن"]]
    assert len(names(person("محمود عباس"), person("أمين مازن", alias_of=0))) == 2


def test_a_kunya_that_begins_the_fuller_name_joins_it_once():
    found = [person("البغدادي"), person("أبو بكر البغدادي", alias_of=0)]
    assert names(*found) == [["أبو بكر البغدادي", "البغدادي"]]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("رحم الله الجندي فهو من منسوبي القوات البرية بعد إصابته بمقذوف", "القوات البرية"),
        ('جمعت "جت سمارتر" الشركة المتخصصة بالتواصل 20 مليون دولار', "جت سمارتر"),
        ("فحص باحثون من جامعتي بليموث وإكستير في بريطانيا ردود الفعل", "جامعة إكستير"),
        ('ووجد الباحثون، وفقا لصحيفة "ديلي هيرالد" البريطانية، أن النظر مفيد', "ديلي هيرالد"),
        ("والمركز تابع للجنة التنمية الاجتماعية بأبوعريش كما قيل", "لجنة التنمية الاجتماعية"),
        ("كشف رئيس لجنة المقاولين بغرفة الرياض عن خلل في العقود", "غرفة الرياض"),
        ("تبقى بلدية وسط الدمام مسؤولة عن أكبر وسط تجاري بالمنطقة", "بلدية وسط الدمام"),
        ("بدأت المحكمة الكويتية الكلية اليوم جلسة محاكمة المتهمين", "المحكمة الكويتية الكلية"),
        ("وأوضح مدير الشؤون الصحية بمنطقة المدينة الدكتور أحمد الصغير ذلك", "الشؤون الصحية"),
        ("وقد تلقى عدد منهم الإسعافات الأولية من قبل الهلال الأحمر حيث تأثروا", "الهلال الأحمر"),
        ("وساهمت القوات الجوية الأميركية في مراقبة الرياح الشمسية", "القوات الجوية الأميركية"),
        (
            "وهو ضابط سابق في المخابرات البحرية الأميركية أدين بالتجسس",
            "المخابرات البحرية الأميركية",
        ),
        (
            "كما أقام مجمع الملك عبد الله الطبي بجدة صباح اليوم حفل معايدة",
            "مجمع الملك عبد الله الطبي",
        ),
        ("تجولت الصحيفة بمقر المجلس البلدي بوحدة المعلومات الانتخابية", "المجلس البلدي"),
        ("لاعب نادي سيلتك الاسكتلندي الاسبق مؤخرا في الدوري والكأس", "نادي سيلتك"),
        (
            "قامت طائرتان من أسطول القيادة العامة للطيران بنقل الجثمانين أمس",
            "القيادة العامة للطيران",
        ),
        ("أصدر رئيس هيئة الإذاعة والتلفزيون قرارا بتشكيل لجنة أمس", "هيئة الإذاعة والتلفزيون"),
        ("وقال مدير شركة ستار لتنظيم المعارض إن المعرض ناجح", "شركة ستار لتنظيم المعارض"),
        ("أعلنت وزارة الخدمة المدنية أسماء متقدمة على الوظائف", "وزارة الخدمة المدنية"),
        ("وقاموا برمي القوارير بعد تسجيل فريق الاتحاد الهدف الثاني في الدقيقة", "الاتحاد"),
        ("طور علماء من جامعة بريستول التكنولوجيا الثورية على مدى سنوات", "جامعة بريستول"),
        (
            "رد سينيشا ميهايلوفيتش مدرب ميلانو على تعرض لاعبه نايجل دي يونج لانتقادات بعد تدخل "
            "قوي ضد أحد منافسيه في مباراة ودية أمام بايرن ميونيخ الثلاثاء وقال كرة القدم ليس باليه",
            "ميلانو",
        ),
        (
            "قال المقدم راشد الحبسي، مدير الاتصال للشرطة العربية والدولية بإدارة البحث",
            "الشرطة العربية والدولية",
        ),
    ],
)
def test_bodies_in_the_sentences_of_papers(body, name):
    found = bodies(body)
    assert any(one == name or one.startswith(f"{name} ب") for one in found), found


@pytest.mark.parametrize(
    "body",
    [
        "تتم العملية عن طريق ارتباط مباشر لدى بنك العميل بآلية شبيهة",
        "ارتكبت الجماعة ذلك في مديرية دار سعد بمحافظة عدن أمس",
        "ألعاب أطفال بالواجهة البحرية البحرية بشاطئ الفناتير بمدينة الجبيل",
        "الجدير بالذكر أن الادارة الوحداوية حاولت التواصل مع اللاعب",
        "تمكنت فرقة البحث والإنقاذ من إنقاذ شخصين من الغرق أمس",
        "قالت هيلاري كلينتون وزيرة الخارجية الأمريكية السابقة ذلك أمس",
        "تقدم الطلبات إلى مكتب وكيل الكلية للدراسات العليا والبحث العلمي",
        "وهذه المسالة لا تمت بصلة الى السياسة الخارجية الامريكية أبدا",
        "ودور التكنولوجيا (إدارة المعرفة والتعلم عن بعد) في دول المنطقة",
        "تدني الرؤية الأفقية على السواحل الجنوبية للبحر الأحمر صباحا",
        "وتتحدث التسريبات عن هاتف جالاكسي إس بشاشة قياسها 5 بوصات",
        "بحسب ما أشار رئيس المنظمة العالمية الألماني توماس باخ أمس",
    ],
)
def test_customers_districts_and_offices_are_no_bodies(body):
    assert bodies(body) == set()


def test_a_nationality_before_a_person_is_not_the_body_s():
    body = "بحضور رئيس الاتحاد الدولي السويسري جوزيف بلاتر الذي وصل أمس للقرعة"
    assert "الاتحاد الدولي السويسري" not in bodies(body)


def test_an_acronym_and_a_short_name_of_one_federation_are_one_body():
    kind = EntityKind.ORGANISATION
    found = [Found(kind, "body", 0, 1, name, name) for name in ("الفيفا", "الاتحاد الدولي")]
    assert len(grouped(lexicon(), found)) == 1


@pytest.mark.parametrize(
    ("labels", "sure"),
    [("OOP", True), ("OPP", False), ("OO", False)],
)
def test_a_strange_word_tagged_again_and_again_is_a_body(labels, sure):
    kinds = {"O": Label.ORGANISATION, "P": Label.PERSON}
    text = "\n".join("ولم تقدم تالجو تفسيرا" for _ in labels)
    spans = [[Span(kinds[label], 2, 3, sure=False)] for label in labels]
    found = agreed(lexicon(), sentences(text, lexicon().words), spans)
    whole = [Span(Label.ORGANISATION, 2, 3)]
    assert [each == whole for each in found] == [sure] * len(labels)


def test_a_body_in_two_places_is_two():
    kind = EntityKind.ORGANISATION
    names = ("الدفاع المدني بمنطقة مكة المكرمة", "الإدارة العامة للدفاع المدني بمحافظة جدة")
    assert len(grouped(lexicon(), [Found(kind, "body", 0, 1, name, name) for name in names])) == 2


def test_a_surname_of_the_article_before_a_whole_name_is_another_person():
    body = (
        "دخل مراسل الصحيفة جيسون رضايان عامه الثاني قيد الاعتقال.\n"
        "وابلغت السلطات محامية رضايان ليلى احسان بان المثول سيكون الاخير."
    )
    assert persons(body) == {"جيسون رضايان", "ليلى احسان"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المخابرات الإيرانية", "جهاز المخابرات الإيراني"),
        ("مستشفى النساء", "مستشفى النساء والولادة"),
        ("وزارة الشئون الإسلامية", "الشؤون الإسلامية"),
    ],
)
def test_a_nation_s_gender_and_a_joined_word_make_no_other_body(one, other):
    kind = EntityKind.ORGANISATION
    found = [Found(kind, "body", 0, 1, name, name.removeprefix("جهاز ")) for name in (one, other)]
    assert len(grouped(lexicon(), found)) == 1


def test_medina_s_police_is_one_body_in_two_lengths():
    body = "قدم مدير شرطة منطقة المدينة المنورة اللواء خالد المطيري تعازيه لذوي الشهيد"
    assert len(read(body, "شرطة المدينة تعزي ذوي الشهيد").organisations) == 1


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("استقبلتني ممرضة اسمها شيماء عبد الحميد في الطابق الثاني", "ممرضة"),
        ("قال مدير الشركة واسمه جون سميث إن الوضع جيد", "مدير الشركة"),
        ("قال المدير المدعو خالد الجهني إن الوضع جيد", "المدير"),
    ],
)
def test_what_tells_a_name_is_no_part_of_the_office_before_it(body, office):
    assert [person.roles for person in read(body).persons] == [(office,)]
