"""Specifications of the command line see none of the developer's own settings."""

import pytest


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNIONKPI_HOME", "UNIONKPI_KEY", "UNIONKPI_DEBUG", "UNIONKPI_PROGRAM", "UNIONKPI_WHO"):
        monkeypatch.delenv(name, raising=False)
