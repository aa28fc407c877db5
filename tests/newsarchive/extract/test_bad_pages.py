"""Whatever a page holds, extraction ends, soon, with an article."""

import random
import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.article import RawDocument
from newsarchive.extract import extract

PAGES = sorted((Path(__file__).parent / "pages").iterdir())
LINES = st.sampled_from(
    [line for path in PAGES for line in path.read_text("utf-8").splitlines()]
    + ["", "-" * 30, "\f", "1/1/1", "«", "(((", "http://x", "12", "الرئيسية > ", "|", "#", "س:"]
)


def read(text: str, *, body_only: bool = False) -> None:
    fields = {"title": "عنوان"} if body_only else {}
    article = extract(
        RawDocument("a", text.encode(errors="replace"), "text/plain", text, fields, body_only)
    )
    for one in article.evidence:
        assert 0 <= one.start <= one.end <= len(text)


@settings(deadline=None)
@given(st.lists(LINES, max_size=40), st.booleans())
def test_lines_in_any_order(lines, body_only):
    read("\n".join(lines), body_only=body_only)


@settings(deadline=None)
@given(st.text(max_size=300), st.booleans())
def test_any_text(text, body_only):
    read(text, body_only=body_only)


def test_cut_and_broken_pages():
    chance = random.Random(7)
    for path in PAGES:
        text = path.read_text("utf-8")
        read(text[: chance.randrange(len(text))])
        read(text[chance.randrange(len(text)) :])
        letters = list(text)
        for _ in range(20):
            letters[chance.randrange(len(letters))] = chr(chance.randrange(1, 0x2100))
        read("".join(letters))


def test_huge_pages_take_no_longer_than_their_length():
    for text in (
        "خبر " * 250_000,
        "سطر قصير بلا نقطة\n" * 20_000,
        "اقرأ أيضا\nعنوان خبر آخر قصير\n15 ديسمبر 2025\n" * 7_000,
        "هذه فقرة من نص طويل يكتبه كاتب لا يتعب، ولا يقف إلا عند النقطة الأخيرة.\n" * 10_000,
        "الرئيسية\nرياضة\n" * 10_000,
    ):
        started = time.process_time()
        read(text)
        assert time.process_time() - started < 20
