"""Lists that the archive keeps as JSON, read without trust."""

import json


def texts(packed: str | None) -> list[str]:
    """The texts of a list; none for what no program of ours wrote."""
    try:
        values = json.loads(packed) if packed else []
    except (ValueError, RecursionError):
        return []
    return [one for one in values if isinstance(one, str)] if isinstance(values, list) else []
