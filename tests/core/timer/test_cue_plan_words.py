"""The words of a session: when each is said, and what it leaves of the tones."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.timer.sessions import ARCH, DEFAULTS, ROTATE, plan
from tui.adapters.content.shipped import read_grammar, read_voice
from tui.core.exercises.exercise import Side
from tui.core.exercises.said import Said
from tui.core.sound.cue import Cue, Head, Way
from tui.core.timer.cue_plan import HEADS_S, NUMBERS, called_of, cues_of, script_of, words_of
from tui.core.timer.plan import PhaseKind, phases_from
from tui.core.timer.session import Session

OWN_SOUNDS = {"tuck.ogg": 1.5, "back.wav": 0.1, "left.ogg": 0.9}
LENGTHS = {**read_voice().lengths, **OWN_SOUNDS}
GRAMMAR = read_grammar()
NAMED = ARCH._replace(name="Chin Tuck", word="TUCK", own=True)
SAID = Said(name="chin tuck", word="tuck.ogg", back="back.wav")
SPOKEN_OWN = ARCH._replace(id="own", name="My Own Thing", word="WIBBLE", own=True, say=SAID)
SIDED_OWN = ROTATE._replace(id="sided", name="Side Lean", own=True, say=Said(left="left.ogg", right="lean"))
UNKNOWN = ARCH._replace(name="My Own Thing", word="WIBBLE", own=True)
MOVEMENTS = (PhaseKind.MOVE, PhaseKind.BACK)

seconds = st.floats(0.1, 14.0)
plans = st.builds(
    lambda exercises, lead, ready, between, move, hold, rest, reps: plan(
        exercises,
        lead,
        DEFAULTS._replace(between_s=between, rest_s=rest),
        ready_s=ready,
        move_s=move,
        hold_s=hold,
        reps=reps,
    ),
    st.lists(st.sampled_from([ROTATE, ARCH, NAMED, UNKNOWN, SPOKEN_OWN, SIDED_OWN]), min_size=1, max_size=3),
    st.sampled_from(Side),
    st.floats(0, 12),
    st.floats(0, 12),
    seconds,
    seconds,
    st.floats(0, 5),
    st.integers(1, 4),
)


def phases_of(plan):
    return phases_from(plan, 0, 50.0, lead_in=PhaseKind.READY, lead_s=plan.ready_s)


def end(word):
    return word.at + LENGTHS[word.word]


def in_way(cues, way):
    return [cue for cue in cues if way in cue.ways]


def head_end(cue):
    seconds = HEADS_S.get(cue.head) or GRAMMAR.heads[cue.head].seconds
    return cue.at + (min(seconds, cue.seconds) if cue.glide else seconds)


@settings(max_examples=40)
@given(plans)
def test_no_two_words_overlap_and_each_belongs_to_a_phase(plan):
    phases = phases_of(plan)
    for way in (Way.BOTH, Way.WORDS):
        words = in_way(words_of(plan, phases, LENGTHS), way)
        for word, after in pairwise(words):
            assert end(word) <= after.at
        *inside, last = words
        assert last.at > phases[-1].end
        for word in inside:
            phase = next(p for p in phases if p.start <= word.at < p.end)
            assert phase.kind not in MOVEMENTS
            assert end(word) < phase.end


@settings(max_examples=40)
@given(plans)
def test_announcements_end_just_before_their_movement_and_overlap_no_head(plan):
    phases = phases_of(plan)
    script = in_way(script_of(plan, phases, LENGTHS), Way.BOTH)
    words = [cue for cue in script if cue.word]
    tones = [cue for cue in script if not cue.word]
    cut_at = dict(pairwise([*(cue.at for cue in tones), float("inf")]))
    heads = [(cue, min(head_end(cue), cut_at[cue.at])) for cue in tones if cue.head]
    starts = {phase.start: phase for phase in phases if phase.kind in MOVEMENTS}
    said = 0
    for word in words:
        movement = next((phase for at, phase in starts.items() if 0.02 <= at - end(word) <= 0.12), None)
        if movement is not None:
            said += 1
            assert word.word.split()[-1] in (
                *("left", "right", "arch", "back", "move", "tuck", "one", "lean"),
                *NUMBERS,
                *OWN_SOUNDS,
            )
        for head, head_ends in heads:
            if word.word in ("hold", "rest"):
                assert (head.soft and head.at == word.at) or end(word) <= head.at or word.at >= head_ends
            else:
                assert end(word) <= head.at or word.at >= head_ends + 0.049, (word, head)
    roomy = [
        before
        for before, p in pairwise(phases)
        if before.seconds > 1.8 and p.kind in MOVEMENTS and before.kind not in MOVEMENTS
    ]
    assert said >= len(roomy)


@settings(max_examples=40)
@given(plans)
def test_hold_begins_with_its_note_which_is_softer_under_it(plan):
    phases = phases_of(plan)
    script = script_of(plan, phases, LENGTHS)
    holds = {phase.start: phase for phase in phases if phase.kind is PhaseKind.HOLD}
    spoken = [cue.at for cue in script if cue.word == "hold"]
    assert spoken == [at for at, phase in holds.items() if phase.seconds >= 0.9]
    for at in holds:
        for way in Way:
            notes = [c for c in in_way(script, way) if c.head is Head.HOLD and c.at == at]
            wanted = 0 if way is Way.WORDS and at in spoken else 1
            assert len(notes) == wanted
            assert all(note.soft == (way is Way.BOTH and at in spoken) for note in notes)


@settings(max_examples=40)
@given(plans)
def test_tones_alone_are_what_they_were_and_without_words_they_are_alone(plan):
    phases = phases_of(plan)
    tones = [replace(cue, ways=frozenset(Way)) for cue in in_way(script_of(plan, phases, LENGTHS), Way.TONES)]
    assert tuple(tones) == cues_of(phases) == script_of(plan, phases, {})


@settings(max_examples=40)
@given(plans)
def test_in_words_alone_each_change_is_still_heard(plan):
    """Where nothing fits the tones speak, in whatever way the cues are given."""
    phases = phases_of(plan)
    script = in_way(script_of(plan, phases, LENGTHS), Way.WORDS)
    for before, phase in zip((None, *phases), phases, strict=False):
        if phase.kind in (*MOVEMENTS, PhaseKind.HOLD):
            tone = [cue for cue in script if not cue.word and cue.at == phase.start]
            start = before.start if before else phase.start
            assert tone or [cue for cue in script if cue.word and start <= cue.at <= phase.start]


@settings(max_examples=40)
@given(plans)
def test_numbers_are_the_digits_shown_each_on_its_second_down_to_the_announcement(plan):
    phases = phases_of(plan)
    words = words_of(plan, phases, LENGTHS)
    for phase in phases:
        numbers = [w for w in words if phase.start <= w.at < phase.end and w.word in NUMBERS]
        if phase.kind is not PhaseKind.HOLD or phase.seconds < 4.0:
            assert not numbers
            continue
        digits = [NUMBERS.index(word.word) + 1 for word in numbers]
        assert digits == sorted(digits, reverse=True) and len(set(digits)) == len(digits)
        assert all(w.at == pytest.approx(phase.end - digit) for w, digit in zip(numbers, digits, strict=True))


def said(plan, **more):
    phases = phases_of(plan)
    return [word.word for word in words_of(plan, phases, LENGTHS, **more) if Way.BOTH in word.ways]


def test_a_whole_session_of_the_default_is_said_so():
    assert said(plan((ROTATE, ARCH), reps=2)) == [
        *("get ready", "sit and rotate", "turn left", "hold", "and over to the right", "hold"),
        *("last, left", "hold", "right", "hold", "back"),
        *("next: sit and arch", "arch", "hold", "back", "last arch", "hold", "back", "well done"),
    ]


def test_a_long_hold_is_counted_down_in_place_of_its_ticks():
    one = plan((ARCH,), reps=1, hold_s=12.0)
    counted = ["ten", "nine", "eight", "seven", "six", "five", "four", "three", "two", "one"]
    assert said(one) == ["get ready", "sit and arch", "arch", "hold", *counted, "back", "well done"]
    script = in_way(script_of(one, phases_of(one), LENGTHS), Way.BOTH)
    assert [cue.at for cue in script if cue.head is Head.TICK] == [pytest.approx(58.0)]


def test_a_rest_is_named_where_there_is_time_for_it():
    rested = plan((ARCH,), settings=DEFAULTS._replace(rest_s=3.0), reps=2)
    assert said(rested)[5:8] == ["rest", "last arch", "hold"]


def test_own_exercises_use_the_verbs_that_there_are_else_neutral_words():
    assert said(plan((NAMED, UNKNOWN), reps=1)) == [
        *("get ready", "chin tuck", "tuck", "hold", "back"),
        *("next exercise", "move", "hold", "back", "well done"),
    ]


def test_what_an_own_exercise_has_the_voice_say_goes_before_all_else():
    roomy = plan((SPOKEN_OWN, SIDED_OWN), reps=2, hold_s=3.0)
    assert said(roomy) == [
        *("get ready", "chin tuck", "tuck.ogg", "hold", "back.wav", "last one", "hold", "back.wav"),
        *("next exercise", "left.ogg", "hold", "lean", "hold", "last, left", "hold", "lean", "hold", "back"),
        "well done",
    ]


def test_own_sounds_that_are_not_there_or_too_long_make_way_for_neutral_words():
    bundled = {phrase: s for phrase, s in LENGTHS.items() if phrase not in OWN_SOUNDS}
    phases = phases_of(plan((SPOKEN_OWN,), reps=1))
    words = [word.word for word in words_of(plan((SPOKEN_OWN,), reps=1), phases, bundled)]
    assert words[:5] == ["get ready", "chin tuck", "move", "hold", "back"]
    brief = plan((SPOKEN_OWN,), reps=1, ready_s=1.4)
    assert words_of(brief, phases_of(brief), LENGTHS)[0].word == "move"


@given(st.floats(0.1, 1.5), st.floats(0.1, 1.5), plans)
@settings(max_examples=30)
def test_own_words_of_any_length_end_just_before_their_movement(out_s, back_s, plan):
    lengths = {**LENGTHS, "tuck.ogg": out_s, "back.wav": back_s, "left.ogg": out_s}
    phases = phases_of(plan)
    starts = [phase.start for phase in phases if phase.kind in MOVEMENTS]
    for word in words_of(plan, phases, lengths):
        if word.word in OWN_SOUNDS:
            assert any(0.02 <= start - word.at - lengths[word.word] <= 0.12 for start in starts)


def test_what_is_said_of_an_exercise_is_told_as_it_will_be():
    assert called_of(SPOKEN_OWN, LENGTHS) == ("chin tuck", "tuck.ogg", "back.wav")
    assert called_of(SIDED_OWN, LENGTHS) == ("next exercise", "left.ogg", "lean", "back")
    assert called_of(SPOKEN_OWN, read_voice().lengths) == ("chin tuck", "move", "back")
    assert called_of(ARCH, LENGTHS) == ("sit and arch", "arch", "back")


def test_who_left_something_out_is_not_told_well_done():
    assert said(plan((ARCH,), reps=1), complete=False)[-1] == "all done"
    whole = Session(plan((ARCH,), reps=2), 0.0, lengths=LENGTHS)
    whole.advance(0.5)
    whole.next_unit(1.0)
    assert whole.cues(0.0, 1e9)[-1].word == "all done"


@pytest.mark.parametrize("hold_s", [0.5, 0.8])
def test_in_a_short_hold_the_tones_speak_alone(hold_s):
    short = plan((ARCH,), reps=1, hold_s=hold_s, move_s=1.0)
    assert "hold" not in said(short)


def test_going_on_says_so_and_names_nothing():
    session = Session(plan((ARCH,), reps=2), 0.0, lengths=LENGTHS)
    session.pause(6.0)
    session.resume(20.0)
    words = [cue.word for cue in session.cues(0.0, 24.0) if cue.word]
    assert words[:2] == ["go on", "arch"]
    session.next_unit(21.0)
    words = [cue.word for cue in session.cues(0.0, 26.0) if cue.word]
    assert words[:2] == ["get ready", "last arch"]


def test_without_a_phrase_the_next_shorter_form_is_said():
    phases = phases_of(plan((ROTATE,), reps=1))
    few = {"left": 0.4, "right": 0.4}
    assert [w.word for w in words_of(plan((ROTATE,), reps=1), phases, few)] == ["left", "right"]


def test_the_tones_that_words_wait_for_are_no_longer_than_that():
    for head, longest in HEADS_S.items():
        assert GRAMMAR.heads[head].seconds <= longest + 1e-9
    assert Cue(1.0).word == ""


def test_a_hold_too_short_for_its_word_keeps_its_note_beside_the_next_movements_word() -> None:
    short = plan([SPOKEN_OWN], Side.LEFT, DEFAULTS._replace(between_s=0.0), move_s=1.0, hold_s=0.75, reps=1)
    phases = phases_of(short)
    (hold,) = (phase for phase in phases if phase.kind is PhaseKind.HOLD)
    script = in_way(script_of(short, phases, LENGTHS), Way.WORDS)
    assert [cue.word for cue in script if hold.start < cue.at < hold.end] == ["back.wav"]
    assert [cue.head for cue in script if cue.at == hold.start] == [Head.HOLD]
