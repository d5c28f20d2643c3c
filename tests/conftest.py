"""What many tests begin with: a fixed day, the small region on disk and built, and the real data folders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support import ROOT, TODAY, build_site, copy_region

from generator.relate.registers import Registers
from generator.survey import Survey, survey

settings.register_profile("huis", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("huis")  # a slow machine fails no test, and a failure comes back in the next run


@pytest.fixture
def today() -> date:
    """Give the day on which the small region is looked at."""
    return TODAY


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """Give a fresh copy of the small region that a test may change."""
    return copy_region(tmp_path / "regio")


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the small region, built once for all tests that only read it."""
    return build_site(copy_region(tmp_path_factory.mktemp("portaal") / "regio"))


@pytest.fixture(scope="session")
def real() -> Survey:
    """Give everything that the real data folders say on the fixed day."""
    return survey(ROOT, TODAY)


@pytest.fixture(scope="session")
def real_registers(real: Survey) -> Registers:
    """Give the real registers."""
    assert real.registers is not None
    return real.registers
