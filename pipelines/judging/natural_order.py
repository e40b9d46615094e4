"""Natural order of paths: digits by value and before any other character, else by code point."""

import re
from pathlib import PurePosixPath

_RUNS = re.compile(r"(\d+)|(\D)", re.ASCII)

NaturalKey = tuple[tuple[int, int], ...]


def natural_key(text: str) -> NaturalKey:
    """A sort key: every run of digits counts by its value and sorts before any other character."""
    return tuple(
        (0, int(digits)) if digits else (1, ord(other)) for digits, other in _RUNS.findall(text.replace("\n", " "))
    )


def path_key(path: str) -> tuple[NaturalKey, NaturalKey]:
    """The sort key of a file: its path without the extension, then the whole path."""
    return natural_key(str(PurePosixPath(path).with_suffix(""))), natural_key(path)
