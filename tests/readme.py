"""Writes the generated parts of the README anew: `python -m tests.readme`."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.ui.keys.commands import TITLES, KeyCommand, commands_in, key_name

README = Path(__file__).resolve().parents[1] / "README.md"


def fresh(text: str) -> str:
    """Return the README's text with its generated parts as they have to be."""
    block = f"<!-- keys -->\n{key_table().strip()}\n<!-- /keys -->"
    return re.sub(r"<!-- keys -->.*<!-- /keys -->", lambda _: block, text, flags=re.DOTALL)


def key_table() -> str:
    """Return the keys of every screen as Markdown."""
    return "\n\n".join(_table(TITLES[screen], commands_in(screen)) for screen in TITLES) + "\n"


def _table(title: str, commands: Iterable[KeyCommand]) -> str:
    return "\n".join((f"### {title}", "", "| key | does | command |", "|---|---|---|", *_rows(commands)))


def _rows(commands: Iterable[KeyCommand]) -> Iterator[str]:
    for command in commands:
        keys = (
            f"`{command.shown}`" if command.shown else ", ".join(f"`{key_name(key)}`" for key in command.keys)
        )
        yield f"| {keys} | {command.help} | `{command.id}` |"


def block(name: str, text: str) -> str:
    """Return what is in the code block after the mark `<!-- name -->`."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.+?)\n```", text, re.DOTALL)
    assert found, f"the README has no block {name}"
    return found.group(1)


def command(name: str, text: str) -> str:
    """Return the command line in the code block after the mark `<!-- name -->`."""
    found = re.search(rf"<!-- {name} -->\n```sh\n(.+)\n```", text)
    assert found, f"the README has no line for {name}"
    return found.group(1)


if __name__ == "__main__":
    README.write_text(fresh(README.read_text(encoding="utf-8")), encoding="utf-8")
