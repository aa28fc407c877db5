import bz2
import gzip
import lzma
import zipfile

import pytest

from newsarchive.readers import Limits
from tests.newsarchive.formats.packing import tarred, zipped

RECORDS = '[{"title":"أ","text":"ب"},{"title":"ج","text":"د"}]'


def names(documents) -> list[str]:
    return [d.name.split("/box.zip/", 1)[1] for d in documents]


def test_everything_inside_is_read_in_order(given):
    inner = zipped({"deep.txt": "نص عميق"})
    data = zipped(
        {"b.json": RECORDS, "a.txt": "نص", "in.zip": inner, "__MACOSX/a.txt": "x", ".DS_Store": "x",
         "p.html": "<html><body><p>صفحة", "p_files/ad.html": "<html><body><p>إعلان",
         "l.jsonl": '{"title":"1","text":"a"}\n{"title":"2","text":"b"}\n', "t.json.gz":
         gzip.compress(RECORDS.encode())}
    )  # fmt: skip
    documents, errors = given("box.zip", data)
    assert errors == []
    assert names(documents) == [
        "a.txt", "b.json#1", "b.json#2", "in.zip/deep.txt", "l.jsonl#1", "l.jsonl#2", "p.html",
        "t.json.gz/t.json#1", "t.json.gz/t.json#2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Windows\\x.txt", "Windows/x.txt"),
        ("a/../../b.txt", "a/b.txt"),
        ("خبر.txt", "خبر.txt"),
    ],
)
def test_names_never_leave_their_folder(given, name: str, kept: str):
    documents, errors = given("box.zip", zipped({name: "نص"}))
    assert (names(documents), errors) == ([kept], [])


def test_names_in_the_code_page_of_old_windows_are_told(given):
    data = zipped({"xxxxxxx.txt": "نص الخبر"}).replace(b"xxxxxxx", "الأخبار".encode("cp720"))
    assert names(given("box.zip", data)[0]) == ["الأخبار.txt"]


def test_a_truncated_zip_is_named(given):
    data = zipped({"a.txt": "نص" * 1000})
    documents, errors = given("box.zip", data[: len(data) // 2])
    assert (documents, [e.code for e in errors]) == ([], ["reader-zip-damaged"])


def test_a_damaged_member_does_not_stop_the_others(given):
    data = bytearray(zipped({"a.txt": "نص" * 1000, "b.txt": "آخر"}, zipfile.ZIP_STORED))
    data[100] ^= 0xFF
    documents, errors = given("box.zip", bytes(data))
    assert names(documents) == ["b.txt"]
    assert [e.code for e in errors] == ["reader-zip-member-damaged"]


def test_a_member_whose_own_name_is_damaged_does_not_stop_the_others(given):
    data = bytearray(zipped({"خبر.txt": "نص", "b.txt": "آخر"}))
    data[data.index("خبر".encode())] = 0xFF
    documents, errors = given("box.zip", bytes(data))
    assert names(documents) == ["b.txt"]
    assert [e.code for e in errors] == ["reader-zip-member-damaged"]


def test_members_said_to_lie_before_the_file_begins_are_named(given):
    data = bytearray(zipped({"a.txt": "نص"}))
    place = data.rindex(b"PK\x05\x06") + 16  # where the directory of members says that it begins
    data[place : place + 4] = (int.from_bytes(data[place : place + 4], "little") + 1).to_bytes(
        4, "little"
    )
    documents, errors = given("box.zip", bytes(data))
    assert (documents, [error.code for error in errors]) == ([], ["reader-zip-member-damaged"])


def test_encrypted_members_are_counted_and_named_once(given):
    data = bytearray(zipped({"a.txt": "نص", "b.txt": "نص", "c.txt": "واضح"}))
    place = -1
    for _ in range(2):
        place = data.index(b"PK\x01\x02", place + 1)
        data[place + 8] |= 1
    documents, errors = given("box.zip", bytes(data))
    assert names(documents) == ["c.txt"]
    assert [(e.code, e.values["count"]) for e in errors] == [("reader-encrypted", 2)]


def test_a_bomb_is_left_unopened(given):
    limits = Limits(ratio_free_bytes=100_000, ratio=50)
    data = zipped({"bomb.txt": b"0" * 5_000_000, "good.txt": "نص"})
    documents, errors = given("box.zip", data, limits)
    assert names(documents) == ["good.txt"]
    assert [e.code for e in errors] == ["reader-bomb"]
    documents, errors = given("b.txt.gz", gzip.compress(b"a" * 5_000_000), limits)
    assert (documents, [e.code for e in errors]) == ([], ["reader-bomb"])


def test_a_bomb_of_many_members_runs_out_of_allowance(given):
    data = zipped({f"{n}.txt": "نص" * 1000 for n in range(100)})
    documents, errors = given("box.zip", data, Limits(expanded_bytes=30_000))
    assert 0 < len(documents) < 100
    assert {e.code for e in errors} == {"reader-expands-too-far"}
    assert len(errors) == 1


def test_nesting_and_members_have_limits(given):
    data = zipped({"a.txt": "نص"})
    for _ in range(6):
        data = zipped({"in.zip": data})
    documents, errors = given("box.zip", data)
    assert (documents, [e.code for e in errors]) == ([], ["reader-too-deep"])
    many = zipped({f"{n}.txt": "x" for n in range(5)})
    assert given("box.zip", many, Limits(members=4))[1][0].code == "reader-too-many-members"


def test_an_oversized_member_is_named_with_its_limit(given):
    data = zipped({"a.txt": "x" * 3_000_000})
    _, errors = given("box.zip", data, Limits(document_bytes=1_500_000))
    assert "3.0" in errors[0].sentence("en")
    assert "1.5" in errors[0].sentence("en")


def test_an_empty_zip_says_so(given):
    assert [e.code for e in given("box.zip", zipped({}))[1]] == ["reader-no-members"]


def test_damaged_gzip_is_named(given):
    data = gzip.compress("نص".encode() * 1000)
    assert [e.code for e in given("a.txt.gz", data[:-20])[1]] == ["reader-compressed-damaged"]
    assert [e.code for e in given("a.txt.gz", data[:10])[1]] == ["reader-compressed-damaged"]


@pytest.mark.parametrize(
    ("name", "mode"),
    [("box.tar", "w:"), ("box.tar.gz", "w:gz"), ("box.tgz", "w:gz"), ("box.tar.bz2", "w:bz2"),
     ("box.tar.xz", "w:xz"), ("box", "w:gz")],
)  # fmt: skip
def test_tar_archives_packed_and_not(given, name: str, mode: str):
    documents, errors = given(name, tarred({"../b.json": RECORDS, "a/خبر.txt": "نص"}, mode))
    assert errors == []
    assert [d.name.rsplit("/", 1)[-1] for d in documents] == ["خبر.txt", "b.json#1", "b.json#2"]
    assert not any(".." in d.name for d in documents)


def test_a_truncated_tar_gives_what_it_holds(given):
    data = tarred({"a.txt": "نص", "b.txt": "x" * 5000})
    documents, errors = given("box.tar", data[:2500])
    assert [d.text for d in documents] == ["نص"]
    assert errors


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_damaged_compressed_files_are_named(given, pack):
    data = pack("نص".encode() * 5000)
    assert [e.code for e in given("a.txt.x", data[:-10])[1]] == ["reader-compressed-damaged"]
