"""What is measured: each scene sets up its folder, runs fresh processes and returns its figures."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hugo_site import write_hugo_site
from hugo_tool import hugo_binary, hugo_version
from measure import Cost, alternate, median_cost, peak_memory, run, size_of
from region import Region, make_region, read_yaml, to_yaml

TODAY = date(2026, 11, 21)
"""The day of every measured build: the one on which the sample data are at their liveliest."""
CHECKED = 1000
LARGE = 50_000
_LISTS = frozenset({"vakgebied", "niveau", "soort", "organisatie", "periode", "pagina"})

Figures = dict[str, Any]


class Bench(NamedTuple):
    """Where the benchmark works and how often it repeats."""

    real: Path
    work: Path
    times: int

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of measured processes: this very generator, a fixed day, quiet tools."""
        return {
            **os.environ,
            "PYTHONPATH": str(self.real),
            "PORTAL_TODAY": TODAY.isoformat(),
            "NO_MKDOCS_2_WARNING": "1",
        }

    def region(self, vacancies: int, assignments: int) -> Region:
        """Make the synthetic region of this size."""
        return make_region(self.real, self.work / f"region-{vacancies}", vacancies, assignments)


_BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")


def builds(bench: Bench, vacancies: int, assignments: int) -> Figures:
    """Measure cold builds beside Hugo, warm builds, memory and sizes; needs a few minutes at 10,000 vacancies."""
    region = bench.region(vacancies, assignments)
    _cold(bench, region)
    site = region.root / "site"
    hugo = hugo_binary(bench.work / "venv")
    other = bench.work / "hugo"
    pages = sorted(_vacancy_pages(site))
    write_hugo_site(region, pages[0], other, TODAY)
    ours, theirs = alternate(bench.times, lambda: _cold(bench, region), lambda: _hugo(bench, hugo, other))
    edited = [_edited(bench, region, number) for number in range(bench.times)]
    unchanged = [_build(bench, region) for _ in range(bench.times)]
    own, public = size_of(site, "*.html"), size_of(other / "public", "*.html")
    sizes = sorted(path.stat().st_size for path in pages)
    hugo_sizes = sorted(path.stat().st_size for path in _vacancy_pages(other / "public"))
    whole = size_of(site)
    result = {
        "vacatures": vacancies,
        "opdrachten": assignments,
        "koud": _both(ours),
        "hugo": _both(theirs),
        "hugo_versie": hugo_version(hugo),
        "warm_een_bestand": _both(edited),
        "warm_niets": _both(unchanged),
        "koud_op_hugo": median_cost(ours).wall / median_cost(theirs).wall,
        "koud_op_hugo_rekentijd": median_cost(ours).cpu / median_cost(theirs).cpu,
        "warm_op_koud": median_cost(edited).wall / median_cost(ours).wall,
        "warm_op_koud_rekentijd": median_cost(edited).cpu / median_cost(ours).cpu,
        "site": {"bestanden": whole.files, "bytes": whole.bytes, "html": own.files},
        "hugo_site": {"html": public.files, "bytes_html": public.bytes},
        "bladzijde": {"mediaan": int(statistics.median(sizes)), "grootste": sizes[-1]},
        "hugo_bladzijde": {"mediaan": int(statistics.median(hugo_sizes)), "grootste": hugo_sizes[-1]},
    }
    result["vinden"] = finding(bench, site)
    result["geheugen"] = _memory(bench, region, bench.times)
    return result


def finding(bench: Bench, site: Path) -> Figures | None:
    """Measure search and facets in a slowed-down Chromium; None where the browser tests were never set up."""
    program = shutil.which("node")
    if program is None or not (bench.real / "tests/browser/node_modules/.ready").exists():
        return None
    done = subprocess.run(
        (program, "benchmarks/finding.mjs"),
        cwd=bench.real,
        env={**bench.environment, "SITE": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    found: Figures = json.loads(done.stdout)
    return found


def checks(bench: Bench) -> Figures:
    """Measure the checker on 1,000 vacancies and on one of them, both with start-up, on one core."""
    region = bench.region(CHECKED, 0)
    program = Path(sys.executable).with_name("stageportaal")
    one = f"vacancies/{next(iter(region.vacancies))}.yml"
    every, single = alternate(
        bench.times,
        lambda: run((program, "check"), region.root, bench.environment),
        lambda: run((program, "check", one), region.root, bench.environment),
    )
    return {"bestanden": len(region.vacancies), "alles": _both(every), "een": _both(single)}


def large(bench: Bench, assignments: int) -> Figures:
    """Measure a cold build and the memory of 50,000 vacancies."""
    region = bench.region(LARGE, assignments)
    costs = [_cold(bench, region) for _ in range(bench.times)]
    return {
        "vacatures": LARGE,
        "opdrachten": assignments,
        "koud": _both(costs),
        "geheugen": _memory(bench, region, 1),
        "site": {"bytes": size_of(region.root / "site").bytes},
    }


def _both(costs: list[Cost]) -> Figures:
    median = median_cost(costs)
    return {"seconden": median.wall, "rekentijd": median.cpu, "alle": [round(cost.wall, 3) for cost in costs]}


def _memory(bench: Bench, region: Region, times: int) -> Figures:
    cold, warm = [], []
    for number in range(times):
        _forget(region)
        cold.append(peak_memory(_BUILD, region.root, bench.environment))
        _edit(region, bench.times + number)
        warm.append(peak_memory(_BUILD, region.root, bench.environment))
    return {"koud": int(statistics.median(cold)), "warm": int(statistics.median(warm))}


def _forget(region: Region) -> None:
    for name in ("site", ".cache"):
        shutil.rmtree(region.root / name, ignore_errors=True)


def _cold(bench: Bench, region: Region) -> Cost:
    _forget(region)
    return _build(bench, region)


def _build(bench: Bench, region: Region) -> Cost:
    return run(_BUILD, region.root, bench.environment)


def _edited(bench: Bench, region: Region, number: int) -> Cost:
    _edit(region, number)
    return _build(bench, region)


def _edit(region: Region, number: int) -> None:
    """Give one vacancy another title and summary, as HR would; every `number` takes another file."""
    keys = list(region.vacancies)
    path = region.root / "vacancies" / f"{keys[(number + 1) * len(keys) // 11 % len(keys)]}.yml"
    record = read_yaml(path)
    record["titel"] = f"Een nieuwe titel na overleg, nummer {number}"
    record["samenvatting"] = f"Na overleg met het team staat hier een nieuwe samenvatting, voor de {number + 1}e keer."
    path.write_text(to_yaml(record), encoding="utf-8")


def _hugo(bench: Bench, binary: Path, folder: Path) -> Cost:
    for name in ("public", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return run((binary, "--logLevel", "error"), folder, bench.environment)


def _vacancy_pages(site: Path) -> Iterator[Path]:
    """Yield the pages of single vacancies, so not the lists."""
    for path in site.glob("vacatures/*/*/index.html"):
        if path.parent.parent.name not in _LISTS:
            yield path
