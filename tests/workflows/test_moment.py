"""Publishing at night: of two planned moments exactly one is just after midnight in Amsterdam."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from adres import objection
from hypothesis import given
from hypothesis import strategies as st
from moment import AMSTERDAM, is_due, planned
from steps import Runner, read_event, read_workflow

CRONS = [item["cron"] for item in read_workflow("publiceren")["on"]["schedule"]]
SUMMER, WINTER = CRONS


def utc(text: str) -> datetime:
    """Return a moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("cron", "now", "due"),
    [
        (SUMMER, "2027-07-01 22:30", True),
        (WINTER, "2027-07-01 23:30", False),
        (SUMMER, "2027-01-15 22:30", False),
        (WINTER, "2027-01-15 23:30", True),
        (WINTER, "2027-03-27 23:30", True),  # Sunday begins in winter time, the clock changes two hours later
        (SUMMER, "2027-03-28 22:30", True),  # Monday begins in summer time
        (WINTER, "2027-03-28 23:30", False),
        (SUMMER, "2027-10-30 22:30", True),  # Sunday begins in summer time
        (WINTER, "2027-10-31 23:30", True),  # Monday begins in winter time
        (SUMMER, "2027-10-31 22:30", False),
        (SUMMER, "2027-07-02 00:40", True),  # GitHub was late
        (WINTER, "2027-03-28 01:30", True),  # late, and the clock has changed meanwhile
    ],
)
def test_the_right_moment(cron: str, now: str, due: bool) -> None:
    """What counts is where Amsterdam's clock stood at the planned moment, also when the run begins late."""
    assert is_due("schedule", cron, utc(now)) is due


@given(st.integers(0, 3650), st.integers(0, 120), st.integers(0, 120))
def test_every_night_has_exactly_one_run(days: int, first: int, second: int) -> None:
    """On any day, with any delay up to three hours, one of the two runs publishes and the other does not."""
    day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days)
    moments = [
        day.replace(hour=22, minute=59) + timedelta(minutes=first),
        day.replace(hour=23, minute=59) + timedelta(minutes=second),
    ]
    assert [is_due("schedule", cron, now) for cron, now in zip(CRONS, moments, strict=True)].count(True) == 1
    good = [planned(cron, now) for cron, now in zip(CRONS, moments, strict=True) if is_due("schedule", cron, now)]
    assert good[0].astimezone(AMSTERDAM).hour == 0


def test_a_push_and_a_hand_always_publish() -> None:
    """Whoever merges or presses the button does not wait for midnight."""
    now = utc("2027-07-01 12:00")
    assert is_due("push", "", now)
    assert is_due("workflow_dispatch", "", now)
    with pytest.raises(ValueError, match="tijdstip"):
        is_due("schedule", "*/5 * * * *", now)


def test_the_step_says_whether_to_go_on(tmp_path: Path) -> None:
    """The first job of publiceren gives ja or nee to the next one."""
    runner = Runner(tmp_path, read_event("voorstel-goed"), outputs={"github.event_name": "push"})
    assert runner.run("publiceren", "moment", "moment.py").returncode == 0
    assert runner.given == "doorgaan=ja\n"


def test_a_wrong_address_is_told() -> None:
    """Whoever forgets site_url sees a warning with the address that belongs there."""
    right = "site_name: x\nsite_url: https://regio.github.io/stageportaal/\n"
    assert not objection(right, "https://regio.github.io/stageportaal")
    assert "https://ander.github.io/p/" in objection(right, "https://ander.github.io/p")
    assert "geen site_url" in objection("site_name: x\n", "https://ander.github.io/p")
