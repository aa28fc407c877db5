"""What may be typed, with help in Arabic and English."""

import argparse
import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

from newsarchive.commands.builder import LANGUAGES, Builder
from newsarchive.commands.typed import natural, scale, seconds, size

FORMATS = ("csv", "jsonl", "ris", "bibtex", "html", "pdf")
REPAIRS = ("mojibake", "letters", "order", "ocr")
SORTS = ("relevance", "newest", "oldest")
FACETS = ("person", "organisation", "place", "section", "source", "tag")
DIGITS = ("latin", "arabic")
MONTHS = ("gulf", "levant", "morocco", "algeria", "both")
KINDS = ("person", "organisation", "place")
CORRECTIONS = ("merge", "rename", "kind", "hide", "reject", "split", "mark", "distinct")


def language_of(line: Sequence[str]) -> str:
    """The language of help and messages: ``--language``, else by the environment, else Arabic."""
    for place, word in enumerate(line):
        if word == "--":
            break
        name, _, value = word.partition("=")
        if name == "--language":
            value = value or next(iter(line[place + 1 : place + 2]), "")
            if value in LANGUAGES:
                return value
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if chosen := os.environ.get(variable):
            return "en" if chosen.lower().startswith("en") else "ar"
    return "ar"


def parser(language: str) -> argparse.ArgumentParser:
    """The whole command line."""
    make = Builder(language)
    words = make.words

    extract = make.command("extract")
    extract.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=words("paths"))
    make.json(extract)
    make.map(extract)
    make.ocr(extract)
    make.tagger(extract)

    _columns(make)
    import_ = make.command("import")
    import_.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=words("paths"))
    make.archive(import_)
    make.json(import_)
    import_.add_argument("--jobs", type=natural, default=0, metavar="N", help=words("jobs"))
    make.map(import_)
    import_.add_argument("--ask", action="store_true", help=words("ask"))
    import_.add_argument("--give-way", action="store_true", help=words("give-way"))
    make.ocr(import_)
    make.tagger(import_)

    _watch(make)

    search = make.command("search")
    make.query(search)
    make.archive(search)
    search.add_argument("--limit", type=natural, default=20, metavar="N", help=words("limit"))
    search.add_argument("--sort", choices=SORTS, default="relevance", help=words("sort"))
    make.once(search)
    make.exactly(search)
    search.add_argument(
        "--no-recency", dest="recency", action="store_false", help=words("no-recency")
    )
    make.json(search)

    facets = make.command("facets")
    make.query(facets, required=False)
    make.archive(facets)
    make.json(facets)
    facets.add_argument("--top", type=natural, default=10, metavar="N", help=words("top"))
    make.once(facets)
    make.exactly(facets)

    show = make.command("show")
    show.add_argument("id", type=natural, metavar="ID", help=words("id"))
    show.add_argument("--compare", type=natural, metavar="OTHER", help=words("compare"))
    make.archive(show)
    make.json(show)

    _marks(make)
    _reread(make)

    _export(make)
    _names(make)
    _trash(make)
    _backups(make)
    make.archive(make.command("check"))
    reindex = make.command("reindex")
    make.archive(reindex)
    reindex.add_argument("--behind", action="store_true", help=words("behind"))

    _screenshot(make)
    return make.top


def _marks(make: Builder) -> None:
    words = make.words
    star, tag = make.command("star"), make.command("tag")
    tag.add_argument("name", nargs="?", default="", metavar="NAME", help=words("tag-name"))
    for group, count in ((star, "+"), (tag, "*")):
        group.add_argument("ids", nargs=count, type=natural, metavar="ID", help=words("id"))
        make.archive(group)
        group.add_argument("--off", action="store_true", help=words("off"))
    note = make.command("note")
    note.add_argument("id", type=natural, metavar="ID", help=words("id"))
    note.add_argument("text", nargs="?", metavar="TEXT", help=words("note-text"))
    make.archive(note)


def _export(make: Builder) -> None:
    words = make.words
    export = make.command("export")
    make.query(export)
    make.archive(export)
    export.add_argument("--format", choices=FORMATS, required=True, help=words("format"))
    export.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=words("output")
    )
    export.add_argument("--sort", choices=SORTS, default="newest", help=words("sort"))
    make.once(export)
    make.exactly(export)
    for name in ("only", "without"):
        export.add_argument(
            f"--{name}", action="append", type=_choice, default=[], metavar="FACET=VALUE",
            help=words(f"export-{name}"),
        )  # fmt: skip
    for name in ("since", "until"):
        day = dt.date.fromisoformat
        export.add_argument(f"--{name}", type=day, metavar="YYYY-MM-DD", help=words(name))
    export.add_argument("--ids", type=Path, metavar="FILE", help=words("ids"))
    export.add_argument("--digits", choices=DIGITS, default="latin", help=words("digits"))
    export.add_argument("--months", choices=MONTHS, default="gulf", help=words("month-names"))
    make.json(export)


def _choice(text: str) -> tuple[str, str]:
    """A facet and one of its values, as in person=NAME."""
    facet, _, value = text.partition("=")
    if facet not in FACETS or not value:
        raise ValueError
    return facet, value


def _reread(make: Builder) -> None:
    words = make.words
    reread = make.command("reread")
    reread.add_argument("ids", nargs="*", type=natural, metavar="ID", help=words("id"))
    make.archive(reread)
    reread.add_argument(
        "--without", action="append", choices=REPAIRS, default=[], help=words("without")
    )
    reread.add_argument("--unread", action="store_true", help=words("reread-unread"))
    reread.add_argument("--jobs", type=natural, default=0, metavar="N", help=words("jobs"))
    make.json(reread)


def _columns(make: Builder) -> None:
    words = make.words
    columns = make.command("columns")
    columns.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=words("paths"))
    make.archive(columns, required=False)
    make.json(columns)
    make.map(columns)
    columns.add_argument("--forget", type=natural, metavar="N", help=words("mapping-forget"))


def _watch(make: Builder) -> None:
    words = make.words
    watch = make.command("watch")
    watch.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=words("watch-paths"))
    make.archive(watch)
    make.json(watch)
    watch.add_argument("--list", action="store_true", help=words("watch-list"))
    watch.add_argument(
        "--forget",
        type=Path,
        action="append",
        default=[],
        metavar="PATH",
        help=words("watch-forget"),
    )
    watch.add_argument("--once", action="store_true", help=words("watch-once"))
    watch.add_argument(
        "--every", type=seconds, default=30.0, metavar="SECONDS", help=words("watch-every")
    )
    watch.add_argument("--jobs", type=natural, default=0, metavar="N", help=words("jobs"))
    watch.add_argument("--ask", action="store_true", help=words("ask"))
    make.ocr(watch)
    make.tagger(watch)


def _names(make: Builder) -> None:
    """Who is who, and putting it right."""
    words = make.words

    def kind(group: argparse._ArgumentGroup) -> None:
        group.add_argument("--kind", choices=KINDS, default=KINDS[0], help=words("kind"))

    entity = make.command("entity")
    entity.add_argument("name", metavar="NAME", help=words("name"))
    make.archive(entity)
    kind(entity)
    make.json(entity)

    proposals = make.command("proposals")
    make.archive(proposals)
    kind(proposals)
    proposals.add_argument("--limit", type=natural, default=50, metavar="N", help=words("limit"))
    make.json(proposals)

    correct = make.command("correct")
    correct.add_argument("what", choices=CORRECTIONS, help=words("what"))
    correct.add_argument("name", metavar="NAME", help=words("name"))
    correct.add_argument("after", nargs="?", default="", metavar="AFTER", help=words("after"))
    make.archive(correct)
    kind(correct)
    correct.add_argument(
        "--articles",
        type=natural,
        nargs="+",
        default=[],
        metavar="ID",
        help=words("correct-articles"),
    )
    correct.add_argument("--dry-run", action="store_true", help=words("dry-run"))

    corrections = make.command("corrections")
    make.archive(corrections)
    make.json(corrections)
    corrections.add_argument("--automatic", action="store_true", help=words("automatic"))
    either = corrections.add_mutually_exclusive_group()
    either.add_argument("--undo", type=natural, metavar="N", help=words("undo"))
    either.add_argument("--export", type=Path, metavar="OUT", help=words("corrections-export"))
    either.add_argument(
        "--import", type=Path, dest="import_", metavar="FILE", help=words("corrections-import")
    )


def _trash(make: Builder) -> None:
    """Articles on their way out, and back."""
    words = make.words
    delete = make.command("delete")
    delete.add_argument("ids", nargs="*", type=natural, metavar="ID", help=words("id"))
    delete.add_argument("--query", metavar="Q", help=words("delete-query"))
    make.archive(delete)

    restore = make.command("restore")
    either = restore.add_mutually_exclusive_group(required=True)
    either.add_argument("ids", nargs="*", type=natural, metavar="ID", default=[], help=words("id"))
    either.add_argument("--all", action="store_true", help=words("restore-all"))
    make.archive(restore)

    trash = make.command("trash")
    make.archive(trash)
    make.json(trash)
    trash.add_argument("--empty", action="store_true", help=words("trash-empty"))


def _backups(make: Builder) -> None:
    """Whole copies of an archive, and one of them put back."""
    words = make.words
    backup = make.command("backup")
    make.archive(backup)
    backup.add_argument("--folder", type=Path, metavar="FOLDER", help=words("backup-folder"))
    backup.add_argument("-o", "--output", type=Path, metavar="OUT", help=words("backup-output"))
    backup.add_argument("--tend", action="store_true", help=words("backup-tend"))
    backup.add_argument("--list", action="store_true", help=words("backup-list"))
    make.json(backup)

    restore = make.command("restore-backup")
    restore.add_argument("backup", type=Path, metavar="FILE", help=words("backup-file"))
    make.archive(restore)


def _screenshot(make: Builder) -> None:
    words = make.words
    picture = make.command("screenshot")
    picture.add_argument("out", type=Path, metavar="OUT.png", help=words("picture"))
    make.archive(picture, required=False)
    picture.add_argument("--query", default="", metavar="Q", help=words("query"))
    picture.add_argument("--article", type=natural, metavar="N", help=words("id"))
    picture.add_argument("--theme", choices=("light", "dark"), help=words("theme"))
    picture.add_argument(
        "--size", type=size, default=(1440, 900), metavar="1440x900", help=words("size")
    )
    picture.add_argument("--scale", type=scale, default=1.0, metavar="X", help=words("scale"))
