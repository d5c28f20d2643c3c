"""The weave: swatches per field and large bands, drawn from thread letters into one SVG sprite.

Columns run full height; a row lies on top where column and row number add up to an even number. Each
crossing on top is drawn as a ground rectangle as wide as the column, then the row piece, which sticks
out on both sides, so that a thin line of ground shows around every thread (visual direction, section 6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.parties import FieldOfWork

_THREADS = {
    "m": "paars",
    "r": "rood",
    "b": "blauw",
    "y": "geel",
    "g": "groen",
    "v": "vlas",
    "p": "roze",
}
Thread = tuple[str, float]
"""A letter for the colour and a width."""


def sprite(fields: Mapping[str, FieldOfWork]) -> str:
    """Return one SVG file with a swatch for every field and the large bands of the sections."""
    symbols = [_swatch(id_, field.weave.columns, field.weave.rows) for id_, field in fields.items()]
    symbols += [_band(f"band-{name}", columns, rows) for name, (columns, rows) in _SECTIONS.items()]
    symbols += [
        _band(f"band-{id_}", *_field_band(field.weave.columns, field.weave.rows)) for id_, field in fields.items()
    ]
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def _swatch(name: str, columns: str, rows: str) -> str:
    body = _weave([(c, 10) for c in columns], [(r, 10) for r in rows], gap=1.8, cut=0.7, start=7.3)
    return f'<symbol id="{name}" viewBox="0 0 60 60" shape-rendering="crispEdges">{body}</symbol>'


_SECTIONS: dict[str, tuple[Sequence[Thread], Sequence[Thread]]] = {
    "home": (
        [("y", 34), ("m", 14), ("r", 44), ("m", 14), ("b", 26), ("v", 76), ("m", 14), ("r", 58)],
        [("m", 44), ("y", 22), ("v", 72), ("b", 26), ("r", 54), ("m", 16), ("p", 60), ("y", 20), ("v", 44)],
    ),
    "opdracht": (
        [("y", 28), ("v", 14), ("r", 62), ("v", 16), ("p", 30), ("r", 70), ("y", 22)],
        [("v", 42), ("m", 14), ("r", 56), ("y", 20), ("p", 48), ("v", 60), ("r", 30), ("y", 16)],
    ),
    "periode": (
        [("v", 34), ("m", 14), ("y", 70), ("r", 18), ("v", 40), ("y", 78)],
        [("m", 22), ("v", 52), ("r", 20), ("y", 62), ("m", 16), ("v", 58), ("r", 28)],
    ),
    "handboek": (
        [("b", 18), ("v", 14), ("y", 20), ("b", 56), ("v", 18), ("b", 66), ("v", 40)],
        [("v", 46), ("y", 16), ("b", 58), ("r", 16), ("v", 52), ("b", 40), ("r", 18), ("v", 40)],
    ),
}


def _field_band(columns: str, rows: str) -> tuple[list[Thread], list[Thread]]:
    widths = (44, 18, 70, 26, 58, 14, 38)
    heights = (34, 58, 18, 64, 26, 52, 20, 44)
    return (
        [(columns[place % 4], width) for place, width in enumerate(widths)],
        [(rows[place % 4], height) for place, height in enumerate(heights)],
    )


def _band(name: str, columns: Sequence[Thread], rows: Sequence[Thread]) -> str:
    body = _weave(columns, rows, gap=8, cut=1.8, start=0)
    return (
        f'<symbol id="{name}" viewBox="0 0 360 420" preserveAspectRatio="xMidYMid slice" '
        f'shape-rendering="crispEdges">{body}</symbol>'
    )


def _weave(columns: Sequence[Thread], rows: Sequence[Thread], *, gap: float, cut: float, start: float) -> str:
    lefts = _places(columns, gap, start)
    tops = _places(rows, gap, start)
    height = tops[-1] + rows[-1][1]
    parts = [
        _rect(_fill(letter), left, start - gap, size, height - start + 2 * gap)
        for (letter, size), left in zip(columns, lefts, strict=True)
    ]
    for row_number, ((letter, size), top) in enumerate(zip(rows, tops, strict=True)):
        for column_number, ((_, column_size), left) in enumerate(zip(columns, lefts, strict=True)):
            if (row_number + column_number) % 2 == 0:
                parts.append(_rect("var(--sp-weefgrond,transparent)", left, top - cut, column_size, size + 2 * cut))
                first = column_number == 0
                last = column_number == len(columns) - 1
                out_left = gap if first else gap - cut
                out_right = gap if last else gap - cut
                parts.append(_rect(_fill(letter), left - out_left, top, column_size + out_left + out_right, size))
    return "".join(parts)


def _places(threads: Sequence[Thread], gap: float, start: float) -> list[float]:
    places = [start]
    for _, size in threads[:-1]:
        places.append(places[-1] + size + gap)
    return places


def _fill(letter: str) -> str:
    return f"var(--sp-d-{_THREADS[letter]})"


def _rect(fill: str, left: float, top: float, width: float, height: float) -> str:
    return (
        f'<rect fill="{fill}" x="{_short(left)}" y="{_short(top)}" width="{_short(width)}" height="{_short(height)}"/>'
    )


def _short(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")
