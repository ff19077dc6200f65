"""What holds for all tests: none is judged by how long a busy machine takes."""

import gc
import time
from collections.abc import Callable, Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.witness import LAG_S, Witness, excuse

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Spare the garbage collector what is loaded by now: it stays. A quarter of all time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


@pytest.fixture
def set_zone() -> Iterator[Callable[[str], None]]:
    """Set this process's time zone until the test's end; other tests' days begin elsewhere."""

    def set_to(name: str) -> None:
        patch.setenv("TZ", name)
        time.tzset()

    with pytest.MonkeyPatch.context() as patch:
        yield set_to
    time.tzset()


@pytest.fixture
def real_time() -> Iterator[Witness]:
    """Watch the machine beside a real-time recording: where it lags, a failure is none."""
    with Witness() as witness:
        yield witness


@pytest.fixture(scope="module")
def real_time_before() -> Iterator[Witness]:
    """Watch it beside recordings that are made before a module's tests."""
    with Witness() as witness:
        yield witness


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    given = getattr(item, "funcargs", {}).values()
    lag = max((one.worst() for one in given if report.failed and isinstance(one, Witness)), default=0.0)
    if lag >= LAG_S:
        report.outcome = "skipped"
        said = [line[1:].strip() for line in report.longreprtext.splitlines() if line.startswith("E ")]
        why = f"Skipped: {excuse(lag, ' '.join(said[:1]))}"
        report.longrepr = (str(item.path), item.reportinfo()[1] or 0, why)
    return report
