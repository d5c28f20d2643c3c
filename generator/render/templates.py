"""The template environment of data pages: escaping on, unknown names are errors, links wait for their depth."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.render.shell import ROOT
from generator.render.words import soft


def environment(theme: Path, compiled: Path | None = None) -> Environment:
    """Return the environment over the folder `theme`, with the filters `url` and `soft` and the global `asset`.

    Compiled templates are kept in the folder `compiled`, when there is one; Jinja renews them by their source.
    """
    if compiled is not None:
        compiled.mkdir(parents=True, exist_ok=True)
    made = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
    )
    made.filters["url"] = url
    made.filters["soft"] = soft
    made.globals["asset"] = asset
    return made


def url(address: str) -> Markup:
    """Return the link to an address of the site, or an outside address as it is (escaped by Jinja)."""
    if address.startswith(("https://", "mailto:", "tel:", "#")):
        return escape(address)
    return Markup(ROOT + escape(address))


def asset(name: str) -> Markup:
    """Return the link to a file among the assets of the theme."""
    return Markup(f"{ROOT}assets/{name}")
