"""The person, organisation or place that something in the window is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.search.query import Facet


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity by the name that the archive has for it."""

    kind: EntityKind
    name: str

    @property
    def facet(self) -> Facet:
        """The facet whose value it is."""
        return Facet(self.kind.value)

    @classmethod
    def of(cls, facet: Facet, name: str) -> "Subject | None":
        """The entity that a facet value names; None for sections and outlets."""
        kinds = {kind.value: kind for kind in EntityKind}
        kind = kinds.get(facet.value)
        return cls(kind, name) if kind and name else None


Change = Callable[[Subject], "Subject | None"]


def change_of(corrections: Iterable[Correction], *, taken_back: bool = False) -> Change:
    """What becomes of subjects when corrections are made, or taken back: None is not shown more."""
    steps = tuple(corrections)
    steps = steps[::-1] if taken_back else steps

    def change(subject: Subject) -> Subject | None:
        now: Subject | None = subject
        for correction in steps:
            now = _after(now, correction, taken_back=taken_back) if now else None
        return now

    return change


def _after(subject: Subject, correction: Correction, *, taken_back: bool) -> Subject | None:
    before = Subject(correction.kind, correction.name)
    match correction.what:
        case What.MERGE | What.RENAME:
            after = Subject(correction.kind, correction.after)
        case What.KIND:
            after = Subject(EntityKind(correction.after), correction.name)
        case What.HIDE | What.REJECT:
            return None if subject == before and not taken_back else subject
        case _:
            return subject
    if not taken_back:
        return after if subject == before else subject
    returns = correction.what is not What.MERGE and subject == after
    return before if returns else subject
