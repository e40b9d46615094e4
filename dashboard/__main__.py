"""``python -m dashboard --host H --port N``: serves the dashboard of the home named in UNIONKPI_HOME.

What the pages need is imported before the first visitor comes: two visitors at once
would otherwise import it from two threads, which pandas does not survive.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.logger import set_log_level

from dashboard.home import home_folder
from dashboard.sign_in import words
from dashboard.sign_in.doorkeeper import Doorkeeper
from dashboard.sign_in.visitors import Visitors
from dashboard.viewer import Door
from warehouse.access.audit_log import AuditLog
from warehouse.access.home_format import home_format
from warehouse.access.sign_in_settings import read_sign_in
from warehouse.language import Refusal

NEEDED = ("altair", "duckdb", "pandas", "polars", "pyarrow", "dashboard.page")
CONFIG_FILE = "config.toml"
REFUSED = 2
LARGEST_UPLOAD_MEGABYTES = 50


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until it is ended; 2 when it may not be served like this."""
    parser = argparse.ArgumentParser(prog="python -m dashboard")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--demonstration", action="store_true", help="everybody on this machine is signed in")
    options = parser.parse_args(arguments)
    try:
        Door.visitors = _visitors(options.host, is_demonstration=options.demonstration)
    except Refusal as refusal:
        sys.stderr.write(f"{refusal.label.zh}\n{refusal.label.en}\n")
        return REFUSED
    set_log_level("ERROR")  # caches that are made before the server say so
    for name in NEEDED:
        importlib.import_module(name)
    if Door.visitors.first_code:
        told = words.TERMINAL
        sys.stderr.write(f"{told.zh}\n{told.en}\n".format(code=Door.visitors.first_code))
        sys.stderr.flush()
    _serve(Door.visitors, options.host, options.port)
    return 0


def _visitors(host: str, *, is_demonstration: bool) -> Visitors:
    home = home_folder()
    home_format(home)
    settings = read_sign_in(home / CONFIG_FILE)
    log = AuditLog(home)
    return Visitors(home, settings, log, host, is_demonstration=is_demonstration)


def _serve(visitors: Visitors, host: str, port: int) -> None:
    script = Path(__file__).with_name("app.py")
    app = st.App(script, middleware=[Middleware(Doorkeeper, visitors=visitors)])
    # whom a proxy names is judged by the door itself, which has to know who is really connected
    os.environ["FORWARDED_ALLOW_IPS"] = ""
    app.run(
        config={
            "server.address": host,
            "server.port": port,
            "server.headless": True,
            "browser.gatherUsageStats": False,
            "logger.level": "warning",
            "client.showErrorDetails": "none",
            "global.developmentMode": False,
            "server.enableCORS": True,
            "server.enableStaticServing": False,
            "server.enableXsrfProtection": True,
            "server.fileWatcherType": "none",
            "server.maxUploadSize": LARGEST_UPLOAD_MEGABYTES,
        }
    )


if __name__ == "__main__":
    os.umask(0o077)  # what is written into the home is its owner's alone
    sys.exit(main())
