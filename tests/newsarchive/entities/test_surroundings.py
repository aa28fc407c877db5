"""What stands around a name tells what it is: kin, brackets, quotes, a dash, the rest of a text."""

import pytest

from newsarchive.article import Article
from newsarchive.entities import find_entities
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.no_bodies import is_no_body
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import sentences


def read(body, title="خبر"):
    return find_entities(Article(name="a.txt", sha256="0", title=title, body=body))


def persons(body):
    return {person.name for person in read(body).persons}


def bodies(body):
    return {name for one in read(body).organisations for name in (one.name, *one.aliases)}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("وقد التقى زوجته كولومبا خلال رحلة مدرسية إلى المكسيك", "كولومبا"),
        ("وتعيش هي وابنتها دينا ذات الخمسة أعوام على بساط", "دينا"),
        ("ويعلق الأسطورة «ديغو سالفانور» على المباراة قائلا إنها عادلة", "ديغو سالفانور"),
        ("وعلى اتصال وثيق بأيمن الظواهري زعيم التنظيم", "أيمن الظواهري"),
        ("قالت مصادر إن الفريق فاز.\n\nمحمود وهبي ـ جدة\n\nوكان الفريق قد خسر", "محمود وهبي"),
        ("حيث أحرزت اللاعبة، فارا وليامز، هدفاً بعد دقائق", "فارا وليامز"),
        ("حنان الحامدي – متابعات تعتزم مكاتب الاستقدام استقدام عاملات", "حنان الحامدي"),
        (
            "أشادت المشرفة في إدارة الموهوبين بوزارة التعليم العنود الجديعي على الدور التربوي",
            "العنود الجديعي",
        ),
        ("واتفق معه حسن البنا مؤسس الجماعة على ذلك", "حسن البنا"),
        (
            "وقاسم بدر فهد من مدارس جدة وطيف سليم خلف الصقيري من مدارس بيت القيم",
            "طيف سليم خلف الصقيري",
        ),
        ("وتفوقت الألمانية نادين كيسلر على البرازيلية مارتا في التصويت", "مارتا"),
        ("بادي البادي ـ جدة\nتسبب اللاعب في خسارة فريقه", "بادي البادي"),
    ],
)
def test_what_stands_before_a_name_shows_it(body, name):
    assert name in persons(body)


def test_given_names_in_brackets_are_no_persons_beside_their_surnames():
    body = "يضم الفريق لاعبين بحجم (ماتس) هوميلس و(إيلكاي) غوندوغان في المباراة"
    article = read(body)
    assert {person.name for person in article.persons} == {"هوميلس", "غوندوغان"}
    assert article.organisations == ()


@pytest.mark.parametrize(
    "body",
    [
        "وقال اللاعب أنا سعيد جدا بهذا الإنجاز",
        "وقال المدرب لحسن الحظ تمكنت من قضاء أيام مع الفريق",
        "أكد البيت الأبيض على لسان المتحدث باسمه أن التصريحات غير دقيقة",
    ],
)
def test_wishes_and_nouns_with_a_pronoun_are_nobody(body):
    assert persons(body) == set()


@pytest.mark.parametrize("word", ["حماسا", "قائما"])
def test_an_accusative_after_an_office_is_nobody(word):
    assert word not in persons(f"وتثير زيارة الرئيس الأميركي {word} كبيرا في كينيا")


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "يرى حسن نصر الله أن الطريق يمر من هناك. والطريق بالنسبة\nلحسن نصر الله وحزبه آخر",
            {"حسن نصر الله"},
        ),
        (
            "قال المدرب يورغن كلوب إنه راض. ويسير الفريق على نهج كلوب، الذي فاز باللقب",
            {"يورغن كلوب"},
        ),
        (
            "كتب ضاحي خلفان تميم ذلك أمس. وقال خلفان في تغريدة أخرى إنه راض",
            {"ضاحي خلفان تميم"},
        ),
        (
            "سجل اللاعب عمر السومه هدفين. وأضاف سومه أن الفريق يستحق الفوز",
            {"عمر السومه"},
        ),
        (
            "أكد الشيخ راشد بن عبدالله آل خليفة ذلك. وقال بن عبدالله في تصريح له أمس",
            {"راشد بن عبدالله آل خليفة"},
        ),
    ],
)
def test_the_article_tells_where_a_name_begins_and_whose_it_is(body, names):
    assert persons(body) == names


def test_tags_without_marks_between_them_are_no_names_of_their_own():
    body = (
        "أعلن تنظيم داعش مسؤوليته عن الهجوم في العراق أمس.\n\n"
        "سمات روميرو مانشستر تنظيم داعش سوريا هجوم"
    )
    assert bodies(body) == {"تنظيم داعش"}
    assert persons(body) == set()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("أعلنت شركة «إنشاء» عن البدء بتسليم الوحدات السكنية أمس", "إنشاء"),
        ("ونقلت وكالة «باس نيوز» الكردية عن مصدر مطلع ذلك", "باس نيوز"),
        (
            "ولعب المهاجم للفريق في المباراة مع هال سيتي الإنجليزي واسطنبول التركي في الدوري",
            "اسطنبول",
        ),
        ("قصفت قوات جماعة أنصار الله الحوثية المدينة أمس", "جماعة أنصار الله"),
        ("وبينهم الاتحاد الأوروبي والولايات المتحدة المصدران لهذه المنتجات", "الاتحاد الأوروبي"),
        ("وتواصل قوات التحالف شن غاراتها الجوية على المدينة", "قوات التحالف"),
        (
            "وشكلت شركات العالمية للتأمين وميدغلف للتأمين والمتحدة للتأمين والدرع للتأمين "
            "الأكثر ارتفاعا، فيما كانت الاتصالات السعودية ونادك وصافولا الأكثر انخفاضا",
            "المتحدة للتأمين",
        ),
        (
            "وهدد قيادي في الجمعية الشرعية بالرفض. وأثار القرار الذي أصدره رئيس الحكومة حالة "
            "من الرفض بين قيادات النور والجمعية الشرعية والإخوان، وهدد قيادي باللجوء للقضاء",
            "الجمعية الشرعية",
        ),
        (
            "وأمر بتأمين طائرات تابعة لقيادة القوات الجوية الملكية السعودية لنقل المساعدات",
            "القوات الجوية الملكية السعودية",
        ),
        ("ومنهج جامعة هارفارد الدراسي مختلف عن غيره", "جامعة هارفارد"),
        (
            "قال نائب رئيس مجلس التنمية السياحية بالمنطقة رئيس اللجان المنظمة للمهرجان ذلك",
            "مجلس التنمية السياحية بالمنطقة",
        ),
        ("عاد محترف فريق الاتحاد السابق إلى التدريبات في الملعب", "الاتحاد"),
    ],
)
def test_where_a_body_begins_and_ends(body, name):
    assert name in bodies(body)


@pytest.mark.parametrize(
    "body",
    [
        "كما اعتمدت اللجنة عمل مشرفي الدوائر الانتخابية أمس",
        "يذكر أن المجلس هيئة شبه رسمية أسستها الدولة",
        "قضت أعلى هيئة إسلامية إندونيسية بذلك",
        "أغلقت الدولة ما يقارب 776 مؤسسة مالية",
        "أعلنت الجامعة عن كليات التميز والبالغ عددها 19 كلية",
        "يتنافس الفريق على لقب الدوري الألماني لكرة القدم (بوندزليغا) في الموسم الجديد",
        "وافتتح مكتبة الملك",
        "تدور المعارك في منطقة تابعة لمديرية لودر قرب المدينة",
        "ومعارك عنيفة بين قوات الجيش المدعومة بالطائرات والمتمردين",
        "وكانت الإدارة النصراوية ركزت طوال الشهر الماضي على اللاعب",
        "ثانيا، قبول حقيقة أن الوحدة جاءت قسرية وأن هناك رفضا لها",
    ],
)
def test_indefinite_and_ordinary_nouns_name_no_body(body):
    assert bodies(body) == set()


@pytest.mark.parametrize(
    ("name", "none"), [("نادي لنس", False), ("محكمة لتعزيزات", True), ("شركة صحافية", True)]
)
def test_the_first_letter_of_a_name_is_no_preposition(name, none):
    (sentence,) = sentences(name, lexicon().words)
    assert is_no_body(lexicon(), sentence, Span(Label.ORGANISATION, 0, 2)) is none
