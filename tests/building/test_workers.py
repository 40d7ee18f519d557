"""A worker that dies, hangs or fails costs only its own plan, and no worker outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from acbp.building.jobs import Options
from acbp.building.outcome import PlanOutcome
from acbp.building.workers import Crew
from acbp.loading.source import discover
from tests.building.stand_in import misbehave, render, write_plan

ROOT = Path(__file__).parents[2]


def work(folder: Path, crew: Crew) -> dict[str, PlanOutcome]:
    sources, _ = discover([folder])
    return {Path(source.name).stem: outcome for source, outcome in crew.work(sources)}


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # A process that has ended but was not asked for its result yet is gone all the same.
    return "State:\tZ" not in Path(f"/proc/{number}/status").read_text("utf-8")


def test_each_plan_is_built_by_itself_whatever_happens_to_others(tmp_path: Path) -> None:
    for name in ("built-1", "built-2", "dies-1", "eats-1", "fails-1"):
        write_plan(tmp_path / "plans", name, "zh" if name == "dies-1" else "en")
    done = work(tmp_path / "plans", Crew(2, Options(output=tmp_path / "out"), misbehave))
    assert {name for name, outcome in done.items() if outcome.is_built} == {"built-1", "built-2"}
    told = {name: outcome.problems[0] for name, outcome in done.items() if outcome.problems}
    assert {name: problem.code for name, problem in told.items()} == {
        "dies-1": "E908",
        "eats-1": "E905",
        "fails-1": "E907",
    }
    assert (told["dies-1"].values["reason"], done["dies-1"].language) == ("SIGKILL", "zh")
    assert {name for name, outcome in done.items() if outcome.fault} == {"dies-1", "fails-1"}
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 4


def test_each_plan_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    # None is to be built beside them: on a busy machine its worker may not even have started by then.
    for name in ("hangs-1", "hangs-2"):
        write_plan(tmp_path / "plans", name)
    done = work(tmp_path / "plans", Crew(1, Options(output=tmp_path / "out"), misbehave, time_limit=2))
    assert {name: outcome.problems[0].code for name, outcome in done.items()} == dict.fromkeys(done, "E905")
    assert {outcome.problems[0].values["limit"] for outcome in done.values()} == {"2 s"}
    assert len(done) == 2
    assert not any(outcome.fault for outcome in done.values())


def test_a_worker_takes_plan_after_plan(tmp_path: Path) -> None:
    for number in range(5):
        write_plan(tmp_path / "plans", f"plan-{number}")
    crew = Crew(1, Options(output=tmp_path / "out"), render)
    sources, _ = discover([tmp_path / "plans"])
    seen = set()
    for _, outcome in crew.work(sources):
        assert outcome.is_built
        seen.update(worker.process.pid for worker in crew._workers)
    assert len(seen) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_workers_end_with_their_parent(tmp_path: Path, end: signal.Signals) -> None:
    for name in ("harbour", "coast"):
        write_plan(tmp_path / "plans", name)
    (tmp_path / "pids").mkdir()
    code = (
        "from pathlib import Path\nfrom tests.building.stand_in import wait\nfrom acbp.building import making\n"
        "from acbp.building import builder\nfrom acbp.cli import door\n"
        "if __name__ == '__main__':\n"
        "    real = builder.build\n"
        "    builder.build = lambda *given: real(*given, wait)\n"
        f"    door.main(['build', {str(tmp_path / 'plans')!r}, '--output', {str(tmp_path / 'out')!r}, '--jobs', '2'])\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ACBP_TEST_FOLDER": str(tmp_path / "pids"), "LANG": "C"}
    deadline = time.monotonic() + 120
    with subprocess.Popen([sys.executable, script], env=environment, cwd=tmp_path, stderr=subprocess.PIPE) as parent:
        try:
            while len(workers := [int(file.name) for file in (tmp_path / "pids").iterdir()]) < 2:
                assert time.monotonic() < deadline
                time.sleep(0.05)
            parent.send_signal(end)
            _, told = parent.communicate(timeout=60)
        finally:
            parent.kill()
    assert parent.returncode == (-signal.SIGKILL if end == signal.SIGKILL else 130)
    assert b"Traceback" not in told
    while any(map(is_alive, workers)):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert list((tmp_path / "out").rglob("*.pdf")) == []


def test_leaving_early_ends_the_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("built-1", "hangs-1", "hangs-2"):
        write_plan(tmp_path / "plans", name)
    crew = Crew(2, Options(output=tmp_path / "out"), misbehave)
    sources, _ = discover([tmp_path / "plans"])
    working = crew.work(sources)
    next(working)
    processes = [worker.process for worker in crew._workers]
    working.close()
    assert processes and not any(process.is_alive() for process in processes)
