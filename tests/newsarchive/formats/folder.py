"""A folder with a file of every format, each with articles of its own, and files that must fail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.newsarchive.formats import documents, packing, pages, pdf, tables
from tests.newsarchive.formats.encodings import misread
from tests.newsarchive.formats.recogniser import grey
from tests.newsarchive.formats.stories import OUTLET, Story, story

SCANNED = 10
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&a;</title><description>&b;</description></item></channel></rss>"
)


@dataclass(slots=True)
class Folder:
    """What was put into the folder.

    Attributes:
        files: by their names, with "/".
        articles: what each must give: the article's name in the archive → the article.
        failures: the name told as failed → the error's code.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    articles: dict[str, Story] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Put the files on disk."""
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def every_format() -> Folder:
    """The folder; the same each time but for times that formats write into their files."""
    made = _Maker()
    made.saved_pages()
    made.documents()
    made.messages_and_feeds()
    made.crawls()
    made.data_sets()
    made.bibliographies()
    made.packed()
    made.plain_text()
    made.failing()
    return made.folder


class _Maker:
    """Adds files one after the other, each with the next stories."""

    def __init__(self) -> None:
        self.folder = Folder()
        self._numbers = count(1)

    def _one(self) -> tuple[int, Story]:
        number = next(self._numbers)
        return number, story(number)

    def _some(self, amount: int) -> dict[int, Story]:
        return dict(self._one() for _ in range(amount))

    def _add(self, name: str, data: bytes | str, *told: tuple[str, Story]) -> None:
        self.folder.files[name] = data.encode() if isinstance(data, str) else data
        self.folder.articles.update({f"{name}{place}": one for place, one in told})

    def _fails(self, name: str, data: bytes | str, code: str, told: str = "") -> None:
        self._add(name, data)
        self.folder.failures[told or name] = code

    def _page(
        self,
        name: str,
        write: Callable[[str], bytes],
        *parts: str,
    ) -> None:
        """One page copied by hand, written by ``write``."""
        _, one = self._one()
        self._add(name, write(one.page), ("", one.without(*parts)))

    def saved_pages(self) -> None:
        """HTML in one file, with its folder, as MHTML, with metadata and without."""
        number, one = self._one()
        at = one.at(OUTLET, pages.address(number))
        self._add("web/stated.html", pages.html(one, number), ("", at))
        number, one = self._one()
        self._add("web/shown.html", pages.html(one, number, stated=False), ("", one))
        number, one = self._one()
        at = one.at(OUTLET, pages.address(number))
        self._add("web/كاملة.html", pages.html(one, number), ("", at))
        self._add("web/كاملة_files/ad.html", pages.frame("إطار"))
        self._add("web/كاملة_files/a.js", "alert(1)")
        number, one = self._one()
        at = one.at(OUTLET, pages.address(number))
        self._add("web/one.mhtml", pages.mhtml(one, number), ("", at))
        for written, declared in (("cp1256", "utf-8"), ("utf-8", "iso-8859-1")):
            number, one = self._one()
            markup = pages.html(one, number, declared)
            at = one.at(OUTLET, pages.address(number))
            name = f"web/{written}-as-{declared}.html"
            self._add(name, markup.encode(written, "xmlcharrefreplace"), ("", at))

        number, one = self._one()
        at = one.at(OUTLET, pages.address(number))
        members = {
            "صفحة.htm": pages.html(one, number, "windows-1256").encode("cp1256", "replace"),
            "صفحة_files/ad.html": pages.frame("إطار"),
        }
        self._add("web/saved.zip", packing.zipped(members), ("/صفحة.htm", at))

    def documents(self) -> None:
        """PDF, Word, LibreOffice, RTF, EPUB."""
        for shapes in (False, True):
            _, one = self._one()
            name = f"documents/{'shapes' if shapes else 'letters'}.pdf"
            self._add(name, pdf.newspaper(one, shapes=shapes), ("", one))
        scanned = Story("ممسوحة", (), None, None, None)
        self._add("documents/ممسوحة.pdf", pdf.scan(grey(SCANNED)), ("", scanned))
        _, one = self._one()
        self._add("documents/word.docx", documents.docx(one), ("", one))
        _, one = self._one()
        self._add("documents/writer.odt", documents.odt(one), ("", one))
        for unicode in (False, True):
            _, one = self._one()
            name = f"documents/{'word' if unicode else 'wordpad'}.rtf"
            self._add(name, documents.rtf(one, unicode=unicode), ("", one))
        some = list(self._some(2).values())
        data = documents.epub(OUTLET, some)
        told = [
            (f"/OEBPS/text/part{n}.xhtml", one.at(OUTLET)) for n, one in enumerate(some, start=1)
        ]
        self._add("documents/magazine.epub", data, *told)

    def messages_and_feeds(self) -> None:
        """Mail, a mailbox, RSS, Atom."""
        (_, one), (_, other) = self._one(), self._one()
        letter = pages.letter(one, attached=("خبر.txt", other.page.encode()))
        told = ("", one.without("section")), ("/خبر.txt", other)
        self._add("mail/letter.eml", letter.as_bytes(), *told)
        number, one = self._one()
        letter = pages.page_letter(one, pages.html(one, number), "windows-1256")
        told = ("", one.at(OUTLET, pages.address(number)))
        self._add("mail/page.eml", letter.as_bytes(), told)
        some = list(self._some(2).values())
        told = _numbered(one.without("section") for one in some)
        self._add("mail/letters.mbox", pages.mailbox_of(*map(pages.letter, some)), *told)
        for name, write in (("feeds/news.rss", pages.rss), ("feeds/news.atom", pages.atom)):
            items = self._some(2)
            told = _numbered(one.at(OUTLET, pages.address(n)) for n, one in items.items())
            self._add(name, write(items), *told)
        items = self._some(2)
        told = _numbered(one.at(OUTLET, pages.address(n)) for n, one in items.items())
        old = pages.rss(items).replace("UTF-8", "windows-1256", 1).replace("…", "")
        self._add("feeds/old.xml", old.encode("cp1256"), *told)

    def crawls(self) -> None:
        """WARC, packed and not, and WACZ."""
        for name, inner, packed in (
            ("crawls/plain.warc", "", False),
            ("crawls/packed.warc.gz", "/packed.warc", True),
        ):
            items = self._some(2)
            told = _crawled(items, inner)
            self._add(name, pages.warc(items, packed=packed), *told)
        items = self._some(1)
        told = _crawled(items, "/archive/data.warc.gz/data.warc")
        self._add("crawls/browser.wacz", pages.wacz(items), *told)

    def data_sets(self) -> None:
        """JSON, JSON lines, CSV, TSV, XLSX, SQLite."""
        for name, write in (
            ("data/news.json", tables.json_file),
            ("data/news.jsonl", tables.json_lines),
            ("data/news.csv", lambda items: tables.separated(items, ",")),
            ("data/news.tsv", lambda items: tables.separated(items, "\t")),
        ):
            items = self._some(2)
            told = _numbered(one.at(None, pages.address(n)) for n, one in items.items())
            self._add(name, write(items), *told)
        for name, delimiter, codec in (
            ("data/unicode.txt", "\t", "utf-16"),
            ("data/old.csv", ";", "cp1256"),
        ):
            items = self._some(2)
            told = _numbered(one.at(None, pages.address(n)) for n, one in items.items())
            self._add(name, tables.separated(items, delimiter).encode(codec), *told)
        items = self._some(2)
        told = _numbered(items.values(), "/أخبار")
        self._add("data/news.xlsx", tables.workbook(items), *told)
        items = self._some(2)
        told = _numbered(items.values(), "/posts")
        self._add("data/plain.db", tables.plain_database(items), *told)
        items = self._some(2)
        told = _numbered((one.at(None, pages.address(n)) for n, one in items.items()), "/news")
        self._add("data/utils.sqlite", tables.utils_database(items), *told)

    def bibliographies(self) -> None:
        """RIS, BibTeX and CSL JSON of Zotero."""
        for name, write, lost in (
            ("zotero/export.ris", tables.ris, ()),
            ("zotero/export.bib", tables.bibtex, ("section",)),
            ("zotero/export.json", tables.csl, ()),
        ):
            items = {n: one.at(OUTLET, pages.address(n)) for n, one in self._some(2).items()}
            told = _numbered(one.without(*lost) for one in tables.abstracts(items.values()))
            self._add(name, write(items), *told)

    def packed(self) -> None:
        """Archives of pages and of data, one in the other, and one that points outside."""
        (_, one), (_, other), items = self._one(), self._one(), self._some(2)
        inner = packing.zipped({"خبر.txt": other.page})
        data = packing.zipped(
            {"a.txt": one.page, "b.zip": inner, "c.json": tables.json_file(items)}
        )
        told = ("/a.txt", one), ("/b.zip/خبر.txt", other)
        stated = [one.at(None, pages.address(n)) for n, one in items.items()]
        self._add("packed/box.zip", data, *told, *_numbered(stated, "/c.json"))
        for name, mode in (("packed/box.tar", "w:"), ("packed/box.tar.gz", "w:gz")):
            _, one = self._one()
            inner_name = "/box.tar" if mode == "w:gz" else ""
            data = packing.tarred({"news/a.txt": one.page}, mode)
            self._add(name, data, (f"{inner_name}/news/a.txt", one))
        _, one = self._one()
        self._add("packed/one.txt.gz", packing.gzipped(one.page), ("/one.txt", one))
        _, one = self._one()
        data = packing.zipped({"../../outside/a.txt": one.page})
        self._add("packed/outside.zip", data, ("/outside/a.txt", one))

    def plain_text(self) -> None:
        """Pages copied by hand in each encoding, and in none that fits."""
        for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
            self._page(f"text/{codec}.txt", _encoded(codec))
        self._page("text/utf-16-be-mark.txt", lambda page: b"\xfe\xff" + page.encode("utf-16-be"))
        for codec in ("cp1256", "iso8859_6"):
            self._page(f"text/{codec}.txt", _encoded(codec))
        for written, read in (("utf-8", "cp1252"), ("utf-8", "cp1256"), ("cp1256", "cp1252")):
            self._page(f"text/{written}-read-as-{read}.txt", _misread(written, read))

    def failing(self) -> None:
        """Files that hold no article, each with the reason that must be told."""
        _, one = self._one()
        whole = packing.zipped({"a.txt": one.page * 9})
        self._fails("bad/empty.txt", b"", "reader-empty")
        self._fails("bad/picture.txt", PNG, "reader-picture")
        self._fails("bad/cut.zip", whole[: len(whole) // 2], "reader-zip-damaged")
        self._fails("bad/locked.zip", packing.locked_zip(one.page), "reader-encrypted")
        self._fails("bad/locked.pdf", pdf.locked(pdf.newspaper(one)), "reader-pdf-locked")
        self._fails("bad/broken.json", '[{"title": "خبر", "content": "نص', "reader-json-broken")
        self._fails("bad/deep.json", "[" * 100_000, "reader-json-broken")
        self._fails("bad/entities.xml", ENTITIES, "reader-xml-entities")
        self._fails("bad/bomb.zip", packing.bomb(), "reader-bomb", "bad/bomb.zip/bomb.txt")
        inner = "/inner.zip" * 4
        deep = packing.nested(one.page, 6)
        self._fails("bad/deep.zip", deep, "reader-too-deep", f"bad/deep.zip{inner}")


def _numbered(stories: "Iterator[Story] | object", before: str = "") -> list[tuple[str, Story]]:
    return [(f"{before}#{n}", one) for n, one in enumerate(stories, start=1)]


def _crawled(items: dict[int, Story], inner: str) -> list[tuple[str, Story]]:
    """A crawl's first records are its own note, a script and a lost page."""
    return [
        (f"{inner}#{place}", one.at(OUTLET, pages.address(number)))
        for place, (number, one) in enumerate(items.items(), start=4)
    ]


def _encoded(codec: str) -> Callable[[str], bytes]:
    return lambda page: page.encode(codec)


def _misread(written: str, read: str) -> Callable[[str], bytes]:
    """Text saved in UTF-8 after a program had decoded it wrongly."""
    return lambda page: misread(page, written, read).encode()
