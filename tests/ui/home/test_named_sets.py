"""Sets under a name, kept, changed and forgotten on Home: the same file as `unhunch sets` writes."""

from pathlib import Path

import pytest

from tests.ui.fakes import make_services
from tests.ui.history.opening import fill
from tests.ui.home.at_home import SIZE, home, settle
from tests.ui.screen_text import screen_text
from tui.adapters.content.named_sets import change_sets, read_sets
from tui.core.exercises.named_set import NamedSet
from tui.ui.app.app import UnhunchApp
from tui.ui.home.set_form import SetScreen
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("no_drawing")
EVENING = NamedSet("evening", (("sit-and-arch", 5), ("sit-and-rotate", None)))


def kept(services: Services) -> tuple[NamedSet, ...]:
    sets, problems = read_sets(services.paths.sets, services.catalogue)
    assert problems == ()
    return sets


@pytest.fixture
def with_set(tmp_path: Path) -> Services:
    services = make_services(tmp_path)
    return make_services(tmp_path, sets=change_sets(services.paths, services.catalogue, keep=EVENING))


async def test_what_is_ticked_is_kept_in_its_order_and_started(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("w")
        assert "Tick exercises with space first" in home(app).notice.text
        await pilot.press("down", "down", "space", "up", "space", "w")
        await pilot.pause()
        assert isinstance(app.screen, SetScreen)
        await pilot.press(*"morning", "enter")
        await settle(pilot)
        assert home(app).choice.name == "morning" and home(app).choices.ticked == []
        assert "morning is kept" in screen_text(app)
        assert kept(services) == (NamedSet("morning", (("sit-and-arch", None), ("sit-and-rotate", None))),)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)


async def test_a_set_is_changed_and_renamed(with_set: Services) -> None:
    app = UnhunchApp(with_set)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(*["down"] * 3, "w")
        await pilot.pause()
        assert "Change the set evening" in screen_text(app)
        assert "sit-and-arch=5 sit-and-rotate" in screen_text(app)
        fill(pilot, name="late", exercises="rotate=2, arch")
        await pilot.press("enter")
        await settle(pilot)
        assert kept(with_set) == (NamedSet("late", (("sit-and-rotate", 2), ("sit-and-arch", None))),)
        assert home(app).choice.name == "late"
        await pilot.press("plus")
        assert "w changes them" in home(app).notice.text


async def test_a_name_may_be_typed_with_capitals_and_spaces(with_set: Services) -> None:
    app = UnhunchApp(with_set)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("down", "space", "w", *"Morning set", "enter")
        await settle(pilot)
        assert home(app).choice.name == "morning-set" and "morning-set is kept" in screen_text(app)
        assert [each.name for each in kept(with_set)] == ["evening", "morning-set"]


async def test_a_set_is_forgotten_after_a_question(with_set: Services) -> None:
    app = UnhunchApp(with_set)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("d")
        assert "Only a set with a name" in home(app).notice.text
        await pilot.press(*["down"] * 3, "d")
        await pilot.pause()
        assert "Forget the set evening?" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert kept(with_set) == (EVENING,)
        await pilot.press("d", "y")
        await settle(pilot)
        assert kept(with_set) == () and "evening is forgotten" in screen_text(app)
        assert [choice.name for choice in home(app).choices.choices][-1] == "Sit and Arch"


@pytest.mark.parametrize(
    ("name", "exercises", "said"),
    [
        ("", "arch", "A set needs a name with a letter of a to z or a digit in it"),
        ("утро -", "arch", "A set needs a name with a letter of a to z or a digit in it"),
        ("ﬃ" * 11, "arch", "The set: a name has at most 30 small letters, digits and -"),
        ("Arch", "rotate", "The set: the name is taken"),
        ("x", "", "The set: must be a list of 1 to 20 exercises"),
        ("x", "yoga", "unknown exercise 'yoga'"),
        ("x", "arch=0", "The set: repetitions are 1 to 20"),
        ("x", "arch arch", "The set: an exercise is named twice"),
        ("x", "arch=", "The set: how many are missing"),
    ],
)
async def test_what_cannot_be_is_told_in_the_form(
    with_set: Services, name: str, exercises: str, said: str
) -> None:
    app = UnhunchApp(with_set)
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await pilot.press(*["down"] * 3, "w")
        await pilot.pause()
        fill(pilot, name=name, exercises=exercises)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SetScreen)
        assert said in app.screen.problem_text
    assert kept(with_set) == (EVENING,)


@pytest.mark.parametrize("keys", [("w", "enter"), ("d", "y")])
async def test_a_file_with_a_fault_is_left_as_it_is(with_set: Services, keys: tuple[str, str]) -> None:
    text = "evening = 3\nmorning = ['sit-and-arch=1']\n"
    app = UnhunchApp(with_set)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(*["down"] * 3, keys[0])
        await pilot.pause()
        with_set.paths.sets.write_text(text)
        await pilot.press(keys[1])
        await settle(pilot)
        assert "sets.toml is left as it is" in screen_text(app)
    assert with_set.paths.sets.read_text() == text
