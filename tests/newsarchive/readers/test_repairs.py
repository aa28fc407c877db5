import json

import arabic_reshaper
import pytest
from bidi import get_display
from hypothesis import given as holds
from hypothesis import strategies as st

from newsarchive.readers.mojibake import repair
from tests.newsarchive.formats.encodings import misread

TEXT = "قال وزير الصحة إن المستشفى الجديد في ولاية السويق يخدم 120 ألف نسمة.\nوأضاف أن العمل مستمر."
TURNED = (
    "أعلنت الوزارة (أمس) عن 25 مشروعًا في المحافظات، وقال الوزير إن العمل يبدأ عام 2026.\n"
    "وأكد المدير العام أن الشركات المنفذة ستلتزم بالمواصفات المعتمدة لدى الجهات المختصة."
)


MANGLED = {
    "utf-8 as western": misread(TEXT, "utf-8", "cp1252"),
    "utf-8 as latin-1": misread(TEXT, "utf-8", "latin-1"),
    "utf-8 as arabic": misread(TEXT, "utf-8", "cp1256"),
    "utf-8 as western twice": misread(misread(TEXT, "utf-8", "cp1252"), "utf-8", "cp1252"),
    "arabic as western": misread(TEXT, "cp1256", "cp1252"),
    "iso as western": misread(TEXT, "iso8859_6", "cp1252"),
}


@pytest.mark.parametrize("mangled", MANGLED.values(), ids=MANGLED)
def test_mojibake_is_turned_back(given, mangled: str):
    assert repair(mangled) == TEXT
    documents, _ = given("a.txt", mangled)
    assert documents[0].text == TEXT
    assert documents[0].encoding == "utf-8+mojibake"
    assert documents[0].source == mangled.encode()


@pytest.mark.parametrize("mangled", MANGLED.values(), ids=MANGLED)
def test_mojibake_in_records_and_pages(given, mangled: str):
    documents, _ = given(
        "a.json", json.dumps([{"title": mangled[:60].split("\n")[0], "text": mangled}])
    )
    assert documents[0].text == TEXT
    documents, _ = given("a.html", f"<html><body><p>{mangled}</p></body></html>")
    assert documents[0].text.replace(" وأضاف", "\nوأضاف") == TEXT


def test_a_record_is_marked_only_when_something_was_turned(given):
    record = [{"title": "قرية ØØ في الأخبار", "text": TEXT}]
    documents, _ = given("a.json", json.dumps(record, ensure_ascii=False))
    assert documents[0].encoding == "utf-8"


def test_a_mangled_line_among_good_ones():
    good = "الخبر كما كتب «هنا»"
    assert repair(f"{good}\n{MANGLED['utf-8 as western']}") == f"{good}\n{TEXT}"


@pytest.mark.parametrize(
    ("written", "read"), [("utf-8", "cp1252"), ("utf-8", "cp1256"), ("cp1256", "cp1252")]
)
@pytest.mark.parametrize("short", ["24 نوفمبر 2025", "بقلم: هدى", "ثقافة", "GMT 15:30 – مسقط"])
def test_a_short_line_is_turned_as_its_neighbours_are(written: str, read: str, short: str):
    assert repair(misread(f"{short}\n{TEXT}", written, read)) == f"{short}\n{TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        "Ørsted et Ù, Çelik à l'été",
        "ÇA ÉTÉ DÉCIDÉ: FRANÇAIS, GARÇON, LEÇON",
        "رقم الرمز ط§ في الكتاب كما قال المؤلف في الفصل الأول",
        "İstanbul'da Çarşamba günü Ankara Üniversitesi öğrencileri",
        "",
    ],
)
def test_good_text_is_left_alone(text: str):
    assert repair(text) == text


@holds(st.text(st.sampled_from("ØÙ§„ظطا ك\nabÇá\xa0\x85é"), max_size=60))
def test_any_text_is_borne(text: str):
    assert repair(text).count("\n") >= text.count("\n")


def test_shapes_become_letters_in_both_orders(given):
    shaped = "\n".join(map(arabic_reshaper.reshape, TURNED.split("\n")))
    documents, _ = given("a.txt", shaped)
    assert documents[0].text == TURNED.replace("ً", "")
    assert documents[0].encoding == "utf-8+letters"
    seen = "\n".join(get_display(line, base_dir="R") for line in shaped.split("\n"))
    documents, _ = given("b.txt", seen)
    assert documents[0].text == TURNED.replace("ً", "")
    assert documents[0].source == seen.encode()


def test_plain_letters_in_the_order_seen_are_turned(given):
    seen = "\n".join(get_display(line, base_dir="R") for line in TURNED.split("\n"))
    documents, _ = given("a.txt", seen)
    assert documents[0].text.replace("ً", "") == TURNED.replace("ً", "")
    assert documents[0].encoding == "utf-8+order"


@pytest.mark.parametrize(
    "text", ["لا إله إلا الله، لا حول ولا قوة", "فضلا علا غلا سلا كلا بلا", TEXT]
)
def test_good_order_is_left_alone(given, text: str):
    documents, _ = given("a.txt", text)
    assert (documents[0].text, documents[0].encoding) == (text, "utf-8")
