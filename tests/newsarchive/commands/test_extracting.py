"""``extract`` reads in a process that can be stopped, and tells what it finds in order."""

from newsarchive.commands.extracting import articles
from newsarchive.ingest.values import Failure, Limits
from tests.newsarchive.ingest.stand_ins import FLOW


def files(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def told(found):
    return [one.error.code if isinstance(one, Failure) else one.article.title for one in found]


def test_a_file_that_hangs_is_named_and_the_others_are_read(tmp_path):
    files(tmp_path, a="one", b="hang", c="two\nthree", d="four")
    found = [*articles([tmp_path], FLOW, Limits(quiet_seconds=8.0))]
    assert told(found) == ["one", "ingest-hung", "two", "three", "four"]
    assert found[1].file == str(tmp_path / "b.txt")


def test_a_file_that_ends_its_process_is_named_too(tmp_path):
    files(tmp_path, a="crash", b="two")
    assert told(articles([tmp_path], FLOW)) == ["ingest-crashed", "two"]


def test_what_cannot_be_looked_at_is_told_in_its_place(tmp_path):
    files(tmp_path, a="one", b="")
    paths = [tmp_path / "none", tmp_path / "a.txt", tmp_path / "gone", tmp_path / "b.txt"]
    expected = ["reader-missing", "one", "reader-missing", "ingest-nothing"]
    assert told(articles(paths, FLOW)) == expected
    assert told(articles([tmp_path / "none"], FLOW)) == ["reader-missing"]
    assert told(articles([], FLOW)) == []


def test_many_files_keep_their_order(tmp_path):
    files(tmp_path, **{f"{number:02}": f"article {number}" for number in range(12)})
    assert told(articles([tmp_path], FLOW)) == [f"article {number}" for number in range(12)]
