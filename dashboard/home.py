"""Where the federation's folder is."""

import os
from pathlib import Path

HOME_VARIABLE = "UNIONKPI_HOME"
DEFAULT_HOME = "./data"


def home_folder() -> Path:
    """The federation's folder: the variable UNIONKPI_HOME, else ``./data``."""
    return Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME)
