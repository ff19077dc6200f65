"""What is wrong with several things that were asked for at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tui.core.text.problems import UsageProblem


class FieldProblems(UsageProblem):
    """What is wrong, field by field; as a line, the first of it.

    Args:
        by_field: a problem for each field at fault, by the field's id, in the order of the fields.
    """

    def __init__(self, by_field: Mapping[str, UsageProblem]) -> None:
        first = next(iter(by_field.values()))
        super().__init__(first.title, first.detail, first.hint)
        self.by_field = dict(by_field)


class Faults:
    """Collects the problems of fields, so that all of them are told and not the first alone."""

    def __init__(self) -> None:
        self._found: dict[str, UsageProblem] = {}

    @contextmanager
    def of(self, field: str = "") -> Iterator[None]:
        """Keep the problem that is raised in the block; without a field only one that names its own."""
        try:
            yield
        except FieldProblems as problem:
            self._found |= problem.by_field
        except UsageProblem as problem:
            if not field:
                raise
            self._found[field] = problem

    def tell(self) -> None:
        """Raise FieldProblems where anything was wrong."""
        if self._found:
            raise FieldProblems(self._found)
