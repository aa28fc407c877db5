import pytest

from tests.newsarchive.formats.pdf import column, locked, pdf, seen

LINES = [
    "قال المهندس سالم (المدير) إن السد الجديد في ولاية",
    "السويق يخدم 25 ألفا من السكان عام 2026، ويوفر لهم",
    "فرص عمل كثيرة.",
    "وأضاف أن المرحلة الثانية من المشروع تبدأ مطلع العام",
    "المقبل بعد الدراسات.",
]
TEXT = [" ".join(LINES[:3]), " ".join(LINES[3:])]


@pytest.mark.parametrize("shapes", [False, True], ids=["letters", "shapes"])
def test_lines_are_joined_to_paragraphs_in_logical_order(given, shapes: bool):
    documents, errors = given("a.pdf", pdf(column(500, 700, LINES, shapes=shapes)))
    assert errors == []
    assert documents[0].text.split("\n\n") == TEXT
    assert documents[0].media_type == "application/pdf"
    assert not documents[0].body_only


def test_the_right_column_is_read_first_whatever_the_files_order(given):
    other = [line.replace("السد", "الجسر").replace("المشروع", "البناء") for line in LINES]
    title = (560, 740, 20, seen("سد جديد في الوادي"))
    documents, _ = given("a.pdf", pdf([*column(280, 700, other), title, *column(560, 700, LINES)]))
    assert documents[0].text.split("\n\n") == [
        "سد جديد في الوادي", *TEXT, " ".join(other[:3]), " ".join(other[3:]),
    ]  # fmt: skip


def test_a_first_line_that_is_moved_in_begins_a_paragraph(given):
    full = [line.ljust(55, "ـ").rstrip(".") for line in LINES]
    drawn = column(500, 700, [f"¶{full[0]}", *full[1:3], f"¶{full[3]}", full[4]])
    documents, _ = given("a.pdf", pdf(drawn))
    assert documents[0].text.split("\n\n") == [" ".join(full[:3]), " ".join(full[3:])]


def test_a_ragged_line_goes_on_when_the_next_word_would_not_have_fitted(given):
    lines = ["كان في الحارة فرن واحد ولم يكن أحد", "يحتاجون", "إلى ساعة في الصباح كي يعرفوا وقت"]
    ragged = [lines[0], f"{lines[1]} إلى شيء من هذا والأمر كذلك", "والإمبراطوريات وغيرها كثير."]
    documents, _ = given("a.pdf", pdf(column(500, 700, ragged)))
    assert documents[0].text.split("\n\n") == [" ".join(ragged)]


def test_running_heads_and_page_numbers_are_left_out(given):
    pages = [
        [
            (560, 780, 8, seen(f"جريدة الميناء - العدد {n}")),
            (300, 20, 8, str(n)),
            *column(500, 700, [f"{line[:-1]}{'ابج'[n - 1]}{line[-1]}" for line in LINES]),
        ]
        for n in (1, 2, 3)
    ]
    documents, _ = given("a.pdf", pdf(*pages))
    assert "جريدة" not in documents[0].text
    assert len(documents[0].text.split("\n\n")) == 6


def test_a_scanned_pdf_is_kept_without_text(given):
    documents, errors = given("صفحة.pdf", pdf([]))
    assert errors == []
    assert (documents[0].text, documents[0].fields) == ("", {"title": "صفحة"})


def test_a_locked_pdf_is_named(given):
    documents, errors = given("a.pdf", locked(pdf(column(500, 700, LINES))))
    assert (documents, [e.code for e in errors]) == ([], ["reader-pdf-locked"])


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_damaged_pdfs_are_named(given, name: str):
    documents, errors = given(name, b"%PDF-1.4\n" + b"x" * 200)
    assert (documents, [e.code for e in errors]) == ([], ["reader-pdf-damaged"])
