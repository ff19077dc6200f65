"""With 256 colours the figure keeps its hues, and is written in the very colours that were chosen."""

import pytest
from rich.color import ColorSystem
from textual.color import Color, rgb_to_lab
from textual.theme import Theme

from tests.core.figure import people
from tui.core.figure.colours import packed
from tui.core.figure.frame import Role
from tui.core.figure.picture.mosaic import GHOST_SHARES
from tui.ui.figure.figure_colours import ROLES, FigureColours, role_colours
from tui.ui.figure.xterm_colors import nearest, written, xterm_color
from tui.ui.kit.themes import DARK, LIGHT

BROWN, SKIN, DENIM = Color(160, 98, 62), Color(240, 188, 150), Color(86, 112, 180)
NIGHT, SLATE, GREY = Color(18, 22, 27), Color(154, 168, 194), Color(95, 95, 95)


def test_the_palette_is_that_of_xterm() -> None:
    assert xterm_color(16).rgb == (0, 0, 0) and xterm_color(231).rgb == (255, 255, 255)
    assert xterm_color(94).rgb == (135, 95, 0)
    assert xterm_color(232).rgb == (8, 8, 8) and xterm_color(255).rgb == (238, 238, 238)


@pytest.mark.parametrize(
    "color", [BROWN, SKIN, DENIM, Color(18, 22, 27), Color(154, 168, 194), Color(95, 95, 95)]
)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.76, 1.0])
def test_what_is_chosen_is_written_as_it_is(color: Color, share: float) -> None:
    chosen = nearest(Color(0, 0, 0).blend(color, share, 1.0))
    number = chosen.rich_color.downgrade(ColorSystem.EIGHT_BIT).number
    looks = {color: lab for color, lab in written()}
    assert number is not None and rgb_to_lab(xterm_color(number)) == looks[chosen]


def test_every_grey_of_the_palette_can_be_written() -> None:
    numbers = {color.rich_color.downgrade(ColorSystem.EIGHT_BIT).number for color, _ in written()}
    assert numbers >= set(range(232, 256))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("share", GHOST_SHARES)
def test_a_ghost_is_not_written_as_the_ground(theme: Theme, share: float) -> None:
    colors = {
        role: Color.parse(name) for role, name in role_colours(dark=theme.dark, ascii_only=False).items()
    }
    ground, ghost = Color.parse(theme.background or ""), colors["ghost"]
    palette = FigureColours(dict.fromkeys(ROLES, SKIN) | colors, ground, theme.dark, "256")
    ghost = ground.blend(ghost, share, 1.0)
    papers = [palette.style(0, packed(*color.rgb)).bgcolor for color in (ground, ghost)]
    numbers = [paper.downgrade(ColorSystem.EIGHT_BIT).number for paper in papers if paper]
    assert len(numbers) == 2 and numbers[0] != numbers[1]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("name", "channel"), [("hair", 0), ("trousers", 2)])
def test_hair_is_never_green_nor_are_trousers(theme: Theme, name: str, channel: int) -> None:
    background = Color.parse(theme.background or "")
    colors = dict.fromkeys(ROLES, SKIN) | {"hair": BROWN, "trousers": DENIM}
    palette = FigureColours(colors, background, theme.dark, "256")
    for share in (0.4, 0.6, 0.8, 1.0):
        shade = Color(*(round(part * share) for part in colors[name].rgb))
        ground = palette.style(0, packed(*shade.rgb)).bgcolor
        assert ground and ground.triplet
        assert ground.triplet[channel] >= ground.triplet.green


def test_shirt_and_trousers_stay_apart() -> None:
    palette = FigureColours(dict.fromkeys(ROLES, SKIN), NIGHT, True, "256")
    shirt, trousers = (packed(*people.DARK.rgb(role)) for role in (Role.SHIRT, Role.TROUSERS))
    assert palette.style(0, shirt).bgcolor != palette.style(0, trousers).bgcolor
