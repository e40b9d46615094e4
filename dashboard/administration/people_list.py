"""The people of the home as a table."""

from collections.abc import Mapping, Sequence

from dashboard.administration import words as wording
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.access.people import Person


def show(view: View, people: Sequence[Person], departments: Mapping[str, str]) -> None:
    """One line a person, in the order given; ``departments`` are names by id."""
    columns = [
        TableColumn("name", view.say(wording.NAME)),
        TableColumn("role", view.say(wording.ROLE)),
        TableColumn("state", view.say(wording.STATE)),
        TableColumn("department", view.say(wording.DEPARTMENT)),
        TableColumn("password", view.say(wording.PASSWORD)),
    ]
    show_table(columns, [_line(view, person, departments) for person in people], view.say(wording.LIST))


def _line(view: View, person: Person, departments: Mapping[str, str]) -> dict[str, object]:
    department_id = person.department_id or ""
    return {
        "name": person.name,
        "role": view.say(person.role.label),
        "department": departments.get(department_id, department_id),
        "password": view.say(wording.HAS_PASSWORD if person.password_hash else wording.NO_PASSWORD),
        "state": view.say(wording.ACTIVE if person.is_active else wording.DISABLED),
    }
