"""The figures as a table with their aims, for people; the JSON beside it is for comparing days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

Figures = dict[str, Any]

MB = 1_000_000
KB = 1024
PAGES_APART = 0.02
BYTES_APART = 0.1


class Aim(NamedTuple):
    """One figure with what it should be."""

    name: str
    value: float
    limit: float
    unit: str
    strict: bool = False
    """whether the figure must lie below the limit and not on it"""

    @property
    def met(self) -> bool:
        """Tell whether the aim is reached."""
        return self.value < self.limit or (not self.strict and self.value == self.limit)


def aims(found: Figures) -> Iterator[Aim]:
    """Yield every figure that has an aim."""
    build, check, big = found["bouwen"], found["nakijken"], found.get("groot")
    yield Aim("koud / Hugo", build["koud_op_hugo"], 0.8, "")
    yield Aim("warm / koud", build["warm_op_koud"], 0.15, "")
    peak = max(build["geheugen"].values())
    yield Aim("geheugen op de piek", peak / MB, 700, "MB", strict=True)
    yield Aim("HTML van een vacature, mediaan", build["bladzijde"]["mediaan"] / KB, 15, "KB")
    yield Aim("nakijken per 1.000 bestanden, een kern", check["alles"]["seconden"], 1, "s", strict=True)
    yield Aim("nakijken van een bestand, met opstarten", check["een"]["seconden"], 0.5, "s", strict=True)
    if found_it := build.get("vinden"):
        size = found_it["bytes"]
        yield Aim("zoekbestanden met bibliotheek", (size["zoekbestanden"] + size["bibliotheek"]) / KB, 300, "KB")
        yield Aim("eerste resultaat na openen", found_it["eerste_resultaat"]["ms"], 1500, "ms", strict=True)
        yield Aim("toets tot beeld, p95", found_it["toets"]["p95"], 50, "ms")
        yield Aim("facet tot beeld, p95", found_it["facetklik"]["p95"], 50, "ms")
        tasks = (found_it["eerste_resultaat"], found_it["toets"], found_it["facetklik"])
        yield Aim("langste taak in de bladzijde", max(task["langste_taak"] for task in tasks), 100, "ms")
    if big:
        growth = per_vacancy(big) / per_vacancy(build)
        yield Aim(f"kosten per vacature, {big['vacatures']} tegen {build['vacatures']}", growth, 1.3, "")


def per_vacancy(build: Figures) -> float:
    """Return the seconds of a cold build for each vacancy."""
    return float(build["koud"]["seconden"]) / float(build["vacatures"])


def table(found: Figures) -> str:
    """Return everything that people want to see, as lines of text."""
    return "\n".join((*_head(found), "", *_figures(found), "", *_table_of_aims(found), "", *_remarks(found)))


def _head(found: Figures) -> Iterator[str]:
    machine, build = found["machine"], found["bouwen"]
    yield f"{machine['kernen']} kernen, {machine['processor']}, Python {machine['python']}, {build['hugo_versie']}"
    size = f"{_whole(build['vacatures'])} vacatures, {_whole(build['opdrachten'])} opdrachten"
    yield f"{size}; mediaan van {found['keer']}"


def _figures(found: Figures) -> Iterator[str]:
    build, check, big = found["bouwen"], found["nakijken"], found.get("groot")
    yield f"{'':38}{'tijd (s)':>10}{'rekentijd (s)':>15}"
    for name, part in (
        ("koude bouw", build["koud"]),
        ("Hugo", build["hugo"]),
        ("warme bouw, een bestand gewijzigd", build["warm_een_bestand"]),
        ("warme bouw, niets gewijzigd", build["warm_niets"]),
        (f"nakijken van {_whole(check['bestanden'])} vacatures", check["alles"]),
        ("nakijken van een vacature", check["een"]),
    ):
        yield f"{name:38}{part['seconden']:>10.2f}{part['rekentijd']:>15.2f}"
    yield f"{'koud / Hugo':38}{build['koud_op_hugo']:>10.2f}{build['koud_op_hugo_rekentijd']:>15.2f}"
    yield f"{'warm / koud':38}{build['warm_op_koud']:>10.2f}{build['warm_op_koud_rekentijd']:>15.2f}"
    if big:
        thousands = big["vacatures"] / 1000
        cost = big["koud"]["seconden"] / thousands
        yield f"{'koud per 1.000, ' + _whole(big['vacatures']) + ' vacatures':38}{cost:>10.2f}"
        yield f"{'koud per 1.000, ' + _whole(build['vacatures']) + ' vacatures':38}{per_vacancy(build) * 1000:>10.2f}"
        yield f"{'geheugen bij ' + _whole(big['vacatures']):38}{big['geheugen']['koud'] / MB:>10.0f} MB"
    memory, site, hugo = build["geheugen"], build["site"], build["hugo_site"]
    yield f"geheugen: koud {memory['koud'] / MB:.0f} MB, warm {memory['warm'] / MB:.0f} MB (hoofdproces en kinderen)"
    yield f"site: {_whole(site['bestanden'])} bestanden, {site['bytes'] / MB:.1f} MB"
    yield f"HTML-bestanden: {_whole(site['html'])}, Hugo {_whole(hugo['html'])}"
    own, other = build["bladzijde"], build["hugo_bladzijde"]
    yield (
        f"bytes van een vacature: mediaan {_whole(own['mediaan'])} (Hugo {_whole(other['mediaan'])}), "
        f"grootste {_whole(own['grootste'])} (Hugo {_whole(other['grootste'])})"
    )


def _table_of_aims(found: Figures) -> Iterator[str]:
    yield f"{'cijfer':45}{'gemeten':>10}{'doel':>8}     gehaald"
    for aim in aims(found):
        sign = "<" if aim.strict else "<="
        answer = "ja" if aim.met else "NEE"
        yield f"{aim.name:45}{aim.value:>10.2f}{sign:>4}{aim.limit:>5g} {aim.unit:3} {answer}"


def _remarks(found: Figures) -> Iterator[str]:
    build = found["bouwen"]
    yield "Hugo kijkt niets na en krijgt de volgorde van de lijsten mee; dat is in het voordeel van Hugo."
    pages = build["hugo_site"]["html"] / build["site"]["html"]
    if abs(pages - 1) > PAGES_APART:
        yield f"LET OP: Hugo maakt {pages:.1%} van onze bladzijden; de vergelijking is scheef."
    size = build["hugo_bladzijde"]["mediaan"] / build["bladzijde"]["mediaan"]
    if abs(size - 1) > BYTES_APART:
        yield f"LET OP: een bladzijde van Hugo is {size:.0%} van de onze; werk benchmarks/hugo bij."


def _whole(number: int) -> str:
    return f"{number:,}".replace(",", ".")
