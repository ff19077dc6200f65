"""Content files on disk: bundled ones first, broken ones of the user's listed and never fatal."""

import os
import re
from pathlib import Path

import pytest

from tui.adapters.content.exercises import content_folder, read_catalogue, read_exercise, read_toml
from tui.core.text.problems import ContentProblem, UsageProblem

ARCH = (content_folder() / "exercises" / "sit-and-arch.toml").read_text(encoding="utf-8")


def own(short: str) -> str:
    return ARCH.replace('short = "arch"', f'short = "{short}"')


def test_rotate_comes_before_arch(tmp_path: Path) -> None:
    catalogue = read_catalogue(tmp_path / "none")
    assert [exercise.id for exercise in catalogue.exercises] == ["sit-and-rotate", "sit-and-arch"]
    assert catalogue.bundled == catalogue.exercises
    assert catalogue.find("arch") is catalogue.find("sit-and-arch")


def test_an_unknown_exercise_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(
        UsageProblem, match=r"'x' \(there are: both, sit-and-rotate or rotate, sit-and-arch or arch\)"
    ):
        read_catalogue(tmp_path).find("x")


def test_own_exercises_follow_and_broken_ones_are_listed(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(own("mine"), encoding="utf-8")
    (tmp_path / "sit-and-arch.toml").write_text(own("other"), encoding="utf-8")
    (tmp_path / "twin.toml").write_text(own("mine"), encoding="utf-8")
    (tmp_path / "torn.toml").write_text("name = ", encoding="utf-8")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "big.toml").write_bytes(b"#" * 300_000)
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")
    catalogue = read_catalogue(tmp_path)
    assert [(exercise.id, exercise.own) for exercise in catalogue.exercises[2:]] == [("mine", True)]
    told = [problem.line for problem in catalogue.unusable]
    assert told[0] == "big.toml: is larger than 16 KiB"
    assert told[1] == "bytes.toml: is not UTF-8 text"
    assert told[2] == "folder.toml: is a folder"
    assert told[3] == "sit-and-arch.toml: the name 'sit-and-arch' is taken"
    assert told[4].startswith("torn.toml: is not TOML 1.0: ")
    assert told[5] == "twin.toml: the name 'mine' is taken"


def test_a_folder_that_is_none_is_listed(tmp_path: Path) -> None:
    place = tmp_path / "exercises"
    place.write_text("", encoding="utf-8")
    assert [problem.line for problem in read_catalogue(place).unusable] == ["exercises: Not a directory"]


def test_a_deeply_nested_file_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "deep.toml"
    path.write_text("a = " + "[" * 20_000, encoding="utf-8")
    with pytest.raises(ContentProblem):
        read_toml(path)


HOSTILE = {
    "400 digits": (ARCH + "\n").replace("short =", f"order = {'9' * 400}\nshort ="),
    "5,000 digits": f"a = {'9' * 5_000}",
    "a long key": "a." * 60_000 + "a = 1",
    "a long key that fits": "a." * 8_000 + "a = 1",
    "many levels": f"a = {'[' * 8_000}",
    "many levels in tables": f"a = {'{a=' * 5_000}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_file_of_a_persons_own_keeps_the_program_from_starting(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    (problem,) = read_catalogue(tmp_path).unusable
    assert problem.line.startswith("x.toml: ")


@pytest.mark.parametrize("key", ["reps", "hold_s", "move_s"])
def test_a_number_of_400_digits_is_told_with_its_key(tmp_path: Path, key: str) -> None:
    text = re.sub(rf"^{key} = .*$", f"{key} = {'9' * 400}", ARCH, flags=re.MULTILINE)
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    (problem,) = read_catalogue(tmp_path).unusable
    assert re.fullmatch(rf"x.toml: [a-z.]*{key}: must be from .* to .*, not so large a number", problem.line)


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    told = [problem.line for problem in read_catalogue(tmp_path).unusable]
    assert told == ["pipe.toml: is not a regular file", "zero.toml: is not a regular file"]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """As some editors write it."""
    text = (content_folder() / "exercises" / "sit-and-arch.toml").read_bytes()
    (tmp_path / "other.toml").write_bytes(b"\xef\xbb\xbf" + text)
    assert read_exercise(tmp_path / "other.toml", own=True).id == "other"


@pytest.mark.parametrize("steps", ['[{ title = "a", text = "b", }]', '[{ title = "a",\n text = "b" }]'])
def test_what_only_toml_1_1_allows_is_told_by_its_name(tmp_path: Path, steps: str) -> None:
    """tomlkit 0.15 and tomli 2.5 take both; Python 3.11's reader takes neither."""
    (tmp_path / "mine.toml").write_text(f"steps = {steps}\n")
    with pytest.raises(ContentProblem, match=r"mine\.toml: is not TOML 1\.0: .*line 1"):
        read_toml(tmp_path / "mine.toml")
