"""The one thread that saves: in order, again when it failed, and joined before leaving."""

import threading
from collections.abc import Callable

import pytest

from tests.adapters.history.records import ids, record, uuid
from tui.adapters.history import writer as writer_module
from tui.adapters.history.writer import Writer
from tui.core.record.record import Record
from tui.core.text.problems import StoreProblem


class Shelf:
    """Takes records, unless it is shut."""

    def __init__(self) -> None:
        self.shut = ""
        self.taken: list[Record] = []
        self.threads: set[int] = set()

    def add(self, item: Record) -> None:
        self.threads.add(threading.get_ident())
        if self.shut:
            raise StoreProblem("cannot save", self.shut)
        self.taken.append(item)


def answer_of(start: Callable[[Callable[[StoreProblem | None], None]], None]) -> StoreProblem | None:
    """Start something and wait for what its callback is told."""
    told: list[StoreProblem | None] = []
    done = threading.Event()

    def on_done(problem: StoreProblem | None) -> None:
        told.append(problem)
        done.set()

    start(on_done)
    assert done.wait(10)
    return told[0]


def test_all_is_saved_in_order_on_a_thread_of_its_own() -> None:
    shelf = Shelf()
    writer = Writer(shelf)
    for number in range(50):
        writer.save(record(number))
    assert writer.join() == ()
    assert [item.id for item in shelf.taken] == [uuid(n) for n in range(50)]
    assert threading.get_ident() not in shelf.threads
    assert len(shelf.threads) == 1


def test_a_failure_is_told_once_kept_and_tried_again() -> None:
    shelf, told = Shelf(), []
    shelf.shut = "disk full"
    writer = Writer(shelf, told.append, retry_s=0.005)
    problem = answer_of(lambda on_done: writer.save(record(1), on_done))
    assert problem is not None
    assert problem.line == "cannot save: disk full"
    assert ids(writer.unsaved()) == {uuid(1)}
    opened = threading.Event()
    writer.submit(opened.set)
    assert opened.wait(10)
    assert [item.line for item in told] == ["cannot save: disk full"]
    shelf.shut = ""
    assert writer.join() == ()
    assert ids(shelf.taken) == {uuid(1)}


def test_it_is_tried_again_by_itself() -> None:
    shelf = Shelf()
    shelf.shut = "disk full"
    writer = Writer(shelf, retry_s=0.005)
    saved = threading.Event()

    def on_done(problem: StoreProblem | None) -> None:
        shelf.shut = ""
        if problem is None:
            saved.set()

    writer.save(record(1), on_done)
    assert saved.wait(10)
    assert writer.unsaved() == ()
    assert writer.join() == ()


def test_what_is_never_saved_is_handed_back() -> None:
    shelf = Shelf()
    shelf.shut = "no permission"
    writer = Writer(shelf)
    writer.save(record(1))
    writer.save(record(2))
    assert ids(writer.join(10)) == {uuid(1), uuid(2)}
    with pytest.raises(StoreProblem, match="leaving"):
        writer.save(record(3))
    assert ids(writer.join()) == {uuid(1), uuid(2), uuid(3)}


def test_of_two_versions_the_later_stays_unsaved() -> None:
    shelf = Shelf()
    shelf.shut = "disk full"
    writer = Writer(shelf)
    writer.save(record(1))
    writer.save(record(1, note="later"))
    (left,) = writer.join()
    assert left.note == "later"


def test_any_job_is_done_and_told() -> None:
    writer = Writer(Shelf())
    done: list[int] = []
    assert answer_of(lambda on_done: writer.submit(lambda: done.append(1), on_done)) is None
    assert done == [1]
    writer.join()
    writer.join()


def test_an_older_version_that_is_saved_late_leaves_the_later_one_unsaved() -> None:
    started, go_on, saved = threading.Event(), threading.Event(), threading.Event()
    left: list[str] = []

    class Slow(Shelf):
        def add(self, item: Record) -> None:
            started.set()
            go_on.wait(10)
            super().add(item)

    def look(_problem: StoreProblem | None) -> None:
        left.extend(item.note for item in writer.unsaved())
        saved.set()

    writer = Writer(Slow())
    writer.save(record(1), look)
    assert started.wait(10)
    writer.save(record(1, note="later"))
    go_on.set()
    assert saved.wait(10)
    assert left == ["later"]
    assert writer.join() == ()


def test_an_exception_that_nobody_foresaw_is_told_and_the_thread_goes_on() -> None:
    shelf, told = Shelf(), []

    class Broken(Shelf):
        def add(self, item: Record) -> None:
            if item.id == uuid(1):
                raise OverflowError("date value out of range")
            shelf.add(item)

    writer = Writer(Broken(), told.append)
    problem = answer_of(lambda on_done: writer.save(record(1), on_done))
    assert problem is not None
    assert problem.line == "cannot save: OverflowError('date value out of range')"
    assert answer_of(lambda on_done: writer.save(record(2), on_done)) is None
    assert [item.line for item in told] == [problem.line]
    assert ids(writer.join(10)) == {uuid(1)}
    assert ids(shelf.taken) == {uuid(2)}


def test_a_callback_that_raises_is_told_and_the_thread_goes_on() -> None:
    told: list[str] = []

    def refuse(problem: StoreProblem) -> None:
        told.append(problem.line)
        raise RuntimeError("the screen has gone")

    def raise_it(_problem: StoreProblem | None) -> None:
        raise KeyError("widget")

    shelf = Shelf()
    writer = Writer(shelf, refuse)
    writer.save(record(1), raise_it)
    writer.save(record(2))
    assert writer.join(10) == ()
    assert ids(shelf.taken) == {uuid(1), uuid(2)}
    assert told == ["cannot save: KeyError('widget')"]


def test_a_record_waits_for_the_picture_but_not_when_the_program_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writer_module, "DRAWING_S", 3600.0)
    shelf, done = Shelf(), threading.Event()
    writer = Writer(shelf)
    writer.save(record(1), lambda _: done.set())
    assert not done.wait(0.05)
    assert [item.id for item in writer.unsaved()] == [uuid(1)]
    assert writer.join() == ()
    assert [item.id for item in shelf.taken] == [uuid(1)]
