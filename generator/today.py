"""The day of the build, from PORTAL_TODAY or the clock in Amsterdam; only the front doors ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_from(environment: Mapping[str, str]) -> date:
    """Return the day given by PORTAL_TODAY (2027-01-15), else today in Europe/Amsterdam.

    Raises ValueError with a Dutch sentence when PORTAL_TODAY is not a date.
    """
    given = environment.get("PORTAL_TODAY", "").strip()
    if not given:
        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ValueError(
            f"PORTAL_TODAY is `{given[:40]}`, en dat is geen datum. Schrijf bijvoorbeeld 2027-01-15."
        ) from None
