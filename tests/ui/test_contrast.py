"""Text can be read: computed contrasts, and no meaning by colour alone."""

import pytest
from textual.color import Color

from tests.ui.fakes import make_services
from tui.ui.app import UnhunchApp
from tui.ui.themes import DARK, LEAST_CONTRAST, LIGHT, contrast, text_colours

OWN = (DARK, LIGHT)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
@pytest.mark.parametrize("background", ["background", "surface", "panel"])
@pytest.mark.parametrize("name", ["foreground", "hot", "cool", "text-error"])
def test_text_of_our_own_themes(theme, background: str, name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    app = UnhunchApp(make_services(tmp_path))
    app.theme = theme.name
    variables = app.get_css_variables()
    ground = Color.parse(variables[background])
    text = Color.parse(variables[name])
    if name == "text-error":
        text = ground.blend(text, text.a, 1.0)
    assert contrast(text, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_quiet_text_is_text_too(theme) -> None:  # type: ignore[no-untyped-def]
    colours = text_colours(theme, theme.to_color_system().generate())
    assert contrast(Color.parse(colours["quiet"]), Color.parse(theme.background)) >= LEAST_CONTRAST


def test_text_of_every_selectable_theme(tmp_path) -> None:  # type: ignore[no-untyped-def]
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
