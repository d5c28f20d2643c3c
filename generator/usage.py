"""A parser for the command line that speaks Dutch in every word: help, headings and what is wrong."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """The parser of the standard library with its own words in Dutch; no locale of the computer is asked."""

    def __init__(self, **settings: Any) -> None:
        """Take what `ArgumentParser` takes."""
        super().__init__(**settings, add_help=False, formatter_class=_Help)
        self._positionals.title = "wat je opgeeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze hulp")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is, and end with code 2."""
        self.print_usage(sys.stderr)
        print(f"stageportaal: verkeerd gebruik: {_in_dutch(message)} Hulp: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


_MESSAGES = (
    (r"the following arguments are required: (.*)", "er ontbreekt iets: {0}."),
    (r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)", "{0} kan geen `{1}` zijn. Kies uit: {2}."),
    (r"argument (.*?): expected .* arguments?", "achter {0} hoort iets te staan."),
    (r"unrecognized arguments: (.*)", "dit ken ik niet: {0}."),
    (r"ambiguous option: (.*?) could match (.*)", "{0} kan van alles zijn: {1}."),
    (r"argument (.*?): ignored explicit argument (.*)", "achter {0} hoort niets te staan."),
)
"""What the standard library says, and how it is said here; the wording differs a little from version to version."""


def _in_dutch(message: str) -> str:
    for pattern, sentence in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence.format(*(part.replace("'", "") for part in found.groups()))
    return "zo kan deze opdracht niet."
