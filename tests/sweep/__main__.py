"""``python -m tests.sweep [FILES [FIRST_SEED]]``: draws counties and compares until so many files are done."""

import sys

from tests.sweep.counties import sweep_counties

FILES = 2_000


def main(arguments: list[str]) -> int:
    """Prints a line a county and the counts at the end; 1 when anything differs."""
    files, first_seed = [*map(int, arguments), *(FILES, 1)[len(arguments) :]]
    sweep = sweep_counties(files, first_seed, _print)
    _print(sweep.summary)
    return 1 if sweep.differences else 0


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
