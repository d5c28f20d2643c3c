"""Internship periods as timelines and tables: for the whole region, and for one institution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.model.pages import FrontMatter
from generator.model.parties import Institution, InternshipPeriod, Programme, Region
from generator.model.vocabulary import Level
from generator.relate.registers import Registers
from generator.render import addresses, words
from generator.render.charts import Bar, Lane, Section, Span, lanes_of, small_bar, timeline
from generator.render.views import Link, Pair, PeriodGroup, PeriodRow, PeriodsPage, PeriodYear

LEGEND = (
    Pair("mbo", "mbo"),
    Pair("hbo", "ad en hbo"),
    Pair("wo", "wo"),
    Pair("lint", "lintstage, een paar dagen per week"),
    Pair("vakantie", "schoolvakantie regio Zuid"),
)


def periods_page(registers: Registers, today: date, front: FrontMatter) -> PeriodsPage:
    """Return the overview of all institutions, one part per school year."""
    present = {course.programme.level for course in registers.courses.values() if course.periods}
    return PeriodsPage(
        title=front.title,
        intro=front.intro or "",
        years=period_years(registers, registers.institutions, today),
        levels=tuple(Link(level.label, level.value) for level in Level if level in present),
        legend=LEGEND,
    )


def period_years(registers: Registers, ids: Iterable[str], today: date) -> tuple[PeriodYear, ...]:
    """Return the school years of the region with the periods of the institutions `ids`."""
    chosen = tuple(ids)
    return tuple(_year(registers, chosen, name, today) for name in registers.region.school_years)


def _year(registers: Registers, ids: Sequence[str], name: str, today: date) -> PeriodYear:
    first_year = int(name[:4])
    sections: list[Section] = []
    groups: list[PeriodGroup] = []
    for id_ in ids:
        institution = registers.institutions[id_]
        periods = sorted(
            (period for period in institution.periods if period.school_year == name),
            key=lambda period: (period.start, period.end, period.id),
        )
        if not periods or (institution.sample and not registers.show_samples):
            continue
        sections.append(Section(institution.name, _lanes(institution, periods)))
        groups.append(
            PeriodGroup(
                Link(institution.name, addresses.school(id_)),
                tuple(period_row(institution, period) for period in periods),
            )
        )
    label = f"Stageperiodes {name} als tijdlijn. Dezelfde gegevens staan in de tabel."
    drawn = timeline(sections, first_year, _holidays(registers.region), today, label, f"tijd-{first_year}")
    return PeriodYear(
        id=name,
        label=name,
        current=date(first_year, 8, 1) <= today < date(first_year + 1, 8, 1),
        timeline_html=drawn,
        groups=tuple(groups),
        sample=any(row.sample for group in groups for row in group.rows),
    )


def _holidays(region: Region) -> tuple[Span, ...]:
    return tuple(Span(holiday.start, holiday.end, holiday.name) for holiday in region.holidays)


def programmes_in(institution: Institution, period: InternshipPeriod) -> tuple[Programme, ...]:
    """Return the programmes whose students come in `period`."""
    return tuple(
        programme
        for programme in institution.programmes
        if period.programmes == "alle" or programme.id in period.programmes
    )


def _lanes(institution: Institution, periods: Sequence[InternshipPeriod]) -> tuple[Lane, ...]:
    groups: dict[tuple[str, ...], list[InternshipPeriod]] = {}
    for period in periods:
        key = ("alle",) if isinstance(period.programmes, str) else tuple(sorted(period.programmes))
        groups.setdefault(key, []).append(period)
    lanes: list[Lane] = []
    for members in groups.values():
        programmes = programmes_in(institution, members[0])
        levels = _levels(programmes)
        note = " · ".join((words.levels_text(levels), _short_name(members)))
        lanes.extend(
            lanes_of(
                _title(institution, programmes),
                note if len(note) < 44 else note[:43] + "…",
                " ".join(level.value for level in levels),
                [Bar(period.start, period.end, _look(levels, period), _bar_text(period)) for period in members],
                "; ".join(programme.name for programme in programmes),
            )
        )
    return tuple(lanes)


def _title(institution: Institution, programmes: Sequence[Programme]) -> str:
    if len(programmes) == len(institution.programmes) and len(programmes) > 1:
        return f"Alle opleidingen ({len(programmes)})"
    first = programmes[0].name if programmes else "Opleiding onbekend"
    more = f" en {len(programmes) - 1} andere" if len(programmes) > 1 else ""
    room = 38 - len(more)
    return (first if len(first) <= room else first[: room - 1] + "…") + more


def _short_name(periods: Sequence[InternshipPeriod]) -> str:
    names = {period.name.split(",")[0] for period in periods}
    return names.pop() if len(names) == 1 else "meer periodes"


def _levels(programmes: Iterable[Programme]) -> tuple[Level, ...]:
    present = {programme.level for programme in programmes}
    return tuple(level for level in Level if level in present)


def _look(levels: Sequence[Level], period: InternshipPeriod) -> str:
    main = levels[0] if levels else Level.HBO
    look = "mbo" if main.is_mbo else "wo" if main is Level.WO else "hbo"
    return look + (" lint" if is_ribbon(period) else "")


def is_ribbon(period: InternshipPeriod) -> bool:
    """Tell whether a period is spread: at most three days a week, over more than half a year."""
    return period.days_per_week <= 3 and (period.end - period.start).days > 150


def _bar_text(period: InternshipPeriod) -> str:
    return f"{words.weeks_text(period.start, period.end)}, {words.counted(period.days_per_week, 'dag', 'dagen')}"


def period_row(institution: Institution, period: InternshipPeriod, programme: Programme | None = None) -> PeriodRow:
    """Return one period as a row of a table, for all its programmes or for one."""
    programmes = (programme,) if programme else programmes_in(institution, period)
    levels = _levels(programmes)
    everyone = len(programmes) == len(institution.programmes) and len(programmes) > 1
    days = f"{words.counted(period.days_per_week, 'dag', 'dagen')} per week"
    if period.school_days:
        days += f", les op {words.joined(day.label for day in period.school_days)}"
    return PeriodRow(
        programme="Alle opleidingen" if everyone else words.joined(item.name for item in programmes),
        level=levels[0].value if len(levels) == 1 else "",
        level_text=words.levels_text(levels),
        name=period.name,
        dates=words.range_text(period.start, period.end),
        weeks=words.weeks_text(period.start, period.end),
        days=days,
        search_from=words.day_text(period.search_from) if period.search_from else "Niet bekend",
        sample=period.sample,
        source=words.sentence(period.source),
        bar_html=small_bar([Bar(period.start, period.end, _look(levels, period), "")], int(period.school_year[:4])),
        levels=" ".join(level.value for level in levels),
        names="; ".join(item.name for item in programmes) if everyone else "",
    )
