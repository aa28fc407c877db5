"""Every setting in one table: key, default, what it may be."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal


@dataclass(frozen=True, slots=True)
class Setting:
    """One row: its key, what it is at first, and its allowed values (empty: any of that type)."""

    key: str
    default: Any
    choices: tuple[str, ...] = ()


TABLE = (
    Setting("language", "ar", ("ar", "en")),
    Setting("theme", "system", ("system", "light", "dark")),
    Setting("text_size", 100),
    Setting("interface_font", ""),
    Setting("reading_font", ""),
    Setting("digits", "latin", ("latin", "arabic")),
    Setting("months", "gulf", ("gulf", "levant", "morocco", "algeria", "both")),
    Setting("calendar", "both", ("gregorian", "hijri", "both")),
    Setting("sort", "relevance", ("relevance", "newest", "oldest")),
    Setting("ocr", "on", ("on", "off")),
    Setting("once", 0),
    Setting("welcomed", 0),
    Setting("archive", ""),
    Setting("backups", ""),
    Setting("recent", ()),
    Setting("searches", ()),
    Setting("splitter", b""),
    Setting("geometry", b""),
)


class Settings(QObject):
    """The reader's choices, typed and checked; a value that makes no sense reads as its default."""

    changed = Signal(str)

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows = {row.key: row for row in TABLE}

    def value(self, key: str) -> Any:
        """The value of ``key``, of the type of its default."""
        row = self._rows[key]
        stored = self._store.value(key)
        if stored is None:
            return row.default
        return self._checked(row, stored)

    def text(self, key: str) -> str:
        """The value of a text setting."""
        return str(self.value(key))

    def number(self, key: str) -> int:
        """The value of a number setting."""
        return int(self.value(key))

    def set(self, key: str, value: Any) -> None:
        """Keep ``value``; ``changed`` tells when it is new."""
        if value == self.value(key):
            return
        self._store.setValue(key, list(value) if isinstance(value, tuple) else value)
        self.changed.emit(key)

    @staticmethod
    def _checked(row: Setting, stored: Any) -> Any:
        if isinstance(row.default, tuple):
            return (stored,) if isinstance(stored, str) else tuple(stored)
        if isinstance(row.default, bytes):
            return bytes(stored) if isinstance(stored, bytes | bytearray) else stored
        if isinstance(row.default, int):
            return int(stored) if str(stored).lstrip("-").isdecimal() else row.default
        text = str(stored)
        return text if not row.choices or text in row.choices else row.default
