"""Frames: the golden ones, only the style's glyphs, the same whatever was asked before, and calm."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.figure import golden, people
from tui.core.figure.artist import Artist
from tui.core.figure.frame import LEVELS, Frame, Role
from tui.core.figure.glyphs import DOTTED, OUTLINE
from tui.core.figure.pose import PoseAt, View, ease
from tui.core.figure.stage import Size

BLOCKS = "\N{UPPER HALF BLOCK}\N{LOWER HALF BLOCK}"


def test_frames_are_the_golden_ones() -> None:
    kept = {path.name: path.read_text(encoding="ascii") for path in golden.FOLDER.glob("*.txt")}
    drawn = dict(golden.golden_frames())
    assert kept.keys() == drawn.keys()
    for name, text in drawn.items():
        assert text == kept[name], f"{name} differs: python -m tests.core.figure.golden, and look at it"


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("style", ["ascii", "line", "blocks"])
@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(24, 12), (48, 20)])
def test_nothing_but_the_glyphs_of_the_style(
    id: str, style: str, texture: bool, size: tuple[int, int]
) -> None:
    written = "abcdefghijklmnopqrstuvwxyz"
    allowed = set(f" {OUTLINE}{DOTTED}{written}#%:.-=_*o<>^/|\\")
    if style == "blocks" and not texture:
        allowed |= set(BLOCKS)
    for view in range(len(people.spec(id).views)):
        artist = people.artist(id, size, style, view, texture)
        for name in people.ENDS[id]:
            for amount, ghost, hold in ((0.0, 1.0, None), (0.5, 0.0, None), (1.0, None, 0.3)):
                goal = None if ghost is None else PoseAt(name, ghost)
                frame = artist.frame(PoseAt(name, amount), goal, hold)
                assert_sound(frame, size)
                assert set(frame.text) <= allowed | {"\n"}


@pytest.mark.slow
@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("style", ["ascii", "line", "blocks"])
@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(32, 14), (80, 24), (160, 60)])
def test_every_size_has_sound_frames_in_every_pose(
    id: str, style: str, texture: bool, size: tuple[int, int]
) -> None:
    for view in range(len(people.spec(id).views)):
        artist = people.artist(id, size, style, view, texture)
        for name in people.ENDS[id]:
            for amount in (0.0, 0.48, 0.96):
                assert_sound(artist.frame(PoseAt(name, amount), PoseAt(name, 1.0)), size)


def assert_sound(frame: Frame, size: tuple[int, int]) -> None:
    columns, rows = size
    assert len(frame.lines) == rows
    for line in frame.lines:
        for cells in (line.text, line.ink, line.tone, line.fill, line.shade):
            assert len(cells) == columns
        assert max(line.ink) < len(Role) and max(line.fill) < len(Role)
        assert max(line.shade) < LEVELS and max(line.tone) < 2 * LEVELS


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@settings(max_examples=3)
@given(randomly=st.randoms(use_true_random=False), style=st.sampled_from(["ascii", "line", "blocks"]))
def test_a_frame_does_not_depend_on_what_was_asked_before(
    id: str, style: str, randomly: random.Random
) -> None:
    name = people.ENDS[id][0]
    asked = [(PoseAt(name, index / 20), PoseAt(name, 1.0), None) for index in range(21)]
    in_order = [people.artist(id, (40, 20), style).frame(*shot) for shot in asked[3:4]]
    artist = people.artist(id, (40, 20), style)
    swept = {shot[0].amount: artist.frame(*shot) for shot in asked}
    randomly.shuffle(asked)
    other = people.artist(id, (40, 20), style)
    assert {shot[0].amount: other.frame(*shot) for shot in asked} == swept
    assert in_order == [swept[0.15]]


def test_the_affordable_pose_is_at_most_one_drawing_away() -> None:
    artist = people.artist(people.ROTATE, (40, 20))
    steps = artist.steps("left")
    far = artist.affordable(PoseAt("left", 39 / steps))
    assert far.amount == pytest.approx(40 / steps)
    for index in range(steps + 1):
        artist.prepare("left", index)
    assert artist.affordable(PoseAt("left", 39 / steps)).amount == pytest.approx(39 / steps)


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_fewer_than_one_glyph_a_frame_flickers_in_a_four_second_sweep(id: str) -> None:
    name = people.ENDS[id][0]
    artist = people.artist(id, (60, 28))
    shots = [artist.frame(PoseAt(name, ease(at / 120)), PoseAt(name, 1.0)) for at in range(121)]
    texts = ["".join(line.text for line in frame.lines) for frame in shots]
    reverted = sum(
        before != now and any(later[cell] == before for later in texts[at + 1 : at + 6])
        for at in range(1, len(texts))
        for cell, (before, now) in enumerate(zip(texts[at - 1], texts[at], strict=True))
    )
    assert reverted / 120 < 1.0


def cells_of(frame: Frame, role: Role) -> list[tuple[int, int]]:
    return [(x, y) for y, line in enumerate(frame.lines) for x, fill in enumerate(line.fill) if fill == role]


def test_the_legend_and_the_label_say_what_and_where_to() -> None:
    artist = people.artist(people.ROTATE, (60, 30))
    for side in ("left", "right"):
        text = artist.frame(PoseAt(side, 1.0), None, 0.5).text
        assert f"hold turn {side}" in text and "upper back" in text


def test_the_arch_takes_the_head_back_and_marks_the_edge_of_the_backrest() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    start, end = artist.frame(PoseAt("end", 0.0)), artist.frame(PoseAt("end", 1.0), None, 0.5)
    middle = [
        sum(x for x, _ in cells) / len(cells) for cells in (cells_of(f, Role.HAIR) for f in (start, end))
    ]
    assert middle[1] > middle[0] + 5
    assert "*" in end.text and "*" not in start.text
    assert "low back: stays still" in end.text and "edge" in end.text
    for frame in (start, end):
        assert len(cells_of(frame, Role.REGION)) >= 6
        assert len(cells_of(frame, Role.STILL)) >= 4


@pytest.mark.parametrize("texture", [False, True])
def test_the_working_region_is_seen_in_the_held_arch_however_small(texture: bool) -> None:
    frame = people.artist(people.ARCH, (40, 20), texture=texture).frame(PoseAt("end", 1.0), None, 0.5)
    assert len(cells_of(frame, Role.REGION)) >= 6


def test_the_arrow_leads_on_to_the_ghost_but_a_hold_is_called_by_its_own_name() -> None:
    artist = people.artist(people.ROTATE, (60, 30))
    left, right = PoseAt("left", 1.0), PoseAt("right", 1.0)
    assert "turn right" in artist.frame(left, right).text
    held = artist.frame(left, right, 0.5).text
    assert "hold turn left" in held and "right" not in held
    assert "turn left" in artist.frame(left, PoseAt("left", 0.0), arrived=True).text
    assert "return" in artist.frame(left, PoseAt("left", 0.0)).text


@pytest.mark.parametrize(
    ("id", "name", "other"), [(people.ROTATE, "right", "left"), (people.ARCH, "end", "")]
)
def test_a_hold_has_no_arrow_and_hardly_a_ghost(id: str, name: str, other: str) -> None:
    pose, goal = PoseAt(name, 1.0), PoseAt(other or name, 1.0 if other else 0.0)

    def count(texture: bool, hold: float | None, role: Role) -> int:
        frame = people.artist(id, (60, 30), texture=texture).frame(pose, goal, hold)
        return sum(
            line.ink.count(role) + (role == Role.ARROW) * line.fill.count(role) for line in frame.lines
        )

    words = len(f"hold turn {name}" if other else "hold arch")
    for texture in (False, True):
        assert count(texture, None, Role.ARROW) > words + 5
        assert count(texture, 0.5, Role.ARROW) <= words + 1
    assert 4 < count(False, 0.5, Role.GHOST) < 0.7 * count(False, None, Role.GHOST)
    assert count(True, 0.5, Role.GHOST) == 0


def test_the_ghost_is_a_shadow_that_is_fainter_in_a_hold() -> None:
    artist = people.artist(people.ARCH, (60, 30))

    clear, faint = (
        ghost_shades(artist.frame(PoseAt("end", 1.0), PoseAt("end", 0.0), hold)) for hold in (None, 0.5)
    )
    assert len(clear) == len(faint) > 40
    assert all(held < moving for held, moving in zip(faint, clear, strict=True))


def test_head_and_arms_can_be_told_apart_in_the_ghost() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    frame = artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0))
    assert sum(count >= 5 for count in Counter(ghost_shades(frame)).values()) >= 3


def ghost_shades(frame: Frame) -> list[int]:
    """Return how dark the ghost's cells are, the legend's left out."""
    return [
        line.shade[x] for line in frame.lines[:-1] for x, fill in enumerate(line.fill) if fill == Role.GHOST
    ]


@pytest.mark.parametrize("size", [(40, 20), (60, 30)])
def test_the_legend_names_the_ghost_while_there_is_one(size: tuple[int, int]) -> None:
    artist = people.artist(people.ROTATE, size)
    left, right = PoseAt("left", 1.0), PoseAt("right", 1.0)
    assert artist.frame(left, right).text.endswith(". next")
    assert "next" not in artist.frame(left).text
    assert artist.frame(left, PoseAt("left", 0.0), arrived=True).text.endswith(". start")


@pytest.mark.parametrize("style", ["ascii", "line", "blocks"])
def test_the_legend_marks_a_place_as_the_body_does(style: str) -> None:
    artist = people.artist(people.ARCH, (60, 30), style)
    *body, legend = artist.frame(PoseAt("end", 0.7), PoseAt("end", 1.0)).lines
    for word, role in (("upper back", Role.REGION), ("low back", Role.STILL), ("edge", Role.MARK)):
        at = legend.text.index(word) - 2
        sign = (legend.fill[at], legend.shade[at]) if style != "line" else (legend.ink[at], legend.text[at])
        shown = {
            (line.fill[x], line.shade[x]) if style != "line" else (line.ink[x], line.text[x])
            for line in body
            for x in range(len(line.text))
        }
        assert sign[0] == role and sign in shown


def test_the_mark_of_a_hold_grows() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    marks = [artist.frame(PoseAt("end", 1.0), None, at / 4).lines[-1].text.count("=") for at in range(5)]
    assert marks == sorted(marks) and marks[0] == 0 and marks[4] >= 10


def test_the_ghost_shows_only_where_nothing_else_is() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    bare, haunted = artist.frame(PoseAt("end", 0.0)), artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0))
    ghosts = 0
    for before, after in zip(bare.lines, haunted.lines, strict=True):
        for x, role in enumerate(after.ink):
            if role == Role.GHOST:
                ghosts += 1
                assert before.text[x] == " " and before.fill[x] == 0
    assert ghosts > 25


def test_an_exercise_of_ones_own_is_drawn_from_its_file_alone() -> None:
    person = people.own().figure
    artist = Artist(person, people.glyphs(), person.views[0], Size(60, 30))
    start, end = (
        artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0)),
        artist.frame(PoseAt("end", 1.0), None, 1.0),
    )
    assert "tuck" in start.text and "neck" in start.text
    assert start.lines[:12] != end.lines[:12]
    assert cells_of(end, Role.REGION) and cells_of(end, Role.STILL)


def test_the_cache_stays_within_its_bound() -> None:
    artist = people.artist(people.ROTATE, (160, 60))
    for name in people.ENDS[people.ROTATE]:
        for index in range(0, 41, 8):
            artist.frame(PoseAt(name, index / 40), PoseAt(name, 1.0))
    assert artist.cache_bytes < 9_500_000


@pytest.mark.parametrize(
    ("region", "yaw"),
    [
        *(("upper back", yaw) for yaw in (0, 25, 64, 90, 180, 205)),
        ("low back", 180),
        ("low back", 64),
        ("neck", 180),
        ("chest", 0),
        ("sides", 0),
    ],
)
def test_every_region_can_be_seen_and_is_named(region: str, yaw: float) -> None:
    person = replace(people.spec(people.ARCH), region=region, still="", arrow="")
    artist = Artist(person, people.glyphs(), View("there", yaw, 10), Size(60, 30))
    frame = artist.frame(PoseAt("end", 0.0))
    assert len(cells_of(frame, Role.REGION)) >= 3
    assert region in frame.lines[-1].text
