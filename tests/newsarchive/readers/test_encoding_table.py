"""Samples of a few words and of whole pages in every encoding that can write them."""

import pytest

from newsarchive.readers.encoding import decode
from tests.newsarchive.formats.stories import story

CODECS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6", "cp1252",
)  # fmt: skip
SAMPLES = (
    "مجلس الوزراء يجتمع",
    "أخبار اليوم",
    "شرطة عمان السلطانية",
    "وفاة الفنان الكبير",
    "صدر العدد الجديد",
    "فوز المنتخب الوطني",
    "حالة الطقس اليوم",
    "كلمة رئيس التحرير",
    "في ذمة الله",
    "عاجل جدا",
    "سعر الذهب",
    "مواقيت الصلاة في مسقط",
    "بيان صادر عن الوزارة",
    "إعلان",
    "افتتح وزير الصحة أمس مستشفى جديدا في ولاية السويق",
    "قال رئيس اللجنة إن الانتخابات ستجرى في موعدها",
    "ارتفعت أسعار النفط في تعاملات اليوم بنسبة 3%",
    "تنظم الجامعة مؤتمرا علميا حول التغير المناخي",
    "سجل اللاعب هدفين في مرمى الفريق الضيف",
    "أصدرت المحكمة حكمها في القضية رقم 125 لسنة 2024",
    "زار وفد من البنك الدولي مقر الوزارة",
    "نشرت الصحيفة تحقيقا عن أزمة المياه",
    "تراجع الدولار أمام العملات الرئيسية",
    "أعلنت الشركة أرباحها للربع الثالث",
    "شركة Microsoft تطلق نظام Windows 11 في السوق",
    "قناة BBC عربي تنقل عن Reuters خبرا عاجلا",
    "فيروس COVID-19 يعود إلى الانتشار",
    "نتائج UEFA: برشلونة 3 - 1 ريال مدريد",
    "The minister قال إن المشروع سيكتمل",
    "email: info@paper.example الموقع الرسمي",
    "الاسم\tالعدد\tالسعر\nتمر\t12\t3.5\nسمك\t4\t2.1",
    "القسم;العنوان;التاريخ\nمحليات;خبر;2024-01-01",
    "|ذهب|فضة|\n|12|13|",
    "1\t2\t3\nالمجموع\t6\t9",
    "Le président a été élu à l'Élysée",
    "Économie : la crise s'aggrave à Alger",
    "Où est passé l'été ? Là-bas, peut-être",
    "Ça va très bien, merci beaucoup",
    "Université de Tunis El Manar, département de français",
    "Élection présidentielle : le résultat définitif",
    "À propos",
    "Météo du 15 août",
    "وزارة الصحة - Ministère de la Santé",
    "جريدة المساء Journal Le Soir élections",
    "الجزائر Algérie تونس Tunisie",
    "2024-12-15 10:30",
    "12,5 % 3.14",
    "+968 24 123456",
    "می\u200cخواهم به خانه بروم",
    "پژوهشگران گفتند که چنین گزارشی منتشر شد",
    "گفت\u200cوگو با نویسنده کتاب",
    "قَالَ الوَزِيرُ إِنَّ العَمَلَ مُسْتَمِرٌّ",
    "الحَمْدُ لِلَّهِ",
    "جمهوريّة مصر العربيّة",
    "«نعم»، قال الوزير؛ فهل يكفي؟",
    "“اقتباس” – عبد الله… وآخرون",
    "100٪ من الناس",
    *(story(number).page for number in range(10)),
)


def encodings(text: str) -> list[tuple[str, bytes]]:
    found = []
    for codec in CODECS:
        try:
            found.append((codec, text.encode(codec)))
        except UnicodeEncodeError:
            continue
    return found


@pytest.mark.parametrize("text", SAMPLES)
def test_each_sample_comes_back_from_each_encoding(text: str):
    wrong = {codec: decode(data) for codec, data in encodings(text) if decode(data)[0] != text}
    assert wrong == {}


def test_one_word_of_three_letters_is_read_as_the_commoner_encoding_has_it():
    assert decode("رأي".encode("cp1256"))[0] == "رأي"
