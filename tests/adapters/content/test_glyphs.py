"""The glyph table: what the bundled one holds, and what is told of a faulty one."""

import json
from pathlib import Path

import pytest

from tui.adapters.content.glyphs import read_glyphs
from tui.core.figure.picture.glyphs import DOTTED, OUTLINE, Matcher
from tui.core.text.problems import ContentProblem


def test_the_bundled_table_has_every_glyph_of_an_outline() -> None:
    table = read_glyphs()
    assert set(OUTLINE + DOTTED) <= table.ink.keys()
    assert all(0 <= part <= 1 for parts in table.ink.values() for part in parts)
    assert Matcher(table, OUTLINE).glyphs[0] == " "


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "{}",
        '{"scale": 0, "glyphs": {"a": [1]}}',
        json.dumps({"scale": 255, "glyphs": {"a": ["ink"]}}),
        json.dumps({"scale": 255, "cell": {"columns": 4, "rows": 8}, "glyphs": {"a": [0, 1]}}),
        json.dumps({"scale": 255, "cell": {"columns": 2, "rows": 4}, "glyphs": {}}),
    ],
)
def test_a_faulty_table_is_told_by_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "glyphs.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentProblem, match=r"glyphs\.json"):
        read_glyphs(path)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentProblem, match=r"glyphs\.json"):
        read_glyphs(tmp_path / "glyphs.json")
