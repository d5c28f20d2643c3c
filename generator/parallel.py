"""Work in chunks over the cores: children are forked, so they see everything and only answers travel."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_work: Callable[[Any], Any] | None = None


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def no_collecting() -> Iterator[None]:
    """Switch Python's cycle collector off for a while: a build makes many objects and hardly a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def run_chunks(
    work: Callable[[Sequence[Item]], Answer], items: Sequence[Item], size: int, workers: int
) -> Iterator[Answer]:
    """Yield `work(chunk)` for chunks of `items`, in order, over at most `workers` processes.

    With one worker, few items, other threads running or no fork on this system, everything is
    done here. What `work` raises is raised here.
    """
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if workers < 2 or len(chunks) < 2 or not can_fork:
        yield from (work(chunk) for chunk in chunks)
        return
    global _work  # noqa: PLW0603 - what a forked child calls must be reachable by name
    _work = work
    gc.freeze()
    try:
        with multiprocessing.get_context("fork").Pool(min(workers, len(chunks)), gc.disable) as pool:
            yield from pool.imap(_call, chunks)
    finally:
        _work = None
        gc.unfreeze()


def _call(chunk: Sequence[Any]) -> Any:
    if _work is None:  # pragma: no cover - a child always has it
        raise RuntimeError("a worker started without work")
    return _work(chunk)
