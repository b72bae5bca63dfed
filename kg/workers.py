"""Runs a function over many inputs in several processes that never outlive this one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Input = TypeVar("Input")
Output = TypeVar("Output")


class Crashed:
    """Stands for the value of an input on which the process died."""


def run(function: Callable[[Input], Output], inputs: Sequence[Input], jobs: int) -> Iterator[Output | Crashed]:
    """Yield the function's value for each input, in order, worked out in up to ``jobs`` processes.

    Where a process dies (the kernel may end it, or a library may crash), its inputs are tried again one at a time;
    the one that makes it die again gives ``Crashed``. With one job nothing leaves this process.
    """
    if jobs <= 1 or len(inputs) < 2:
        yield from map(function, inputs)
        return
    done = 0
    try:
        for value in _parallel(function, inputs, min(jobs, len(inputs))):
            yield value
            done += 1
    except BrokenProcessPool:
        for each in inputs[done:]:
            try:
                yield from _parallel(function, [each], 1)
            except BrokenProcessPool:
                yield Crashed()


def _parallel(function: Callable[[Input], Output], inputs: Sequence[Input], jobs: int) -> Iterator[Output]:
    # Not "fork": a copy of a process with threads, as stores and PDF libraries have, may hang.
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    try:
        yield from pool.map(function, inputs)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    pool.shutdown()


def _begin() -> None:
    """Set up a worker: it says nothing, and ends with its parent even where that is killed."""
    from kg.quiet import silence_libraries

    silence_libraries()
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
