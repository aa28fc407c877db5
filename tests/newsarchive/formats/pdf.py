"""PDFs written by hand: glyph codes in the order seen, their letters in a ToUnicode table."""

import zlib
from collections.abc import Sequence

import arabic_reshaper
from bidi import get_display

from tests.newsarchive.formats.stories import OUTLET, Story

Drawn = tuple[float, float, float, str]
_LEADING, _SIZE, _INDENT = 14, 10, 12
_MARK = "¶"


def pdf(*pages: list[Drawn]) -> bytes:
    """Each page a list of (right edge, baseline, size, text in the order seen)."""
    letters = sorted({letter for page in pages for *_, text in page for letter in text})
    codes = {letter: n + 1 for n, letter in enumerate(letters)}
    table = "".join(f"<{code:04x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{_in_hundreds(table)}endcmap end end"
    )
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        _page_tree(len(pages), first=7),
        b"<</Type/Font/Subtype/Type0/BaseFont/Arial/Encoding/Identity-H/ToUnicode 4 0 R"
        b"/DescendantFonts[5 0 R]>>",
        _stream("", cmap.encode()),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial/DW 500/FontDescriptor 6 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        b"<</Type/FontDescriptor/FontName/Arial/Flags 4/Ascent 750/Descent -250/CapHeight 700"
        b"/ItalicAngle 0/StemV 80/FontBBox[0 -250 1000 750]>>",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(
            f"BT /F {size} Tf 1 0 0 1 {right - size / 2 * len(text)} {base} Tm"
            f" <{''.join(f'{codes[letter]:04x}' for letter in text)}> Tj ET"
            for right, base, size, text in page
        )
        bodies.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (8 + 2 * number)
        )
        bodies.append(_stream("", drawn.encode()))
    return written(bodies)


def _in_hundreds(table: str) -> str:
    """At most a hundred pairs to a block, as the format allows."""
    pairs = table.splitlines(keepends=True)
    return "".join(
        f"{len(some)} beginbfchar\n{''.join(some)}endbfchar\n"
        for some in (pairs[first : first + 100] for first in range(0, len(pairs), 100))
    )


def scan(*pages: tuple[int, int, bytes]) -> bytes:
    """A PDF of pictures alone, as a scanner makes: (width, height, a byte of grey a dot), A4."""
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", _page_tree(len(pages), first=3, objects=3)]
    for number, (width, height, grey) in enumerate(pages):
        page = 3 + 3 * number
        bodies.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I %d 0 R>>>>"
            b"/Contents %d 0 R>>" % (page + 1, page + 2)
        )
        kind = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray"
        bodies.append(_stream(f"{kind}/BitsPerComponent 8/Filter/FlateDecode", zlib.compress(grey)))
        bodies.append(_stream("", b"q 595 0 0 842 0 0 cm /I Do Q"))
    return written(bodies)


def locked(data: bytes) -> bytes:
    """The same file, with the marks of one that a password protects."""
    encrypt = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]"
    return data.replace(b"trailer <<", b"trailer <<" + encrypt % (b"41" * 32, b"42" * 32))


def _page_tree(pages: int, first: int, objects: int = 2) -> bytes:
    kids = " ".join(f"{first + objects * n} 0 R" for n in range(pages))
    return f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode()


def _stream(entries: str, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries.encode(), len(data), data)


def written(bodies: Sequence[bytes]) -> bytes:
    """The objects, numbered from 1, as a file; the first is the catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    trailer = b"trailer <</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s" % (data, size, table, trailer)


def seen(text: str, *, shapes: bool = False) -> str:
    """A line as it stands on paper, from left to right; with ``shapes``, in joined letters."""
    return str(get_display(arabic_reshaper.reshape(text) if shapes else text, base_dir="R"))


def column(right: float, top: float, lines: Sequence[str], *, shapes: bool = False) -> list[Drawn]:
    """Lines under each other, flush right; those that begin with ``¶`` are moved in."""
    return [
        (
            right - _INDENT * line.startswith(_MARK),
            top - _LEADING * n,
            _SIZE,
            seen(line.removeprefix(_MARK), shapes=shapes),
        )
        for n, line in enumerate(lines)
    ]


def newspaper(story: Story, *, shapes: bool = False) -> bytes:
    """An article over two pages of two columns, under running heads, above page numbers.

    The left column stands first in the file, as layout programs often write it.
    """
    section, title, day, byline = story.head
    above = [
        (560.0, 745.0, 12.0, section),
        (560.0, 715.0, 16.0, title),
        (560.0, 690.0, 10.0, day),
        (560.0, 672.0, 10.0, byline),
    ]
    lines = [line for one in story.paragraphs for line in wrapped(_MARK + one, 52)]
    half = len(lines) // 2
    return pdf(
        _paper_page(1, lines[:half], above, shapes), _paper_page(2, lines[half:], [], shapes)
    )


def _paper_page(number: int, lines: list[str], above: list[Drawn], shapes: bool) -> list[Drawn]:
    half = (len(lines) + 1) // 2
    around = [(560.0, 780.0, 8.0, f"{OUTLET} - العدد 77"), (310.0, 20.0, 8.0, str(number)), *above]
    left = column(280, 630, lines[half:], shapes=shapes)
    right = column(560, 630, lines[:half], shapes=shapes)
    drawn = [(*place, seen(text, shapes=shapes)) for *place, text in around]
    return [*left, *drawn, *right]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` letters."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
