"""News that was never printed: each number gives another article, with all that a page states."""

import datetime as dt
from dataclasses import dataclass, replace

OUTLET = "صحيفة المرفأ"
_MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
    "نوفمبر", "ديسمبر",
)  # fmt: skip
_TOWNS = (
    "نزوى", "صحار", "صلالة", "السويق", "بهلاء", "الرستاق", "عبري", "البريمي", "ضنك", "مرباط",
    "خصب", "الحمراء", "سمائل",
)  # fmt: skip
_WRITERS = (
    "هدى الكندية", "سعيد الراسبي", "منى الحارثية", "خالد البلوشي", "عائشة المعمرية",
    "ناصر الغافري", "ريم الشكيلية",
)  # fmt: skip
_OFFICIALS = (
    ("سالم بن حمد الريامي", "مدير عام البلدية"),
    ("هلال بن علي السبتي", "رئيس اللجنة المحلية"),
    ("أحمد بن سعيد العبري", "مدير المشروع"),
    ("زاهر بن خلفان المعولي", "والي الولاية"),
    ("فاطمة بنت سليمان الهنائية", "مديرة الدائرة الفنية"),
)
_SUBJECTS = (
    ("محليات", "سوق شعبي", "السوق", "محلا تجاريا", "الباعة"),
    ("اقتصاد", "مصنع للتمور", "المصنع", "خط إنتاج", "المزارعين"),
    ("ثقافة", "متحف للمخطوطات", "المتحف", "قاعة عرض", "الباحثين"),
    ("رياضة", "ملعب للناشئين", "الملعب", "مقعدا للجمهور", "اللاعبين"),
    ("صحة", "مركز صحي", "المركز", "غرفة علاج", "المرضى"),
    ("محليات", "جسر للمشاة", "الجسر", "عمود إنارة", "السكان"),
    ("اقتصاد", "ميناء للصيد", "الميناء", "رصيفا عائما", "الصيادين"),
    ("ثقافة", "مكتبة عامة", "المبنى", "ركن قراءة", "القراء"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """An article as it was written; what a format cannot state is None there."""

    title: str
    paragraphs: tuple[str, ...]
    section: str | None
    date: dt.date | None
    author: str | None
    outlet: str | None = None
    url: str | None = None

    @property
    def body(self) -> str:
        """As the archive keeps it: paragraphs parted by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def day(self) -> str:
        """The date as a paper prints it."""
        assert self.date is not None
        return f"{self.date.day} {_MONTHS[self.date.month - 1]} {self.date.year}"

    @property
    def page(self) -> str:
        """The article as a page copied by hand: a line for each part, blank lines between."""
        return "\n\n".join([*self.head, *self.paragraphs]) + "\n"

    @property
    def head(self) -> tuple[str, ...]:
        """The lines above the text."""
        return self.section or "", self.title, self.day, f"كتب: {self.author}"

    def without(self, *parts: str) -> "Story":
        """What is left where a format does not state these parts."""
        return replace(self, **dict.fromkeys(parts))

    def at(self, outlet: str, url: str | None = None) -> "Story":
        """The article where a format states its outlet, and its address."""
        return replace(self, outlet=outlet, url=url)


def story(number: int) -> Story:
    """The article with this number; no two are alike. All of it exists in ISO 8859-6."""
    section, thing, the_thing, unit, people = _SUBJECTS[number % len(_SUBJECTS)]
    town = _TOWNS[number % len(_TOWNS)]
    name, office = _OFFICIALS[number % len(_OFFICIALS)]
    writer = _WRITERS[number % len(_WRITERS)]
    date = dt.date(2025, 1, 3) + dt.timedelta(days=5 * number)
    count, cost = 20 + 3 * number, 100 + 7 * number
    return Story(
        title=f"افتتاح {thing} جديد في ولاية {town} يضم {count} {unit}",
        paragraphs=(
            f"افتتح {name} {office} صباح أمس {thing} جديد في ولاية {town} بحضور جمع كبير من "
            f"الأهالي، بعد أعمال استمرت {number + 4} أشهر كاملة.",
            f"وقال إن {the_thing} يضم {count} {unit}، وإن تكلفته بلغت {cost} ألف ريال، وإنه "
            f"سيخدم {people} في القرى القريبة من ولاية {town} طوال أيام السنة.",
            f"وأضاف أن المرحلة الثانية من المشروع تبدأ مطلع العام القادم، وأن {people} شاركوا "
            "في اختيار الموقع؛ فهل يكفي ما خصص له من مال؟",
        ),
        section=section,
        date=date,
        author=writer,
    )
