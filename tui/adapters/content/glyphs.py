"""Reads the ink of the glyphs that the figure is drawn with."""

import json
from pathlib import Path

from tui.adapters.content.exercises import content_folder
from tui.core.figure.picture.glyphs import GlyphTable
from tui.core.text.problems import ContentProblem


def read_glyphs(path: Path | None = None) -> GlyphTable:
    """Return the glyph table of the bundled content, or of another file.

    Raises:
        ContentProblem: when the file cannot be read or is not a glyph table.
    """
    path = path or content_folder() / "glyphs.json"
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        scale = float(values["scale"])
        ink = {glyph: [float(part) / scale for part in parts] for glyph, parts in values["glyphs"].items()}
    except OSError as error:
        raise ContentProblem(path.name, "", error.strerror or "cannot be read") from error
    except (ValueError, TypeError, KeyError, AttributeError, ZeroDivisionError) as error:
        raise ContentProblem(path.name, "", f"is not a glyph table: {error}") from error
    cells = values.get("cell")
    if cells != {"columns": 4, "rows": 8} or any(len(parts) != 32 for parts in ink.values()):
        raise ContentProblem(path.name, "cell", "must be 4 columns by 8 rows")
    return GlyphTable(ink)
