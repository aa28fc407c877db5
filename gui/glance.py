"""The first page as it stood when the window was closed: what a start shows before all is loaded.

It lies beside the index, in the cache folder, and is only looked at: the list that the archive
gives a moment later takes its place.
"""

import datetime as dt
import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCryptographicHash, QStandardPaths

from newsarchive.brief import Marks, Published
from newsarchive.search.query import Hit, Query, Results, Snippet

SHOWN = 24
_FORMAT = 1
_SHA256 = QCryptographicHash.Algorithm.Sha256


def is_whole(query: Query) -> bool:
    """Whether a query asks for the whole archive."""
    return query == Query(sort=query.sort, once=query.once, exactly=query.exactly)


def remember(archive: Path, results: Results) -> None:
    """Keep the first page of the whole archive; that it cannot be kept is no matter."""
    hits = [asdict(hit) for hit in results.hits[:SHOWN]]
    told = {"format": _FORMAT, "asked": _asked(results.query), "total": results.total, "hits": hits}
    place = _place(archive)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(told, default=str, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return


def recall(archive: Path, query: Query) -> Results | None:
    """The page that was kept for this archive and query; None where there is none."""
    if not archive.is_file():
        return None
    try:
        told = json.loads(_place(archive).read_text(encoding="utf-8"))
        if told["format"] != _FORMAT or told["asked"] != _asked(query):
            return None
        hits = tuple(_hit(row) for row in told["hits"])
        return Results(query, int(told["total"]), hits)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _asked(query: Query) -> list[Any]:
    return [query.sort.value, query.once, query.exactly]


def _place(archive: Path) -> Path:
    kept = (
        os.environ.get("QUSASAT_CACHE")
        or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
        + "/qusasat"
    )
    path = str(archive.absolute()).encode("utf-8", "surrogateescape")
    name = bytes(QCryptographicHash.hash(path, _SHA256).toHex().data()).decode()[:24]
    return Path(kept) / "glance" / f"{name}.json"


def _hit(row: dict[str, Any]) -> Hit:
    published, marks = row.pop("published"), row.pop("marks", None)
    if published is not None:
        published["date"] = dt.date.fromisoformat(published["date"])
        published = Published(**published)
    plain = {key: _tuples(value) for key, value in row.items()}
    hit = Hit(published=published, **plain)
    if marks is not None:
        hit = replace(hit, marks=Marks(**{key: _tuples(value) for key, value in marks.items()}))
    return replace(hit, title=_snippet(row["title"]), snippet=_snippet(row["snippet"]))


def _snippet(row: dict[str, Any]) -> Snippet:
    return Snippet(str(row["text"]), _tuples(row["highlights"]))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value
