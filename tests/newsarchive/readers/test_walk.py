import os
from pathlib import Path

import pytest

from newsarchive.errors import ReaderError
from newsarchive.readers import find_files


def names(folder: Path, *paths: Path) -> list[str]:
    return [
        found.code if isinstance(found, ReaderError) else found.relative_to(folder).as_posix()
        for found in find_files(paths or (folder,))
    ]


def fill(folder: Path, *files: str) -> Path:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("x")
    return folder


def test_folders_are_walked_in_order_and_litter_is_left_out(tmp_path: Path):
    fill(
        tmp_path, "b.txt", "a/2.txt", "a/1.txt", ".hidden/x.txt", ".DS_Store", "Thumbs.db",
        "__MACOSX/a.txt", "desktop.ini", "~$doc.docx", "c.html.crdownload",
    )  # fmt: skip
    assert names(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path):
    fill(tmp_path, ".notes.txt")
    assert names(tmp_path, tmp_path / ".notes.txt") == [".notes.txt"]


def test_the_folder_of_a_complete_web_page_is_left_out(tmp_path: Path):
    fill(
        tmp_path, "news.html", "news_files/ad.html", "old.htm", "old.files/x.htm",
        "خبر.html", "خبر_ملفات/إطار.html", "my_files/real.html",
    )  # fmt: skip
    assert names(tmp_path) == ["my_files/real.html", "news.html", "old.htm", "خبر.html"]


def test_links_in_a_circle_end(tmp_path: Path):
    fill(tmp_path, "a/1.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path) == ["a/1.txt", "reader-missing"]


def test_a_forbidden_folder_is_named_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fill(tmp_path, "a/1.txt", "b/2.txt", "c.txt")
    listdir = os.listdir

    def refuse(folder: Path) -> list[str]:
        if Path(folder).name == "a":
            raise PermissionError(13, "Permission denied", str(folder))
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", refuse)
    assert names(tmp_path) == ["reader-forbidden", "b/2.txt", "c.txt"]


@pytest.mark.posix
def test_what_is_no_file_is_named(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path, tmp_path / "pipe", tmp_path / "none", Path("a\0b")) == [
        "reader-not-a-file", "reader-missing", "reader-failed",
    ]  # fmt: skip
