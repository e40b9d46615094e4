"""."""

from collections.abc import Sequence
from pathlib import Path
from expectations.suite import TableSuite


def make_pages(database: Path, suites: Sequence[TableSuite], folder: Path) -> None: ...
