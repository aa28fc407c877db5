"""Text that no file can hold, made holdable: lone surrogates become U+FFFD, one for one."""

import dataclasses
from typing import Any

from newsarchive.article import Article


def without_surrogates(article: Article) -> Article:
    """The article with every lone surrogate replaced; offsets stay right."""
    cleaned: Article = _clean(article)
    return cleaned


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return dataclasses.replace(
            value, **{f.name: _clean(getattr(value, f.name)) for f in fields}
        )
    return value
