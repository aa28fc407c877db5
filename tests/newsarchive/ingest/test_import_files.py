import dataclasses
from pathlib import Path

import pytest

from newsarchive.errors import ReaderError, StoreError
from newsarchive.ingest.pool import Pool
from newsarchive.ingest.run import import_files
from newsarchive.ingest.values import Flow, Limits
from newsarchive.ingest.worker import Task
from newsarchive.store import articles, imports
from newsarchive.store.connection import open_store
from tests.newsarchive.ingest import stand_ins

QUICK = Limits(quiet_seconds=8.0, batch=40, batch_seconds=0.05)


class Notebook:
    """A destination: the store, as the archive's door will hand it on."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(path, create=True)
        self.full = False

    def add(self, batch, notes=(), *, renews=False):
        if self.full:
            raise StoreError("store-full", file="a.qusasat")
        return articles.add_articles(self.store, batch, notes, renews=renews)

    def note_imports(self, notes):
        imports.note_imports(self.store, notes)

    def unchanged(self, fingerprints):
        return imports.unchanged(self.store, fingerprints)

    def titles(self):
        return [row[0] for row in self.store.database.execute("SELECT title FROM articles")]


@pytest.fixture
def notebook(tmp_path):
    made = Notebook(tmp_path / "a.qusasat")
    yield made
    made.store.close()


@pytest.fixture
def write(tmp_path):
    def write_lines(name, lines):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write_lines


def run(notebook, paths, jobs=2, limits=QUICK, flow=stand_ins.FLOW):
    told = list(import_files(notebook, paths, jobs, flow=flow, find=stand_ins.find, limits=limits))
    failures = [failure for progress in told for failure in progress.failures]
    assert [progress.finished for progress in told] == [False] * (len(told) - 1) + [True]
    return told[-1], failures


def test_all_articles_of_all_files_arrive_once(notebook, write):
    paths = [
        write(f"{n}.txt", [f"خبر {n}.{k}" for k in range(30)] + ["خبر مكرر"]) for n in range(5)
    ]
    last, failures = run(notebook, paths)
    assert (last.files_done, last.files_total) == (5, 5)
    assert (last.articles, last.duplicates, last.failed) == (151, 4, 0)
    assert failures == []
    assert len(set(notebook.titles())) == 151
    assert last.rate > 0


def test_all_files_are_counted_while_the_first_is_still_read(notebook, write):
    paths = [write("a.txt", ["hang"]), *(write(f"{n}.txt", [f"خبر {n}"]) for n in range(60))]
    going = import_files(notebook, paths, 1, flow=stand_ins.FLOW, find=stand_ins.find, limits=QUICK)
    first = next(going)
    going.close()
    assert (first.files_done, first.files_total) == (0, 61)


def test_an_unchanged_file_is_passed_over_and_a_changed_one_read(notebook, write):
    paths = [write("a.txt", ["أول", "ثان"]), write("b.txt", ["أول"])]
    run(notebook, paths)
    last, _ = run(notebook, paths)
    assert (last.files_done, last.articles, last.duplicates) == (2, 0, 3)
    assert len(imports.diary(notebook.store)) == 2
    write("a.txt", ["أول", "ثان", "ثالث"])
    last, _ = run(notebook, paths)
    assert (last.articles, last.duplicates) == (1, 3)


@pytest.mark.parametrize(
    ("mishap", "code", "kept"),
    [
        pytest.param("crash", "ingest-crashed", 0, marks=pytest.mark.posix),
        ("hang", "ingest-hung", 0),
        ("defect", "ingest-defect", 2),
        ("greedy", "ingest-memory", 2),
        ("bad record", "ingest-nothing", 2),
        ("reader's defect", "ingest-defect", 1),
    ],
)
def test_a_mishap_is_named_and_the_rest_goes_on(notebook, write, mishap, code, kept):
    bad = write("bad.txt", ["قبل", mishap, "بعد"])
    good = [write(f"{n}.txt", [f"خبر {n}"]) for n in range(8)]
    last, (failure,) = run(notebook, [*good[:2], bad, *good[2:]], jobs=1)
    assert failure.error.code == code
    assert failure.file.startswith(str(bad))
    assert (last.files_done, last.articles, last.failed) == (9, 8 + kept, 1)
    for language in ("ar", "en"):
        assert "bad.txt" in failure.error.sentence(language)
    states = {Path(note.file).name: note.state for note in imports.diary(notebook.store)}
    assert states.pop("bad.txt") == ("done" if mishap == "bad record" else "failed")
    assert set(states.values()) == {"done"}


@pytest.mark.posix
def test_every_article_before_a_crash_that_was_reported_is_kept(notebook, write):
    path = write("bad.txt", [*(f"خبر {n}" for n in range(120)), "crash"])
    last, failures = run(notebook, [path], jobs=1)
    assert [failure.error.code for failure in failures] == ["ingest-crashed"]
    assert last.articles == 100


def test_a_file_with_bad_records_is_read_once_and_its_failures_told_again(notebook, write):
    path = write("a.txt", ["أول", "bad record", "ثان"])
    _, first = run(notebook, [path])
    last, again = run(notebook, [path], flow=Flow(stand_ins.refuse, stand_ins.understand))
    assert (last.articles, last.duplicates, last.failed) == (0, 2, 1)
    assert [(f.file, f.error.sentence()) for f in again] == [
        (f.file, f.error.sentence()) for f in first
    ]


def test_a_big_file_is_shared_by_all_processes(notebook, write):
    path = write("big.txt", [*(f"خبر {n}" for n in range(300)), "bad record"])
    limits = dataclasses.replace(QUICK, shared_size=100)
    last, failures = run(notebook, [path], jobs=2, limits=limits)
    assert (last.files_done, last.articles, len(failures)) == (1, 300, 1)
    assert len(set(notebook.titles())) == 300


def test_what_is_missing_or_empty_is_named(notebook, write, tmp_path):
    empty = write("empty.txt", [])
    last, failures = run(notebook, [tmp_path / "none.txt", empty, write("a.txt", ["أول"])])
    assert {f.error.code for f in failures} == {"reader-missing", "ingest-nothing"}
    assert (last.files_done, last.files_total, last.articles) == (3, 3, 1)


def test_nothing_to_import_is_soon_done(notebook):
    last, failures = run(notebook, [])
    assert (last.files_total, failures) == (0, [])


def test_a_cancelled_import_keeps_what_it_told_and_resumes(notebook, write):
    paths = [write(f"{n}.txt", [f"خبر {n}.{k}" for k in range(200)]) for n in range(6)]
    limits = dataclasses.replace(QUICK, batch=10)
    steps = import_files(
        notebook, paths, 2, flow=stand_ins.FLOW, find=stand_ins.find, limits=limits
    )
    told = next(progress for progress in steps if progress.articles)
    steps.close()
    assert told.articles <= len(notebook.titles())
    last, _ = run(notebook, paths)
    assert last.files_done == 6
    assert sorted(notebook.titles()) == sorted(f"خبر {n}.{k}" for n in range(6) for k in range(200))


def test_a_full_disk_stops_the_import_with_its_sentence(notebook, write):
    notebook.full = True
    with pytest.raises(StoreError) as caught:
        run(notebook, [write("a.txt", ["أول"])])
    assert caught.value.code == "store-full"
    notebook.full = False
    last, _ = run(notebook, [write("a.txt", ["أول"])])
    assert last.articles == 1


def test_processes_that_cannot_start_are_told():
    with (
        Pool(Flow(stand_ins.Poison(), stand_ins.understand), 1, QUICK) as pool,
        pytest.raises(ReaderError, match="could not be started"),
    ):
        _insist(pool)


def _insist(pool):
    pool.give(Task(0, Path("a.txt")))
    for _ in range(10):
        list(pool.collect(5))
