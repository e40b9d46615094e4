"""The gate's record of a version as pages that open without a network."""

from collections.abc import Sequence
from pathlib import Path

from expectations.process import GateProcess
from expectations.suite import TableSuite

INDEX = "index.html"


def write_data_docs(database: Path, suites: Sequence[TableSuite], folder: Path) -> Path:
    """Runs every suite and audit on a published version and writes their pages; the path of the first page.

    The pages hold counts and no cell; equal versions give equal pages. Raises
    :class:`expectations.process.GateFailure` when the gate breaks.
    """
    gate = GateProcess.start()
    try:
        gate.write_data_docs(database, suites, folder)
    finally:
        gate.stop()
    return folder / INDEX
