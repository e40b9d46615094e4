"""Roles decide pages and data: every page for every role, by menu and by address, and every query for a department."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, get_type_hints

import polars as pl
import pytest
import streamlit as st
from python_calamine import load_workbook
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard import data, words
from dashboard.dictionary import queries as dictionary
from dashboard.page import pages
from dashboard.viewer import Viewer
from tests.dashboard_home import make_home
from tests.dashboard_visit import AtTheDoor, door, somebody_looks, visit, words_on
from warehouse.access.actions import Action
from warehouse.access.restricted import for_department
from warehouse.access.roles import ADMINISTRATORS, EVERYONE, Role
from warehouse.desk.pivot.sql_text import Query
from warehouse.figures.answer import full_answers
from warehouse.figures.trace import trace
from warehouse.language import Label, Refusal
from warehouse.reader import Published, open_published

ROOT = Path(dashboard.__file__).parent
PAGES = {page.url_path: page for page, _ in pages()}
DEPARTMENTS = ["org", "rights", "audit"]
OF_EVERYBODY = {"submission-calendar", "quarantine", "account"}
FIGURES = re.compile(r"^(value|numerator|denominator|last_year|yoy|mom|target|pace|month_value|light)$")
"""Columns of figures, which a department has none of."""
NOT_ALLOWED = Label("没有权限查看这些数据", "You may not see these figures")
DECLARED = {
    *("dashboard.data.ledgers", "dashboard.data.departments"),
    *("dashboard.dictionary.queries.ledgers", "dashboard.dictionary.queries.columns"),
}
"""Queries about declarations, which name departments and ledgers and tell nothing of anybody's rows."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(sample_home: Path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(sample_home))
        yield sample_home


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages in the menu, as the last visit gave them to the navigation."""
    shown: list[str] = []
    original = st.navigation

    def navigation(menus: Mapping[str, list[Any]], **options: Any) -> Any:
        shown[:] = [entry._url_path for entries in menus.values() for entry in entries if entry.visibility == "visible"]
        return original(menus, **options)

    monkeypatch.setattr(st, "navigation", navigation)
    return shown


def department_of(role: Role) -> str | None:
    return "org" if role.is_of_a_department else None


def is_refused(test: AppTest, role: Role, path: str) -> bool:
    """Whether the page is nothing but the sentence that says so."""
    said = words.NOT_FOR_ROLE.zh.format(role=role.label.zh, page=PAGES[path].label.zh)
    content = [*test.header, *test.subheader, *test.markdown, *test.get("vega_lite_chart"), *test.download_button]
    return [error.value for error in test.error] == [said] and not content and not test.button


def test_every_page_says_which_roles_may_see_it():
    assert [path for path, page in PAGES.items() if not page.roles or not page.roles <= EVERYONE] == []
    assert {path for path, page in PAGES.items() if Role.DEPARTMENT in page.roles} == {*OF_EVERYBODY, "hand-in"}
    assert {path for path, page in PAGES.items() if page.roles == ADMINISTRATORS} == {"people", "audit-log"}
    assert PAGES["hand-in"].roles == {Role.OFFICE, Role.DEPARTMENT, Role.ADMIN}


def test_the_manual_says_which_role_sees_which_page():
    manual = (ROOT.parent / "docs" / "people.md").read_text("utf-8")
    heading = re.search(r"^\| page \| (.+) \|$", manual, flags=re.MULTILINE)
    assert heading is not None
    roles = [Role(name) for name in heading[1].split(" | ")]
    lines = re.findall(r"^\| `([a-z-]+)` ((?:\| (?:✓ |own )?){5})\|$", manual, flags=re.MULTILINE)
    told = {
        path: {r for r, cell in zip(roles, cells.split("|")[1:], strict=True) if cell.strip()} for path, cells in lines
    }
    assert told == {path: set(page.roles) for path, page in PAGES.items()}


def test_the_manual_names_what_the_log_knows_to_tell():
    manual = (ROOT.parent / "docs" / "people.md").read_text("utf-8")
    noted = {
        name
        for line in re.findall(r"^\| (`.+?) \| ", manual, flags=re.MULTILINE)
        for name in re.findall("`([a-z_]+)`", line)
    }
    assert {str(action) for action in Action} <= noted


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("role", Role)
def test_the_menu_has_the_pages_of_the_role_and_no_other(menu, role):
    visit(role=role, department_id=department_of(role))
    _, *others = [path for path, page in PAGES.items() if role in page.roles]
    assert menu == ["", *others]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_itself_to_its_roles_and_a_sentence_to_the_others(path, role):
    test = visit(path, role=role, department_id=department_of(role))
    refused = [("王主任", Action.REFUSED, {"page": path})]
    if role in PAGES[path].roles:
        assert not is_refused(test, role, path)
        assert f"· {role.label.zh}" in words_on(test)
        assert [heading.value for heading in test.header]
        assert refused[0] not in door().noted
    else:
        assert is_refused(test, role, path)
        assert door().noted == refused
        test.run()
        assert door().noted == refused


def everything_on(test: AppTest) -> str:
    """What a page sends: its words, code, choices and the content of its downloads."""
    parts = [words_on(test), *(code.value for code in test.code), *(str(box.options) for box in test.selectbox)]
    charts = [str(entry.proto) for entry in test.get("vega_lite_chart")]
    sets = [each for chart in test.get("vega_lite_chart") for each in chart.proto.datasets]
    frames = [str(pl.read_ipc_stream(each.data.data).rows()) for each in sets]
    return "\n".join([*parts, *charts, *frames])


def others_files(whole: Published, department_id: str) -> set[str]:
    """The files of the inbox that no ledger of the department is in, nor any unknown sheet of its folder."""
    own = set(data.sheets(for_department(whole, department_id))["file"])
    return set(data.sheets(whole)["file"]) - own


def downloads(test: AppTest, monkeypatch: pytest.MonkeyPatch, path: str, **who: Any) -> dict[str, bytes]:
    """The files that a page offers, by name."""
    offered: dict[str, bytes] = {}
    original = st.download_button

    def button(label: str, data: Any, file_name: str, **options: Any) -> bool:
        offered[file_name] = data() if callable(data) else data
        return bool(original(label, data=data, file_name=file_name, **options))

    monkeypatch.setattr(st, "download_button", button)
    visit(path, **who)
    assert len(offered) == len(test.download_button)
    return offered


@pytest.mark.parametrize("department_id", DEPARTMENTS)
@pytest.mark.parametrize("path", ["", "quarantine", "hand-in"])
def test_a_page_for_a_department_names_no_file_of_another(home, monkeypatch, path, department_id):
    others = others_files(open_published(home / "warehouse"), department_id)
    assert others
    who = {"role": Role.DEPARTMENT, "department_id": department_id}
    test = visit(path, **who)
    sent = everything_on(test)
    assert [file for file in others if file in sent] == []
    for content in downloads(test, monkeypatch, path, **who).values():
        cells = [cell for row in load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python() for cell in row]
        assert len(cells) > 8
        assert others.isdisjoint(map(str, cells))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", ["", "quarantine", "hand-in", "account"])
def test_a_department_that_has_handed_nothing_in_sees_that(bare_home, monkeypatch, path, lang):
    monkeypatch.setenv("UNIONKPI_HOME", str(bare_home))
    test = visit(path, role=Role.DEPARTMENT, department_id="org", lang=lang)
    assert not test.error
    assert [heading.value for heading in test.header]


def modules() -> Iterator[Any]:
    """The modules that ask the published version: ``dashboard.data`` and ``queries`` of every subject."""
    yield data
    for entry in pkgutil.iter_modules([str(ROOT)]):
        if entry.ispkg and (ROOT / entry.name / "queries.py").exists():
            yield importlib.import_module(f"dashboard.{entry.name}.queries")


def queries() -> dict[str, Callable[..., Any]]:
    """Their public functions that take a version, by module and name."""
    found = {
        f"{module.__name__}.{name}": function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and Published in get_type_hints(function).values()
        if not name.startswith("_") and name not in ("published", "rows")
    }
    assert len(found) > 30
    return found


def arguments(function: Callable[..., Any], source: Published, department_id: str) -> dict[str, Any]:
    """A value for every parameter without a default; a new kind of parameter has to be named here."""
    known: dict[str, Any] = {
        "source": source,
        "published": source,
        "name": "live",
        "as_of": source.data_date,
        "indicator_id": "unions",
        "region_code": source.county_code,
        "column": "level",
        "subject_id": "unions",
        "ledger_id": "union",
        "query": Query("select count(*) as unions from ledger.unions", {}, ("value",)),
        "snapshot": None,
        "viewer": Viewer("王主任", Role.DEPARTMENT, department_id),
    }
    parameters = inspect.signature(function).parameters.values()
    return {one.name: known[one.name] for one in parameters if one.default is inspect.Parameter.empty}


def answer(function: Callable[..., Any], own: Published, department_id: str) -> Any:
    """What the query gives a department; None where it refuses."""
    try:
        return function(**arguments(function, own, department_id))
    except Refusal as refusal:
        if refusal.label != NOT_ALLOWED:
            raise
        return None


@pytest.mark.parametrize("department_id", DEPARTMENTS)
@pytest.mark.parametrize("name", queries())
def test_a_query_gives_a_department_its_own_rows_or_nothing(home, name, department_id):
    whole = open_published(home / "warehouse")
    own = for_department(whole, department_id)
    function = queries()[name]
    found = answer(function, own, department_id)
    if not isinstance(found, pl.DataFrame) or name in DECLARED:
        return
    figures = {column for column in found.columns if FIGURES.match(column)}
    # of a rejected cell the value is what was read of it
    assert figures - ({"value"} if "rule" in found.columns else set()) == set()
    kept = set(whole.query("select ledger_id from meta.ledgers where department_id = ?", [department_id])["ledger_id"])
    for column, allowed in (("ledger_id", kept), ("ledger", kept), ("department_id", {department_id})):
        # the department of an indicator's definition is no row of anybody's
        if column in found.columns and "indicator_id" not in found.columns:
            assert set(found[column].drop_nulls()) <= allowed
    if "file" in found.columns:
        assert set(found["file"]).isdisjoint(others_files(whole, department_id))


@pytest.mark.parametrize("department_id", DEPARTMENTS)
def test_the_dictionary_counts_a_department_its_own_rows_alone(home, department_id):
    whole = open_published(home / "warehouse")
    ledgers = dictionary.ledgers(for_department(whole, department_id))
    assert ledgers.filter(pl.col("department_id") != department_id)["loaded"].fill_null(0).sum() == 0
    own = ledgers.filter(pl.col("department_id") == department_id)
    assert own.equals(dictionary.ledgers(whole).filter(pl.col("department_id") == department_id))


@pytest.mark.parametrize("name", queries())
def test_a_query_answers_everybody_else(home, name):
    whole = open_published(home / "warehouse")
    function = queries()[name]
    function(**arguments(function, whole, "org"))


@pytest.mark.parametrize("department_id", DEPARTMENTS)
def test_a_department_gets_no_answer_and_no_trace(home, department_id):
    own = for_department(open_published(home / "warehouse"), department_id)
    with pytest.raises(Refusal, match="may not see these figures"):
        full_answers(own, None, None, None, "zh")
    with pytest.raises(Refusal, match="may not see these figures"):
        trace(own, "unions")


def test_a_department_is_told_of_its_own_missing_ledgers(tmp_path):
    whole = open_published(make_home(tmp_path) / "warehouse")
    days = [*data.as_of_dates(whole)["as_of_date"]]
    missing = {ledger for day in days for ledger in data.missing_ledgers(whole, day)}
    keeper = dict(data.ledgers(whole).select("ledger_id", "department_id").iter_rows())
    assert missing
    for department_id in set(keeper.values()):
        own = for_department(whole, department_id)
        told = {ledger for day in days for ledger in data.missing_ledgers(own, day)}
        assert told == {ledger for ledger in missing if keeper[ledger] == department_id}


def test_what_is_kept_for_one_department_is_not_given_to_another(home):
    whole = open_published(home / "warehouse")
    files = {one: set(data.sheets(for_department(whole, one))["file"]) for one in DEPARTMENTS}
    assert all(files.values())
    assert not files["org"] & files["rights"]
    assert set(data.sheets(whole)["file"]) > files["org"] | files["rights"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("path", ["quarantine", "key-tasks", "attention", "audit-log"])
def test_a_download_stands_in_the_log(path):
    test = visit(path)
    if path == "audit-log":
        door().append("王主任", Action.SIGNED_IN)
        test.run()
    button = test.download_button[0]
    button.click().run()
    (taken,) = [details for _, action, details in door().noted if action == Action.EXPORTED]
    assert taken["what"] == button.key
    assert str(taken["file"]).endswith(".xlsx")
    assert taken["as_of"] == date(2021, 12, 31).isoformat()


def test_every_download_goes_through_the_one_button():
    asked = [path.relative_to(ROOT) for path in ROOT.rglob("*.py") if "download_button" in path.read_text("utf-8")]
    assert asked == [Path("download.py")]


@pytest.mark.usefixtures("home")
def test_opening_rows_about_people_is_noted_once_a_session():
    test = visit("quarantine", ledger_id="member")
    test.run()
    opened = [details for _, action, details in door().noted if action == Action.OPENED]
    assert opened == [{"page": "quarantine", "ledgers": "member"}]


@pytest.mark.usefixtures("home")
def test_a_person_without_a_known_department_sees_nothing():
    door: AtTheDoor = somebody_looks(Role.DEPARTMENT, "gone")
    assert data.sheets(data.published(Viewer.of(door.who))).is_empty()
    test = visit("hand-in", role=Role.DEPARTMENT, department_id="gone")
    assert "您所属的部室不在当前数据里" in test.error[0].value
    assert not test.button
