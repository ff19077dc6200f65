"""Text can be read: computed contrasts, and no meaning by colour alone."""

from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from tests.ui.fakes import make_services
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.themes import DARK, LEAST_CONTRAST, LIGHT, contrast, text_colours

OWN = (DARK, LIGHT)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_text_of_our_own_themes(theme: Theme, tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    app.theme = theme.name
    variables = app.get_css_variables()
    for ground_name in ("background", "surface", "panel"):
        ground = Color.parse(variables[ground_name])
        for name in ("foreground", "hot", "cool", "quiet", "text-error"):
            text = Color.parse(variables[name])
            assert contrast(ground.blend(text, text.a, 1.0), ground) >= LEAST_CONTRAST, (ground_name, name)


def test_text_of_every_selectable_theme(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    for theme in app.available_themes.values():
        variables = theme.to_color_system().generate()
        colours = text_colours(theme, variables)
        if theme.ansi:
            continue
        for ground_name in ("background", "surface"):
            ground = Color.parse(variables[ground_name])
            least = min(LEAST_CONTRAST, contrast(Color.parse(variables["foreground"]), ground))
            for name in ("hot", "cool", "quiet"):
                assert contrast(Color.parse(colours[name]), ground) >= least - 0.01, (theme.name, name)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21.0)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", [LIGHT.background, LIGHT.surface, LIGHT.panel])
def test_grounds_stay_grey_where_there_are_256_colours(ground: str) -> None:
    red, green, blue = RichColor.parse(ground).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert red == green == blue
