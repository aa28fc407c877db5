import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.readers.encoding import decode
from newsarchive.readers.letter_pairs import LETTERS, costs, derive

PAGE = (
    "افتتح وزير الصحة الدكتور هلال بن علي السبتي مستشفى جديدًا في ولاية السويق،\n"
    "وقال إن المستشفى يخدم 120 ألف نسمة؛ فهل يكفي؟ «نعم»، كما أكد المدير العام.\n"
)
SHORT = ("مجلس الوزراء", "أخبار اليوم", "شرطة عمان السلطانية", "قال الوزير", "الرئيسية")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1256", "windows-1256"),
    ],
)
def test_a_page_survives_each_encoding(codec: str, name: str):
    assert decode(PAGE.encode(codec)) == (PAGE, name)


def test_iso_8859_6_is_told_from_windows_1256():
    page = PAGE.replace("«", '"').replace("»", '"')
    assert decode(page.encode("iso8859_6")) == (page, "iso-8859-6")


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("codec", ["cp1256", "iso8859_6"])
def test_a_few_words_are_enough(text: str, codec: str):
    assert decode(text.encode(codec))[0] == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
     (codecs.BOM_UTF32_LE, "utf-32-le")],
)  # fmt: skip
def test_byte_order_marks_are_obeyed_and_taken_off(mark: bytes, codec: str):
    assert decode(mark + PAGE.encode(codec)) == (PAGE, codec)


@pytest.mark.parametrize(
    "text", ["Le président a été élu à l'Élysée", "El niño está aquí mañana", "Straße nach Köln"]
)
def test_western_text_is_not_taken_for_arabic(text: str):
    assert decode(text.encode("cp1252"))[0] == text


def test_a_wrong_declaration_does_not_mislead():
    assert decode(PAGE.encode("cp1256"), "utf-8")[0] == PAGE
    assert decode(PAGE.encode("cp1256"), "iso-8859-1")[0] == PAGE
    assert decode(PAGE.encode(), "windows-1256")[0] == PAGE
    assert decode(PAGE.encode(), "no such encoding")[0] == PAGE
    assert decode(PAGE.encode("cp1256"), "base64")[0] == PAGE


def test_a_plausible_declaration_is_believed():
    text = "Москва столица России и крупнейший город страны"
    assert decode(text.encode("cp1251"), "windows-1251")[0] == text


def test_other_alphabets_are_left_to_charset_normalizer():
    text = "Η Αθήνα είναι η πρωτεύουσα της Ελλάδας και η μεγαλύτερη πόλη της χώρας. " * 4
    assert decode(text.encode("cp1253"))[0] == text


def test_a_damaged_byte_does_not_turn_utf8_into_something_else():
    data = PAGE.encode()
    damaged = data[:10] + b"\xff" + data[10:]
    text, encoding = decode(damaged)
    assert encoding == "utf-8"
    assert text.replace("\ufffd", "") == PAGE
    assert decode(data[:-2][:41])[1] == "utf-8"


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_some_text(data: bytes):
    text, encoding = decode(data)
    assert isinstance(text, str)
    codecs.lookup(encoding)


def test_the_table_is_what_derive_makes():
    rows = derive([PAGE])
    assert len(rows) == len(LETTERS) + 1 == len(rows[0])
    assert costs()["ا", "ل"] < costs()["ا", "ا"]
