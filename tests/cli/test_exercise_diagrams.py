"""`exercises ID`: the words first, and the diagrams last."""

from tests.cli.programs import run


def test_an_exercise_is_explained_in_words_first_and_diagrams_last(tmp_path):
    narrow, wide = (
        run(("exercises", "arch"), tmp_path, environ={"COLUMNS": columns}).out for columns in ("60", "80")
    )
    words = run(("exercises", "arch", "--no-figure"), tmp_path).out
    assert narrow.startswith(words) and wide.startswith(words)
    assert "####" not in words and wide.isascii()
    assert any(line.split() == ["start", "end"] for line in wide.splitlines())
    assert len(narrow.splitlines()) == len(wide.splitlines()) + 20
    assert max(len(line) for line in wide.splitlines()) <= 80
    for said in ("", "wide", "0", "9" * 40):
        assert run(("exercises", "arch"), tmp_path, environ={"COLUMNS": said}).status == 0
