"""Run a command in a fresh process and measure it: wall time, processor time, and memory of its whole family."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

INTERVAL = 0.02
"""Seconds between two looks at the memory of a family of processes."""
_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


class Cost(NamedTuple):
    """What one run took."""

    wall: float
    """seconds from start to end"""
    cpu: float
    """seconds of processor time, of the process and all its children; hardly moved by other work on the machine"""


class Size(NamedTuple):
    """How big a folder is."""

    files: int
    bytes: int


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run `command` in `folder` and return its cost; raises RuntimeError with its output when it fails."""
    before = os.times()
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    after = os.times()
    _expect(done.returncode, command, done.stdout + done.stderr)
    used = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return Cost(wall, used)


def peak_memory(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> int:
    """Run `command` and return the most memory in bytes that it and its descendants held at one moment.

    Pages that processes share are counted once (PSS). Looking costs time, so runs that are timed are not watched.
    """
    peak = 0
    with (folder / ".bench-uitvoer").open("w+", encoding="utf-8") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        done = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not done.wait(INTERVAL):
                peak = max(peak, sum(_pss(pid) for pid in _family(process.pid)))

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        done.set()
        watcher.join()
        output.seek(0)
        _expect(code, command, output.read())
    (folder / ".bench-uitvoer").unlink()
    return peak


def median_cost(costs: Iterable[Cost]) -> Cost:
    """Return the medians of both figures."""
    walls, cpus = zip(*costs, strict=True)
    return Cost(statistics.median(walls), statistics.median(cpus))


def alternate(times: int, *runs: Callable[[], Cost]) -> list[list[Cost]]:
    """Run every one of `runs` in turn, so many `times`, and return the costs of each."""
    costs: list[list[Cost]] = [[] for _ in runs]
    for _ in range(times):
        for place, one in enumerate(runs):
            costs[place].append(one())
    return costs


def size_of(folder: Path, pattern: str = "*") -> Size:
    """Return how many files below `folder` match, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob(pattern) if path.is_file()]
    return Size(len(sizes), sum(sizes))


def machine() -> dict[str, str | int]:
    """Return what the figures depend on: cores, processor and its memory."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = re.search(r"model name\s*:\s*(.+)", info)
    total = re.search(r"MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="utf-8"))
    return {
        "kernen": len(os.sched_getaffinity(0)),
        "processor": model[1] if model else "onbekend",
        "geheugen_mb": int(total[1]) // 1024 if total else 0,
    }


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all its descendants that live now."""
    yield pid
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            children = Path(f"/proc/{pid}/task/{task}/children").read_text(encoding="ascii")
            for child in children.split():
                yield from _family(int(child))
    except OSError:
        return


def _pss(pid: int) -> int:
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def _expect(code: int, command: Sequence[str | Path], output: str) -> None:
    if code:
        line = " ".join(str(part) for part in command)
        raise RuntimeError(f"`{line}` ended with {code}:\n{output[-3000:]}")
