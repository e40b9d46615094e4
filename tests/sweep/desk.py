"""Every attack, question and bomb of the analysts' desk against a real child process: ``python -m tests.sweep.desk``.

The suite judges all of them in one process and runs some; here each has a process of its own.
"""

import sys
import tempfile
import time
from pathlib import Path

from pipelines.build import build
from pipelines.home import Home
from pipelines.sample import make_sample
from tests.spec.desk.bombs import MEMORY, OUTPUT, TIME
from tests.spec.desk.questions import QUESTIONS
from tests.spec.desk.test_sandbox import ATTACKS
from warehouse.desk.asking.sandbox import Limits, ask
from warehouse.desk.databases import Databases, databases
from warehouse.language import Refusal

GRACE_SECONDS = 1.0


def main() -> int:
    """Prints what went wrong and the counts; 1 when anything did."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        make_sample(home.folder, "云岭县", 2020, 2021, "county", 1, clean=False)
        build(home)
        desk = databases(home.folder)
        wrong = [f"answered: {sql}" for sql, _ in ATTACKS if _is_answered(desk, sql.format(file="/etc/hostname"))]
        wrong += [f"refused: {sql}" for sql in QUESTIONS if not _is_answered(desk, sql)]
        started_alone = _seconds(desk, "select 1")
        for sql in TIME + MEMORY + OUTPUT:
            seconds = _seconds(desk, sql)
            if seconds > Limits().seconds + started_alone + GRACE_SECONDS:
                wrong.append(f"{seconds:.1f} s: {sql}")
    for line in wrong:
        sys.stdout.write(line + "\n")
    counts = (len(ATTACKS), len(QUESTIONS), len(TIME + MEMORY + OUTPUT), len(wrong))
    sys.stdout.write("{} attacks, {} questions, {} bombs: {} went wrong\n".format(*counts))
    return 1 if wrong else 0


def _is_answered(desk: Databases, sql: str) -> bool:
    try:
        ask(desk, sql)
    except Refusal:
        return False
    return True


def _seconds(desk: Databases, sql: str) -> float:
    started = time.monotonic()
    _is_answered(desk, sql)
    return time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
