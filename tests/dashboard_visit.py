"""Visits a page of the dashboard without a browser."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import words
from dashboard.home import home_folder
from dashboard.pivot import asking
from dashboard.sign_in.wrong_tries import WrongTries
from dashboard.viewer import Door
from warehouse.access.actions import Action
from warehouse.access.audit_log import Altered, Entry
from warehouse.access.people import People, Person
from warehouse.access.roles import Role

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
SECONDS = 120
AT = "2022-01-04T09:00:00+08:00"
"""When everything happens that is noted."""

# a page waits for its pivot as long as it takes: how busy the machine is changes no test
asking.SECONDS_TO_WAIT = SECONDS

# every run of an AppTest would look for components in everything that is installed
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

Noted = tuple[str, Action, dict[str, object]]
"""Who, what and its details."""


class AtTheDoor:
    """In place of the people at the door: whoever looks is this person, and what is noted is kept in a list."""

    is_demonstration = False
    cookie_name = "session"

    def __init__(self, person: Person) -> None:
        self.who = person
        self.log = self
        self.tries = WrongTries()
        self.noted: list[Noted] = []

    def person(self, _cookie: str | None) -> Person:
        return self.who

    @property
    def people(self) -> People:
        return People(home_folder())

    def entries(self) -> list[Entry]:
        return [Entry(place, AT, *noted) for place, noted in enumerate(self.noted, start=1)]

    def verify(self) -> list[Altered]:
        return []

    def append(self, who: str, action: Action, details: Mapping[str, object] | None = None) -> None:
        self.noted.append((who, action, dict(details or {})))


def somebody_looks(role: Role = Role.ADMIN, department_id: str | None = None) -> AtTheDoor:
    """From now on pages are made for a person of this role; gives what is noted of what they do."""
    door = AtTheDoor(Person("王主任", role, department_id))
    Door.visitors = door  # type: ignore[assignment] - what pages need of the people at the door
    return door


def door() -> AtTheDoor:
    """In place of whom :func:`visit` put there."""
    assert isinstance(Door.visitors, AtTheDoor)
    return Door.visitors


def visit(
    url_path: str = "",
    *,
    role: Role = Role.ADMIN,
    department_id: str | None = None,
    noted: Sequence[Noted] = (),
    address: Mapping[str, str] = MappingProxyType({}),
    **query: str,
) -> AppTest:
    """The page at this path ("" is the first one) as opened by a link with these values in its address.

    ``noted`` is what the log has before; ``address`` more values, under names that stand for something else here.
    """
    somebody_looks(role, department_id).noted.extend(noted)
    test = AppTest.from_file(APP, default_timeout=SECONDS)
    for name, value in {**address, **query}.items():
        test.query_params[name] = value
    # pages are functions, for which AppTest has no switch_page
    test._page_hash = calc_hash(url_path)
    test.run()
    assert not test.exception, [error.message for error in test.exception]
    assert not {words.FAILED.zh, words.FAILED.en} & {error.value for error in test.error}, "see the log"
    return test


def words_on(test: AppTest) -> str:
    """All text of the page, markup included and scripts left out."""
    kinds = (test.html, test.header, test.subheader, test.markdown, test.caption, test.info, test.warning, test.error)
    said = "\n".join(str(element.value) for elements in kinds for element in elements)
    return re.sub(r"<script>.*?</script>", "", said, flags=re.DOTALL)


def address_of(test: AppTest) -> dict[str, str]:
    """What stands in the page's address now."""
    return {name: value[0] if isinstance(value, list) else value for name, value in test.query_params.items()}
