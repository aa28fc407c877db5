"""Values of fields are found in a typed line, and follow when they are called otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search.fields import called_otherwise, field_values
from newsarchive.search.parse import Field, parse
from newsarchive.search.query import Facet

TAG = Facet.TAG


@pytest.mark.parametrize(
    ("line", "before", "after", "now"),
    [
        ("وسم:مهم", "مهم", "عاجل", "وسم:عاجل"),
        ("وسم:مهم", "مهم", "مهم جدا", 'وسم:"مهم جدا"'),
        ("عمان وسم:«مهم جدا» مسقط", "مهم جدا", "عاجل", "عمان وسم:«عاجل» مسقط"),
        ('tag:"مهم جدا"', "مهم جدا", "عاجل", "tag:عاجل"),
        ("tag:“مهم”", "مهم", "عاجل", "tag:“عاجل”"),
        ("وسم:«مهم", "مهم", "عاجل", "وسم:«عاجل»"),
        ('وسم:"مهم', "مهم", "عاجل", "وسم:عاجل"),
        ("-وسم:مهم OR (tag:مهم)", "مهم", "عاجل", "-وسم:عاجل OR (tag:عاجل)"),
        ("وسم:المدرسه", "مدرسة", "تعليم", "وسم:تعليم"),
        ("الوسم:مهم", "مهم", "عاجل", "الوسم:عاجل"),
        ("\u200fوسم:\u200fمهم\u200f هنا", "مهم", "عاجل", "\u200fوسم:\u200fعاجل\u200f هنا"),
        ("وسم:مهم", "مهم", "«ال» عاجل", 'وسم:"ال عاجل"'),
        ("وسم:★", "★", "عاجل", "وسم:عاجل"),
        ("وسم:مهم", "مهم جدا", "عاجل", "وسم:مهم"),
        ("شخص:مهم مهم «مهم»", "مهم", "عاجل", "شخص:مهم مهم «مهم»"),
        ("نجمة:لا وسم: مهم", "مهم", "عاجل", "نجمة:لا وسم: عاجل"),
        ("وسم:(مهم)", "مهم", "عاجل", "وسم:(مهم)"),
        ("", "مهم", "عاجل", ""),
    ],
)
def test_a_tag_is_asked_for_by_its_new_name(line, before, after, now):
    assert called_otherwise(line, TAG, before, after) == now


@given(st.text('وسم:tag«»"“”„ مهم()\u200f-*~3', max_size=40))
def test_values_lie_where_they_are_told_to(line):
    for value in field_values(line):
        assert 0 <= value.start < value.end <= len(line)
        assert line[value.start : value.end].startswith(value.opened)


@given(st.text('وسم:tag«»"“”„ مهم()\u200f-', max_size=40))
def test_a_line_without_the_tag_stays(line):
    assert called_otherwise(line, TAG, "شيء آخر", "عاجل") == line


@given(st.text('ابتثجح «»"“”„():*|-', max_size=20).map(lambda rest: f"باب{rest}"))
def test_what_is_written_is_read_as_one_field_again(name):
    line = called_otherwise("وسم:مهم", TAG, "مهم", name)
    (value,) = field_values(line)
    assert (value.start, value.end) == (4, len(line))
    assert parse(line) == Field(TAG, value.text)
