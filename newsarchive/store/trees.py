"""Which pages of a damaged file belong to which table, found by its trees and by what lies about.

A tree is followed from its root as far as its inner pages can be read. Leaves that no tree leads
to any more are given to the table whose rows they look like.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsarchive.store.pages import INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF, PageFile
from newsarchive.store.shapes import DERIVED, Index, Shape

_INDEX = {INDEX_INNER, INDEX_LEAF}
_TABLE = {TABLE_INNER, TABLE_LEAF}
_HOLDING = {INDEX_INNER, INDEX_LEAF, TABLE_LEAF}
_SCHEMA_COLUMNS = 5
_SCHEMA_KINDS = {"table", "index", "view", "trigger"}


@dataclass(frozen=True, slots=True)
class Root:
    """A table or an index of the file."""

    kind: str
    name: str
    table: str
    page: int


@dataclass(slots=True)
class Trees:
    """What can be told of a file's tables.

    Attributes:
        tables: pages that hold rows of each table, those its tree leads to first.
        indexes: pages of each table's indexes.
        broken: tables some of whose pages could not be read.
    """

    tables: dict[str, list[int]] = field(default_factory=dict)
    indexes: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def find_trees(file: PageFile, shapes: Mapping[str, Shape], indexes: Mapping[str, Index]) -> Trees:
    """Follow every tree, then give what no tree leads to where it fits."""
    free = file.free()
    seen: set[int] = set(free)
    trees = Trees()
    roots = list(_roots(file, seen))
    told = {root.name for root in roots}
    trees.broken.update(name for name in shapes if name not in told)
    for root in roots:
        _take_tree(file, root, shapes, trees, seen)
    _take_strays(file, shapes, indexes, trees, seen)
    return trees


def _take_tree(
    file: PageFile, root: Root, shapes: Mapping[str, Shape], trees: Trees, seen: set[int]
) -> None:
    shape = shapes.get(root.name) if root.kind == "table" else None
    is_table = root.kind == "table" and (shape is None or shape.has_rowid)
    pages, whole = _walk(file, root.page, _TABLE if is_table else _INDEX, seen)
    if root.kind == "index":
        trees.indexes.setdefault(root.table, []).extend((root.name, page) for page in pages)
        return
    if shape is None:
        return
    strangers = [page for page in pages if _is_stranger(file, page, shape)]
    seen.difference_update(strangers)
    trees.tables[root.name] = [page for page in pages if page not in set(strangers)]
    if strangers or not whole:
        trees.broken.add(root.name)


def _walk(file: PageFile, root: int, kinds: set[int], seen: set[int]) -> tuple[list[int], bool]:
    """The pages of a tree that hold rows, in order, and whether all of it could be read."""
    holding: list[int] = []
    whole = True
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in seen or file.kind(number) not in kinds:
            whole = False
            continue
        seen.add(number)
        if file.kind(number) in _HOLDING:
            holding.append(number)
        waiting += reversed(file.children(number))
    return holding, whole


def _is_stranger(file: PageFile, page: int, shape: Shape) -> bool:
    """Whether a page that the tree leads to holds rows, but none of this table."""
    rows = (shape.row(record) for record in file.records(page) if record is not None)
    first = next(rows, ())
    return first is None and all(row is None for row in rows)


def _take_strays(
    file: PageFile,
    shapes: Mapping[str, Shape],
    indexes: Mapping[str, Index],
    trees: Trees,
    seen: set[int],
) -> None:
    """Give the pages that no tree leads to where they fit; wider tables are asked first.

    A page that may as well be an index's is left: pairs of numbers could be anything.
    """
    by_width = sorted(shapes.values(), key=lambda one: (one.table in DERIVED, -len(one.columns)))
    for number in range(1, file.count + 1):
        if number in seen or file.kind(number) not in _HOLDING:
            continue
        if any(_is_of(file, number, index.shape) for index in indexes.values()):
            continue
        shape = next((one for one in by_width if _is_of(file, number, one)), None)
        if shape is not None:
            trees.tables.setdefault(shape.table, []).append(number)
            trees.broken.add(shape.table)


def _is_of(file: PageFile, page: int, shape: Shape) -> bool:
    """Whether a page holds rows, and all that can be read look like this table's."""
    if shape.has_rowid != (file.kind(page) == TABLE_LEAF):
        return False
    records = [record for record in file.records(page) if record is not None]
    return bool(records) and all(shape.row(record) is not None for record in records)


def _roots(file: PageFile, seen: set[int]) -> Iterator[Root]:
    """Tables and indexes as the file lists them; where its list is damaged, what is left of it."""
    pages, whole = _walk(file, 1, _TABLE, seen)
    if not whole:
        pages += [
            number
            for number in range(2, file.count + 1)
            if number not in seen and file.kind(number) == TABLE_LEAF
        ]
    named: set[str] = set()
    for page in pages:
        found = list(_listed(_rows(file, page)))
        if found:
            seen.add(page)
        for root in found:
            if root.name not in named:
                named.add(root.name)
                yield root


def _rows(file: PageFile, page: int) -> Iterator[tuple[Any, ...]]:
    return (record.values for record in file.records(page) if record is not None)


def _listed(rows: Iterable[tuple[Any, ...]]) -> Iterator[Root]:
    for row in rows:
        if len(row) == _SCHEMA_COLUMNS and row[0] in _SCHEMA_KINDS:
            kind, name, table, page, _ = row
            if isinstance(name, str) and isinstance(table, str) and isinstance(page, int) and page:
                yield Root(kind, name, table, page)
