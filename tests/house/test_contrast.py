"""The colours of the theme: every pair of the visual direction has enough contrast, in both schemes, from the file."""

from __future__ import annotations

import re

import pytest
from support import ROOT

TOKENS = (ROOT / "theme" / "assets" / "tokens.css").read_text(encoding="utf-8")
TEXT, GRAPHIC = 4.5, 3.0

PAIRS = [
    *[("inkt", ground, TEXT) for ground in ("bg", "vlak", "linnen", "tint", "wouw-tint", "wede-tint")],
    *[("inkt", ground, TEXT) for ground in ("groen-tint", "fout-tint", "meekrap-tint")],
    *[("zacht", ground, TEXT) for ground in ("bg", "vlak", "linnen", "wouw-tint")],
    *[("link", ground, TEXT) for ground in ("bg", "vlak", "linnen", "tint")],
    ("opmerk", "merk", TEXT),
    ("opmerk", "merk-hover", TEXT),
    *[("opdiep", ground, TEXT) for ground in ("merkvlak", "diep")],
    *[("opdiep-zacht", ground, TEXT) for ground in ("merkvlak", "diep")],
    ("op-opdracht", "band-opdracht", TEXT),
    ("op-periode", "band-periode", TEXT),
    ("op-handboek", "band-handboek", TEXT),
    ("inkt", "band-vacature", TEXT),
    ("wouw", "band-handboek", TEXT),
    ("inkt", "tegel-2", TEXT),
    ("meekrap-inkt", "meekrap-tint", TEXT),
    ("wede-inkt", "wede-tint", TEXT),
    *[("wouw-inkt", ground, TEXT) for ground in ("wouw-tint", "vlak")],
    *[("groen-inkt", ground, TEXT) for ground in ("groen-tint", "vlak", "wouw-tint")],
    *[("fout", ground, TEXT) for ground in ("vlak", "bg")],
    ("op-geel", "wouw", TEXT),
    ("vlak", "wede", TEXT),
    ("vlak", "meekrap", TEXT),
    *[("rand", ground, GRAPHIC) for ground in ("bg", "vlak", "linnen")],
    *[("focus", ground, GRAPHIC) for ground in ("bg", "vlak")],
    *[(name, "vlak", GRAPHIC) for name in ("wede", "meekrap", "groen")],
]
"""Foreground, ground and least contrast; "tegel-2" is 32 % merk in vlak, the map tile of five to nine places."""


def scheme(start: str) -> dict[str, str]:
    """Return the tokens of the block whose selector begins with `start`, hex values only."""
    block = TOKENS[TOKENS.index(start) :]
    block = block[block.index("{") : block.index("}")]
    return dict(re.findall(r"--sp-([\w-]+):\s*(#[0-9A-Fa-f]{6})\b", block))


LIGHT = scheme(":root,\n[data-md-color-scheme")
DARK = scheme('[data-md-color-scheme="slate"]')
UNSAVED = scheme(":root:not([data-md-color-scheme])")


def channels(colour: str) -> list[int]:
    """Return red, green and blue of a colour."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def colour_of(tokens: dict[str, str], name: str) -> list[float]:
    """Return the channels of a token, or of the mixed map tile."""
    if name == "tegel-2":
        mixed = zip(channels(tokens["merk"]), channels(tokens["vlak"]), strict=True)
        return [0.32 * first + 0.68 * second for first, second in mixed]
    return [float(channel) for channel in channels(tokens[name])]


def luminance(colour: list[float]) -> float:
    """Return the relative luminance of WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (value / 255 for value in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: list[float], second: list[float]) -> float:
    """Return the contrast ratio of WCAG 2 between two colours."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_known_values() -> None:
    """Black on white is 21, and a grey that everybody measures is just enough."""
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21)
    assert contrast([118, 118, 118], [255, 255, 255]) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"), PAIRS, ids=[f"{front} on {ground}" for front, ground, _ in PAIRS]
)
def test_contrast(tokens: dict[str, str], front: str, ground: str, least: float) -> None:
    """Text reaches 4.5 to 1 and graphics that carry meaning 3 to 1, computed from the file."""
    assert contrast(colour_of(tokens, front), colour_of(tokens, ground)) >= least


def test_the_measured_values_are_those_of_the_visual_direction() -> None:
    """Some values are computed to the decimal that the visual direction measured, so the file is the one it means."""
    for tokens, front, ground, measured in (
        (LIGHT, "inkt", "bg", 16.1),
        (DARK, "inkt", "bg", 16.0),
        (LIGHT, "opmerk", "merk", 12.1),
        (DARK, "wouw", "band-handboek", 8.0),
        (LIGHT, "inkt", "tegel-2", 8.9),
        (DARK, "rand", "linnen", 4.4),
    ):
        found = contrast(colour_of(tokens, front), colour_of(tokens, ground))
        assert found == pytest.approx(measured, abs=0.1)


def test_both_ways_to_the_dark_scheme_have_the_same_colours() -> None:
    """A visitor whose system is dark sees the same colours as one who chose dark."""
    assert UNSAVED == DARK
    assert set(DARK) == set(LIGHT)


COLOUR = re.compile(
    r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|"
    r":[^;{}]*\b(?:white|black|red|green|blue|yellow|orange|purple|pink|gr[ae]y|brown|silver|gold|navy)\b"
)


def test_nothing_but_the_tokens_holds_a_colour() -> None:
    """No style sheet but tokens.css names a colour value, and no template does but for the theme-color of the head."""
    found = []
    for path in sorted((ROOT / "theme").rglob("*")):
        if path.suffix not in (".css", ".html") or path.name == "tokens.css":
            continue
        text = re.sub(r"/\*.*?\*/|\{#.*?#\}|url\([^)]*\)", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if path.suffix == ".html":
            text = re.sub(r'<meta name="theme-color"[^>]*>|(?:href|action)="[^"]*"', "", text)
            pattern = re.compile(r"(?<![&\w{}])#[0-9a-fA-F]{6}\b|\brgba?\(|style=")
        else:
            pattern = COLOUR
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []


def test_the_theme_colour_of_the_head_is_a_token() -> None:
    """The one colour outside the tokens is the colour of the header in the light scheme."""
    head = (ROOT / "theme" / "partials" / "hoofd.html").read_text(encoding="utf-8")
    assert re.findall(r'name="theme-color" content="([^"]+)"', head) == [LIGHT["merkvlak"]]


def test_every_token_that_is_used_exists() -> None:
    """Each var(--sp-…) in the theme without a fallback names a token that some style sheet defines."""
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "theme").rglob("*.css"))
    defined = set(re.findall(r"(--sp-[\w-]+)\s*:", sheets))
    used = set(re.findall(r"var\((--sp-[\w-]+)\)", sheets))
    assert used - defined == set()


def test_the_dark_scheme_is_the_same_by_choice_and_by_system() -> None:
    """The dark values stand twice, for a visitor's choice and for the system's; both blocks say the same."""
    css = (ROOT / "theme" / "assets" / "tokens.css").read_text(encoding="utf-8")
    blocks = [
        dict(re.findall(r"(--sp-[\w-]+):\s*([^;]+);", block))
        for block in re.findall(r"\{([^{}]*color-scheme:\s*dark[^{}]*)\}", css)
    ]
    assert len(blocks) == 2
    assert blocks[0] == blocks[1]
