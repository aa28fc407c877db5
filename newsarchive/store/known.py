"""What a writer remembers of the entities it has met."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Known:
    """Entities this writer has met, so that each is looked up once; dropped when others write.

    Attributes:
        ids: entity numbers by (kind, name).
        names: pairs (entity number, name) already in entity_names.
        spellings: what entities are called, by number.
        version: SQLite's data_version when these were read.
    """

    ids: dict[tuple[str, str], int] = field(default_factory=dict)
    names: set[tuple[int, str]] = field(default_factory=set)
    spellings: dict[int, str] = field(default_factory=dict)
    version: int = -1

    def forget(self) -> None:
        """Look everything up again."""
        self.ids.clear()
        self.names.clear()
        self.spellings.clear()
