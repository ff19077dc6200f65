"""A small file of entries by name: read without ever failing, changed under the lock."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from tui.adapters.files.document_file import DocumentFile
from tui.adapters.files.lock import locked
from tui.adapters.files.paths import Paths
from tui.core.record.schema import SCHEMA, NewerSchema
from tui.core.text.problems import StoreProblem
from tui.core.timer.clock import Clock

T = TypeVar("T")


class EntryFile(Generic[T]):
    """Entries that all have the same keys and, in every document, the schema number.

    Args:
        paths: where the data is.
        name: of the file, and of its table.
        keys: what every entry holds, no more and no less.
        parse: returns an entry's value; raises a Problem when it is unlawful.
        clock: dates backups.
    """

    def __init__(
        self,
        paths: Paths,
        name: str,
        keys: frozenset[str],
        parse: Callable[[dict[str, Any]], T],
        clock: Clock,
    ) -> None:
        self._lock = paths.lock
        self._keys = keys | {"schema"}
        self._parse = parse
        path = paths.data / f"{name}.json"
        self._file = DocumentFile(path, name, self._checked, paths.backups, clock)
        self._untold: dict[str, StoreProblem] = {}
        """What was found wrong by what returns no problems, by its line: the next `read` returns it."""

    def read(self) -> tuple[dict[str, T], tuple[StoreProblem, ...]]:
        """Return the entries that can be read, and what is wrong; a damaged file is repaired."""
        values = self.values()
        problems = tuple(self._untold.values())
        self._untold = {}
        return values, problems

    def values(self) -> dict[str, T]:
        """Return the same entries; the next `read` tells what is wrong."""
        try:
            contents = self._file.read()
            if contents.damaged:
                self._repair()
                contents = self._file.read()
        except StoreProblem as problem:
            self._note(problem)
            return {}
        if contents.newer:
            name = self._file.path.name
            self._note(StoreProblem(f"{name} is read-only", "a newer version of unhunch wrote it"))
        return dict(contents.values)

    def put(self, entries: dict[str, dict[str, Any]]) -> None:
        """Save entries, over those with the same names.

        Raises:
            StoreProblem: when they could not be saved.
        """
        if not entries:
            return
        documents = {name: {"schema": SCHEMA, **entry} for name, entry in entries.items()}
        with locked(self._lock):
            self._mend()
            known = self._file.read().values
            new = {name: document for name, document in documents.items() if name not in known}
            if new:
                self._file.insert(new)
            for name in documents.keys() - new.keys():
                self._file.update(name, documents[name])

    def drop(self, name: str) -> None:
        """Remove an entry, if it is there.

        Raises:
            StoreProblem: when it could not be removed.
        """
        with locked(self._lock):
            self._mend()
            if name in self._file.read().values:
                self._file.drop(name)

    def _note(self, problem: StoreProblem) -> None:
        self._untold[problem.line] = problem

    def _mend(self) -> None:
        if told := self._file.repair():
            self._note(told)

    def _repair(self) -> None:
        damaged, why = f"{self._file.path.name} is damaged", "it is a link, and left as it is"
        try:
            if not self._file.is_link:
                with locked(self._lock):
                    return self._mend()
        except StoreProblem as problem:
            why = problem.line
        self._note(StoreProblem(damaged, why))

    def _checked(self, _name: str, document: object) -> T:
        schema = document.get("schema") if isinstance(document, dict) else None
        if type(schema) is int and schema > SCHEMA:
            raise NewerSchema("schema", "was written by a newer version of the program")
        if not isinstance(document, dict) or type(schema) is not int or document.keys() != self._keys:
            raise StoreProblem("entry", f"must hold {', '.join(sorted(self._keys))}")
        return self._parse(document)
