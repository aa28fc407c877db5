"""The parts that commands' lines have in common, with help in Arabic and English."""

import argparse
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from resources import message, program

LANGUAGES = ("ar", "en")
SHAPES = ("auto", "always", "never")


class Words:
    """The catalogue in one language, under short names."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, name: str) -> str:
        """The sentence of this name; KeyError where there is none, a defect."""
        return message(f"cli-{name}", self._language)


def _formatter(words: Words) -> type[argparse.HelpFormatter]:
    """Help laid out by argparse, with its own few words in our language."""

    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            prefix = f"{words('usage')}: " if prefix is None else prefix
            super().add_usage(usage, actions, groups, prefix)

    return Formatter


class Builder:
    """Parsers that all speak one language."""

    def __init__(self, language: str) -> None:
        self.words = Words(language)
        self.top = self._named(
            argparse.ArgumentParser(
                prog=program(),
                description=self.words("about"),
                add_help=False,
                allow_abbrev=False,
                formatter_class=_formatter(self.words),
            )
        )
        self.children = self.top.add_subparsers(
            dest="command",
            required=True,
            metavar=self.words("command"),
            title=self.words("commands"),
        )

    def _named(self, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
        shared = parser.add_argument_group(self.words("options"))
        shared.add_argument("-h", "--help", action="help", help=self.words("help"))
        shared.add_argument("--language", choices=LANGUAGES, help=self.words("language"))
        shared.add_argument("--shape", choices=SHAPES, default="auto", help=self.words("shape"))
        shared.add_argument(
            "--version", action="version", version=_version(), help=self.words("version")
        )
        return parser

    def command(self, name: str) -> argparse._ArgumentGroup:
        """A command with what all commands share; the group takes what is its own."""
        child = self.children.add_parser(
            name,
            help=self.words(name),
            description=self.words(name),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_formatter(self.words),
        )
        own = child.add_argument_group(self.words("arguments"))
        self._named(child)
        return own

    def archive(self, group: argparse._ArgumentGroup, *, required: bool = True) -> None:
        """The archive that a command works on."""
        group.add_argument(
            "--archive", type=Path, required=required, metavar="F", help=self.words("archive")
        )

    def json(self, group: argparse._ArgumentGroup) -> None:
        """Rows for programs instead of lines for people."""
        group.add_argument("--json", action="store_true", help=self.words("json"))

    def map(self, group: argparse._ArgumentGroup) -> None:
        """Which columns of tables are which parts of an article."""
        group.add_argument(
            "--map", action="append", default=[], metavar="PART=COLUMN", help=self.words("map")
        )

    def once(self, group: argparse._ArgumentGroup) -> None:
        """The copies of a report as one article."""
        group.add_argument("--once", action="store_true", help=self.words("once"))

    def exactly(self, group: argparse._ArgumentGroup) -> None:
        """Words as typed."""
        group.add_argument("--exactly", action="store_true", help=self.words("exactly"))

    def ocr(self, group: argparse._ArgumentGroup) -> None:
        """Leave pictures of text unread."""
        group.add_argument("--no-ocr", action="store_true", help=self.words("no-ocr"))

    def tagger(self, group: argparse._ArgumentGroup) -> None:
        """What finds the names."""
        group.add_argument("--tagger", type=Path, metavar="FOLDER", help=self.words("tagger"))

    def query(self, group: argparse._ArgumentGroup, *, required: bool = True) -> None:
        """The line to search for."""
        group.add_argument(
            "query",
            nargs=None if required else "?",
            default="",
            metavar="QUERY",
            help=self.words("query"),
        )


def _version() -> str:
    try:
        return f"Qusasat {version('qusasat')}"
    except PackageNotFoundError:
        return f"Qusasat {_stated_version()}"


def _stated_version() -> str:
    """The version of a checkout that was never installed."""
    import tomllib

    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    try:
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    except OSError:
        return "?"
