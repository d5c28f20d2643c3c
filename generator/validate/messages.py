"""Dutch sentences for what pydantic finds, keyed on its error type: what is wrong, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo


class Shape(NamedTuple):
    """What pydantic objected to: its error type, the value it saw, its numbers, and the field's definition."""

    type: str
    found: Any
    context: Mapping[str, Any]
    field: FieldInfo | None
    """None for a key that does not exist"""
    known: tuple[str, ...]
    """the keys that could have stood here"""
    in_list: bool = False
    """whether the value is one item of the field's list"""


class Words(NamedTuple):
    """The two halves of a message."""

    code: str
    message: str
    remedy: str


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the entry of `known` that `word` was probably meant to be, or an empty text."""
    close = difflib.get_close_matches(str(word).lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def suggest(word: str, known: Iterable[str], limit: int = 12) -> str:
    """Return "Bedoelde je …?" when something is near, and the allowed values when they are few."""
    values = list(known)
    close = nearest(word, values)
    parts = [f"Bedoelde je `{close}`?"] if close else []
    if len(values) <= limit:
        parts.append(f"Kies uit: {', '.join(values)}.")
    elif not close:
        parts.append(f"Voorbeelden: {', '.join(values[:5])}.")
    return " ".join(parts)


def words_for(shape: Shape) -> Words:
    """Return the sentences for one objection; raises KeyError for a type that is not in the table."""
    return _TABLE[shape.type](shape)


def known_types() -> frozenset[str]:
    """Return every error type that has sentences."""
    return frozenset(_TABLE)


def shorten(value: Any, length: int = 40) -> str:
    """Return `value` as one short line, for quoting in a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else text[: length - 1] + "…"


def _example(shape: Shape) -> str:
    if shape.field is None or not shape.field.examples:
        return f"{shape.field.description}" if shape.field and shape.field.description else "Vul het in."
    example = shape.field.examples[0]
    if shape.in_list and isinstance(example, list):
        example = example[0]
    return f"Bijvoorbeeld: {as_yaml(example).removesuffix('.')}."


def as_yaml(value: Any) -> str:
    """Return a small example value as it would stand in a file."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {as_yaml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(as_yaml(inner) for inner in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _missing(shape: Shape) -> Words:
    label = f" ({shape.field.title})" if shape.field and shape.field.title else ""
    return Words("ontbreekt", f"Dit verplichte veld ontbreekt{label}.", _example(shape))


def _unknown_key(shape: Shape) -> Words:
    if shape.found is None and " " in str(shape.context.get("key", "")):
        return Words(
            "komma_in_groep",
            "Tussen accolades begint na een komma een nieuw veld, en dit is geen veld.",
            'Zet de hele tekst tussen aanhalingstekens: {wat: "Je leert de wijk kennen, en het team."}.',
        )
    return Words(
        "onbekend_veld",
        "Dit veld bestaat niet.",
        suggest(str(shape.context.get("key", "")), shape.known, limit=8) or "Haal het weg.",
    )


def _is_empty(shape: Shape) -> Words | None:
    if shape.found is None:
        return Words("leeg_veld", "Dit veld is leeg.", _example(shape))
    return None


def _text(shape: Shape) -> Words:
    if isinstance(shape.found, dict):
        return Words(
            "dubbele_punt",
            "Door een dubbele punt met een spatie wordt deze tekst als veld gelezen.",
            'Zet de hele tekst tussen aanhalingstekens: "Je leert twee dingen: luisteren en schrijven.".',
        )
    return _is_empty(shape) or Words("geen_tekst", "Hier hoort één tekst te staan.", _example(shape))


def _choice(shape: Shape) -> Words:
    values = _values(shape)
    return _is_empty(shape) or Words(
        "onbekende_keuze", f"`{shorten(shape.found)}` is hier geen keuze.", suggest(str(shape.found), values)
    )


def _values(shape: Shape) -> list[str]:
    expected = str(shape.context.get("expected", ""))
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]


def _too_short(shape: Shape) -> Words:
    length = len(str(shape.found).strip())
    if not length:
        return Words("leeg_veld", "Dit veld is leeg.", _example(shape))
    return Words(
        "te_kort",
        f"Deze tekst is te kort: {length} van minstens {shape.context['min_length']} tekens.",
        "Schrijf iets meer. " + _example(shape),
    )


def _too_long(shape: Shape) -> Words:
    return Words(
        "te_lang",
        f"Deze tekst heeft {len(str(shape.found).strip())} tekens; er passen er hooguit {shape.context['max_length']}.",
        "Maak hem korter.",
    )


def _pattern(shape: Shape) -> Words:
    if "\n" in str(shape.found):
        return Words("een_regel", "Dit hoort op één regel te staan.", "Haal de regeleinden weg.")
    return Words("vorm", f"`{shorten(shape.found)}` heeft niet de vorm die hier hoort.", _example(shape))


def _few(shape: Shape) -> Words:
    least = shape.context["min_length"]
    return Words(
        "te_weinig",
        f"Hier {'hoort' if least == 1 else 'horen'} minstens {least} te staan; het zijn er "
        f"{shape.context['actual_length']}.",
        _example(shape),
    )


def _many(shape: Shape) -> Words:
    return Words(
        "te_veel",
        f"Hier passen er hooguit {shape.context['max_length']}.",
        "Voeg regels samen of haal er weg.",
    )


def _list(shape: Shape) -> Words:
    return _is_empty(shape) or Words(
        "geen_lijst",
        "Hier hoort een lijst te staan.",
        "Zet elke regel op een eigen regel met een streepje ervoor, of schrijf [a, b]. " + _example(shape),
    )


def _group(shape: Shape) -> Words:
    return _is_empty(shape) or Words("geen_groep", "Hier horen velden onder te staan.", _example(shape))


def _range(shape: Shape) -> Words:
    for name, text in (("ge", "minstens"), ("gt", "meer dan"), ("le", "hooguit"), ("lt", "minder dan")):
        if name in shape.context:
            return Words(
                "buiten_bereik",
                f"`{shorten(shape.found)}` kan hier niet: het is {text} {shape.context[name]:g}.",
                _example(shape),
            )
    raise KeyError(shape.type)


def _date_form(shape: Shape) -> Words:
    guess = shape.context.get("suggestie")
    return Words(
        "datum",
        f"`{shorten(shape.found)}` is geen datum zoals die hier hoort.",
        f"Bedoelde je `{guess}`? Schrijf jaar-maand-dag." if guess else "Schrijf jaar-maand-dag, zoals 2027-02-01.",
    )


def _date_real(shape: Shape) -> Words:
    return Words("datum_bestaat_niet", f"De datum {shorten(shape.found)} bestaat niet.", "Kijk het na op een kalender.")


def _date_year(shape: Shape) -> Words:
    return Words("datum_jaar", f"Het jaar {shape.context['jaar']} kan hier niet.", "Kies een jaar tussen 2000 en 2100.")


def _date_type(shape: Shape) -> Words:
    return _is_empty(shape) or Words(
        "datum", "Hier hoort een datum te staan.", "Schrijf jaar-maand-dag, zoals 2027-02-01."
    )


def _truth(shape: Shape) -> Words:
    guess = shape.context.get("suggestie")
    if shape.found is None:
        return Words("leeg_veld", "Dit veld is leeg.", "Schrijf true of false.")
    return Words(
        "waar_onwaar",
        f"`{shorten(shape.found)}` wordt niet gelezen als ja of nee.",
        f"Schrijf {guess}." if guess else "Schrijf true of false.",
    )


def _whole(shape: Shape) -> Words:
    return _is_empty(shape) or Words(
        "geheel_getal",
        f"`{shorten(shape.found)}` is geen heel getal.",
        "Schrijf alleen cijfers, zonder nul vooraan. " + _example(shape),
    )


def _number(shape: Shape) -> Words:
    guesses = " of ".join(f"`{guess}`" for guess in shape.context.get("suggesties", ()))
    hint = f"Bedoelde je {guesses}? " if guesses else ""
    return _is_empty(shape) or Words(
        "getal",
        f"`{shorten(shape.found)}` is geen getal.",
        hint + "Schrijf alleen cijfers, met een punt voor decimalen. " + _example(shape),
    )


_TABLE: dict[str, Callable[[Shape], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _text,
    "enum": _choice,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "too_short": _few,
    "too_long": _many,
    "tuple_type": _list,
    "model_type": _group,
    "model_attributes_type": _group,
    "greater_than": _range,
    "greater_than_equal": _range,
    "less_than": _range,
    "less_than_equal": _range,
    "datum_vorm": _date_form,
    "datum_bestaat_niet": _date_real,
    "datum_jaar": _date_year,
    "date_type": _date_type,
    "waar_onwaar": _truth,
    "bool_type": _truth,
    "geheel_getal": _whole,
    "int_type": _whole,
    "getal": _number,
    "float_type": _number,
}
