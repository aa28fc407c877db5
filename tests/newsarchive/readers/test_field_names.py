import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.readers.field_names import NAMES, parts, plain_name, readable


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"Headline": "ع", "articleBody": "ن"}, {"title": "ع", "body": "ن"}),
        ({"العنوان": "ع", "نص الخبر": "ن", "تاريخ النشر": "1 مايو 2020", "الكاتب": "ك"},
         {"title": "ع", "body": "ن", "date": "1 مايو 2020", "author": "ك"}),
        ({"title": {"rendered": "ع &#8220;س&#8221;"}, "content": {"rendered": "<p>ن</p>"},
          "date": "2024-01-02T03:04:05", "link": "http://x/1"},
         {"title": "ع “س”", "body": "ن", "date": "2024-01-02T03:04:05", "url": "http://x/1"}),
        ({"text": "ن", "author": {"@type": "Person", "name": "ك"}, "publisher": {"name": "ص"}},
         {"body": "ن", "author": "ك", "outlet": "ص"}),
        ({"text": ["ن", "م"], "authors": ["ك", {"name": "ل"}], "categories": ["ق", "ر"]},
         {"body": "ن\n\nم", "author": "ك، ل", "section": "ق"}),
        ({"text": "ن", "published_at": 1437447112, "created_at": "2015-07-21"},
         {"body": "ن", "date": "1437447112"}),
        ({"content": "ن", "date_extracted": "2015-07-21 02:51:32"},
         {"body": "ن", "date_extracted": "2015-07-21 02:51:32"}),
        ({"title": "ع", "text": "\u200fن", "url": "http://x/\u200fع&amp;ن"},
         {"title": "ع", "body": "ن", "url": "http://x/\u200fع&ن"}),
        ({"title": "ع", "description": "و"}, {"title": "ع", "body": "و"}),
        ({"title": "ع", "description": "و", "body": "ن"}, {"title": "ع", "body": "ن"}),
        ({"title": "ع", "content": None, "text": "", "html": "<div>ن</div>"},
         {"title": "ع", "body": "ن"}),
        ({"pub date": {"$date": "2020-01-01"}, "text": "ن"}, {"date": "2020-01-01", "body": "ن"}),
        ({"title": True, "tags": ["x"], "id": 3}, {}),
    ],
)  # fmt: skip
def test_parts(record, expected):
    assert parts(record) == expected


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>أ</p><p>ب<br>ج</p>", "أ\n\nب\nج"),
        ("سطر أول\n\nسطر <b>ثان</b>", "سطر أول\n\nسطر ثان"),
        ("<div>أ<script>var x='<p>';</script><style>p{}</style></div>ب", "أ\n\nب"),
        ("5 < 6 و 7 > 2", "5 < 6 و 7 > 2"),
        ("ص &amp; س &quot;ق&quot;&nbsp;.", 'ص & س "ق"\u00a0.'),
        ("AT&T وكذا R&D;", "AT&T وكذا R&D;"),
        ("<table><tr><td>أ</td><td>ب</td></tr></table>", "أ ب"),
    ],
)
def test_readable(markup: str, text: str):
    assert readable(markup) == text


def test_no_name_stands_for_two_parts():
    every = [name for row in NAMES.values() for name in row]
    assert len(every) == len(set(every))
    assert all(plain_name(name) in every for name in every)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["title", "text", "_source", "name", "x"]), inner),
    max_leaves=12,
))  # fmt: skip
def test_any_value_is_borne(value):
    assert isinstance(parts({"title": value, "text": value, "data": value}), dict)
