"""Which pages exist, what each depends on, and how each is rendered into its shell.

A page is a `PageJob`: an address and a stamp of everything that goes into the page. When the stamp is the
one of the last build, the page need not be rendered again; that is what makes a warm build quick.
"""

from __future__ import annotations

import bisect
import hashlib
import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, cast

from jinja2 import Environment
from markupsafe import Markup

from generator.model.offers import Vacancy
from generator.model.pages import FrontMatter, HomeFront
from generator.relate.attention import attention
from generator.relate.registers import Registers
from generator.relate.selections import Likeness, ListSpec, Portal, Standing, alike, by_institution, lists, newest
from generator.render import addresses
from generator.render.pages import lists as list_pages
from generator.render.pages.assignment import assignment_page
from generator.render.pages.cards import CardHtml
from generator.render.pages.home import home_page
from generator.render.pages.parties import institution_page, organisation_page, organisations_page
from generator.render.pages.periods import periods_page
from generator.render.pages.status import status_page
from generator.render.pages.vacancy import REASONS, vacancy_page
from generator.render.shell import ROOT, Shell, depth_of
from generator.render.tidy import tidy
from generator.render.views import FacetGroup, Link, ListPage, Similar

TITLE_LENGTH = 70
"""Search engines and tabs cut longer titles."""


class Frame(NamedTuple):
    """What a provider of shells hands over for one section of the site."""

    shell: Shell
    front: FrontMatter
    """authored words of the page at the top of the section: title, intro, description"""


class PageJob(NamedTuple):
    """One page to be made."""

    address: str
    stamp: str
    maker: str
    """name of the method of `Renderer` that makes it"""
    argument: tuple[Any, ...]
    listed: bool = True
    """whether search engines may list it: the sitemap and the page itself both go by this"""


class Page(NamedTuple):
    """What goes into the slots of the shell."""

    section: str
    title: str
    description: str
    body: str
    canonical: str = ""
    """address of the page that should be found instead of this one"""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What pages need of vacancies and assignments beside what the portal knows of them, by key."""

    vacancy_of: Callable[[str], Vacancy]
    """gives the whole vacancy; asked only for pages that are really rendered"""
    vacancy_cards: Mapping[str, CardHtml]
    assignment_cards: Mapping[str, CardHtml]
    assignment_files: Mapping[str, str]
    assignment_digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes every data page of a portal; holds all that pages have in common."""

    portal: Portal
    offers: Offers
    sections: Mapping[str, Frame]
    templates: Environment
    site_url: str
    base: str
    """stamp of everything outside the records: code, theme, registers, day, shells"""
    likeness: Mapping[str, tuple[Likeness, ...]]
    specs: tuple[ListSpec, ...]
    facets: tuple[FacetGroup, ...]
    """links to every list, without counts"""
    by_institution: Mapping[str, tuple[Standing, ...]]
    """listed vacancies that name a programme of a school"""

    @property
    def registers(self) -> Registers:
        """Return the parties."""
        return self.portal.registers

    @property
    def today(self) -> date:
        """Return the day of the build."""
        return date.fromordinal(self.portal.today)

    def jobs(self) -> Iterator[PageJob]:
        """Yield every data page with its stamp, in the order of the site."""
        yield self._job("", "home", (), self._all_listed())
        yield from self._vacancy_jobs()
        yield from self._list_jobs()
        yield from self._assignment_jobs()
        yield from self._party_jobs()
        yield self._job(addresses.STATUS, "status", (), self._everything())

    def render(self, job: PageJob) -> str:
        """Return the complete HTML of one page."""
        page: Page = getattr(self, job.maker)(*job.argument)
        section = self.sections[page.section]
        depth = depth_of(job.address)
        address = f"{self.site_url}{page.canonical or job.address}"
        robots = "" if job.listed else '<meta name="robots" content="noindex">'
        return section.shell.fill(
            {
                "titel": html.escape(page.title),
                "omschrijving": html.escape(page.description, quote=True),
                "canoniek": html.escape(address, quote=True),
                "kop": robots + page.head,
                "inhoud": page.body,
            },
            depth,
        )

    def assignment_order(self) -> list[str]:
        """Return the keys of all assignments in the order of the site: by field, then by key."""
        return [key for keys in self._assignments_by_field().values() for key in keys]

    # Jobs

    def _job(
        self, address: str, maker: str, argument: tuple[Any, ...], parts: Iterable[str], *, listed: bool = True
    ) -> PageJob:
        stamp = hashlib.blake2b("\0".join((self.base, address, *parts)).encode(), digest_size=10).hexdigest()
        return PageJob(address, stamp, maker, argument, listed)

    def _all_listed(self) -> Iterator[str]:
        return (standing.facts.digest for standing in self.portal.listed)

    def _everything(self) -> Iterator[str]:
        yield from (standing.facts.digest for standing in self.portal.vacancies.values())
        yield from self.offers.assignment_digests.values()

    def _vacancy_jobs(self) -> Iterator[PageJob]:
        known = self.portal.vacancies
        for key, standing in known.items():
            facts = standing.facts
            pair = known.get(facts.paired_with)
            yield self._job(
                addresses.vacancy(key),
                "vacancy",
                (key,),
                (
                    facts.digest,
                    self.offers.assignment_digests.get(facts.based_on, ""),
                    pair.facts.digest if pair else "",
                    *(known[like.key].facts.digest + like.reason for like in self.likeness[key]),
                ),
                listed=standing.state.is_live and not facts.sample,
            )
            for former in facts.formerly:
                yield self._job(addresses.vacancy(former), "moved", (key,), (facts.title,), listed=False)

    def _list_jobs(self) -> Iterator[PageJob]:
        per_page = self.registers.region.thresholds.per_page
        present = tuple(f"{spec.facet}/{spec.value}" for spec in self.specs)
        for place, spec in enumerate(self.specs):
            live = _live_in(spec.items)
            for number, items in list_pages.pages_of(spec.items, per_page):
                address = addresses.page(addresses.vacancies_by(spec.facet, spec.value), number)
                parts = (str(live), str(len(spec.items)), *present, *(s.facts.digest for s in items))
                yield self._job(address, "facet_list", (place, number), parts)
        everything = self.portal.listed
        counts = tuple(str(len(spec.items)) for spec in self.specs)
        for number, items in list_pages.pages_of(everything, per_page):
            parts = (str(len(everything)), *(s.facts.digest for s in items), *(counts if number == 1 else ()))
            address = addresses.page(addresses.VACANCIES, number)
            yield self._job(address, "all_vacancies", (number,), parts)

    def _assignment_jobs(self) -> Iterator[PageJob]:
        digests = self.offers.assignment_digests
        by_field = self._assignments_by_field()
        for key, assignment in self.portal.assignments.items():
            siblings = (digests[other] for other in by_field[assignment.field])
            used = (standing.facts.digest for standing in self.portal.from_assignment.get(key, ()))
            yield self._job(addresses.assignment(key), "assignment", (key,), (digests[key], *siblings, "", *used))
        per_page = self.registers.region.thresholds.per_page
        for field, keys in by_field.items():
            for number, part in list_pages.pages_of(keys, per_page):
                address = addresses.page(addresses.assignments_in(field), number)
                parts = (str(len(keys)), *(digests[key] for key in part))
                yield self._job(address, "field_assignments", (field, number), parts)
        yield self._job(addresses.ASSIGNMENTS, "assignments", (), digests.values())

    def _party_jobs(self) -> Iterator[PageJob]:
        by_organisation = {spec.value: spec for spec in self.specs if spec.facet == "organisatie"}
        for id_ in self.registers.organisations:
            items = by_organisation[id_].items
            yield self._job(addresses.organisation(id_), "organisation", (id_,), (s.facts.digest for s in items))
        counts = [f"{id_}{len(spec.items)}" for id_, spec in by_organisation.items()]
        yield self._job(addresses.ORGANISATIONS, "organisations", (), counts)
        for id_ in self.registers.institutions:
            items = self.by_institution.get(id_, ())
            yield self._job(addresses.school(id_), "institution", (id_,), (s.facts.digest for s in items))
        yield self._job(addresses.PERIODS, "periods", (), ())

    # Makers

    def home(self) -> Page:
        """Make the home page."""
        front = cast("HomeFront", self.sections["home"].front)
        closing = [self._small(standing.facts.key) for standing in self.portal.live[:3]]
        shown = {standing.facts.key for standing in self.portal.live[:3]}
        recent = [s for s in newest(self.portal, 6) if s.facts.key not in shown][:3]
        view = home_page(
            self.registers,
            self.specs,
            self._counts(),
            closing,
            [self._small(standing.facts.key) for standing in recent],
            sum(standing.facts.places for standing in self.portal.live),
            len(self.portal.live),
            front,
        )
        title = f"{self.registers.region.title}: stages bij gemeenten in {self.registers.region.name}"
        return Page("home", title, front.description, self._body("home", view))

    def vacancy(self, key: str) -> Page:
        """Make the page of one vacancy."""
        standing = self.portal.vacancies[key]
        vacancy = self.offers.vacancy_of(key)
        based_on = self.portal.assignments.get(standing.facts.based_on)
        duo = self.portal.vacancies.get(standing.facts.paired_with)
        view = vacancy_page(
            key,
            standing.facts.file,
            vacancy,
            self.registers,
            self.today,
            similar=[Similar(self._small(like.key), REASONS[like.reason]) for like in self.likeness[key]],
            based_on=based_on.title if based_on else "",
            duo=duo.facts.title if duo else "",
        )
        title = self._titled(vacancy.title, view.organisation.text)
        return Page("vacatures", title, vacancy.summary, self._body("vacature", view))

    def moved(self, key: str) -> Page:
        """Make the page at a former address of a vacancy, which leads on to where it stands now."""
        address = addresses.vacancy(key)
        title = self.portal.vacancies[key].facts.title
        link = Link(title, address)
        head = f'<meta http-equiv="refresh" content="0; url={ROOT}{address}">'
        return Page("vacatures", title, "", self._body("verhuisd", link), address, head)

    def facet_list(self, place: int, number: int) -> Page:
        """Make one page of the list of one value of a facet."""
        spec = self.specs[place]
        items = list_pages.page_of(spec.items, number, self.registers.region.thresholds.per_page)
        facets = list_pages.with_current(self.facets, spec.facet, spec.value)
        view = list_pages.facet_list(spec, number, _live_in(spec.items), self.registers, self._rows(items), facets)
        return self._list(view)

    def all_vacancies(self, number: int) -> Page:
        """Make one page of the list of all vacancies."""
        live = len(self.portal.live)
        everything = self.portal.listed
        items = list_pages.page_of(everything, number, self.registers.region.thresholds.per_page)
        facets = list_pages.facet_groups(self.specs, self.registers, counted=True) if number == 1 else ()
        front = self.sections["vacatures"].front
        view = list_pages.all_vacancies(
            number, live, len(everything) - live, self.registers, self._rows(items), facets, front
        )
        return self._list(view, front.description)

    def assignment(self, key: str) -> Page:
        """Make the page of one example assignment."""
        assignment, file = self.portal.assignments[key], self.offers.assignment_files[key]
        used = [self._small(standing.facts.key) for standing in self.portal.from_assignment.get(key, ())[:6]]
        view = assignment_page(key, file, assignment, self.registers, self.portal.assignments, used)
        return Page(
            "opdrachten",
            self._titled(assignment.title, "voorbeeldopdracht"),
            assignment.summary,
            self._body("opdracht", view),
        )

    def assignments(self) -> Page:
        """Make the page with the first assignments of every field."""
        front = self.sections["opdrachten"].front
        rows = {field: self._assignment_rows(keys) for field, keys in self._assignments_by_field().items()}
        view = list_pages.all_assignments(rows, self.registers, front)
        return self._list(view, front.description, "opdrachten")

    def field_assignments(self, field: str, number: int) -> Page:
        """Make one page of the list of assignments in one field."""
        rows = self._assignment_rows(self._assignments_by_field()[field])
        return self._list(list_pages.field_assignments(field, number, rows, self.registers), section="opdrachten")

    def organisation(self, id_: str) -> Page:
        """Make the page of one organisation."""
        items = next(s.items for s in self.specs if s.facet == "organisatie" and s.value == id_)
        live = _live_in(items)
        view = organisation_page(id_, self.registers, self._rows(items[:50]), live, len(items) - live)
        return Page("organisaties", self._titled(view.title), view.about, self._body("organisatie", view))

    def organisations(self) -> Page:
        """Make the overview of organisations."""
        front = self.sections["organisaties"].front
        view = organisations_page(self.registers, self._counts(), front)
        return Page("organisaties", self._titled(view.title), front.description, self._body("organisaties", view))

    def institution(self, id_: str) -> Page:
        """Make the page of one school."""
        items = self.by_institution.get(id_, ())
        offers: dict[str, int] = {}
        for standing in items:
            for ref in standing.facts.programmes:
                offers[ref] = offers.get(ref, 0) + 1
        cards = [self._small(standing.facts.key) for standing in items[:6]]
        view = institution_page(id_, self.registers, self.today, cards, offers)
        title = self._titled(f"{view.title}: stageperiodes")
        return Page("stageperiodes", title, view.about, self._body("instelling", view))

    def periods(self) -> Page:
        """Make the period overview."""
        front = self.sections["stageperiodes"].front
        view = periods_page(self.registers, self.today, front)
        return Page("stageperiodes", self._titled(view.title), front.description, self._body("stageperiodes", view))

    def status(self) -> Page:
        """Make the page with the state of the portal."""
        front = self.sections["status"].front
        view = status_page(attention(self.portal), self.registers, front)
        return Page("status", self._titled(view.title), front.description, self._body("status", view))

    # Helpers

    def _body(self, template: str, view: object) -> str:
        return tidy(self.templates.get_template(f"pages/{template}.html").render(view=view))

    def _list(self, view: ListPage, description: str = "", section: str = "vacatures") -> Page:
        return Page(section, self._titled(view.title), description or view.intro, self._body("lijst", view))

    def _titled(self, *parts: str) -> str:
        """Return the title of a document: as many of `parts` and the portal's name as fit in what is shown of it."""
        title = parts[0]
        for part in (*parts[1:], self.registers.region.title):
            if len(title) + len(part) + 3 > TITLE_LENGTH:
                break
            title = f"{title} · {part}"
        return title

    def _small(self, key: str) -> Markup:
        return Markup(self.offers.vacancy_cards[key].small)

    def _rows(self, items: Iterable[Standing]) -> tuple[Markup, ...]:
        return tuple(Markup(self.offers.vacancy_cards[standing.facts.key].row) for standing in items)

    def _assignment_rows(self, keys: Iterable[str]) -> tuple[Markup, ...]:
        return tuple(Markup(self.offers.assignment_cards[key].row) for key in keys)

    def _assignments_by_field(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {field: [] for field in self.registers.fields}
        for key, assignment in sorted(self.portal.assignments.items()):
            groups[assignment.field].append(key)
        return groups

    def _counts(self) -> dict[str, int]:
        return {spec.value: len(spec.items) for spec in self.specs if spec.facet == "organisatie"}


def renderer(
    portal: Portal, offers: Offers, sections: Mapping[str, Frame], templates: Environment, site_url: str, base: str
) -> Renderer:
    """Return the renderer of `portal`; relations that pages need are worked out here, once."""
    specs = lists(portal)
    shells = "".join(f"{name}{section.shell.digest}{section.front!r}" for name, section in sorted(sections.items()))
    return Renderer(
        portal=portal,
        offers=offers,
        sections=sections,
        templates=templates,
        site_url=site_url,
        base=base + shells,
        likeness=alike(portal),
        specs=specs,
        facets=list_pages.facet_groups(specs, portal.registers, counted=False),
        by_institution=by_institution(portal),
    )


def _live_in(items: tuple[Standing, ...]) -> int:
    """Count what one can react to in a list, in which the live ones stand first."""
    return bisect.bisect_left(items, True, key=lambda standing: not standing.state.is_live)
