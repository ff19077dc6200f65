"""What a terminal sends, cut up: no part of an answer becomes a key, however it comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.terminal.input_stream import (
    ESC,
    LONGEST_ANSWER,
    LONGEST_PASTE,
    MOST_KEYS,
    PASTE,
    PASTE_END,
    PIECE_WAIT_S,
    InputStream,
)

TICK_S = 0.05
ANSWERS = (
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",  # the background, xterm and most
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
    "\x1bP>|kitty(0.26.5)\x1b\\",  # the version
    "\x1bP1+r524742=382F382F38\x1b\\",  # XTGETTCAP
    "\x1b_Gi=31;OK\x1b\\",  # graphics
    "\x1b[?997;1n",  # dark or light, some unasked
    "\x1b[?62;22c",
    "\x1b[>41;354;0c",
    "\x1b[?2027;0$y",
    "\x1b[?2026;4$y",  # VTE 0.70.6: never to be set
    "\x1b[?1u",
    "\x1b[?12;40R",
    "\x1b[24;80R",
    "\x1b[3;2R",
    "\x1b[8;24;80t",
    "\x1b[0n",
)


def read(*parts: str | float) -> list[str]:
    """Feed the parts, numbers being seconds between them, and wait until nothing is awaited."""
    stream, found, now = InputStream(), list[str](), 0.0
    for part in (*parts, 3.0):
        if isinstance(part, str):
            found += stream.feed(part, now)
            continue
        for _ in range(round(part / TICK_S)):
            now += TICK_S
            found += stream.overdue(now)
    return found


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("late_s", [0.0, 0.05, 0.5, 5.0])
def test_an_answer_never_becomes_keys_wherever_it_is_cut(answer: str, late_s: float) -> None:
    for cut in range(1, len(answer)):
        found = read(answer[:cut], late_s, answer[cut:])
        # Esc alone is a key for whoever waits longer than a sequence takes
        assert found == [] or (cut == 1 and late_s > TICK_S and found == [ESC]), cut


@pytest.mark.parametrize("answer", ANSWERS)
def test_keys_beside_an_answer_are_read(answer: str) -> None:
    assert read(f"j{answer}k") == ["j", "k"]
    assert read(answer[:3], f"{answer[3:]}q") == ["q"]


@pytest.mark.parametrize("begun", ["\x1b]", "\x1bP", "\x1b_G", "\x1b[?", "\x1b["])
def test_an_answer_that_never_ends_is_given_up(begun: str) -> None:
    assert read(begun, PIECE_WAIT_S, 0.1, "\x1b[A", "j") == ["\x1b[A", "j"]


def test_an_endless_answer_takes_no_memory() -> None:
    stream = InputStream()
    for _ in range(100):
        stream.feed("\x1b]" + "x" * 1000, 0.0)
        assert len(stream._held) <= LONGEST_ANSWER + 1002


@pytest.mark.parametrize(
    "key",
    [
        *(
            "\x1b[A",
            "\x1bOP",
            "\x1b[1;5C",
            "\x1b[3~",
            "\x1b[[A",
            "\x1b[M !!",
            "\x1b[<0;3;4M",
            "\x1b[I",
            "\x1b[Z",
        ),
        *("\x1b[?2026;2$y", "\x1b[?2048;1$y", "\x1b[48;24;80;480;800t", "\x1b[1;2R", "\x1bx"),
    ],
)
def test_what_is_no_answer_gets_through_whole(key: str) -> None:
    for cut in range(1, len(key)):
        assert read(key[:cut], key[cut:]) == [key]
    assert read(f"a{key}b") == ["a", key, "b"]


def test_esc_alone_is_a_key_after_a_moment() -> None:
    assert read(ESC) == [ESC]
    assert read(ESC, 0.3, "r") == [ESC, "r"]
    assert read(ESC + ESC + "[A") == [ESC, "\x1b[A"]


@pytest.mark.parametrize(
    ("sent", "read_as"),
    [
        ("\x1b[57413u", "\x1b[43;1;43u"),  # + of the keypad
        ("\x1b[57412;129u", "\x1b[45;129;45u"),  # - with Num Lock
        ("\x1b[57410u", "\x1b[47;1;47u"),
        ("\x1b[57415u", "\x1b[61;1;61u"),
        ("\x1b[57414u", "\x1b[13u"),
        ("\x1b[114:82;2u", "\x1b[82;2;82u"),  # a shifted form
        ("\x1b[106;65u", "\x1b[106;65;106u"),  # Caps Lock
        ("\x1b[27;2;82~", "\x1b[82;2;82u"),  # modifyOtherKeys
        ("\x1b[27;5;99~", "\x1b[99;5u"),
        ("\x1b[97;1:2u", "\x1b[97;1;97u"),  # held down
        ("\x1b[1;1:2A", "\x1b[1;1A"),
    ],
)
def test_a_key_of_the_extended_protocol_is_read_in_all_its_forms(sent: str, read_as: str) -> None:
    assert read(sent) == [read_as]


@pytest.mark.parametrize("released", ["\x1b[97;1:3u", "\x1b[1;1:3A", "\x1b[3;1:3~"])
def test_letting_a_key_go_is_no_key(released: str) -> None:
    assert read(released) == []


@pytest.mark.parametrize(
    "unknown",
    [
        *("\x1b[99999999999u", "\x1b[97;1;99999999999u", "\x1b[97:9999999;2u", "\x1b[27;2;9999999~"),
        *(f"\x1b[{'9' * 5000}u", f"\x1b[97;{'9' * 5000}u", f"\x1b[27;{'9' * 5000};97~"),
    ],
)
def test_a_character_that_there_is_not_is_dropped(unknown: str) -> None:
    assert read(f"{unknown}j") == ["j"]


def test_a_paste_is_one_piece_of_bounded_length() -> None:
    assert read(f"{PASTE}a\x1b[31mb{PASTE_END}q") == [f"{PASTE}a[31mb{PASTE_END}", "q"]
    content = "y" * (3 * LONGEST_PASTE)
    [paste] = read(
        *(f"{PASTE}{content}{PASTE_END}"[at : at + 4096] for at in range(0, len(content) + 12, 4096))
    )
    assert paste == f"{PASTE}{'y' * LONGEST_PASTE}{PASTE_END}"
    assert read(f"{PASTE}no end") == [f"{PASTE}no end{PASTE_END}"]


def test_more_keys_at_once_than_anyone_types_are_a_paste() -> None:
    """As in GNU screen, which hands on no marks of a paste."""
    assert read("r" * MOST_KEYS) == ["r" * MOST_KEYS]
    assert read("r" * 4096) == [f"{PASTE}{'r' * 4096}{PASTE_END}"]
    assert read("\x1b[?62c" + "r" * 100) == [f"{PASTE}{'r' * 100}{PASTE_END}"]
    assert read("r" * 4096, 0.05, "q", 0.5, "j") == [
        f"{PASTE}{'r' * 4096}{PASTE_END}",
        f"{PASTE}q{PASTE_END}",
        "j",
    ]


@given(st.text("\x1b[]PO?<>;:$ 0189uMRmn~\x07\\", max_size=60))
def test_whatever_comes_is_cut_up(text: str) -> None:
    read(text)
    read(*text)


@given(
    st.lists(
        st.sampled_from(["a", "\x1b", "[", "]", "?", ";", "1", "u", "\x1b[A", "\\", "\x07", "M", *ANSWERS])
    ),
    st.lists(st.sampled_from([0.0, 0.05, 0.6])),
)
def test_nothing_is_invented_and_nothing_waits_for_ever(parts: list[str], pauses: list[float]) -> None:
    mixed: list[str | float] = []
    for at, part in enumerate(parts):
        mixed += [part, pauses[at % len(pauses)] if pauses else 0.0]
    found = read(*mixed, 3.0, "jj", 1.0, "j")  # the first one may end what was given up
    assert found[-1] == "j"
    assert all(piece for piece in found)
