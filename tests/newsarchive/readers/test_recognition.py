import pytest

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers import pdf_document, picture, read, recognition, tesseract
from newsarchive.repairs import Noted, Repair, noted_in
from tests.newsarchive.formats.pdf import column, pdf, scan, seen
from tests.newsarchive.formats.recogniser import FAILS, calls, grey, install, table

pytestmark = pytest.mark.posix

HEAD = ["خبر من المدينة الجديدة"]
FULL = ["قال الوزير إن المستشفى الجديد في ولاية السويق", "يخدم السكان كلهم في العام القادم."]
MORE = ["وأضاف أن العمل مستمر في كل يوم من الأيام", "حتى يكتمل البناء كله."]
PAGES = {
    "10": table(HEAD, FULL),
    "20": table(MORE),
    "30": table(["~~|20 خخ|10 ..|15"]),
    "40": table([]),
}
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def program(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(tesseract, "_ELSEWHERE", ())
    install(tmp_path / "bin", PAGES)
    return tmp_path / "bin"


def recognised(tmp_path, name: str, data: bytes):
    path = tmp_path / name
    path.write_bytes(data)
    steps = []
    for found in read(path, reads_pictures=recognition.available):
        assert isinstance(found, RawDocument)
        steps += recognition.recognised(found)
    documents = [one for one in steps if isinstance(one, RawDocument)]
    errors = [one.code for one in steps if isinstance(one, ReaderError)]
    return documents, errors, steps.count(None)


def test_scanned_pages_are_read_in_their_order(tmp_path):
    documents, errors, signs = recognised(tmp_path, "a.pdf", scan(grey(10), grey(20)))
    assert errors == []
    assert signs == 2
    assert documents[0].text.split("\n\n") == [*HEAD, " ".join(FULL), " ".join(MORE)]
    assert noted_in(documents[0].encoding) == (Noted(Repair.OCR, 90),)
    assert documents[0].fields == {}


def test_a_page_is_shown_to_the_program_at_the_resolution_it_is_told(tmp_path, program):
    data = scan(grey(10))
    recognised(tmp_path, "a.pdf", data)
    assert calls(program)[0][4:6] == ["--dpi", "300"]
    with pdf_document.opened(data.replace(b"[0 0 595 842]", b"[0 0 5950 842]"), "a") as wide:
        picture, dots = recognition._rendered(wide, 0)
    width, height = map(int, picture.split()[1:3])
    assert dots < 300
    assert 0.9 < width * height / 50_000_000 <= 1


def test_a_page_of_text_stays_text_beside_one_that_is_a_picture(tmp_path):
    first = pdf(column(500, 700, ["نص الصفحة الأولى كما كتب", "وهو سطران."]))
    documents, errors, _ = recognised(tmp_path, "a.pdf", _with_scan(first, 20))
    assert errors == []
    assert documents[0].text.split("\n\n")[0].startswith("نص الصفحة الأولى")
    assert documents[0].text.endswith(" ".join(MORE))


def test_presentation_forms_beside_a_picture_are_still_mended(tmp_path):
    line = "أعلنت الوزارة أمس عن مشروع جديد"
    first = pdf([(500, 700, 10, seen(line, shapes=True))])
    documents, _, _ = recognised(tmp_path, "a.pdf", _with_scan(first, 20))
    assert documents[0].text.split("\n\n")[0] == line


@pytest.mark.parametrize("shade", [30, 40])
def test_a_pdf_in_which_nothing_can_be_read_stays_noted(tmp_path, shade: int):
    documents, errors, _ = recognised(tmp_path, "صفحة.pdf", scan(grey(shade)))
    assert errors == []
    assert (documents[0].text, documents[0].fields) == ("", {"title": "صفحة"})
    assert noted_in(documents[0].encoding) == (Noted(Repair.SCAN),)


def test_an_illustration_in_a_pdf_of_text_leaves_no_note(tmp_path):
    first = pdf(column(500, 700, ["نص الصفحة الأولى كما كتب", "وهو سطران."]))
    documents, errors, _ = recognised(tmp_path, "a.pdf", _with_scan(first, 30))
    assert errors == []
    assert noted_in(documents[0].encoding) == ()
    assert "خخ" not in documents[0].text


def test_a_page_that_fails_is_told_and_the_others_are_kept(tmp_path, program):
    install(program, PAGES, act="if picture[-1] == 20: sys.exit(1)")
    documents, errors, _ = recognised(tmp_path, "a.pdf", scan(grey(10), grey(20)))
    assert errors == ["ocr-failed"]
    assert documents[0].text.split("\n\n") == [*HEAD, " ".join(FULL)]
    assert noted_in(documents[0].encoding) == (Noted(Repair.OCR, 90), Noted(Repair.SCAN))


def test_a_pdf_whose_every_page_fails_is_kept_unread(tmp_path, program):
    install(program, PAGES, act=FAILS)
    documents, errors, _ = recognised(tmp_path, "a.pdf", scan(grey(10)))
    assert errors == ["ocr-failed"]
    assert noted_in(documents[0].encoding) == (Noted(Repair.SCAN),)


def test_without_the_program_a_scan_is_kept_unread(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    documents, errors, signs = recognised(tmp_path, "a.pdf", scan(grey(10)))
    assert (errors, signs) == ([], 0)
    assert noted_in(documents[0].encoding) == (Noted(Repair.SCAN),)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"RIFF\0\0\0\0WEBP", "image/webp"),
        (b"BM\0\0\0\0\0\0\0\0", "image/bmp"),
    ],
)
def test_a_picture_of_a_cutting_is_read(tmp_path, start: bytes, kind: str):
    documents, errors, signs = recognised(tmp_path, "قصاصة.jpg", start + b"\0" * 20 + b"\x0a")
    assert (errors, signs) == ([], 1)
    assert documents[0].text.split("\n\n") == [*HEAD, " ".join(FULL)]
    assert documents[0].media_type == kind
    assert noted_in(documents[0].encoding) == (Noted(Repair.OCR, 90),)


@pytest.mark.parametrize(("shade", "code"), [(30, "ocr-no-text"), (40, "ocr-no-text")])
def test_a_picture_without_text_is_refused(tmp_path, shade: int, code: str):
    assert recognised(tmp_path, "a.png", PNG + bytes([shade]))[:2] == ([], [code])


def test_a_picture_that_cannot_be_opened_is_told(tmp_path, program):
    install(program, PAGES, act=FAILS)
    assert recognised(tmp_path, "a.png", PNG + b"\x0a")[:2] == ([], ["ocr-failed"])


def test_words_that_begin_like_a_picture_are_text(tmp_path):
    (tmp_path / "a.txt").write_text("BMW is the name of a car")
    (found,) = read(tmp_path / "a.txt", reads_pictures=recognition.available)
    assert isinstance(found, RawDocument)
    assert found.media_type == "text/plain"
    assert picture.sniff(b"BMW is the name") < 0.3


def test_latin_commas_on_arabic_lines_become_arabic_ones(tmp_path, program):
    install(program, {"10": table(["قال الوزير, ثم مضى إلى بيته, 12,5 ريال OPEC, وغيرها"])})
    documents, _, _ = recognised(tmp_path, "a.pdf", scan(grey(10)))
    assert documents[0].text == "قال الوزير، ثم مضى إلى بيته، 12,5 ريال OPEC, وغيرها"


def _with_scan(first: bytes, shade: int) -> bytes:
    """The first page of a PDF, and one more page of one shade."""
    from io import BytesIO

    from pypdfium2 import PdfDocument

    whole, other = PdfDocument(first), PdfDocument(scan(grey(shade)))
    whole.import_pages(other)
    buffer = BytesIO()
    whole.save(buffer)
    for document in (whole, other):
        document.close()
    return buffer.getvalue()
