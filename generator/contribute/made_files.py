"""The files in git that are made and not written: issue forms, schemas, CODEOWNERS and the settings of VS Code.

GitHub and editors read these from the repository itself. `stageportaal schema` makes them; a test keeps them in step.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from generator.contribute.choices import choices_of
from generator.contribute.codeowners import codeowners
from generator.contribute.issue_forms import PAGES, issue_form
from generator.contribute.templates import template_files
from generator.load.places import RecordKind, pattern_of
from generator.relate.registers import Registers
from generator.survey import survey
from generator.validate.schema import json_schema

_NOTE = "# Gemaakt door `stageportaal schema`; verander dit bestand niet met de hand.\n"
_FORMS = ".github/ISSUE_TEMPLATE"
_KNOWN: Mapping[RecordKind, Mapping[str, str]] = {
    RecordKind.VACANCY: {"vakgebied": "vakgebieden"},
    RecordKind.ASSIGNMENT: {"vakgebied": "vakgebieden"},
}
"""Fields of which an editor offers the ids of a register."""
_SITE = re.compile(r"^site_url:\s*['\"]?(https://[^\s'\"#]+)", re.MULTILINE)


class BrokenRegistersError(ValueError):
    """The registers have errors, so that nothing can be made of them; the text says what to do, in Dutch."""


def files(root: Path, today: date) -> dict[str, str]:
    """Return every made file by its path from `root`, as it should be on `today`.

    Raises BrokenRegistersError when the registers have errors.
    """
    registers = survey(root, today).registers
    if registers is None:
        raise BrokenRegistersError("de registers hebben fouten. Draai eerst: stageportaal check")
    made = {f"{_FORMS}/{page.label}.yml": _NOTE + issue_form(kind, registers) for kind, page in PAGES.items()}
    made[f"{_FORMS}/config.yml"] = _NOTE + _chooser(root, registers)
    made[".github/CODEOWNERS"] = codeowners(registers)
    for kind in RecordKind:
        known = {name: choices_of(register, registers) for name, register in _KNOWN.get(kind, {}).items()}
        made[_schema_of(kind)] = _json(json_schema(kind, known))
    made[".vscode/settings.json"] = _json(_settings())
    made.update(template_files())
    return made


def write_files(root: Path, today: date) -> list[str]:
    """Write the made files that are not as they should be, and return their paths; raises as `files`."""
    made = files(root, today)
    stale = _stale(root, made)
    for file in stale:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[file].encode())
    return stale


def stale_files(root: Path, today: date) -> list[str]:
    """Return the paths of the made files that are not as they should be; raises as `files`."""
    return _stale(root, files(root, today))


def _stale(root: Path, made: Mapping[str, str]) -> list[str]:
    return [file for file, text in made.items() if not _is_as(root / file, text.encode())]


def _is_as(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _schema_of(kind: RecordKind) -> str:
    return f"docs/schema/{kind.value}.json"


def _settings() -> dict[str, object]:
    """Return the settings for VS Code with the extension for YAML of Red Hat."""
    return {
        "yaml.schemas": {f"./{_schema_of(kind)}": pattern_of(kind) for kind in RecordKind},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.autoIndent": "advanced"},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
    }


def _chooser(root: Path, registers: Registers) -> str:
    """Return what GitHub shows beside the forms: an empty issue stays possible, and the way to the bureau."""
    chooser: dict[str, object] = {"blank_issues_enabled": True}
    site = _SITE.search((root / "mkdocs.yml").read_text(encoding="utf-8"))
    if site:
        chooser["contact_links"] = [
            {
                "name": f"Vraag het aan het {registers.region.bureau.name}",
                "url": f"{site[1].rstrip('/')}/contact/",
                "about": "Kom je er niet uit, of werk je liever met mail? Hier staat hoe je ons bereikt.",
            }
        ]
    return yaml.safe_dump(chooser, allow_unicode=True, sort_keys=False, width=110)


def _json(value: Mapping[str, object] | Sequence[object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
