"""Exports of Zotero and its kin: RIS and BibTeX (CSL JSON is read as any JSON)."""

import re
from collections.abc import Iterator
from functools import partial

from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.record import document

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_RIS_START = re.compile(r"[\s\ufeff]*TY  - ")
_RIS_NAMES = {
    "TI": "title", "T1": "title", "CT": "title", "ST": "subtitle", "AU": "author", "A1": "author",
    "DA": "date", "PY": "created", "Y1": "published", "UR": "url", "LK": "url", "AB": "abstract",
    "N2": "abstract", "JO": "newspaper", "T2": "publication", "JF": "journal", "PB": "publisher",
    "SE": "section", "LA": "language", "Y2": "accessed",
}  # fmt: skip
_BIB_START = re.compile(r"[\s\ufeff]*+(?:%[^\n]*+\s*+)*@[A-Za-z]+\s*\{")
_BIB_ENTRY = re.compile(r"@([A-Za-z]+)\s*\{")
_BIB_NAME = re.compile(r"[\s,]*+([A-Za-z][\w-]*+)\s*+=\s*+")
_BIB_NO_ENTRY = {"comment", "preamble", "string"}
_BIB_NAMES = {
    "year": "created",
    "urldate": "accessed",
    "howpublished": "",
    "journaltitle": "journal",
}
_TEX = re.compile(r"[{}]|\\(?=[&%$#_{}])")


def _sniff(start: re.Pattern[str], head: bytes) -> float:
    """Certain by the first record's opening."""
    return 0.97 if start.match(head_text(head)) else 0.0


def read_ris(source: Source, visit: Visit) -> Iterator[Found]:
    """A document a reference; its text is the abstract, if it has one."""
    text, encoding = decode(source.whole(visit.limits.table_bytes))
    blocks = re.split(r"(?m)^ER  - ?.*$\n?", text.lstrip("\ufeff").replace("\r\n", "\n"))
    records = [(_ris_record(block), block) for block in blocks if _RIS_LINE.search(block)]
    yield from _documents(records, source, visit, "application/x-research-info-systems", encoding)


def _ris_record(block: str) -> dict[str, object]:
    record: dict[str, list[str]] = {}
    name = ""
    for line in block.split("\n"):
        if match := _RIS_LINE.fullmatch(line):
            name = _RIS_NAMES.get(match[1], "")
            if name:
                record.setdefault(name, []).append(match[2].strip())
        elif name and line.strip():
            record[name][-1] += f"\n{line.strip()}"
    return {name: values if name == "author" else values[0] for name, values in record.items()}


def read_bibtex(source: Source, visit: Visit) -> Iterator[Found]:
    """A document an entry; its text is the abstract, if it has one."""
    text, encoding = decode(source.whole(visit.limits.table_bytes))
    yield from _documents(list(_bib_records(text)), source, visit, "application/x-bibtex", encoding)


def _bib_records(text: str) -> Iterator[tuple[dict[str, object], str]]:
    place = 0
    while match := _BIB_ENTRY.search(text, place):
        end = _closing(text, match.end() - 1)
        place = end
        if match[1].lower() not in _BIB_NO_ENTRY:
            yield _bib_record(text[match.end() : end - 1]), text[match.start() : end]


def _closing(text: str, place: int) -> int:
    """The place after the brace that closes the one at ``place``, or the end of the text."""
    depth = 0
    for match in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, place):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return len(text)


def _bib_record(inside: str) -> dict[str, object]:
    record: dict[str, object] = {}
    place = inside.find(",") + 1
    while place and (match := _BIB_NAME.match(inside, place)):
        value, place = _bib_value(inside, match.end())
        name = match[1].lower()
        name = _BIB_NAMES.get(name, name)
        if name == "author":
            record[name] = [_in_order(one) for one in " ".join(value.split()).split(" and ")]
        elif name:
            record[name] = value
    return record


def _bib_value(inside: str, place: int) -> tuple[str, int]:
    if inside[place : place + 1] == "{":
        end = _closing(inside, place)
        return _TEX.sub("", inside[place + 1 : end - 1]).strip(), end
    if inside[place : place + 1] == '"':
        end = inside.find('"', place + 1)
        end = len(inside) if end < 0 else end + 1
        return _TEX.sub("", inside[place + 1 : end - 1]).strip(), end
    match = re.compile(r"[^,\n]*").match(inside, place)
    return (match[0].strip(), match.end()) if match else ("", len(inside))


def _in_order(name: str) -> str:
    """«الحارثي, عبدالله» as a name is written."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name.strip()


def _documents(
    records: list[tuple[dict[str, object], str]],
    source: Source,
    visit: Visit,
    media_type: str,
    encoding: str,
) -> Iterator[Found]:
    for number, (record, own) in enumerate(records, start=1):
        if isinstance(authors := record.get("author"), list):
            record["author"] = [_in_order(str(one)) for one in authors]
        name = f"{source.name}#{number}"
        own_bytes = own.strip().encode("utf-8", "replace")
        limit = visit.limits.document_bytes
        yield document(record, name, own_bytes, media_type, encoding, limit)
    if not records:
        yield ReaderError("reader-no-records", file=source.name)


RIS_READER = Reader("ris", ("ris",), partial(_sniff, _RIS_START), read_ris)
BIBTEX_READER = Reader("bibtex", ("bib", "bibtex"), partial(_sniff, _BIB_START), read_bibtex)
