"""What every record has in common: frozen, no unknown keys, Dutch keys as aliases of English attributes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_MARKDOWN = {"opmaak": "markdown"}
_BLOCK = {"opmaak": "lang"}


class Block(BaseModel):
    """A group of keys inside a record; also the ground of the records themselves."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, protected_namespaces=())


def key(
    name: str,
    label: str,
    description: str,
    *,
    example: Any = None,
    default: Any = ...,
    **limits: Any,
) -> Any:
    """Define one field of a record, once and for all.

    `name` is the key in the YAML file, `label` the word on the site and in forms, `description` the
    help for the person who fills it in, `example` a good value. `limits` are pydantic's own
    (min_length, max_length, ge, le, pattern). Without `default` the field is required.
    """
    examples = None if example is None else [example]
    if isinstance(default, (list, dict)):
        raise TypeError("a default must not be mutable: use a tuple")
    return Field(
        default=default,
        alias=name,
        title=label,
        description=description,
        examples=examples,
        **limits,
    )


ONE_LINE = r"^[^\n]*$"
"""The pattern of a text without line breaks."""


def one_line(least: int = 2, most: int = 200) -> StringConstraints:
    """Return the limits of one line of `least` to `most` characters.

    Limits belong to the type: pydantic lets those of an annotated type win over those of its field.
    """
    return StringConstraints(min_length=least, max_length=most, pattern=ONE_LINE)


Line = Annotated[str, one_line()]
"""One line of text."""

Sentence = Annotated[str, StringConstraints(min_length=2, max_length=400)]
"""A sentence or two."""

LongText = Annotated[str, StringConstraints(min_length=20, max_length=4000), Field(json_schema_extra=_BLOCK)]
"""Plain text of a paragraph or more."""

MarkdownText = Annotated[str, StringConstraints(min_length=80, max_length=4000), Field(json_schema_extra=_MARKDOWN)]
"""Text with simple Markdown: paragraphs, lists, bold, links. Sanitised before it is shown."""

Email = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$", max_length=120),
]
"""A functional mailbox, in lower case."""

Url = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+\.[a-z]{2,}(/[^\s<>\x22\x27]*)?$", max_length=300)]
"""A web address that starts with https://."""


def walk_texts(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    """Yield ``(path, text)`` for every text inside a raw value of dicts, lists and texts."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from walk_texts(inner, (*path, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from walk_texts(inner, (*path, position))


def all_texts(value: Any) -> list[str]:
    """Return every text inside a raw value, in no promised order; quicker than `walk_texts`."""
    texts: list[str] = []
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            texts.append(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return texts
