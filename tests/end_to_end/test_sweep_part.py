"""A part of the sweep: one county drawn with its wrong rows; `.ci/sweep` draws the others."""

from pathlib import Path

import pytest

from tests.sweep.differences import Sweep, compare
from tests.sweep.drawn_inbox import DrawnInbox, draw_inbox

pytestmark = pytest.mark.slow
SEED, FEWEST_FILES = 1_001, 40


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> DrawnInbox:
    return draw_inbox(tmp_path_factory.mktemp("drawn") / "home", SEED, clean=False)


def test_a_drawn_county_is_read_as_it_was_written(drawn: DrawnInbox) -> None:
    sweep = Sweep()
    compare(drawn, sweep)
    assert sweep.differences == []
    assert sweep.files >= FEWEST_FILES
    assert min(sweep.loaded, sweep.rejected, sweep.superseded, sweep.skipped) > 0


def test_a_value_that_is_not_what_was_written_is_told(drawn: DrawnInbox) -> None:
    sheet, _ = next(found for found in drawn.sheets.values() if found[0].ledger_id == "dues_remit")
    entry = next(entry for entry in sheet.entries if not entry.planted)
    right, sweep = entry.values["due_amount"], Sweep()
    entry.values["due_amount"] = right + 1
    compare(drawn, sweep)
    entry.values["due_amount"] = right
    assert [difference.split()[-4] for difference in sweep.differences] == ["due_amount:"]


def test_equal_seeds_draw_equal_files(drawn: DrawnInbox, tmp_path: Path) -> None:
    again = draw_inbox(tmp_path / "home", SEED, clean=False)
    files = [file.relative_to(drawn.inbox) for file in sorted(drawn.inbox.rglob("*")) if file.is_file()]
    assert [file.name for file in files if (drawn.inbox / file).read_bytes() != (again.inbox / file).read_bytes()] == []
