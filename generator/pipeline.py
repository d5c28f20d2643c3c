"""The build in reading order: survey (load, validate), relate, render, publish."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.contribute.form_data import form_files
from generator.load.places import DataFile, RecordKind
from generator.memory import base_stamp, recall, remember
from generator.parallel import cores, no_collecting, run_chunks
from generator.publish import Publication, Tally
from generator.relate.registers import Registers
from generator.relate.selections import Portal, relate
from generator.render.assets import made_assets, sitemap
from generator.render.pages.cards import CardHtml, assignment_card, card_html, vacancy_card
from generator.render.search.files import search_files
from generator.render.search.passages import Passage
from generator.render.search.rows import assignment_row, vacancy_row
from generator.render.site import Frame, Offers, PageJob, Renderer, renderer
from generator.render.templates import environment
from generator.survey import Draw, Survey, survey

CHUNK = 128
SMALL = 400
"""Below so many files or pages one process is quicker than several."""
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes."""

    root: Path
    theme: Path
    cache: Path

    @property
    def memory(self) -> Path:
        """Return the file of what the last build knew."""
        return self.cache / "geheugen"

    @property
    def compiled(self) -> Path:
        """Return the folder of compiled templates."""
        return self.cache / "sjablonen"

    def manifest(self, target: Path) -> Path:
        """Return the manifest of one target folder: one for the site, one for wherever it is served from."""
        inside = target.resolve().is_relative_to(self.root.resolve())
        return self.cache / ("manifest.json" if inside else "manifest-elders.json")


@no_collecting()
def look(places: Places, today: date, workers: int | None = None) -> Survey:
    """Return everything the data folders say, with cards; uses and renews the memory of the last build."""
    memory = recall(places.memory)
    started = time.time_ns()
    found = survey(
        places.root,
        today,
        draw=card_drawer(environment(places.theme, places.compiled)),
        base_stamp=base_stamp(places.theme),
        known=memory.kept,
        known_stamp=memory.stamp,
        known_at=memory.written_at,
        workers=cores() if workers is None else workers,
    )
    unchanged = not found.read and memory.stamp == found.stamp and len(memory.kept) == len(found.kept)
    if not unchanged:
        remember(places.memory, found.stamp, started, found.kept, memory)
    return found


def card_drawer(templates: Environment) -> Draw:
    """Return the function that renders both card forms of an offer with `templates`, and makes its search row."""

    def draw(item: DataFile, record: Any, registers: Registers, today: date) -> tuple[str, str, tuple[Any, ...]]:
        if item.kind is RecordKind.VACANCY:
            card = vacancy_card(item.key, record, registers, today)
            organisation = registers.organisations[item.key.split("/", maxsplit=1)[0]]
            return (*card_html(templates, card), tuple(vacancy_row(record, organisation)))
        return (*card_html(templates, assignment_card(item.key, record, registers)), tuple(assignment_row(record)))

    return draw


def portal_of(found: Survey, today: date) -> Portal:
    """Return the related portal; raises ValueError when the registers have errors."""
    if found.registers is None:
        raise ValueError("the registers have errors")
    return relate(found.registers, found.vacancies, found.assignments, today.toordinal())


@no_collecting()
def prepare(found: Survey, portal: Portal, frames: Mapping[str, Frame], places: Places, site_url: str) -> Renderer:
    """Return what makes the pages of `portal` in the shells `frames`."""
    return renderer(portal, _offers(found), frames, environment(places.theme, places.compiled), site_url, found.stamp)


def _offers(found: Survey) -> Offers:
    return Offers(
        found.vacancy,
        {key: CardHtml(*forms) for key, forms in found.cards().items()},
        {key: CardHtml(*forms) for key, forms in found.assignment_cards().items()},
        found.files,
        found.assignment_digests(),
    )


@no_collecting()
def build(
    found: Survey,
    maker: Renderer,
    places: Places,
    target: Path,
    authored: Path | None = None,
    skip: Callable[[str], bool] = lambda _: False,
    workers: int | None = None,
    passages: Sequence[Passage] = (),
) -> Tally:
    """Render what changed of `found` and replace the site in `target` by a complete new one.

    `authored` is a folder with files that somebody else made (MkDocs); those that `skip` refuses by
    path stay out. `passages` are their headings, for the search.
    """
    publication = Publication.begin(target, places.cache / "stapel", places.manifest(target))
    jobs = list(maker.jobs())
    todo = [job for job in jobs if not publication.keep(_path(job.address), job.stamp)]
    for job in todo:
        publication.promise(_path(job.address), job.stamp)
    _render(maker, publication, todo, cores() if workers is None else workers)
    assets = made_assets(places.theme, maker.registers.fields)
    assets.update(form_files(maker.portal))
    order = maker.assignment_order()
    assets.update(search_files(maker.portal, found.search_rows(), order, found.files, passages))
    for path, text in assets.items():
        publication.promise(path, "")
        publication.stage_text(path, text)
    listed = [job.address for job in jobs if job.listed]
    if authored is not None:
        taken = frozenset(publication.wanted)
        publication.stage_tree(authored, lambda path: path in taken or skip(path))
        listed += [_address(path) for path in publication.wanted if path not in taken and path.endswith(_INDEX)]
    publication.promise("sitemap.xml", "")
    publication.stage_text("sitemap.xml", sitemap(listed, maker.site_url))
    return publication.finish()


def _render(maker: Renderer, publication: Publication, todo: Sequence[PageJob], workers: int) -> None:
    def work(chunk: Sequence[PageJob]) -> int:
        for job in chunk:
            publication.stage_text(_path(job.address), maker.render(job))
        return len(chunk)

    if todo:
        chunk = CHUNK if len(todo) > SMALL else len(todo)
        sum(run_chunks(work, todo, chunk, workers))


def _path(address: str) -> str:
    return address + _INDEX


def _address(path: str) -> str:
    return path.removesuffix(_INDEX)
