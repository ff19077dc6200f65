"""The words as samples, decoded ahead of need; lives in the sound's own process only."""

import sys
import threading
from collections.abc import Callable, Iterable
from queue import SimpleQueue

from tui.core.sound.wave import Pcm


class Vocabulary:
    """Decodes words in a thread of its own, so that a slow one delays no cue and no command.

    Args:
        decode: returns a word's samples; whatever it raises is logged, and that word is never said.
    """

    def __init__(self, decode: Callable[[str], Pcm]) -> None:
        self._decode = decode
        self._wanted: SimpleQueue[str] = SimpleQueue()
        self._known: dict[str, Pcm | None] = {}
        self._started = False

    def want(self, words: Iterable[str]) -> None:
        """Have `words` decoded, in their order; each once."""
        for word in words:
            if word not in self._known:
                self._known[word] = None
                self._wanted.put(word)
        if not self._started and self._known:
            self._started = True
            threading.Thread(target=self._work, daemon=True).start()

    def pcm(self, word: str) -> Pcm | None:
        """Return the samples of a word; None while they are not there."""
        return self._known.get(word)

    def _work(self) -> None:
        while True:
            word = self._wanted.get()
            try:
                self._known[word] = self._decode(word)
            except Exception as error:  # whatever a decoder raises: a session is followed by tones then
                print(f"'{word}' cannot be said: {error!r}", file=sys.stderr)
