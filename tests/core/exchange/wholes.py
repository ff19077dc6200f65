"""Any home as a whole."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.core.record.test_record_json import INSTANTS, records
from tests.core.settings.test_settings_json import SETTINGS
from tui.core.exchange.everything import Everything
from tui.core.record.deletion import Deletion
from tui.core.settings.settings import Away
from tui.core.settings.settings_json import settings_to_dict
from tui.core.streaks.progression import Progress

TUCK = b"""name = "Chin Tuck"
tagline = "glide the head straight back"
two_sided = false
steps = [{ title = "Tuck", text = "Glide the head straight back.", pose = "end" }]
figure.hands = "thighs"
figure.poses = { start = {}, end = { head_slide = -2.5 } }
figure.views = [{ name = "side", yaw = 82, pitch = 6 }]
"""
NAMES = ("sit-and-rotate", "sit-and-arch", "chin-tuck")
FILES = {
    "exercises/chin-tuck.toml": (TUCK, TUCK + b"# mine\n"),
    "exercises/Tuck 1.ogg": (b"OggS1", b"OggS2"),
    "keys.toml": (b'home.history = "g"\n', b""),
    "sets.toml": (b'morning = ["sit-and-rotate=4", "sit-and-arch"]\n', b""),
}
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def deletions() -> st.SearchStrategy[Deletion]:
    erased = st.builds(lambda key, when: Deletion(str(key), when, None), st.uuids(), INSTANTS)
    return erased | st.builds(lambda item, when: Deletion(item.id, when, item), records(), INSTANTS)


def progress() -> st.SearchStrategy[Progress]:
    return st.builds(Progress, st.integers(1, 20), st.none() | INSTANTS, st.none() | DAYS)


def away() -> st.SearchStrategy[Away]:
    return st.builds(lambda day, more: Away(day, day + timedelta(days=more)), DAYS, st.integers(0, 20))


@st.composite
def files(draw: st.DrawFn) -> dict[str, bytes]:
    chosen = draw(st.sets(st.sampled_from(sorted(FILES))))
    return {name: draw(st.sampled_from(FILES[name])) for name in sorted(chosen)}


@st.composite
def stored(draw: st.DrawFn) -> dict[str, object]:
    """Some settings, as they are stored; one of a later version among them."""
    values = {**settings_to_dict(draw(SETTINGS)), "of_later_versions": draw(st.integers() | st.text("ab"))}
    return {name: values[name] for name in sorted(draw(st.sets(st.sampled_from(sorted(values)))))}


def wholes() -> st.SearchStrategy[Everything]:
    return st.builds(
        Everything,
        sessions=st.lists(records(), max_size=3, unique_by=lambda item: item.id).map(tuple),
        deleted=st.lists(deletions(), max_size=2, unique_by=lambda item: item.id).map(tuple),
        settings=stored(),
        away=st.lists(away(), max_size=3, unique=True).map(
            lambda ranges: tuple(sorted(ranges, key=lambda item: (item.first, item.last)))
        ),
        progress=st.dictionaries(st.sampled_from(NAMES), progress(), max_size=3),
        files=files(),
    )
