"""Run the benchmarks, print a table and keep the figures: python benchmarks/run.py [--groot]."""

from __future__ import annotations

import argparse
import json
import platform
from datetime import UTC, datetime
from pathlib import Path

from measure import machine
from report import table
from scenes import TODAY, Bench, builds, checks, large


def main() -> int:
    """Measure, print and write `benchmarks/uitkomst/<date>.json`; return 0, whatever the figures are."""
    options = _options()
    here = Path(__file__).resolve().parent
    work = here.parent / ".cache" / "bench"
    work.mkdir(parents=True, exist_ok=True)
    bench = Bench(here.parent, work, options.keer)
    now = datetime.now(UTC)
    found = {
        "gemeten": now.isoformat(timespec="seconds"),
        "dag_van_de_bouw": TODAY.isoformat(),
        "keer": options.keer,
        "machine": machine() | {"python": platform.python_version()},
        "nakijken": checks(bench),
        "bouwen": builds(bench, options.vacatures, options.opdrachten),
    }
    if options.groot:
        found["groot"] = large(bench, options.opdrachten)
    folder = here / "uitkomst"
    folder.mkdir(exist_ok=True)
    file = folder / f"{now.date()}.json"
    file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(table(found))
    print(f"\nAlle cijfers: {file.relative_to(here.parent)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Meet het Stageportaal en vergelijk het met Hugo.")
    parser.add_argument("--vacatures", type=int, default=10_000, metavar="N", help="zo veel vacatures")
    parser.add_argument("--opdrachten", type=int, default=1_000, metavar="N", help="zo veel opdrachten")
    parser.add_argument("--keer", type=int, default=3, metavar="N", help="zo vaak meten; de mediaan telt")
    parser.add_argument("--groot", action="store_true", help="meet ook 50.000 vacatures")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
