"""A part of the sweep: one county drawn with its wrong rows; `.ci/sweep` draws the others."""

from pathlib import Path

import pytest

from pipelines.judging.verdict import Judged
from tests.sweep.differences import compare, read
from tests.sweep.drawn_inbox import DrawnInbox, draw_inbox

pytestmark = pytest.mark.slow
SEED, FEWEST_FILES = 1_001, 40


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> DrawnInbox:
    return draw_inbox(tmp_path_factory.mktemp("drawn") / "home", SEED, clean=False)


@pytest.fixture(scope="module")
def judged(drawn: DrawnInbox) -> Judged:
    return read(drawn)


def test_a_drawn_county_is_read_as_it_was_written(drawn: DrawnInbox, judged: Judged) -> None:
    sweep = compare(drawn, judged)
    assert sweep.differences == []
    assert sweep.files >= FEWEST_FILES
    assert min(sweep.loaded, sweep.rejected, sweep.superseded, sweep.skipped) > 0


def test_a_difference_is_told(drawn: DrawnInbox, judged: Judged) -> None:
    sheets = (sheet for sheet, _ in drawn.sheets.values() if sheet.ledger_id == "dues_remit")
    sheet = next(sheet for sheet in sheets if sheet.is_accepted and not sheet.superseded)
    right = next(entry for entry in sheet.entries if not entry.planted and not entry.raw)
    written = right.values
    right.values = {**written, "due_amount": written["due_amount"] + 1}
    differences = compare(drawn, judged).differences
    right.values = written
    assert len(differences) == 1
    assert " due_amount: " in differences[0]


def test_equal_seeds_draw_equal_files(drawn: DrawnInbox, tmp_path: Path) -> None:
    again = draw_inbox(tmp_path / "home", SEED, clean=False)
    files = [file.relative_to(drawn.inbox) for file in sorted(drawn.inbox.rglob("*")) if file.is_file()]
    assert [file.name for file in files if (drawn.inbox / file).read_bytes() != (again.inbox / file).read_bytes()] == []
