"""Who looks along on GitHub: the text of CODEOWNERS, from the files of the organisations and the region."""

from __future__ import annotations

from generator.relate.registers import Registers

_HEAD = """\
# Gemaakt door `stageportaal schema`; verander dit bestand niet met de hand.
# Wie hier staat, wordt op GitHub gevraagd om mee te kijken met een voorstel. De laatste regel die past, geldt.
# Namen komen uit `beheerders`: in content/registers/regio.yml en in de bestanden van de organisaties.
"""
_NOBODY = "# Er staat nog niemand bij `beheerders`. Daarom vraagt GitHub niemand vanzelf.\n"


def codeowners(registers: Registers) -> str:
    """Return the text of CODEOWNERS: the bureau for everything, and each organisation that has owners for its folder.

    The bureau stands beside an organisation as well, because only the last line that fits counts on GitHub.
    """
    bureau = registers.region.owners
    lines = [_line("*", bureau)] if bureau else []
    for id_, organisation in registers.organisations.items():
        if organisation.owners:
            lines.append(_line(f"/vacancies/{id_}/", (*organisation.owners, *bureau)))
    return _HEAD + ("".join(lines) or _NOBODY)


def _line(pattern: str, owners: tuple[str, ...]) -> str:
    return f"{pattern} {' '.join(dict.fromkeys(owners))}\n"
