"""The columns of a record whose values lie inside one another: a path for each value in it.

    {"data": {"article": {"headline": …}}, "authors": [{"name": …}]}
    data.article.headline · authors.name

A list adds nothing to the path: its members' values are read together.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

_MOST_COLUMNS = 200
_MAX_DEPTH = 6
_SHELLS = ("rendered", "literal", "#text", "@value", "$date", "$")


def columns_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """Path to value, in the record's order; the first 200."""
    found: dict[str, Any] = {}
    for path, value in islice(_leaves(record, "", _MAX_DEPTH), 5 * _MOST_COLUMNS):
        if path not in found:
            if len(found) == _MOST_COLUMNS:
                break
            found[path] = value_at(record, path) if "." in path else value
    return found


def _leaves(value: Any, path: str, depth: int) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping) and depth and not _is_shell(value):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else str(name), depth - 1)
    elif isinstance(value, list) and depth and any(isinstance(one, Mapping) for one in value):
        for one in value[:20]:
            if isinstance(one, Mapping):
                yield from _leaves(one, path, depth - 1)
    elif path:
        yield path, value


def _is_shell(value: Mapping[str, Any]) -> bool:
    """Whether an object is only the wrapping of one text, as WordPress and MongoDB write it."""
    return any(name in value for name in _SHELLS)


def value_at(record: Any, path: str) -> Any:
    """What stands at a path; None where nothing does. A name may itself hold a dot."""
    if isinstance(record, list):
        found = [value_at(one, path) for one in record]
        kept = [one for one in found if one is not None]
        return kept or None
    if not isinstance(record, Mapping):
        return None
    if path in record:
        return record[path]
    name, dot, rest = path.partition(".")
    while dot:
        if name in record and (found := value_at(record[name], rest)) is not None:
            return found
        more, dot, rest = rest.partition(".")
        name = f"{name}.{more}"
    return None
