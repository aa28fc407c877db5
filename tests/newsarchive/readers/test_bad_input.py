import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from newsarchive.errors import ReaderError
from newsarchive.readers import Limits, read

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "reader-empty"),
        ("a.json", b"", "reader-empty"),
        ("a.txt", b" \r\n\t\n ", "reader-blank"),
        ("a.html", b"\n\n", "reader-blank"),
        ("a.txt", "\u200f\u200b \ufeff".encode(), "reader-blank"),
        ("a.txt", b"\0" * 300, "reader-blank"),
        ("a.txt", PNG, "reader-picture"),
        ("a.html", b"\xff\xd8\xff\xe0" + PNG, "reader-picture"),
        ("a.json", b"GIF89a" + bytes(100), "reader-picture"),
        ("a.txt", b"RIFF\x10\0\0\0WEBPVP8 " + bytes(100), "reader-picture"),
        ("a.txt", b"\0\0\0\x20ftypisom" + bytes(100), "reader-recording"),
        ("a.txt", b"\x7fELF" + bytes(range(200)), "reader-program"),
        ("a.txt", b"Rar!\x1a\x07\x01\0" + bytes(100), "reader-unsupported-archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "reader-old-office"),
        ("a.txt", bytes(range(256)) * 10, "reader-not-text"),
        ("a.bin", bytes(range(1, 32)) * 10, "reader-not-text"),
    ],
)
def test_each_is_named_with_its_reason(given, name: str, data: bytes, code: str):
    documents, errors = given(name, data)
    assert (documents, [e.code for e in errors]) == ([], [code])
    assert name in errors[0].sentence("ar")


def test_text_with_a_few_nuls_is_read(given):
    documents, errors = given("a.txt", "خبر\0 اليوم\nسطر ثان من الخبر\n" * 3)
    assert errors == []
    assert documents[0].text.startswith("خبر اليوم\n")
    assert b"\0" in documents[0].source


def test_words_that_begin_like_a_program_are_text(given):
    assert given("a.txt", "MZ is how the story begins")[1] == []


def test_invisible_characters_leave_the_text_and_stay_in_the_source(given):
    documents, _ = given("a.txt", "\u200fخبر\u200b \u202bاليوم\u202c\r\nسطر\rسطر\u2028سطر")
    assert documents[0].text == "خبر اليوم\nسطر\nسطر\nسطر"
    assert "\u202b".encode() in documents[0].source


def test_the_joiner_of_persian_stays(given):
    assert given("a.txt", "می\u200cخواهم")[0][0].text == "می\u200cخواهم"
    assert given("b.txt", "الع\u200cربية")[0][0].text == "العربية"


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.write("خبر\n".encode() * 10_000)
        file.truncate(200_000_000)
    tracemalloc.start()
    found = list(read(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found[0], ReaderError)
    assert found[0].code == "reader-too-large"
    assert "200" in found[0].sentence("en")
    assert "20 MB" in found[0].sentence("en")
    assert peak < 5_000_000


def test_a_huge_file_of_nothing_is_refused_for_its_size(tmp_path: Path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert [e.code for e in read(path) if isinstance(e, ReaderError)] == ["reader-too-large"]


def test_a_forbidden_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert [getattr(e, "code", "") for e in read(path)] == ["reader-forbidden"]


def test_a_file_that_vanishes_is_named(tmp_path: Path):
    path = tmp_path / "a.jsonl"
    assert [getattr(e, "code", "") for e in read(path)] == ["reader-missing"]
    path.write_text('{"title":"1","text":"a"}\n' * 3)
    found = read(path)
    path.unlink()
    assert [getattr(e, "code", "") for e in found] == ["reader-missing"]


def test_a_disk_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text("x")

    def fail(*_args: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    (error,) = read(tmp_path / "a.txt")
    assert "Input/output error" in str(error)


@pytest.mark.parametrize("fault", [MemoryError(), RuntimeError("x"), RecursionError()])
def test_a_parser_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
):
    (tmp_path / "a.html").write_text("<html><body><p>نص")

    def fail(*_args: object) -> None:
        raise fault

    monkeypatch.setattr("newsarchive.readers.html_page.page", fail)
    (error,) = read(tmp_path / "a.html")
    assert isinstance(error, ReaderError)


@pytest.mark.posix
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    (error,) = read(tmp_path / "pipe.txt")
    assert isinstance(error, ReaderError)
    assert error.code == "reader-not-a-file"


def test_a_table_too_large_is_refused(given):
    _, errors = given("a.json", "[" + " " * 2000 + "]", Limits(table_bytes=1000))
    assert errors[0].code == "reader-too-large"
    _, errors = given("a.jsonl", '{"a":1}\n' * 2000, Limits(stream_bytes=1000))
    assert errors[0].code == "reader-too-large"


def test_importing_the_readers_loads_no_heavy_parser():
    heavy = "('lxml', 'trafilatura', 'charset_normalizer', 'bidi')"
    code = f"import newsarchive.readers, sys; sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
