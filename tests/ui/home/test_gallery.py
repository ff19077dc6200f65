"""An exercise of one's own: made, edited, its faults told as it is saved, and on Home when it is right."""

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.widgets import Static

from tests.ui.fakes import make_services
from tests.ui.history.opening import faults
from tests.ui.home.at_home import SIZE, home, settle
from tests.ui.screen_text import screen_text
from tui.adapters.content.exercises import content_folder, read_catalogue, read_exercise
from tui.adapters.content.templates import copy_template, exercise_templates
from tui.core.settings.settings import Settings
from tui.core.text.problems import ContentProblem, StoreProblem, printable
from tui.ui.app.app import UnhunchApp
from tui.ui.home.gallery import GalleryScreen
from tui.ui.home.gallery_parts import faults_of_own
from tui.ui.kit.services import Surroundings
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("no_drawing")


def words_of(app: UnhunchApp) -> str:
    return " ".join(screen_text(app).replace("|", " ").split())


async def test_one_is_made_and_begun_in_five_steps_without_an_editor(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "Chin Tuck" in screen_text(app) and "Sit and Arch" in screen_text(app)
        await pilot.press("enter", *"Desk Tuck", "tab", "4", "tab", *"2,5", "enter")
        for _ in range(3):
            await settle(pilot)
        assert home(app).choice.name == "Desk Tuck"
        assert "Enter starts it" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)
        assert app.screen.panel.border_title == "4 times, hold 2.5 s"
        path = tmp_path / "exercises" / "desk-tuck.toml"
        assert path.stat().st_mode & 0o777 == 0o600
        made = read_exercise(path, own=True)
        assert (made.name, made.short, made.dose.reps, made.dose.hold_s) == ("Desk Tuck", "desk-tuck", 4, 2.5)
        assert made.say.parts == {"word": "tuck"}


async def test_one_that_is_made_again_has_the_repetitions_that_were_typed(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=SIZE) as pilot:

        async def made(reps: str) -> int:
            await pilot.press("a", *["up"] * 4, "enter", *"Desk Tuck", "tab", reps, "enter")
            for _ in range(3):
                await settle(pilot)
            assert home(app).choice.name == "Desk Tuck"
            return home(app).choices.reps(home(app).choice.exercises[0])

        await settle(pilot)
        assert await made("4") == 4
        await pilot.press("plus", "plus")
        assert app.services.progress.reps() == {"desk-tuck": 6}
        await pilot.press("a", "d", "y", "escape")
        await settle(pilot)
        assert await made("3") == 3 and app.services.progress.reps() == {}


async def test_what_cannot_be_is_told_in_the_form_and_nothing_is_written(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True, hold_s=4.0)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", "enter", "backspace", "tab", *"50", "tab", "x", "enter")
        await pilot.pause()
        assert faults(pilot) == {
            "name": "must not be empty",
            "reps": "must be from 1 to 20, not 50",
            "hold_s": "must be a number, not a text",
        }
        assert faults(pilot)["reps"] in words_of(app) and not list((tmp_path / "exercises").glob("*"))
        assert "held for 4 s: that comes" in words_of(app)
        await pilot.press(*"Chin Tuck", "enter")
        await pilot.pause()
        assert list(faults(pilot)) == ["reps", "hold_s"]
        await pilot.press("5", "tab", "6", "enter")
        for _ in range(3):
            await settle(pilot)
        assert home(app).choice.name == "Chin Tuck"
        made = read_exercise(tmp_path / "exercises" / "chin-tuck.toml", own=True)
        assert (made.short, made.dose.reps, made.dose.hold_s) == ("tuck", 5, 6.0)
        assert made.say.parts == {"name": "chin tuck", "word": "tuck"}


async def test_esc_in_the_form_makes_nothing(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", "enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, GalleryScreen)
        assert not (tmp_path / "exercises").exists()


async def test_ones_own_is_watched_its_faults_told_and_it_is_on_home_when_right(tmp_path: Path) -> None:
    path = copy_template(exercise_templates()[0], tmp_path / "exercises", frozenset())
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=(100, 44)) as pilot:
        await pilot.press("a", *["down"] * 3, "enter")
        await pilot.pause()
        gallery = app.screen
        assert isinstance(gallery, GalleryScreen)
        assert "looked at as you save it" in words_of(app)
        right = path.read_text()
        path.write_text(right.replace("reps = 5", "reps = 500"))
        gallery.look()
        await pilot.pause()
        assert "dose.reps: must be from 1 to 20, not 500" in screen_text(app) and app.screen is gallery
        assert "reps = 500" in str(gallery.text.render())
        path.write_text(right.replace('word = "tuck"', 'word = "tuck.wav"'))
        gallery.look()
        await pilot.pause()
        assert "say.word" in screen_text(app) and app.screen is gallery
        path.write_text(right.replace("Chin Tuck", "Slow Tuck"))
        gallery.look()
        for _ in range(3):
            await settle(pilot)
        assert home(app).choice.name == "Slow Tuck"


async def test_ones_own_is_listed_later_edited_in_place_and_taken_out(tmp_path: Path) -> None:
    path = copy_template(exercise_templates()[0], tmp_path / "exercises", frozenset())
    (tmp_path / "exercises" / "broken.toml").write_text("two_sided = 3")
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        gallery = app.screen
        assert isinstance(gallery, GalleryScreen)
        told = screen_text(app)
        assert "broken.toml" in told and "two_sided: must be true or false" in told
        assert "tagline: is missing" in told and "steps: is missing" in told
        await pilot.press("up", "d")
        assert "Yours" in screen_text(app) and "Only one of your own can be taken out" in screen_text(app)
        await pilot.press("down", "down", "enter")
        assert gallery.path == path
        path.write_text(path.read_text().replace("Chin Tuck", "Slow Tuck"))
        gallery.look()
        for _ in range(3):
            await settle(pilot)
        assert home(app).choice.name == "Slow Tuck"
        await pilot.press("a", "d", "y")
        await settle(pilot)
        assert not path.exists() and (tmp_path / "exercises" / "chin-tuck.toml.removed").exists()
        await pilot.press("escape")
        await settle(pilot)
        assert "Slow Tuck" not in screen_text(app)


async def test_a_name_that_another_exercise_has_is_told_as_a_fault(tmp_path: Path) -> None:
    path = copy_template(exercise_templates()[0], tmp_path / "exercises", frozenset())
    path.write_text(path.read_text().replace('short = "tuck"', 'short = "arch"'))
    found = faults_of_own(path, read_catalogue(tmp_path / "none").exercises)
    assert [fault.line for fault in found] == ["chin-tuck.toml: short: the name 'arch' is taken"]


async def test_a_name_of_the_program_s_own_exercises_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "sit-and-arch.toml"
    path.write_bytes(exercise_templates()[0].path.read_bytes())
    found = faults_of_own(path, read_catalogue(tmp_path / "none").exercises)
    assert [fault.line for fault in found] == ["sit-and-arch.toml: short: the name 'sit-and-arch' is taken"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
async def test_what_is_no_file_to_read_is_told_and_nobody_waits_for_it(tmp_path: Path) -> None:
    """A pipe of that name would never end."""
    path = tmp_path / "exercises" / "pipe.toml"
    path.parent.mkdir()
    os.mkfifo(path)
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "the file: is not a regular file" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, GalleryScreen) and app.screen.path == path
        app.screen.look()
        path.unlink()
        app.screen.look()
        await pilot.press("escape")
        await settle(pilot)
        assert home(app).choice.name == "Both stretches"


async def test_esc_leaves_a_file_with_a_fault_where_it_is(tmp_path: Path) -> None:
    path = copy_template(exercise_templates()[0], tmp_path / "exercises", frozenset())
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *["down"] * 3, "enter")
        path.write_text("name = 3")
        await pilot.press("escape")
        await settle(pilot)
        assert home(app).choice.name == "Both stretches"
        faults = app.screen.query_one("#faults", Static)
        assert "Cannot be used, a mends it: chin-tuck.toml: two_sided: is missing" in str(faults.content)
        assert faults.region.height and "chin-tuck.toml cannot be used yet" in words_of(app)
        assert path.read_text() == "name = 3"
        await pilot.press("a", "enter")
        copy_template(exercise_templates()[0], tmp_path, frozenset()).replace(path)
        gallery = app.screen
        assert isinstance(gallery, GalleryScreen)
        gallery.look()
        await settle(pilot)
        assert home(app).choice.name == "Chin Tuck" and not faults.display


async def test_the_key_goes_to_ones_own_that_is_highlighted_else_to_one_that_is_broken(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "exercises"
    for name in ("Slow Tuck", "Chin Tuck"):
        copy_template(exercise_templates()[0], folder, frozenset(), {"name": name})
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=(100, 32)) as pilot:

        async def opened_at(place: int) -> str:
            home(app).menu.cursor = place
            await pilot.press("a")
            await pilot.pause()
            gallery = app.screen
            assert isinstance(gallery, GalleryScreen)
            await pilot.press("escape")
            await pilot.pause()
            return gallery.item.path.name

        places = {choice.name: at for at, choice in enumerate(home(app).choices.choices)}
        assert await opened_at(places["Sit and Arch"]) == exercise_templates()[0].path.name
        assert await opened_at(places["Slow Tuck"]) == "slow-tuck.toml"
        assert await opened_at(places["Chin Tuck"]) == "chin-tuck.toml"
        (folder / "sit-and-arch.toml").write_text("name = 3")
        app.show_own("")
        assert await opened_at(places["Sit and Arch"]) == "sit-and-arch.toml"
        assert await opened_at(places["Slow Tuck"]) == "slow-tuck.toml"


def test_a_copy_overwrites_nothing_and_has_names_of_its_own(tmp_path: Path) -> None:
    arch = next(each for each in exercise_templates() if each.exercise.id == "sit-and-arch")
    taken = frozenset(("sit-and-arch", "arch", "both"))
    paths = [copy_template(arch, tmp_path, taken) for _ in range(2)]
    assert [path.name for path in paths] == ["sit-and-arch-2.toml", "sit-and-arch-3.toml"]
    assert 'short = "arch-2"' in paths[0].read_text()
    assert read_exercise(paths[0], own=True).name == "Sit and Arch 2"


@given(st.text(max_size=30), st.integers(0, 2))
@example("Ä", 0)
@example("0\n", 0)
@example("-", 0)
@example('"\\', 1)
@example("Sit and Arch", 2)
@example("x" * 24, 2)
def test_whatever_it_is_called_it_can_be_used_or_is_refused_by_its_name(name: str, before: int) -> None:
    template = exercise_templates()[-1]
    with TemporaryDirectory() as folder:
        taken: frozenset[str] = frozenset({"arch"})
        for _ in range(before + 1):
            try:
                path = copy_template(template, Path(folder), taken, {"name": name})
            except ContentProblem as problem:
                assert problem.key == "name" and not list(Path(folder).iterdir())
                assert not printable(name).strip(" -")
                return
            made = read_exercise(path, own=True)
            assert not taken & {made.id, made.short}
            taken |= {made.id, made.short}
        assert before or made.name == printable(name).strip()[:24].rstrip(" -")


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "exercises").write_text("in the way")
    with pytest.raises(StoreProblem, match="cannot write the exercise"):
        copy_template(exercise_templates()[0], tmp_path / "exercises", frozenset())


@pytest.mark.parametrize(
    ("named", "there", "told"),
    [
        ("code --wait", "nano", "opens it in code; every key is explained at the end of the file."),
        ("", "nano", "opens it in nano ($EDITOR names another); every key"),
        ("", "vi", "opens it in vi (:wq saves and leaves; $EDITOR names another); every key"),
        ("", "", "tells its path: $EDITOR names no editor, and none was found;"),
    ],
)
async def test_it_tells_in_which_editor_ones_own_opens(
    tmp_path: Path, named: str, there: str, told: str
) -> None:
    if there:
        (tmp_path / there).touch(mode=0o755)
    copy_template(exercise_templates()[0], tmp_path / "home" / "exercises", frozenset())
    environ = {"EDITOR": named, "PATH": str(tmp_path)}
    services = make_services(tmp_path / "home", surroundings=Surroundings(environ))
    app = UnhunchApp(services)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("a", *["down"] * 3)
        await pilot.pause()
        gallery = app.screen
        assert isinstance(gallery, GalleryScreen)
        assert f"Enter {told}" in str(gallery.told.content)


def test_every_key_is_explained_at_the_end_of_a_copy(tmp_path: Path) -> None:
    readme = (content_folder() / "README.md").read_text(encoding="utf-8")
    tables = readme.partition("### Its keys")[2].partition("### What the voice says")[0]
    rows = [row.split("|")[1] for row in tables.splitlines() if row.startswith("| `")]
    keys = [key for row in rows for key in re.findall(r"`([^`]+)`", row)]
    assert len(keys) > 20
    for template in exercise_templates():
        path = copy_template(template, tmp_path, frozenset())
        guide = path.read_text(encoding="utf-8").partition("Every key ---")[2]
        assert [key for key in keys if key not in guide] == []
        assert read_exercise(path, own=True).own


def test_the_first_template_is_the_one_that_the_readme_explains() -> None:
    text = exercise_templates()[0].path.read_text(encoding="utf-8")
    assert text.partition("\n\n")[2] in (content_folder() / "README.md").read_text(encoding="utf-8")
