"""The writing process is killed at chosen moments: nothing unreadable, nothing missing, nothing half."""

import json
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.adapters import processes
from tests.adapters.history.records import FixedClock, paths_in, record, uuid
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.core.record.record import Record

FIRST = date(2026, 10, 20)
SIZE = 24
ACTS = ("add", "edit", "move", "delete")
TARGETS = (*((act,) for act in ACTS), ("add", "add"))
"""What a process does that is killed: where it adds twice, it adds to a file that it has written itself."""
LEAST_MOMENTS = 30
"""In each of them there are more to be killed at."""


def store(paths: Paths) -> HistoryStore:
    return HistoryStore(paths, FixedClock())


def fill(paths: Paths) -> None:
    store(paths).merge(record(n, FIRST + timedelta(days=n)) for n in range(SIZE))


def step(history: HistoryStore, act: str, number: int) -> None:
    if act == "add":
        history.add(record(1000 + number, FIRST + timedelta(days=number % SIZE), note="new"))
        return
    if act == "delete":
        history.delete(uuid(number))
        return
    before = record(number, FIRST + timedelta(days=number))
    if act == "edit":
        history.replace(replace(before, note="edited"))
    else:
        moved = record(number, date(2026, 9, 5), note="edited")
        history.replace(moved)


@dataclass
class Log:
    """What the child began and what it had acknowledged, as it wrote into a pipe."""

    begun: set[tuple[str, int]]
    done: set[tuple[str, int]]


def run_and_kill(paths: Paths, acts: list[tuple[str, int]], moment: int) -> Log:
    reader, writer = os.pipe()

    def body() -> None:
        os.close(reader)
        history = store(paths)
        processes.die_at(moment)
        for act, number in acts:
            os.write(writer, f"begin {act} {number}\n".encode())
            step(history, act, number)
            os.write(writer, f"done {act} {number}\n".encode())

    pid = processes.start(body)
    os.close(writer)
    processes.wait(pid)
    with os.fdopen(reader) as pipe:
        words = [line.split() for line in pipe]
    found: dict[str, set[tuple[str, int]]] = {"begin": set(), "done": set()}
    for kind, act, number in words:
        found[kind].add((act, int(number)))
    return Log(found["begin"], found["done"])


def check(paths: Paths, log: Log) -> None:
    for path in paths.history.glob("*.json"):
        json.loads(path.read_bytes())
    assert not list(paths.history.glob("*.corrupt*"))
    history = store(paths)
    found = {item.id: item for item in history.all()}
    assert history.problems == ()
    assert len(found) == sum(len(history.month(2026, month)) for month in (9, 10, 11)), "one copy of each"
    for number in range(SIZE):
        expect(found.get(uuid(number)), number, log)
    for act, number in log.begun:
        if act == "add":
            made = found.get(uuid(1000 + number))
            assert made is not None or ("add", number) not in log.done
            assert made in (None, record(1000 + number, FIRST + timedelta(days=number % SIZE), note="new"))


def expect(found: Record | None, number: int, log: Log) -> None:
    before = record(number, FIRST + timedelta(days=number))
    begun = {act for act, n in log.begun if n == number and act != "add"}
    done = {act for act, n in log.done if n == number and act != "add"}
    lawful: list[Record | None] = [] if done else [before]
    if "delete" in begun:
        lawful.append(None)
    if "edit" in begun:
        lawful.append(replace(before, note="edited"))
    if "move" in begun:
        lawful.append(record(number, date(2026, 9, 5), note="edited"))
    assert (replace(found, changed_at=None) if found else None) in lawful


def kill_targeted(folder: Path, target: tuple[str, ...], moment: int) -> bool:
    """Return whether the process lived to its end."""
    paths = paths_in(folder / f"{moment}")
    fill(paths)
    log = run_and_kill(paths, [(act, 3 + number) for number, act in enumerate(target)], moment)
    check(paths, log)
    step(store(paths), "add", 500)
    assert len(log.done) <= len(target)
    return len(log.done) == len(target) and not list(paths.history.glob(".*.tmp"))


@pytest.mark.parametrize("target", TARGETS, ids=" ".join)
def test_a_kill_at_a_few_chosen_moments(tmp_path: Path, target: tuple[str, ...]) -> None:
    for moment in (2, 9, 23):
        kill_targeted(tmp_path, target, moment)


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS, ids=" ".join)
def test_a_kill_at_every_moment(tmp_path: Path, target: tuple[str, ...]) -> None:
    kills = 0
    while not kill_targeted(tmp_path, target, kills):
        kills += 1
        assert kills < 400
    assert kills >= LEAST_MOMENTS


@pytest.mark.slow
def test_kills_in_the_midst_of_many_acts(tmp_path: Path) -> None:
    rng = random.Random(5)
    for round_number in range(200):
        paths = paths_in(tmp_path / str(round_number))
        fill(paths)
        numbers = rng.sample(range(SIZE), 12)
        acts = [(rng.choice(ACTS), number) for number in numbers]
        log = run_and_kill(paths, acts, rng.randrange(LEAST_MOMENTS * len(acts)))
        assert len(log.done) < len(acts), "it was killed before its end"
        check(paths, log)


Body = Callable[[], None]


def adding(paths: Paths, first: int, count: int) -> Body:
    def body() -> None:
        history = HistoryStore(paths, FixedClock(), patience_s=60.0)
        for number in range(first, first + count):
            history.add(record(number, FIRST + timedelta(days=number % 20)))

    return body


def add_together(folder: Path, workers: int, each: int) -> None:
    paths = paths_in(folder)
    pids = [processes.start(adding(paths, 10_000 * worker, each)) for worker in range(workers)]
    assert [processes.wait(pid) for pid in pids] == [0] * workers
    wanted = {uuid(10_000 * worker + n) for worker in range(workers) for n in range(each)}
    history = store(paths)
    assert {item.id for item in history.all()} == wanted
    assert history.problems == ()


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    add_together(tmp_path, 2, 15)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [2, 4])
def test_processes_add_250_each_at_once(tmp_path: Path, workers: int) -> None:
    add_together(tmp_path, workers, 250)


@pytest.mark.slow
def test_processes_edit_move_and_delete_at_once(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    fill(paths)

    def busy(act: str, numbers: range) -> Body:
        def body() -> None:
            history = HistoryStore(paths, FixedClock(), patience_s=60.0)
            for number in numbers:
                step(history, act, number)

        return body

    work = [("edit", range(0, 6)), ("move", range(6, 12)), ("delete", range(12, 18)), ("add", range(30))]
    pids = [processes.start(busy(act, numbers)) for act, numbers in work]
    assert [processes.wait(pid) for pid in pids] == [0] * len(work)
    log = {(act, number) for act, numbers in work for number in numbers}
    check(paths, Log(log, log))
