"""Where pages stand, from the root of the site: those made from data, and authored ones to which several lead."""

from __future__ import annotations

import re

from generator.relate.register_links import PAGE
from generator.relate.registers import Registers

VACANCIES = "vacatures/"
ASSIGNMENTS = "opdrachten/"
PERIODS = "stageperiodes/"
ORGANISATIONS = "organisaties/"
HANDBOOK = "handboek/"
ABOUT = "over/"
STATUS = "over/status/"
STUDENTS = "studenten/"
OPEN_APPLICATION = "studenten/open-sollicitatie/"


def vacancy(key: str) -> str:
    """Return the address of a vacancy, or the one that it had under a former key."""
    return f"{VACANCIES}{key}/"


def vacancies_by(facet: str, value: str) -> str:
    """Return the address of the list of the vacancies that share a value of a facet."""
    return f"{VACANCIES}{facet}/{value}/"


def assignment(key: str) -> str:
    """Return the address of an example assignment."""
    return f"{ASSIGNMENTS}{key}/"


def assignments_in(field: str) -> str:
    """Return the address of the list of the assignments in a field."""
    return f"{ASSIGNMENTS}{field}/"


def organisation(id_: str) -> str:
    """Return the address of an organisation."""
    return f"{ORGANISATIONS}{id_}/"


def school(id_: str) -> str:
    """Return the address of a school with its periods."""
    return f"{PERIODS}{id_}/"


def programme(ref: str) -> str:
    """Return the address of a programme (institution/programme) on the page of its school."""
    id_, _, name = ref.partition("/")
    return f"{school(id_)}#{name}"


def handbook_page(stem: str) -> str:
    """Return the address of a page of the handbook by the name of its file, of which the number falls away."""
    name = re.sub(r"^\d+-", "", stem)
    return HANDBOOK if name == "index" else f"{HANDBOOK}{name}/"


def page(address: str, number: int) -> str:
    """Return the address of page `number` of a list; the first page is the list itself."""
    return address if number == 1 else f"{address}{PAGE}/{number}/"


def edit_href(registers: Registers, file: str) -> str:
    """Return where a file of the repository can be changed, or nothing for a region that does not say where."""
    return f"{registers.region.edit_base}{file}" if registers.region.edit_base else ""
