"""PDFs written by hand: glyph codes in the order seen, their letters in a ToUnicode table."""

import arabic_reshaper
import pytest
from bidi import get_display

LINES = [
    "قال المهندس سالم (المدير) إن السد الجديد في ولاية",
    "السويق يخدم 25 ألفا من السكان عام 2026، ويوفر لهم",
    "فرص عمل كثيرة.",
    "وأضاف أن المرحلة الثانية من المشروع تبدأ مطلع العام",
    "المقبل بعد الدراسات.",
]
TEXT = [" ".join(LINES[:3]), " ".join(LINES[3:])]
Drawn = tuple[float, float, float, str]


def pdf(*pages: list[Drawn]) -> bytes:
    """Each page a list of (right edge, baseline, size, text in the order seen)."""
    letters = sorted({letter for page in pages for *_, text in page for letter in text})
    codes = {letter: 33 + n for n, letter in enumerate(letters)}
    table = "".join(f"<{code:02x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{table}endbfchar endcmap end end"
    )
    widths = " ".join("500" for _ in range(33, 256))
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count {}/Kids[{}]>>".format(
            len(pages), " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
        ),
        "<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 33/LastChar 255"
        f"/Widths[{widths}]/ToUnicode 4 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(
            f"BT /F {size} Tf 1 0 0 1 {right - size / 2 * len(text)} {base} Tm"
            f" <{''.join(f'{codes[letter]:02x}' for letter in text)}> Tj ET"
            for right, base, size, text in page
        )
        bodies.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {6 + 2 * number} 0 R>>"
        )
        bodies.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(bodies) + 1
    ending = f"trailer <</Root 1 0 R/Size {size}>>\nstartxref\n{len(data)}\n%%EOF"
    return f"{data}xref\n0 {size}\n0000000000 65535 f \n{table}{ending}".encode()


def seen(text: str, shapes: bool = False) -> str:
    return get_display(arabic_reshaper.reshape(text) if shapes else text, base_dir="R")


def column(right: float, top: float, lines: list[str], shapes: bool = False) -> list[Drawn]:
    return [(right, top - 14 * n, 10, seen(line, shapes)) for n, line in enumerate(lines)]


@pytest.mark.parametrize("shapes", [False, True], ids=["letters", "shapes"])
def test_lines_are_joined_to_paragraphs_in_logical_order(given, shapes: bool):
    documents, errors = given("a.pdf", pdf(column(500, 700, LINES, shapes)))
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


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_damaged_pdfs_are_named(given, name: str):
    documents, errors = given(name, b"%PDF-1.4\n" + b"x" * 200)
    assert (documents, [e.code for e in errors]) == ([], ["reader-pdf-damaged"])
