"""Turns the tables of `sounds.toml` into a Grammar, or says what is wrong with them."""

from collections.abc import Mapping
from typing import Any

from tui.core.sound.cue import Glide, Head
from tui.core.sound.grammar import HEAD_SECONDS, MOVING_HEADS, Grammar, GrammarEntry, Note, Sound, Sweep
from tui.core.text.checked import Table, content_table

HZ_RANGE = (200.0, 950.0)
"""What small loudspeakers play and ears that no longer hear high notes still hear."""

ATTACK_RANGE = (0.008, 0.5)
"""Seconds; a shorter one would click."""

SOUND_SECONDS = 2.5
"""The longest sound that is not a movement's."""

MOTIF_SECONDS = 0.3
"""The longest stand-in for a movement's tone."""


def parse_sounds(values: Mapping[str, Any], file: str = "sounds.toml") -> Grammar:
    """Return the grammar that the parsed TOML `values` describe.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    root = content_table(file, values)
    heads_table, glides_table = root.table("heads"), root.table("glides")
    root.no_others()
    entries: dict[Head | Glide, GrammarEntry] = {}
    heads: dict[Head, Sound] = {}
    for head in Head:
        table = heads_table.table(head)
        entries[head] = _entry(table)
        heads[head] = _sound(table, HEAD_SECONDS if head in MOVING_HEADS else SOUND_SECONDS)
    heads_table.no_others()
    glides: dict[Glide, Sweep] = {}
    for glide in Glide:
        table = glides_table.table(glide)
        entries[glide] = _entry(table)
        glides[glide] = _sweep(table)
    glides_table.no_others()
    return Grammar(heads, glides, entries)


def _entry(table: Table) -> GrammarEntry:
    return GrammarEntry(table.text("name", longest=24), table.text("meaning", longest=60))


def _sound(table: Table, longest: float) -> Sound:
    hz = table.numbers("hz", None, *HZ_RANGE)
    if not hz:
        raise table.problem("hz", "must hold a frequency at least")
    at = table.numbers("at_s", len(hz), 0.0, longest)
    lasts = table.numbers("lasts_s", len(hz), 0.03, longest)
    attack, release = _envelope(table, min(lasts), "lasts_s")
    sound = Sound(
        notes=tuple(Note(*note) for note in zip(hz, at, lasts, strict=True)),
        attack=attack,
        release=release,
        pan=table.number("pan", -1.0, 1.0, 0.0),
    )
    if at[0] != 0.0:
        raise table.problem("at_s", "must begin with 0")
    if sound.seconds > longest + 1e-9:
        raise table.problem("lasts_s", f"must end within {longest:g} s, not {sound.seconds:g} s")
    table.no_others()
    return sound


def _sweep(table: Table) -> Sweep:
    hz = table.numbers("hz", None, *HZ_RANGE)
    pan = table.numbers("pan", None, -1.0, 1.0)
    for name, stations in (("hz", hz), ("pan", pan)):
        if len(stations) < 2:
            raise table.problem(name, "must hold two or more stations")
    sweep = Sweep(
        hz=hz,
        pan=pan,
        pulses=table.number("pulses", 0.0, 8.0, 0.0),
        attack=table.number("attack_s", *ATTACK_RANGE),
        release=table.number("release_s", *ATTACK_RANGE),
        motif=_sound(table.table("motif"), MOTIF_SECONDS),
    )
    table.no_others()
    return sweep


def _envelope(table: Table, shortest: float, of: str) -> tuple[float, float]:
    attack = table.number("attack_s", *ATTACK_RANGE)
    release = table.number("release_s", *ATTACK_RANGE)
    if attack + release > shortest + 1e-9:
        raise table.problem(of, f"must leave {attack + release:g} s for attack and release")
    return attack, release
