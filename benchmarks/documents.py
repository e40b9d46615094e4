"""What the four documents of a county's month cost.

    python -m benchmarks.documents [--home DIR] [--month 2021-12]

Without a home the sample county is made and built first. Aim: all four within 10 s in a fresh process, as `snapshot
issue` is one; most of it is the bundling of the charting scripts, which a process does once.
"""

import argparse
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.sample_home import sample_home
from benchmarks.timing import timed
from warehouse.days import month_end
from warehouse.reader import open_published
from warehouse.snapshot.documents.content import read_content
from warehouse.snapshot.documents.context import Context
from warehouse.snapshot.documents.html_brief import html_brief
from warehouse.snapshot.documents.make import FORMS, HTML, documents
from warehouse.snapshot.documents.vega_bundle import vega_bundle

AIM_SECONDS = 10.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints seconds, wall clock and processor, of all documents and of each; then their sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="a built home")
    parser.add_argument("--month", default="2021-12")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        published = open_published((options.home or sample_home(Path(folder) / "home")) / "warehouse")
        day = month_end(date.fromisoformat(f"{options.month}-01"))
        context = Context(f"{options.month}.r1", "0" * 64, "draft", is_complete=True)
        made: dict[str, bytes] = {}
        timed(f"all, aim {AIM_SECONDS:.0f} s", lambda: made.update(documents(published, day, context)))
        content = read_content(published, day, context)
        timed("reading", lambda: read_content(published, day, context))
        for name, form in FORMS.items():
            timed(name, lambda form=form: form(content))  # type: ignore[misc]
        timed(f"{HTML}, bundle known", lambda: html_brief(content, vega_bundle()))
        for name, document in made.items():
            print(f"{len(document) / 1024:10.0f} KiB  {name}")  # noqa: T201


if __name__ == "__main__":
    main()
