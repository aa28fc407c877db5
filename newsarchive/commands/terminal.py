"""Where the command line's words go."""

import json
import os
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TextIO

from newsarchive.arabic.display import Shape, needs_shaping, shaped
from resources import message


@dataclass(frozen=True, slots=True)
class Terminal:
    """Standard output for results, standard error for all else."""

    out: TextIO
    err: TextIO
    language: str
    shapes_out: bool = False
    shapes_err: bool = False

    @classmethod
    def standard(cls, language: str, mode: Shape) -> "Terminal":
        """The process's own streams, in UTF-8 whatever the system's encoding."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        shape = [
            needs_shaping(mode, is_terminal=stream.isatty(), environment=os.environ)
            for stream in (sys.stdout, sys.stderr)
        ]
        return cls(sys.stdout, sys.stderr, language, *shape)

    def result(self, text: str) -> None:
        """A line of the answer."""
        self.out.write((shaped(text) if self.shapes_out else text) + "\n")

    def row(self, value: dict[str, Any]) -> None:
        """A JSON object on a line of its own, never shaped, at once for those who wait for it."""
        self.out.write(json.dumps(value, ensure_ascii=False) + "\n")
        self.out.flush()

    def say(self, text: str) -> None:
        """A line that is no part of the answer."""
        self.err.write((shaped(text) if self.shapes_err else text) + "\n")

    def tell(self, code: str, **values: Any) -> None:
        """A sentence of the catalogue that is no part of the answer."""
        self.say(self.text(code, **values))

    def text(self, code: str, **values: Any) -> str:
        """A sentence of the catalogue in the language of this terminal."""
        return message(code, self.language, **values)

    def let_go(self) -> None:
        """Nobody reads on: let the interpreter's last flush go nowhere."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.out.fileno())
        os.close(nowhere)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.out.flush()
        except BrokenPipeError:
            self.let_go()
