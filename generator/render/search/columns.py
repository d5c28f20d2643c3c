"""What the columns of the search are made of: texts that return, and facets, all as small numbers for a browser.

`theme/assets/js/zoek/soorten.js` describes what is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Key = tuple[Any, ...]
"""What the values of a record in a facet depend on."""


class Texts:
    """Texts that return, each written once; number 0 is the empty one."""

    def __init__(self) -> None:
        self.all: list[str] = [""]
        self._numbers = {"": 0}

    def number(self, text: str) -> int:
        """Return the number of `text`."""
        known = self._numbers.get(text)
        if known is None:
            known = self._numbers[text] = len(self.all)
            self.all.append(text)
        return known


def facet_column(
    id_: str,
    name: str,
    values: Mapping[str, str],
    keys: Sequence[Key],
    chosen: Callable[[Key], Iterable[str]],
    *,
    source: Sequence[str] = (),
    hidden: bool = False,
) -> dict[str, Any]:
    """Return a facet with its values; `chosen` gives those of a record from its key, asked once a key.

    With `source` the keys are tuples of the numbers in those columns or facets: then not a column is
    written but what each key stands for, and the browser looks the column up.
    """
    places = {value: place for place, value in enumerate(values)}
    rows: dict[tuple[int, ...], int] = {}
    known: dict[Key, int] = {}
    for key in keys:
        if key not in known:
            row = tuple(sorted({places[value] for value in chosen(key) if value in places}))
            known[key] = rows.setdefault(row, len(rows))
    made: dict[str, Any] = {
        "id": id_,
        "naam": name,
        "waarden": [list(value) for value in values.items()],
        "rijtjes": [list(row) for row in rows],
    }
    if source:
        made |= {"uit": list(source), "per": {",".join(map(str, key)): row for key, row in known.items()}}
    else:
        made["kolom"] = [known[key] for key in keys]
    return {**made, "verborgen": True} if hidden else made
