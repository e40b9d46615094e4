"""How far something long has come, told to whoever waits for it."""

from collections.abc import Callable

from warehouse.language import Label

Progress = Callable[[Label, int, int], None]
"""Called with the step, how much of it is done and how much there is."""


def silent(_step: Label, _done: int, _total: int) -> None:
    """A progress that nobody is told of."""
