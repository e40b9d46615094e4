"""Drawn edits of a small county, more than the suite tries: the causes of every figure add up to its change.

python -m tests.sweep.causes [EDITS] [FROM SEED]
"""

import sys
import tempfile
from pathlib import Path

from tests.spec.snapshot.drawn_edits import TOY, check, edited, small_county
from tests.spec.snapshot.two_versions import version

EDITS, FIRST_SEED = 200, 1


def main(count: int, first: int) -> None:
    """Both ways between the county and every edited one; raises at the first that does not add up."""
    with tempfile.TemporaryDirectory() as folder:
        county = version(Path(folder) / "old.duckdb", small_county(), TOY)
        for seed in range(first, first + count):
            file = Path(folder) / f"{seed}.duckdb"
            new = edited(county, file, TOY, seed)
            check(county, new)
            check(new, county)
            new.published.connection.close()
            file.unlink()
    sys.stdout.write(f"{count} edits, both ways: every cause adds up\n")


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    main(*(numbers + [EDITS, FIRST_SEED][len(numbers) :]))
