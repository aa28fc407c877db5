"""How an import tells how far it is: a bar for people, events for programs."""

from typing import TYPE_CHECKING, Protocol

from newsarchive.commands.terminal import Terminal
from newsarchive.ingest.values import Progress
from newsarchive.watched import Back, Entered, Gone, Notice, Unquiet

if TYPE_CHECKING:
    from tqdm import tqdm


class Report(Protocol):
    """What is told of an import."""

    def tell(self, progress: Progress) -> None:
        """What is new."""
        ...

    def notice(self, notice: Notice) -> None:
        """What is new of watched folders."""
        ...

    def busy(self) -> None:
        """Another process is at it."""
        ...

    def end(self, last: Progress | None) -> None:
        """How it ended."""
        ...


def reporter(terminal: Terminal, *, for_programs: bool, only_news: bool = False) -> Report:
    """The one that suits who looks on; ``only_news`` keeps quiet when no file was new."""
    return Events(terminal) if for_programs else Bar(terminal, only_news=only_news)


class Events:
    """JSON lines for a program that started this one."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def tell(self, progress: Progress) -> None:
        """What is new."""
        for failure in progress.failures:
            reason = failure.error.sentence(self._terminal.language)
            self._terminal.row(
                {
                    "event": "failed",
                    "file": failure.file,
                    "path": failure.path or failure.file,
                    "code": failure.error.code,
                    "reason": reason,
                }
            )
        self._terminal.row(
            {
                "event": "progress",
                "files_done": progress.files_done,
                "files_total": progress.files_total,
                "articles": progress.articles,
                "duplicates": progress.duplicates,
                "failed": progress.failed,
                "rate": round(progress.rate, 1),
            }
        )

    def notice(self, notice: Notice) -> None:
        """What is new of watched folders."""
        match notice:
            case Gone(path):
                self._terminal.row({"event": "missing", "path": str(path)})
            case Back(path):
                self._terminal.row({"event": "back", "path": str(path)})
            case Unquiet(files):
                self._terminal.row({"event": "waiting", "files": files})
            case Entered(paths):
                self._terminal.row({"event": "entered", "paths": [str(path) for path in paths]})

    def busy(self) -> None:
        """Another process is at it."""
        self._terminal.row({"event": "busy"})

    def end(self, last: Progress | None) -> None:
        """The last line."""
        if last is not None:
            self._terminal.row(
                {
                    "event": "done",
                    "articles": last.articles,
                    "duplicates": last.duplicates,
                    "failed": last.failed,
                    "seconds": round(last.seconds, 2),
                    **({"renewed": last.renewed} if last.renewed else {}),
                    **({"trashed": last.trashed} if last.trashed else {}),
                }
            )


class Bar:
    """A bar on standard error where a person looks on, failures as they come, a last line."""

    def __init__(self, terminal: Terminal, *, only_news: bool = False) -> None:
        self._terminal = terminal
        self._only_news = only_news
        self._bar: tqdm[None] | None = None

    def tell(self, progress: Progress) -> None:
        """What is new."""
        from tqdm import tqdm

        if self._bar is None:
            self._bar = tqdm(
                file=self._terminal.err, disable=None, unit="file", dynamic_ncols=True, leave=False
            )
        for failure in progress.failures:
            self._bar.clear()
            self._terminal.say(failure.error.sentence(self._terminal.language))
        self._bar.total = progress.files_total
        self._bar.n = progress.files_done
        self._bar.set_postfix_str(f"{progress.articles:,} + {progress.duplicates:,}", refresh=True)

    def notice(self, notice: Notice) -> None:
        """What is new of watched folders, as far as a person wants to know."""
        match notice:
            case Gone(path):
                self._terminal.tell("cli-watch-gone", path=path)
            case Back(path):
                self._terminal.tell("cli-watch-back", path=path)
            case Unquiet(files):
                self._terminal.tell("cli-watch-waiting", files=files)

    def busy(self) -> None:
        """Another process is at it."""
        self._terminal.tell("cli-watch-busy")

    def end(self, last: Progress | None) -> None:
        """The bar goes, the sum stays."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        if last is not None and (last.files_total or not self._only_news):
            self._terminal.result(
                self._terminal.text(
                    "cli-imported",
                    articles=f"{last.articles:,}",
                    duplicates=f"{last.duplicates:,}",
                    failed=f"{last.failed:,}",
                    seconds=f"{last.seconds:.1f}",
                )
            )
            if last.renewed:
                self._terminal.result(
                    self._terminal.text("cli-renewed", articles=f"{last.renewed:,}")
                )
            if last.trashed:
                self._terminal.result(
                    self._terminal.text("cli-in-trash", articles=f"{last.trashed:,}")
                )
