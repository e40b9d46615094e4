"""Two people at one browser: the second sees nothing of what the first had in the window."""

from pathlib import Path

import pytest

from dashboard.home import HOME_VARIABLE
from tests.dashboard_home import make_home
from tests.dashboard_visit import somebody_looks, visit
from warehouse.access.people import Person
from warehouse.access.roles import Role


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(make_home(tmp_path)))


def test_a_window_forgets_the_person_before() -> None:
    window = visit()
    window.session_state["typed"] = "by the person before"
    window.run()
    assert window.session_state["typed"] == "by the person before"

    somebody_looks().who = Person("李主任", Role.ADMIN)
    window.run()
    assert "typed" not in window.session_state
    assert not window.exception
