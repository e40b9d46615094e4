"""County after county, drawn, read and compared."""

import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from tests.sweep.differences import Sweep, compare, read
from tests.sweep.drawn_inbox import draw_inbox

SHOWN = 20
"""The most differences of one county that are told."""
AT_A_TIME = 2
Tell = Callable[[str], None]


def sweep_counties(files: int, first_seed: int, tell: Tell) -> Sweep:
    """Draws counties, two at a time, until ``files`` files are compared; what is told depends on the seeds alone."""
    sweep, seeds = Sweep(), count(first_seed)
    with ProcessPoolExecutor(AT_A_TIME, mp_context=get_context("spawn")) as pool:
        while sweep.files < files:
            batch = [next(seeds) for _ in range(AT_A_TIME)]
            for seed, county in zip(batch, pool.map(sweep_county, batch), strict=True):
                sweep.add(county)
                tell(f"seed {seed}: {sweep.files} files, {len(county.differences)} differences")
                for difference in county.differences[:SHOWN]:
                    tell(f"  {difference}")
    return sweep


def sweep_county(seed: int) -> Sweep:
    """One county, drawn, read and compared; every third has no wrong row."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = draw_inbox(Path(folder) / "home", seed, clean=seed % 3 == 0)
        return compare(drawn, read(drawn))
