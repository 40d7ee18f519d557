"""Plan after plan in warm worker processes, watched by the parent: a worker that dies or hangs costs only its plan."""

import gc
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from acbp.building import build_codes  # noqa: F401  (registers the codes)
from acbp.building.jobs import Options
from acbp.building.making import Renderer, load_renderer, make
from acbp.building.naming import read_language
from acbp.building.outcome import PlanOutcome, pack, unpack
from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.loading import PlanSource

TIME_LIMIT = 300.0
"""Seconds that one plan may take with all its documents; a large one takes about ten."""
MEMORY_LIMIT = 4 * 1024**3
"""Bytes of address space of a worker, where the system can limit it; a large plan takes about a quarter."""
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    plan: "PlanSource | None" = None
    deadline: float = 0.0


@dataclass(slots=True)
class Crew:
    """Up to `size` workers; each is started when there is work for it and keeps what it has loaded."""

    size: int
    options: Options
    renderer: Renderer | None = None
    time_limit: float = TIME_LIMIT
    _workers: list[_Worker] = field(default_factory=list)

    def work(self, sources: Sequence["PlanSource"]) -> Iterator[tuple["PlanSource", PlanOutcome]]:
        """Build these plans and yield each as it is done; on leaving, also by an exception, every worker is gone."""
        waiting = deque(sources)
        try:
            while waiting or any(worker.plan for worker in self._workers):
                self._hand_out(waiting)
                yield from self._collect()
        finally:
            self._dismiss()

    def _hand_out(self, waiting: "deque[PlanSource]") -> None:
        idle = [worker for worker in self._workers if worker.plan is None]
        while waiting and (idle or len(self._workers) < self.size):
            worker = idle.pop() if idle else self._hire()
            worker.plan, worker.deadline = waiting.popleft(), time.monotonic() + self.time_limit
            with suppress(OSError):  # a worker that died meanwhile is noticed when its result is collected
                worker.pipe.send(worker.plan)

    def _hire(self) -> _Worker:
        # A fresh interpreter behaves the same on every system; a fork would copy the locks of the parent's threads.
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, os.getpid(), self.options, self.renderer), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _collect(self) -> Iterator[tuple["PlanSource", PlanOutcome]]:
        busy = {worker.pipe: worker for worker in self._workers if worker.plan is not None}
        rest = max(0.0, min(worker.deadline for worker in busy.values()) - time.monotonic())
        for pipe in connection.wait(list(busy), rest):
            worker = busy.pop(pipe)  # type: ignore[index]
            plan, worker.plan = worker.plan, None
            assert plan is not None
            try:
                outcome = unpack(worker.pipe.recv())
            except (EOFError, OSError):
                worker.process.join(5)
                reason = _describe_exit(worker.process.exitcode)
                self._remove(worker)
                problem = Problem("E908", {"file": plan.name, "reason": reason})
                outcome = PlanOutcome(plan.name, read_language(plan), problems=(problem,), fault=True)
            yield plan, outcome
        for worker in busy.values():
            if time.monotonic() >= worker.deadline and worker.plan is not None:
                plan = worker.plan
                self._remove(worker)
                problem = Problem("E905", {"file": plan.name, "limit": f"{self.time_limit:g} s"})
                yield plan, PlanOutcome(plan.name, read_language(plan), problems=(problem,))

    def _remove(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def _dismiss(self) -> None:
        for worker in list(self._workers):
            self._remove(worker)


def _describe_exit(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(pipe: Connection, parent: int, options: Options, renderer: Renderer | None) -> None:
    """The life of a worker: plans come in through the pipe, plain dicts go out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    _limit(parent)
    if renderer is None:
        # What all plans need is loaded before the first one, and then left alone by the garbage collector.
        with suppress(Exception):  # told again, and then reported, by the plan that needs it
            load_renderer()
    gc.freeze()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pipe.send(pack(make(pipe.recv(), options, renderer)))


def _limit(parent: int) -> None:
    """Bind the worker's life to its parent's and bound its memory, as far as the system can."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY_LIMIT if most == resource.RLIM_INFINITY else min(MEMORY_LIMIT, most)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, most))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
