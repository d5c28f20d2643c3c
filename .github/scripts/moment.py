"""Decides whether a nightly run is the one just after midnight in Amsterdam.

GitHub's clock knows no summer time, so two moments are planned: one is right in summer, one in winter.
What counts is the moment that was planned, not the moment at which the run began: GitHub may be late.
"""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from gh import notice, output

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_DAILY = re.compile(r"([0-5]?\d) ([01]?\d|2[0-3]) \* \* \*")


def planned(cron: str, now: datetime) -> datetime:
    """Return the last moment before `now` that a daily cron line in UTC stands for. Raises ValueError."""
    parts = _DAILY.fullmatch(cron.strip())
    if not parts:
        raise ValueError(f"geen dagelijks tijdstip: {cron!r}")
    moment = now.astimezone(UTC).replace(hour=int(parts[2]), minute=int(parts[1]), second=0, microsecond=0)
    return moment if moment <= now else moment - timedelta(days=1)


def is_due(event: str, cron: str, now: datetime) -> bool:
    """Tell whether to go on: always for a push or by hand, at night only in the first hour of Amsterdam's day."""
    return event != "schedule" or planned(cron, now).astimezone(AMSTERDAM).hour == 0


def main() -> int:
    """Read EVENT and CRON, and give `doorgaan`, ja or nee, to the next job."""
    due = is_due(os.environ["EVENT"], os.environ.get("CRON", ""), datetime.now(UTC))
    output("doorgaan", "ja" if due else "nee")
    notice("Deze run publiceert." if due else "Een andere run van vannacht publiceert: zomertijd of wintertijd.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
