"""A small home with everything that a backup keeps, a passphrase, and a cost that tests can pay."""

from pathlib import Path

import pytest

from pipelines.home import Home
from pipelines.keeping.backup import write_backup
from pipelines.keeping.envelope import Cost
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog
from warehouse.access.home_format import write_home_format
from warehouse.access.home_key import create_secret

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
PASSPHRASE = "twelve or more 字"  # noqa: S105 - of an invented backup
KEPT = {
    "config.toml": 'county_code = "530499"\ncounty_name = "云岭县"\n',
    "corrections.toml": "# none\n",
    "people.json": '{"format": 1, "people": []}',
    "report_template.docx": "a template",
    "inbox/组织部/名录.csv": "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,城关街道,街道\n",
    "inbox/a.lock": "a file of a department",
    "snapshots/2021-12.r1/values.json": "{}",
    "a place that nobody has thought of yet/x": "kept all the same",
}
LEFT_OUT = {
    "warehouse/aa.duckdb": "built again",
    "cache/readings/x": "read again",
    "quarantine/aa.csv": "written again",
    "people.json.lock": "",
    "people.json.part": "half",
    "inbox/组织部/.0123456789abcdef.partial": "half",
}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNIONKPI_HOME", "UNIONKPI_KEY", "UNIONKPI_DEBUG", "UNIONKPI_PROGRAM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home of today's format with a key, a log, and every kind of file."""
    folder = tmp_path / "home"
    for name, content in (KEPT | LEFT_OUT).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    (folder / "inbox" / "空").mkdir()
    create_secret(folder)
    write_home_format(folder)
    AuditLog(folder).append("王主任", Action.BUILT)
    return Home(folder)


@pytest.fixture
def backup(home: Home, tmp_path: Path) -> Path:
    """A backup of the home."""
    write_backup(home, tmp_path / "home.backup", PASSPHRASE, cost=CHEAP)
    return tmp_path / "home.backup"


def files_of(folder: Path) -> dict[str, bytes]:
    """Name → content of all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
