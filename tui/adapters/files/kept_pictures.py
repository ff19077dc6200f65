"""Pictures of the figure that starts began with, so that the next one need not draw its own.

They are never needed: where anything is wrong with their file, or with the disk, there are none, and nothing
is said. What another build has drawn is not shown either.
"""

import os
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from json import dumps, loads
from pathlib import Path
from typing import TYPE_CHECKING

import tui
from tui.adapters.files.safe_file import make_folder, read_regular, replace_file

if TYPE_CHECKING:
    from tui.core.figure.frame import Frame

MOST = 16
"""How many are kept, the latest: one for each size of the window, mostly."""
MOST_BYTES = 2**20
DRAWING = "core/figure", "ui/figure"
"""Where the files are that decide, with numpy, how a picture comes out."""


class KeptPictures:
    """The pictures of one user.

    Args:
        file: where they are.
        package: the folder of the program that draws them.
    """

    def __init__(self, file: Path, package: Path = Path(tui.__file__).parent) -> None:
        self._file = file
        self._package = package
        self._known: dict[str, str] | None = None

    @cached_property
    def _build(self) -> list[object]:
        """What tells this build from others; empty where that cannot be said."""
        with suppress(OSError, ValueError):
            return list(build_of(self._package))
        return []

    def find(self, told: str, size: tuple[int, int]) -> "Frame | None":
        """Return a picture that this build has drawn before, None where there is none.

        Args:
            told: all that decides it.
            size: its columns and rows.
        """
        from tui.core.figure.frame import CELL_BYTES, Frame  # only now: not for the first paint

        if self._known is None:
            self._known = self._read()
        with suppress(KeyError, TypeError, ValueError, zlib.error):
            frame = Frame(_unpacked(self._known[told], CELL_BYTES * size[0] * size[1]), size[0])
            return frame if frame.is_sound else None
        return None

    def keep(self, told: str, frame: "Frame") -> None:
        """Keep a picture that was not found, and let go of the oldest; any thread may."""
        if not self._build:
            return
        packed = b2a_base64(zlib.compress(frame.cells), newline=False).decode()
        latest = dict([*self._read().items(), (told, packed)][-MOST:])
        text = dumps({"build": self._build, "pictures": latest})
        with suppress(OSError):
            make_folder(self._file.parent)
            replace_file(self._file, text.encode(), durable=False)

    def _read(self) -> dict[str, str]:
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            document = loads(read_regular(self._file, MOST_BYTES))
            return dict(document["pictures"]) if document["build"] == self._build else {}
        return {}


def build_of(package: Path) -> Iterator[list[object]]:
    """Yield what changes whenever a file does that has a part in drawing.

    Raises:
        OSError, ValueError: where there are no such files.
    """
    from importlib.util import find_spec  # only now: not for the first paint

    numpy = find_spec("numpy")
    files = [numpy.origin] if numpy and numpy.origin else []
    for part in DRAWING:
        for folder, inside, names in os.walk(os.path.join(package, part), onerror=_fail):
            inside[:] = [name for name in inside if name != "__pycache__"]
            files += [os.path.join(folder, name) for name in names]
    for file in sorted(files):
        found = os.stat(file)
        yield [file, found.st_size, found.st_mtime_ns, found.st_ino]


def _fail(error: OSError) -> None:
    raise error


def _unpacked(text: str, length: int) -> bytes:
    """Return as many bytes as a picture has.

    Raises:
        TypeError, ValueError, zlib.error: when there are more or fewer, or it is something else.
    """
    found = zlib.decompressobj().decompress(a2b_base64(text), length + 1)
    if len(found) != length:
        raise ValueError("no picture of that size")
    return found
