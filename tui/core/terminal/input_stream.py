"""What a terminal sends, cut into whole sequences: keys and reports apart, and what it answers taken out.

A terminal answers questions, and some report unasked, on the same line as the keys: read as keys, an answer
about the background's colour starts sessions. So no part of an answer ever gets through, whether it comes in
pieces, late or never ends; what a reader of keys does not know is dropped, not spelled out in letters.
"""

import re

ESC = "\x1b"
ESC_WAIT_S = 0.1
"""How long Esc alone waits for the rest of a sequence: as long as Textual's own parser does."""
PIECE_WAIT_S = 0.5
"""How long a sequence that has begun waits for its rest: longer than a slow line pauses between packets."""
PASTE_WAIT_S = 2.0
"""How long a paste waits for its end."""
LONGEST_ANSWER = 4096
"""Characters of an answer that are kept while its end is waited for."""
LONGEST_PASTE = 65536
"""Characters of a paste that are handed on."""
MOST_KEYS = 64
"""Characters that may come at once and still be keys: a held key sends 25 a second, a paste thousands."""

BURST_S = 0.2
"""How soon after so many the next ones belong to them."""

PASTE, PASTE_END = ESC + "[200~", ESC + "[201~"

_STRING = ESC + r"[]P_^X]"
_STRING_END = r"\x07|\x9c|\x1b\\|\x1b(?=[^\\])"
_SEQUENCE = r"""(?x)\x1b(?:
        \[\[.                          # function keys of the Linux console
      | \[M[\s\S]{3}                   # the mouse, in its oldest form
      | \[\d+\$(?!y)(?=[\s\S]|\Z)      # shifted keys of rxvt
      | \[[0-?]*[ -/]*[@-LN-Z\\-~]     # CSI
      | \[[0-?]+[ -/]*M                # CSI M, the mouse
      | O[0-9;]*[A-Za-z]               # SS3
      | [^[O\]P_^X\x1b]                # a key with Alt
    )"""
_BEGUN = r"\x1b(?:\[(?:\[|M[\s\S]{0,2}|[0-?]*[ -/]*)|O[0-9;]*)?\Z"
_ANSWER = ESC + r"\[(?:[?>=][0-?]*[ -/]*[nRycu]|(?!1;)\d+;\d+R)"
"""In row 1 a place is spelled like F3 with Shift, Alt or Ctrl."""
_MODE = ESC + r"\[\?(2026|2048);([0-4])\$y"
_KEY = r"""(?x)\x1b(?:
        \[\[. | \[M[\s\S]{3} | \[<[-\d;]+[Mm] | \[[\d;]+M    # the mouse
      | \[[IO] | \[48;[\d;:]+t                              # focus, and a size
      | \[[\d;:]*[A-HPQRSZu~$^@]                            # keys
      | O.* | [^[O]
    )"""
_EXTENDED = ESC + r"\[(\d+)(?::(\d*))?(?::\d*)?(?:;(\d*)(?::(\d*))?)?(?:;([\d:]*))?u"
_OTHER_KEYS = ESC + r"\[27;(\d+);(\d+)~"
_FUNCTION = ESC + r"\[(\d+;\d+):([123])([A-HPQRS~])"
_RELEASED = "3"
_SHIFT, _LOCKS = 1, 64 | 128
"""Bits of the modifiers: shift, and Caps Lock with Num Lock, which change no command."""
_LAST_POINT, _DIGITS = 0x10FFFF, 7
"""The last character that there is, and how many digits its number has."""
_FUNCTIONAL = range(0xE000, 0xF900)
"""Code points by which the protocol names keys that write nothing."""
_KEYPAD = dict(zip(range(57399, 57417), map(ord, "0123456789./*-+\r=,"), strict=True))
"""Code points of the keypad's keys in the extended keyboard protocol, and what stands on them.

From the protocol's table of functional keys, https://sw.kovidgoyal.net/kitty/keyboard-protocol/.
"""
_RESUMED = r"""(?x)\x1b(?:
        [\]P_^X] [\x20-\x7e]* (?: \x07 | \x9c | \x1b\\ )
      | \[ [0-?]* [ -/]* [@-~]
    )"""
"""What is dropped once its beginning was given up: an answer, or a key that a slow line has cut."""


class InputStream:
    """Cuts the input of one terminal into sequences; time is passed in, in seconds."""

    def __init__(self) -> None:
        self._held = ""
        self._since = 0.0
        self._pasting = False
        self._broken = ""
        """What was given up last: its rest may come yet."""
        self._burst_at = float("-inf")
        self._answers: list[str] = []

    def answers(self) -> list[str]:
        """Return the answers that have come since this was last asked; none is ever among the keys."""
        answers, self._answers = self._answers, []
        return answers

    @property
    def waiting(self) -> bool:
        """Whether the rest of something is awaited."""
        return bool(self._held) or self._pasting

    def feed(self, text: str, now: float) -> list[str]:
        """Take what came, and return what is whole: keys, reports of mouse, focus and size, and pastes.

        Each is a run of characters without Esc, one sequence, Esc alone, or a paste with its two marks.
        """
        text = self._without_rest(text)
        if not self._held and not self._pasting:
            self._since = now
        self._held += text
        return list(self._whole(now))

    def overdue(self, now: float) -> list[str]:
        """Return what has waited too long for its rest; an answer is given up, and nothing of it returned."""
        if not self.waiting or now - self._since < self._patience:
            return []
        held, self._held = self._held, ""
        if self._pasting:
            self._pasting = False
            return [_pasted(held)]
        self._broken = held
        return [held] if held == ESC else []

    @property
    def _patience(self) -> float:
        if self._pasting:
            return PASTE_WAIT_S
        return ESC_WAIT_S if self._held == ESC else PIECE_WAIT_S

    def _without_rest(self, text: str) -> str:
        """Return `text` without the rest of an answer whose beginning was given up."""
        broken, self._broken = self._broken, ""
        rest = re.match(_RESUMED, broken + text) if broken and text else None
        return text[rest.end() - len(broken) :] if rest and rest.end() > len(broken) else text

    def _whole(self, now: float) -> list[str]:
        found: list[str] = []
        while self._held:
            taken = self._pasted() if self._pasting else self._first(now)
            if taken is None:
                break
            self._since = now
            if taken:
                found.append(taken)
        return found

    def _pasted(self) -> str | None:
        content, end, after = self._held.partition(PASTE_END)
        if not end:
            keep = len(PASTE_END)  # of a longer one its end, which may be half of the mark
            if len(content) > LONGEST_PASTE + keep:
                self._held = content[:LONGEST_PASTE] + content[-keep:]
            return None
        self._held, self._pasting = after, False
        return _pasted(content)

    def _first(self, now: float) -> str | None:
        """Take the first whole thing of what is held; "" is one to drop, None one that is not whole yet."""
        held = self._held
        if held[0] != ESC:
            keys, escape, rest = held.partition(ESC)
            self._held = escape + rest
            return self._typed(keys, now)
        if re.match(_STRING, held):
            return self._string()
        if whole := re.match(_SEQUENCE, held):
            self._held = held[whole.end() :]
            if whole.group() == PASTE:
                self._pasting = True
                return ""
            if re.fullmatch(_ANSWER, whole.group()):
                self._answers.append(whole.group())
            return _known(whole.group())
        if re.match(_BEGUN, held):
            return None
        return self._spoiled()

    def _typed(self, keys: str, now: float) -> str:
        """Return keys, or a paste that came without marks; what follows one at once belongs to it."""
        if len(keys) <= MOST_KEYS and now - self._burst_at >= BURST_S:
            return keys
        self._burst_at = now
        return _pasted(keys)

    def _string(self) -> str | None:
        end = re.compile(_STRING_END).search(self._held, 2)
        if end is None:
            if len(self._held) > LONGEST_ANSWER:
                self._held = self._held[:2] + self._held[-1:]
            return None
        if end.group() == ESC and end.end() == len(self._held):
            return None
        self._answers.append(self._held[: end.start()])
        self._held = self._held[end.end() if end.group() != ESC else end.start() :]
        return ""

    def _spoiled(self) -> str:
        """Drop a sequence in which something stands that cannot: what stands there begins anew."""
        if self._held.startswith(ESC + ESC):
            self._held = self._held[1:]
            return ESC
        begun = re.match(r"\x1b[\[O][0-?]*[ -/]*", self._held)
        self._held = self._held[begun.end() if begun else 1 :]
        return ""


def _known(sequence: str) -> str:
    """Return a sequence that a reader of keys can know, "" for an answer or anything else."""
    if mode := re.fullmatch(_MODE, sequence):
        # 1 set, 2 reset, 3 always set; 0 is unknown and 4 never to be set: neither can be used (DEC STD 070)
        return sequence if mode[2] in "123" else ""
    if extended := re.fullmatch(_EXTENDED, sequence):
        return _extended(*extended.groups(default=""))
    if other := re.fullmatch(_OTHER_KEYS, sequence):
        return _extended(other[2], "", other[1], "", "")
    if function := re.fullmatch(_FUNCTION, sequence):
        place, event, end = function.groups()
        return "" if event == _RELEASED else f"{ESC}[{place}{end}"
    if re.fullmatch(_ANSWER, sequence) or not re.fullmatch(_KEY, sequence):
        return ""
    return sequence


def _extended(code: str, shifted: str, modifiers: str, event: str, text: str) -> str:
    """Return a key of the extended keyboard protocol in the one form that Textual reads, "" for a release."""
    if event == _RELEASED:
        return ""
    numbers = (code, shifted, modifiers, *text.split(":"))
    if any(len(part) > _DIGITS or int(part or 0) > _LAST_POINT for part in numbers):
        return ""
    held = max(0, int(modifiers or 1) - 1) & ~_LOCKS
    point = _KEYPAD.get(int(code), int(code))
    if held & _SHIFT:
        point = int(shifted) if shifted else ord(chr(point).upper()[:1])
    if not text and held in (0, _SHIFT) and chr(point).isprintable() and point not in _FUNCTIONAL:
        text = str(point)
    marks = ";".join(filter(None, (modifiers or ("1" if text else ""), text)))
    return f"{ESC}[{point}{';' if marks else ''}{marks}u"


def _pasted(content: str) -> str:
    """Return a paste, of a bounded length and without Esc, which nobody means to paste."""
    return f"{PASTE}{content[:LONGEST_PASTE].replace(ESC, '')}{PASTE_END}"
