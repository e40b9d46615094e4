"""Homes that are built once for all tests that only look at them: a messy sample county, one that has nothing yet."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from pipelines.build import build
from pipelines.build_report import BuildReport
from pipelines.home import Home
from pipelines.sample import make_sample
from tests.lasting_gate import LastingGate
from tests.made_once import made_once
from warehouse.access.home_key import KEY_VARIABLE

# a busy machine is no reason to fail, and one run tries what the next one tries
hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def lasting_gate() -> Iterator[None]:
    """Builds of these tests share one child process of the gate."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.build.GateProcess", LastingGate)
        yield
        LastingGate.end()


@pytest.fixture(scope="session")
def fixed_key() -> str:
    return "a sample county's key, the same in every run"


@pytest.fixture(scope="session")
def messy(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with the messy sample of 2019–2021, not built."""
    folder, _ = made_once(tmp_path_factory, "messy", _make_messy)
    return Home(folder)


def _make_messy(folder: Path) -> None:
    make_sample(folder, "云岭县", 2019, 2021, "county", 1, clean=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, messy: Home, fixed_key: str) -> tuple[Path, BuildReport]:
    """The folder of the messy sample, built and published, and the report of building it."""

    def make(folder: Path) -> BuildReport:
        shutil.copytree(messy.folder, folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(KEY_VARIABLE, fixed_key)
            return build(Home(folder))

    return made_once(tmp_path_factory, "built", make)


@pytest.fixture(scope="session")
def report(built: tuple[Path, BuildReport]) -> BuildReport:
    """The report of building the messy sample."""
    return built[1]


@pytest.fixture(scope="session")
def sample_home(built: tuple[Path, BuildReport]) -> Path:
    """The folder of the messy sample, built and published."""
    folder, report = built
    assert report.published
    return folder


@pytest.fixture(scope="session")
def bare_home(tmp_path_factory: pytest.TempPathFactory, fixed_key: str) -> Path:
    """The folder of a home whose one published ledger is the list of townships."""
    home = Home(tmp_path_factory.mktemp("bare"))
    home.inbox.mkdir()
    home.config_file.write_text('county_code = "530499"\ncounty_name = "云岭县"\n', encoding="utf-8")
    townships = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,城关街道,街道\n530499100,东岗镇,镇\n"
    (home.inbox / "乡镇街道名录.csv").write_text(townships, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, fixed_key)
        assert build(home).published
    return home.folder


@pytest.fixture(scope="session")
def truth(messy: Home) -> dict[str, Any]:
    """What the sample planted."""
    content: dict[str, Any] = json.loads((messy.folder / "sample_truth.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture
def small_home(tmp_path: Path) -> Callable[[dict[str, str]], Home]:
    """Makes a home of a few CSV files, given as name → content."""

    def make(files: dict[str, str], config: str = 'county_code = "530499"\ncounty_name = "云岭县"\n') -> Home:
        home = Home(tmp_path / "home")
        home.inbox.mkdir(parents=True)
        home.config_file.write_text(config, encoding="utf-8")
        for name, content in files.items():
            (home.inbox / name).write_text(content, encoding="utf-8")
        return home

    return make
