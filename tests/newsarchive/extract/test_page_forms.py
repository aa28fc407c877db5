"""Pages as mail and print break their lines, with other digits and spaces: read as before."""

import json
import re
from pathlib import Path

import pytest

from newsarchive.article import RawDocument
from newsarchive.extract import extract
from newsarchive.extract.lines import key_of

HERE = Path(__file__).parent
EXPECTED = [json.loads(line) for line in (HERE / "pages.jsonl").read_text("utf-8").splitlines()]
WIDTH = 72
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
UNTOLD_WHEN_BROKEN = {
    "column_photo_and_mail.txt",
    "copy_77.txt",
    "dispatch_all_in_one.txt",
    "kuna_with_foot_in_english.txt",
    "levant_both_names_paren.txt",
    "long_subtitle.txt",
    "press_clipping_service.txt",
    "related_block_with_teasers.txt",
    "unknown_agency_in_brackets.txt",
    "whatsapp_many_times.txt",
    "wrapped_at_uneven_widths.txt",
}
"""A line as long as the page is wide, over a line that does not belong to it: a headline over the
text, a caption over the name. Broken, the page no longer tells them apart."""

BROKEN_ALREADY = {
    "copy_77.txt",
    "e_paper_copy_narrow_column.txt",
    "hard_wrap_blank_between.txt",
    "hard_wrap_quoted_mail.txt",
    "mail_wrapped_72.txt",
    "pdf_copied_hyphens.txt",
    "poem_in_couplets.txt",
    "reader_mode_wrapped.txt",
    "wrapped_at_uneven_widths.txt",
}
"""Pages whose gaps alone tell what belongs together."""


def broken(text: str) -> str:
    """The text with its lines broken between words, as mail breaks them."""
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > WIDTH and (at := line.rfind(" ", 0, WIDTH + 1)) > 0:
            lines.append(line[:at])
            line = line[at + 1 :]
        lines.append(line)
    return "\n".join(lines)


def told(name: str, text: str, expected: dict[str, object]) -> dict[str, object]:
    """Which of the expected fields are read from the text, and what its body must not hold."""
    article = extract(RawDocument(name, text.encode(), "text/plain", text))
    body = key_of(article.body)
    day = str(article.published.date) if article.published else ""
    return {
        "title": key_of(article.title) == key_of(expected["title"]),
        "section": key_of(article.section) == key_of(expected["section"] or ""),
        "date": day.startswith(expected["date"] or expected.get("month") or day),
        "author": key_of(article.author) == key_of(expected["author"] or ""),
        "first": body.startswith(key_of(expected["first"])),
        "last": body.endswith(key_of(expected["last"])),
        "furniture": not any(key_of(text) in body for text in expected["not"]),
    }


def untold(expected: dict[str, object], change) -> list[str]:
    source = (HERE / "pages" / expected["file"]).read_bytes().decode()
    return [
        name
        for name, right in told(expected["file"], change(source), expected).items()
        if not right
    ]


@pytest.mark.parametrize(
    "expected",
    [row for row in EXPECTED if row["file"] not in UNTOLD_WHEN_BROKEN],
    ids=lambda row: row["file"],
)
def test_page_with_broken_lines(expected):
    assert untold(expected, broken) == []


@pytest.mark.parametrize(
    "expected",
    [row for row in EXPECTED if row["file"] not in BROKEN_ALREADY],
    ids=lambda row: row["file"],
)
def test_page_with_gaps_between_all_lines(expected):
    assert untold(expected, lambda text: re.sub(r"\n+", "\n\n", text)) == []


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["file"])
def test_page_in_arabic_digits(expected):
    assert untold(expected, lambda text: text.translate(ARABIC_DIGITS)) == []


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["file"])
def test_page_with_spaces_that_do_not_break(expected):
    assert untold(expected, lambda text: text.replace(" ", "\u00a0")) == []


@pytest.mark.parametrize(
    ("name", "verses"), [("poem.txt", 5), ("poem_two_halves.txt", 5), ("poem_in_couplets.txt", 10)]
)
def test_verses_stay_on_their_lines(name, verses):
    source = (HERE / "pages" / name).read_bytes()
    article = extract(RawDocument(name, source, "text/plain", source.decode()))
    assert len(article.body.split("\n\n")) == verses
