"""`exercises`: one in words and diagrams, all faults of a file, and one's own taken out again."""

from pathlib import Path

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


def test_all_faults_of_a_file_are_told_and_it_is_taken_out_by_its_name(tmp_path):
    path = Path(run(("exercises", "--new", "chin-tuck"), tmp_path).out.strip())
    path.write_text(path.read_text().replace("reps = 5", "reps = 500").replace("tagline", "taglin"))
    checked = run(("exercises", "--check", str(path)), tmp_path)
    assert checked.status == 2 and "chin-tuck.toml: 3 faults: tagline: is missing; dose.reps" in checked.err
    assert "500; taglin: is not a known key" in checked.err
    gone = run(("exercises", "--remove", "chin-tuck"), tmp_path)
    assert gone.status == 0 and not path.exists() and path.with_name("chin-tuck.toml.removed").exists()
    assert "there are: none" in run(("exercises", "--remove", "chin-tuck"), tmp_path).err
