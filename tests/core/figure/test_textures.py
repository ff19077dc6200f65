"""Textures: a diagram tells its parts apart by characters alone, and a face where it looks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.figure import people
from tui.core.figure.body.parts import ROLE_OF, BodyPart
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.frame import Role
from tui.core.figure.picture.face import EYE
from tui.core.figure.picture.texture import BOARD, LEFT_HAND, POST, TEXTURES, Weaver
from tui.core.figure.scene.raster import ACROSS, DOWN, Raster

SIZES = [(36, 18), (40, 20), (46, 24), (60, 28), (100, 40)]


def body(id: str, at: PoseAt, size: tuple[int, int], view: int = 0) -> list[str]:
    """Return the rows of a picture without guides, label and legend."""
    return [line.text for line in people.artist(id, size, "ascii", view).frame(at, None, 0.5).lines[1:-1]]


def test_every_part_has_a_texture_of_its_own() -> None:
    full = [texture.full for texture in TEXTURES.values()]
    assert len(set(full)) == len(full)
    assert not {*full} & {EYE, POST, LEFT_HAND}
    drawn = {Role(int(role)) for role in ROLE_OF} - {Role.NONE, Role.CHAIR, Role.EYE, Role.MARK}
    assert drawn == TEXTURES.keys()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("side", "nose"), [("left", "<"), ("right", ">")])
def test_a_turned_face_is_a_profile_with_an_eye_and_a_nose_on_its_side(
    side: str, nose: str, size: tuple[int, int]
) -> None:
    rows = body(people.ROTATE, PoseAt(side, 1.0), size)
    assert sum(row.count(nose) for row in rows) == 1
    assert sum(row.count(EYE) for row in rows) == 1
    at = next(row.index(nose) for row in rows if nose in row)
    eye, hair = (
        np.mean([x for row in rows for x, glyph in enumerate(row) if glyph == part]) for part in (EYE, "%")
    )
    order = [at, eye, hair]
    assert order == sorted(order, reverse=side == "right")


@pytest.mark.parametrize("size", SIZES)
def test_from_behind_there_is_no_face(size: tuple[int, int]) -> None:
    text = "".join(body(people.ROTATE, PoseAt("left", 0.0), size))
    assert not set(text) & {EYE, "<", ">", "^"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("amount", [0.0, 0.5, 1.0])
def test_the_face_of_the_arch_is_seen_in_every_pose(amount: float, size: tuple[int, int]) -> None:
    text = "".join(body(people.ARCH, PoseAt("end", amount), size))
    assert text.count(EYE) == 1
    assert sum(text.count(nose) for nose in "<^") == 1


@pytest.mark.parametrize("size", SIZES)
def test_the_face_of_the_arch_looks_ahead_and_then_up(size: tuple[int, int]) -> None:
    ahead, up = ("".join(body(people.ARCH, PoseAt("end", amount), size)) for amount in (0.0, 1.0))
    assert "<" in ahead and "^" in up


@pytest.mark.parametrize("size", SIZES)
def test_hands_behind_the_head_are_clasped_as_in_a_mirror(size: tuple[int, int]) -> None:
    rows = body(people.ROTATE, PoseAt("left", 0.0), size)
    hands = [row for row in rows if LEFT_HAND in row]
    assert hands
    for row in hands:
        assert row.rindex(LEFT_HAND) < row.index("/")
        assert row.count(LEFT_HAND) == row.count("/")


@pytest.mark.parametrize("size", SIZES)
def test_the_legs_of_the_chair_are_whole(size: tuple[int, int]) -> None:
    rows = body(people.ROTATE, PoseAt("left", 0.0), size)
    seat = max(at for at, row in enumerate(rows) if BOARD * 4 in row)
    last = max(at for at, row in enumerate(rows) if row.strip())
    assert last > seat + 1
    for row in rows[seat + 1 : last + 1]:
        assert len(row.replace("'", " ").replace(";", " ").split()) == 2, "one on each side"


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("size", SIZES)
def test_hands_hair_and_sleeves_are_all_seen(id: str, size: tuple[int, int]) -> None:
    for name in people.ENDS[id]:
        for amount in (0.0, 1.0):
            text = "".join(body(id, PoseAt(name, amount), size))
            hands = text.count(LEFT_HAND) + text.count(TEXTURES[Role.HAND].full)
            rest = [text.count(TEXTURES[part].full) for part in (Role.HAIR, Role.SLEEVE)]
            assert min(hands, *rest) >= 2, f"{name} {amount}"


@settings(max_examples=60)
@given(st.data())
def test_any_raster_is_woven_into_characters_of_the_parts_that_it_shows(data: st.DataObject) -> None:
    columns, rows = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    seed = data.draw(st.integers(0, 2**32 - 1))
    parts = data.draw(st.lists(st.sampled_from(list(BodyPart)), min_size=1, max_size=4))
    shape = (rows * DOWN, columns * ACROSS)
    part = np.random.default_rng(seed).choice(np.array(parts, np.uint8), shape)
    glyph, role = Weaver(columns, rows).woven(
        Raster(np.zeros(shape, np.int32), part, np.zeros(shape, np.uint16))
    )
    assert set(np.unique(role)) <= {*ROLE_OF[parts], Role.NONE, Role.SHIRT, Role.SKIN}
    assert ((glyph == ord(" ")) <= (role == Role.NONE)).all()
