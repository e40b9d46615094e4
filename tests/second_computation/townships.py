"""The township that a row counts in: its own, else its unit's, its union's or its household's."""

from datetime import date

from tests.second_computation.states import States
from tests.second_computation.tables import Row


class Townships:
    """Looks a row's township up in the registries as they are on a day; None: in no township."""

    def __init__(self, states: States) -> None:
        self._states = states
        self._registered: dict[tuple[str, date], dict[str, str]] = {}

    def of_unit(self, day: date, row: Row) -> str | None:
        return self._found(day, "enterprise", row["unit_code"])

    def of_union(self, day: date, row: Row) -> str | None:
        return self._found(day, "union", row["union_code"])

    def of_household(self, day: date, row: Row) -> str | None:
        return self._found(day, "hardship_household", row["household_code"])

    def _found(self, day: date, ledger: str, code: str | None) -> str | None:
        if (ledger, day) not in self._registered:
            rows = self._states.on(day, ledger)
            self._registered[ledger, day] = {str(key[0]): row["township_code"] for key, row in rows.items()}
        return None if code is None else self._registered[ledger, day].get(code)
