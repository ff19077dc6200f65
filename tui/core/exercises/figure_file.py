"""Turns the [figure] table of an exercise file into a FigureSpec, or says what is wrong with it."""

from tui.core.figure.body.pose import START, FigureSpec, Pose, View
from tui.core.text.checked import Table

SPINE_LINKS = 5
"""Links of the spine that `shares` spreads a trunk angle over."""

REGIONS = ("upper back", "low back", "neck", "chest", "sides")
"""Regions of the body that the figure can mark."""

_RANGES = {
    "twist": 60.0,
    "bend": 60.0,
    "side": 45.0,
    "head_twist": 80.0,
    "head_bend": 45.0,
    "head_side": 45.0,
    "head_slide": 4.0,
}
_EVEN = (0.2,) * SPINE_LINKS


def parse_figure(table: Table, *, two_sided: bool) -> FigureSpec:
    """Return what the figure needs; `left` alone is mirrored to `right` in a two-sided exercise.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    spec = FigureSpec(
        poses=_poses(table.table("poses"), two_sided),
        views=tuple(_view(view) for view in table.tables("views")),
        shares=_shares(table),
        hands=table.choice("hands", ("head", "thighs"), "head"),
        elbows=table.choice("elbows", ("forward", "wide"), "forward"),
        region=table.choice("region", REGIONS, REGIONS[0]),
        still=table.choice("still", REGIONS, "") if table.has("still") else "",
        arrow=_label(table),
    )
    table.no_others()
    return spec


def _poses(table: Table, two_sided: bool) -> dict[str, Pose]:
    wanted = (START, "left") if two_sided else (START, "end")
    poses = {name: _pose(table.table(name)) for name in wanted}
    if two_sided:
        poses["right"] = _pose(table.table("right")) if table.has("right") else poses["left"].mirrored()
    table.no_others()
    return poses


def _pose(table: Table) -> Pose:
    angles = {name: table.number(name, -_RANGES[name], _RANGES[name], 0.0) for name in Pose._fields}
    table.no_others()
    return Pose(**angles)


def _view(table: Table) -> View:
    view = View(
        name=table.text("name", longest=24),
        yaw=table.number("yaw", -360.0, 360.0),
        pitch=table.number("pitch", -10.0, 90.0),
    )
    table.flag("inset", False)
    table.no_others()
    return view


def _shares(table: Table) -> tuple[float, ...]:
    if not table.has("shares"):
        return _EVEN
    shares = table.numbers("shares", SPINE_LINKS, 0.0, 1.0)
    if abs(sum(shares) - 1.0) > 0.001:
        raise table.problem("shares", f"must sum to 1, not {sum(shares):g}")
    return shares


def _label(table: Table) -> str:
    label = table.text("arrow", "", longest=24)
    if len(label.split()) > 3:
        raise table.problem("arrow", "must be at most three words")
    return label
