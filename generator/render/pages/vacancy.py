"""The page of one vacancy: fixed blocks, what fits it, how to react, and what to do when it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from generator.model.offers import Vacancy
from generator.model.parties import Organisation
from generator.model.vocabulary import ApplyVia, Form, HandStatus, State
from generator.relate.facts import facts_of, state_of
from generator.relate.fit import Fit, best
from generator.relate.links import span_of
from generator.relate.registers import Course, Registers
from generator.render import addresses, words
from generator.render.markdown import to_html
from generator.render.pages.cards import badges_of
from generator.render.views import (
    Apply,
    Banner,
    Fact,
    FieldRef,
    Link,
    Pair,
    ProgrammeFit,
    Similar,
    VacancyPage,
)

REASONS = {
    "opdracht": "Zelfde voorbeeldopdracht",
    "vakgebied_en_periode": "Zelfde vakgebied en periode",
    "vakgebied": "Zelfde vakgebied, andere periode",
    "organisatie": "Ook bij deze organisatie",
}


def vacancy_page(
    key: str,
    file: str,
    vacancy: Vacancy,
    registers: Registers,
    today: date,
    *,
    similar: Sequence[Similar],
    based_on: str,
    duo: str,
) -> VacancyPage:
    """Return the view of one vacancy; `based_on` and `duo` are the titles of what it refers to, or empty."""
    organisation_id = key.split("/", maxsplit=1)[0]
    organisation = registers.organisations[organisation_id]
    state = state_of(facts_of(key, vacancy), registers, today.toordinal())
    field = FieldRef(vacancy.field, registers.fields[vacancy.field].name)
    fits = _fits(vacancy, registers)
    return VacancyPage(
        key=key,
        address=addresses.vacancy(key),
        title=vacancy.title,
        crumbs=(
            Link("Vacatures", addresses.VACANCIES),
            Link(field.name, addresses.vacancies_by("vakgebied", field.id)),
        ),
        badges=badges_of(vacancy, state, registers, today),
        organisation=Link(organisation.name, addresses.organisation(organisation_id)),
        department=vacancy.department or "",
        place=words.place_text(vacancy, organisation),
        field=field,
        summary=vacancy.summary,
        state=state.value,
        closes_at=words.closing_moment(vacancy.closes_on) if state.is_listed else "",
        closing_text=f"Reageer tot en met {words.weekday_text(vacancy.closes_on)}" if state.is_listed else "",
        banner=_banner(vacancy, state, bool(similar)),
        facts=_facts(vacancy, organisation),
        assignment_html=to_html(vacancy.assignment),
        tasks=vacancy.tasks,
        goals=vacancy.goals,
        deliverable=words.sentence(vacancy.deliverable or ""),
        profile=vacancy.profile,
        schedule=tuple(Pair(phase.when, phase.what) for phase in vacancy.programme),
        practical=_practical(vacancy),
        roles=_roles(vacancy),
        supervision=_supervision(vacancy),
        fits=fits[:_FITS],
        fit_intro=_fit_intro(vacancy, fits),
        apply=_apply(key, vacancy, organisation, registers) if state.is_live else None,
        confirmed=f"Nagekeken door de organisatie op {words.day_text(vacancy.confirmed_on)}."
        if vacancy.confirmed_on
        else "",
        report_href=_mail(registers.region.bureau.email or "", f"Klopt niet: {key}"),
        edit_href=addresses.edit_href(registers, file),
        based_on=Link(based_on, addresses.assignment(vacancy.based_on)) if vacancy.based_on and based_on else None,
        duo=Link(duo, addresses.vacancy(vacancy.paired_with)) if vacancy.paired_with and duo else None,
        similar=tuple(similar),
        sample=vacancy.sample,
    )


def _period(vacancy: Vacancy) -> str:
    period = vacancy.period
    if period.start and period.end:
        return words.range_text(period.start, period.end)
    return "Het hele jaar door"


def _facts(vacancy: Vacancy, organisation: Organisation) -> tuple[Fact, ...]:
    period = vacancy.period
    length = words.weeks_text(period.start, period.end) if period.start and period.end else "begin wanneer je wilt"
    pay, pay_note = words.allowance_texts(vacancy.allowance, organisation, vacancy.hours_per_week)
    years = f"jaar {words.joined(map(str, vacancy.years), 'of')}" if vacancy.years else ""
    route = vacancy.route.label if vacancy.route else ""
    form = vacancy.form.label if vacancy.form not in (None, Form.REGULAR) else ""
    if period.flexible:
        length += ", begin en einde in overleg"
    return (
        Fact("periode", "Periode", _period(vacancy), length),
        Fact("uren", "Uren", f"{vacancy.hours_per_week} uur per week", words.days_text(vacancy.days)),
        Fact("niveau", "Niveau", words.levels_text(vacancy.levels), ", ".join(part for part in (route, years) if part)),
        Fact("soort", "Soort stage", vacancy.kind.label, form),
        Fact("vergoeding", "Vergoeding", pay, pay_note),
        Fact("werkvorm", "Werkvorm", vacancy.work_mode.label, vacancy.location or organisation.short_name),
        Fact(
            "plekken",
            "Plekken",
            words.counted(vacancy.places, "plek", "plekken"),
            "met een eigen werkplek" if vacancy.supervision.workplace else "",
        ),
        Fact(
            "vog",
            "VOG",
            "Nodig" if vacancy.conduct_certificate else "Niet nodig",
            "verklaring omtrent het gedrag; vraag haar op tijd aan" if vacancy.conduct_certificate else "",
        ),
    )  # fmt: skip


def _practical(vacancy: Vacancy) -> tuple[Fact, ...]:
    rows: list[Fact] = []
    language = vacancy.language.label + (f", niveau {vacancy.language_level}" if vacancy.language_level else "")
    rows.append(Fact("taal", "Taal", language))
    if vacancy.travel:
        rows.append(Fact("reis", "Reizen", words.sentence(vacancy.travel)))
    if vacancy.confidential:
        rows.append(
            Fact("slot", "Geheimhouding", "Je ziet vertrouwelijke gegevens. Je tekent daar een verklaring voor.")
        )
    if vacancy.side_job is not None:
        rows.append(Fact("euro", "Bijbaan", "Kan ernaast." if vacancy.side_job else "Past er niet goed naast."))
    if vacancy.school_hours:
        rows.append(Fact("school", "Schoolopdrachten", f"{vacancy.school_hours} uur per week ruimte."))
    if vacancy.weekend_pay:
        rows.append(Fact("kalender", "Weekend", words.sentence(vacancy.weekend_pay)))
    if vacancy.sbb:
        names = words.joined(vacancy.sbb.qualifications)
        rows.append(
            Fact("bron", "Leerbedrijf (SBB)", f"{vacancy.sbb.status.label}{f' voor {names}' if names else ''}.")
        )
    if vacancy.prospect:
        rows.append(Fact("pijl", "Na je stage", words.sentence(vacancy.prospect)))
    return tuple(rows)


def _roles(vacancy: Vacancy) -> tuple[Pair, ...]:
    supervision = vacancy.supervision
    pairs = [Pair("Inhoud", words.capital(supervision.content))]
    if supervision.coach:
        pairs.append(Pair("Coach", words.capital(supervision.coach)))
    if supervision.buddy:
        pairs.append(Pair("Buddy", words.capital(supervision.buddy)))
    return tuple(pairs)


def _supervision(vacancy: Vacancy) -> tuple[str, ...]:
    supervision = vacancy.supervision
    lines = [f"Er is {words.hours_text(supervision.hours_per_week)} per week voor je begeleiding."]
    if supervision.present_on:
        lines.append(f"Je begeleider is er op {words.joined(day.label for day in supervision.present_on)}.")
    if supervision.background:
        lines.append(f"Opleiding van je begeleider: {supervision.background}.")
    if vacancy.extra_support:
        lines.append(words.sentence(vacancy.extra_support))
    return tuple(lines)


def _courses(vacancy: Vacancy, registers: Registers) -> tuple[Course, ...]:
    return tuple(registers.courses[ref] for ref in vacancy.programmes if ref in registers.courses)


_BEST_FIRST = tuple(fit.value for fit in Fit)
_FITS = 3
"""So many programmes are shown, best fit first; the others are named, so that the page stays light."""
_WITH_REQUIREMENTS = 2
"""So many programmes that fit show what they ask; for the others the link leads there."""


def _fits(vacancy: Vacancy, registers: Registers) -> tuple[ProgrammeFit, ...]:
    found = sorted(
        (_fit(vacancy, course) for course in _courses(vacancy, registers)),
        key=lambda fit: _BEST_FIRST.index(fit.state),
    )
    return tuple(
        fit if place < _WITH_REQUIREMENTS and fit.state != Fit.NOT else replace(fit, requirements=())
        for place, fit in enumerate(found)
    )


def _fit(vacancy: Vacancy, course: Course) -> ProgrammeFit:
    found = best(span_of(vacancy), course.slots)
    programme = course.programme
    link = Link(programme.name, addresses.programme(course.ref))
    if found is None:
        sentence, state, sample = "Van deze opleiding kennen we de stageperiode nog niet.", Fit.UNKNOWN, False
    else:
        result, place = found
        period = course.periods[place]
        sentence = (
            words.fit_sentence(result, vacancy.period.flexible, vacancy.period.ongoing)
            + f" {period.name}: {words.range_text(period.start, period.end)}."
        )
        state, sample = result.fit, period.sample
    return ProgrammeFit(
        state.value,
        state.word,
        link,
        course.institution.short_name,
        sentence,
        programme.requirements,
        sample,
    )


def _fit_intro(vacancy: Vacancy, fits: Sequence[ProgrammeFit]) -> str:
    if fits:
        text = "Zo liggen de datums in de periodes van deze opleidingen."
        if any(fit.sample for fit in fits):
            text += " Die periodes zijn voorbeelden; de school heeft ze nog niet bevestigd."
        others = words.joined(f"{fit.programme.text} ({fit.institution})" for fit in fits[_FITS:])
        return f"{text} Ook voor {others}." if others else text
    levels = words.joined((level.label for level in vacancy.levels), "of")
    return (
        f"Deze stage is niet aan één opleiding gebonden. Studeer je op {levels}? Vraag je school of deze stage meetelt."
    )


def _banner(vacancy: Vacancy, state: State, alternatives: bool) -> Banner | None:
    onward = (
        Link("Bekijk stages die hierop lijken", "#lijkt-hierop")
        if alternatives
        else Link("Alle vacatures", addresses.VACANCIES)
    )
    match state:
        case State.CLOSED:
            return Banner(
                "gesloten",
                "Deze stage is gesloten",
                f"Je kon reageren tot en met {words.day_text(vacancy.closes_on)}.",
                onward,
            )
        case State.FILLED:
            return Banner("vervuld", "Deze stage is vervuld", "Er is iemand gevonden voor deze plek.", onward)
        case State.WITHDRAWN:
            return Banner(
                "ingetrokken", "Deze stage is ingetrokken", "De organisatie biedt deze plek niet meer aan.", onward
            )
        case State.PLANNED:
            return Banner(
                "opent",
                f"Deze stage opent op {words.day_text(vacancy.opens_on)}",
                f"Vanaf dan kun je reageren, tot en met {words.day_text(vacancy.closes_on)}. "
                "Je kunt je nu al voorbereiden.",
                Link("Hulp bij je voorbereiding", addresses.STUDENTS),
            )
        case State.TALKS:
            return Banner(
                "gesprek",
                "De organisatie is in gesprek",
                "Reageren kan nog, maar de plek kan elk moment vervuld zijn.",
            )
    return None  # fmt: skip


def _apply(key: str, vacancy: Vacancy, organisation: Organisation, registers: Registers) -> Apply:
    route = vacancy.application
    bureau = registers.region.bureau
    if route.via is ApplyVia.BUREAU:
        button, mail, page = "Reageer via het Stagebureau", bureau.email or "", bureau.url or ""
    else:
        button, mail, page = f"Reageer bij {organisation.short_name}", route.email or "", route.url or ""
    href = page or _mail(mail, f"Stage {key}")
    note = ""
    if vacancy.sample:
        note = "Dit is een voorbeeld. Het adres bestaat niet; er komt geen antwoord."
    elif vacancy.status is HandStatus.TALKS:
        note = "De organisatie is al met iemand in gesprek."
    return Apply(
        button=button,
        href=href,
        shown=page or mail,
        steps=(
            "Stuur je cv en drie zinnen: wie je bent, wat je studeert en waarom je dit wilt.",
            f"Je krijgt binnen {words.counted(route.reply_within, 'werkdag', 'werkdagen')} antwoord.",
            f"Past het? Dan maak je kennis met je team bij {organisation.short_name}.",
        ),
        note=note,
    )


def _mail(address: str, subject: str) -> str:
    return f"mailto:{address}?subject={quote(subject)}" if address else ""
