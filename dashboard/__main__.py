"""``python -m dashboard [streamlit options]``: serves the dashboard.

What the pages need is imported before the first visitor comes: two visitors at once
would otherwise import it from two threads, which pandas does not survive.
"""

import importlib
import sys
from pathlib import Path

from streamlit.web import cli

NEEDED = ("altair", "duckdb", "pandas", "polars", "pyarrow", "dashboard.page")


def main() -> None:
    for name in NEEDED:
        importlib.import_module(name)
    app = Path(__file__).with_name("app.py")
    sys.argv = ["streamlit", "run", str(app), *sys.argv[1:]]
    cli.main()


if __name__ == "__main__":
    main()
