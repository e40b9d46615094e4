"""The home that is measured when none is given."""

from pathlib import Path

from pipelines.build import build
from pipelines.home import Home
from pipelines.sample import make_sample


def sample_home(folder: Path) -> Path:
    """The messy sample county of 2019 to 2021, made and built in this empty or missing folder."""
    make_sample(folder, "云岭县", 2019, 2021, "county", 1, clean=False)
    build(Home(folder))
    return folder
