"""Settings from the shell, as processes."""

import json

from tests.cli.programs import run


def test_settings_come_back_as_they_were_set(tmp_path):
    for name, text in (
        ("hold", "3.5"), ("hold", "own"), ("volume", "0"), ("sounds", "off"), ("day-starts-at", "05:30"),
        ("desk-days", "mon-thu"), ("theme", "nord"), ("figure-style", "ascii"), ("motion", "off"),
    ):  # fmt: skip
        assert run(("set", name, text), tmp_path).out == f"{name} is {text}\n"
        assert run(("get", name), tmp_path).out == f"{text}\n"
    known = json.loads(run(("get", "--json"), tmp_path).out)
    assert (known["hold"], known["volume"], known["sounds"], known["desk-days"]) == (
        None,
        0,
        False,
        "mon-thu",
    )
    assert run(("set", "--defaults"), tmp_path).status == 0
    assert run(("get", "theme"), tmp_path).out == "auto\n"
