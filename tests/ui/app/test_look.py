"""The theme and the glyphs follow the terminal, unless they were chosen."""

from pathlib import Path

import pytest

from tests.ui.fakes import make_services
from tests.ui.ink import cells_of
from tui.core.settings.settings import Settings
from tui.core.terminal.questions import Answers
from tui.ui.app.app import UnhunchApp
from tui.ui.app.damage import Answered
from tui.ui.kit.services import Surroundings

LIGHT, DARK = Answers((250, 248, 244)), Answers((18, 22, 27))
pytestmark = pytest.mark.usefixtures("no_drawing")


async def test_an_answer_turns_the_theme_and_is_remembered(tmp_path: Path) -> None:
    told: list[Answers] = []
    services = make_services(tmp_path, surroundings=Surroundings(remember=told.append))
    app = UnhunchApp(services)
    async with app.run_test() as pilot:
        assert app.theme == "unhunch-dark"
        app.post_message(Answered(LIGHT._replace(wide=False)))
        await pilot.pause()
        assert app.theme == "unhunch-light"
        app.post_message(Answered(Answers()))
        await pilot.pause()
        assert app.theme == "unhunch-light"
    assert told == [LIGHT._replace(wide=False)]
    assert app.settings.theme == "auto"


@pytest.mark.parametrize(
    ("known", "hint", "theme"),
    [
        (LIGHT, None, "unhunch-light"),
        (DARK, True, "unhunch-dark"),
        (Answers(), True, "unhunch-light"),
        (Answers(), None, "unhunch-dark"),
    ],
)
async def test_the_first_paint_is_as_the_terminal_answered_before(
    tmp_path: Path, known: Answers, hint: bool | None, theme: str
) -> None:
    app = UnhunchApp(make_services(tmp_path, surroundings=Surroundings(known=known, light=hint)))
    assert app.theme == theme


async def test_a_theme_that_was_chosen_stays(tmp_path: Path) -> None:
    settings = Settings(welcomed=True, theme="nord")
    app = UnhunchApp(make_services(tmp_path, settings=settings, surroundings=Surroundings(known=LIGHT)))
    async with app.run_test() as pilot:
        app.post_message(Answered(DARK))
        await pilot.pause()
        assert app.theme == "nord"


@pytest.mark.parametrize(
    ("wanted", "able", "wide", "ascii_only"),
    [
        ("auto", True, None, False),
        ("auto", True, True, True),
        ("auto", False, None, True),
        ("unicode", False, None, False),
        ("unicode", True, True, True),
        ("ascii", True, False, True),
    ],
)
def test_glyphs(tmp_path: Path, wanted: str, able: bool, wide: bool | None, ascii_only: bool) -> None:
    surroundings = Surroundings(unicode=able, known=Answers(wide=wide))
    settings = Settings(welcomed=True, glyphs=wanted)
    app = UnhunchApp(make_services(tmp_path, settings=settings, surroundings=surroundings))
    assert app.has_class("-ascii") is ascii_only


async def test_between_the_terminals_own_colours_all_is_drawn_anew(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True, theme="ansi-dark")))
    async with app.run_test() as pilot:
        await pilot.pause()
        before = cells_of(app)[0][2][1].color
        app.change_settings(app.settings._replace(theme="ansi-light"))
        await pilot.pause()
        assert cells_of(app)[0][2][1].color != before, "the title is not as loud on light ground"
