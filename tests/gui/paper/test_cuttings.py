"""Articles on paper: what stands on the pages, and what a reader of the file finds there."""

import dataclasses
import datetime as dt
import json
import re
from pathlib import Path

import pypdfium2
import pytest

from gui.language import Language
from gui.paper.pdf import write_pdf
from gui.wording import Wording
from newsarchive.article import EntityKind, Mention, Person, Published, StoredArticle
from resources import resource
from tests.newsarchive.builders import article

NOW = dt.datetime(2025, 12, 20, 9, 0, tzinfo=dt.UTC)
ROUND = "وهذه فقرة يعلو بها النص في الصفحة حتى تكون سطوره سطورا كثيرة كما في كل مقال. "
HARD = [
    "لا إله إلا الله، والأرصفة والإسلام والآلات في ثلاثينيات القرن الماضي.",
    "قالَ الوزيرُ: «لا»، وإنّ الأمرَ جيّدٌ جدًّا، ومقالًا جديدًا.",
    "بلغت النسبة 3.5% ثم ٣٫٥٪، وبين 15-20 يومًا (2023).",
    "نقلت «BBC عربي» في 15/12/2025 أن (الأمر) كذلك؟! نعم...",
    "شؤون المرأة ومئذنة المسجد ومسؤول الشؤون وهيئة الموانئ إلى على مدى.",
    "قالت می\u200cخواهم ثم سكتت.",
]


def stored(one, number=1):
    return StoredArticle(number, one, NOW)


def pages(path):
    document = pypdfium2.PdfDocument(path)
    try:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
        return texts
    finally:
        document.close()


def words(text):
    return " ".join(text.split())


@pytest.fixture
def written(qapp, tmp_path):
    def write(*articles, wording=None):
        path = tmp_path / "قصاصات.pdf"
        write_pdf(path, (stored(one, n) for n, one in enumerate(articles, 1)), wording or Wording())
        return pages(path)

    return write


def cutting():
    body = "افتتح سالم بن علي الحارثي رئيس هيئة الموانئ اليوم ميناء المرسى.\n\n" + ROUND * 6
    name = "سالم بن علي الحارثي"
    start = body.index(name)
    person = Person(name, (), (), ("رئيس هيئة الموانئ",))
    mention = Mention(EntityKind.PERSON, name, "body", start, start + len(name), name)
    one = article(
        "افتتاح ميناء المرسى", body, date="2025-12-15", section="اقتصاد", outlet="صحيفة الساحل"
    )
    return dataclasses.replace(
        one, author="محرر الموانئ", persons=(person,), mentions=(mention,), subtitle="ثلاثة أرصفة"
    )


def test_a_cutting_tells_where_it_is_from_and_what_it_says(written):
    (page,) = written(cutting())
    lines = [words(line) for line in page.splitlines()]
    assert lines[:6] == [
        "صحيفة الساحل",
        "15 ديسمبر 2025 · 24 جمادى الآخرة 1447 هـ",
        "اقتصاد",
        "افتتاح ميناء المرسى",
        "ثلاثة أرصفة",
        "محرر الموانئ",
    ]
    text = words(page)
    assert "افتتح سالم بن علي الحارثي رئيس هيئة الموانئ اليوم ميناء المرسى." in text
    assert "الأشخاص: سالم بن علي الحارثي (رئيس هيئة الموانئ)" in text
    assert f"sha256:{cutting().sha256}" in text
    assert cutting().url in text
    assert text.endswith("صفحة 1")


def test_a_cutting_in_english_words(written, qapp):
    language = Language(qapp)
    language.use("en")
    (page,) = written(cutting(), wording=Wording("en"))
    language.leave()
    language.use("ar")
    language.leave()
    text = words(page)
    assert "15 December 2025 · 24 Jumada II 1447 AH" in text
    assert "Checksum of the original:" in text
    assert "Page" in text


def test_a_long_article_goes_on_over_the_page_and_the_next_begins_a_new_one(written):
    long = dataclasses.replace(cutting(), body="\n\n".join([ROUND * 4] * 14))
    found = written(long, cutting())
    assert len(found) > 2
    assert all(words(page).endswith(f"صفحة {n}") for n, page in enumerate(found, 1))
    assert "".join(found).count("حتى") == 4 * 14 + 6
    assert words(found[-1]).startswith("صحيفة الساحل")


@pytest.mark.parametrize("sentence", HARD)
def test_the_letters_of_a_page_are_found_again_in_their_order(written, sentence):
    one = article("عنوان", f"{ROUND * 4}\n\n{sentence}\n\n{ROUND * 4}", date="2025-12-15")
    (page,) = written(one)
    assert words(sentence.replace("\u200c", "")) in words(page)


def test_every_arabic_word_of_the_sample_is_found_again(written):
    with resource("sample", "articles.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(next(file)) for _ in range(8)]
    for row in rows:
        body = row["content"].replace("\r", "")
        found = words(" ".join(written(article("عنوان", body))))
        missing = [w for w in body.split() if not re.search(r"[a-zA-Z]", w) and w not in found]
        assert missing == []


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, "بلا تاريخ"),
        (Published(dt.date(2025, 12, 1), "month"), "ديسمبر 2025"),
        (Published(dt.date(2025, 1, 1), "year"), "2025"),
    ],
)
def test_a_date_is_no_more_exact_than_the_page_tells(written, published, said):
    one = dataclasses.replace(cutting(), published=published)
    (page,) = written(one)
    assert words(page.splitlines()[1]) == said


def test_an_article_in_english_is_set_from_left_to_right(written):
    body = "The port was opened on Monday by its director, who spoke of three new berths. " * 4
    one = article("A new port", body, date="2025-12-15", outlet="The Coast")
    (page,) = written(one)
    assert words(body) in words(page)
    assert words(page).startswith("The Coast")


def test_a_file_that_cannot_be_written_is_told(qapp, tmp_path):
    with pytest.raises(OSError, match=r"\S"):
        write_pdf(tmp_path / "no" / "a.pdf", [stored(cutting())], Wording())


def test_a_full_disk_is_told(qapp):
    full = Path("/dev/full") if Path("/dev/full").exists() else Path("?:/none")
    with pytest.raises(OSError, match=r"\S"):
        write_pdf(full, [stored(cutting(), n) for n in range(1, 4)], Wording())
