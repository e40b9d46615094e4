"""What the pages ask of the published version, or of a snapshot. No page holds SQL, and no query is asked twice."""

from collections.abc import Sequence
from datetime import date

import duckdb
import polars as pl
import streamlit as st

from dashboard import frozen
from dashboard.home import home_folder
from dashboard.viewer import Viewer
from warehouse.access.restricted import for_department
from warehouse.language import Refusal
from warehouse.reader import Published, open_published

Parameter = str | int | date


def published(viewer: Viewer, snapshot_id: str = "") -> Published:
    """The version that the pointer names now, or a snapshot, as far as the viewer may read it.

    Raises :class:`warehouse.language.Refusal` when there is none. Everything that a page asks goes through what this
    gives: a department gets a database of its own ledgers' submissions, without figures, and no snapshot.
    """
    if snapshot_id:
        if viewer.role.is_of_a_department:
            raise Refusal("部室看不到快照", "Departments see no snapshot")
        return frozen.version(snapshot_id).published
    whole = open_published(home_folder() / "warehouse")
    if viewer.role.is_of_a_department:
        return for_department(whole, viewer.department_id or "")
    return whole


@st.cache_data(show_spinner=False, max_entries=2000)
def _cached(
    file: str,  # noqa: ARG001 (the cache's key: a version's file is never written again)
    scope: str,  # noqa: ARG001 (and who asks: what a department may read is kept apart)
    sql: str,
    parameters: Sequence[Parameter],
    _source: Published,
) -> pl.DataFrame:
    return _source.query(sql, list(parameters))


def rows(source: Published, sql: str, *parameters: Parameter) -> pl.DataFrame:
    """The result of one SELECT.

    Raises :class:`Refusal` where a part of the version, or a snapshot of an earlier release, does not hold what is
    asked.
    """
    try:
        return _rows(source, sql, parameters)
    except (duckdb.CatalogException, duckdb.BinderException):
        source.require_whole()
        if source.snapshot:
            raise Refusal(
                f"快照 {source.snapshot} 由较早版本的程序冻结，没有这一页要的数据",
                f"Snapshot {source.snapshot} was frozen by an earlier release and lacks what this page asks for",
            ) from None
        raise


def _rows(source: Published, sql: str, parameters: Sequence[Parameter]) -> pl.DataFrame:
    return _cached(str(source.file), source.scope, sql, parameters, source)


def as_of_dates(source: Published) -> pl.DataFrame:
    """as_of_date, is_month_end, is_data_date: the dates a visitor may choose, latest first."""
    return rows(
        source,
        """
        select as_of_date, is_month_end, is_data_date
        from meta.as_of_dates
        where is_month_end or is_data_date
        order by as_of_date desc
        """,
    )


def regions(source: Published) -> pl.DataFrame:
    """region_code, region_name, region_kind: the county first, then its townships and systems."""
    return rows(source, "select region_code, region_name, region_kind from meta.regions order by position")


def county_name(source: Published) -> str:
    """The name of the whole county."""
    return source.version_info["county_name"]


def definitions(source: Published) -> pl.DataFrame:
    """Every indicator's definition with the name of its department and owner."""
    return rows(
        source,
        """
        select definitions.*, departments.name as department_name, departments.owner
        from kpi.definitions as definitions
        left join meta.departments as departments using (department_id)
        order by position
        """,
    )


def figures(source: Published, as_of: date, region_code: str) -> pl.DataFrame:
    """One row an indicator: its definition, department, owner and what may be shown of its value."""
    return rows(
        source,
        """
        select
            definitions.*,
            departments.name as department_name,
            departments.owner,
            figures.* exclude (indicator_id)
        from kpi.definitions as definitions
        inner join kpi.values as figures using (indicator_id)
        left join meta.departments as departments using (department_id)
        where figures.as_of_date = ? and figures.region_code = ?
        order by definitions.position
        """,
        as_of,
        region_code,
    )


def course(source: Published, indicator_id: str, region_code: str, as_of: date, months: int = 24) -> pl.DataFrame:
    """as_of_date, value, target, pace, is_complete, is_suppressed of the last months, oldest first."""
    return rows(
        source,
        """
        select
            figures.as_of_date,
            figures.value,
            figures.target,
            figures.pace,
            figures.is_complete,
            figures.is_suppressed
        from kpi.values as figures
        inner join meta.as_of_dates as dates using (as_of_date)
        where figures.indicator_id = ?
            and figures.region_code = ?
            and (dates.is_month_end and figures.as_of_date <= ? or figures.as_of_date = ?)
        order by figures.as_of_date desc
        limit ?
        """,
        indicator_id,
        region_code,
        as_of,
        as_of,
        months,
    ).reverse()


def by_township(source: Published, indicator_id: str, as_of: date) -> pl.DataFrame:
    """region_code, region_name, value, last_year, target, light, is_complete, is_suppressed, reason."""
    return rows(
        source,
        """
        select
            regions.region_code,
            regions.region_name,
            figures.value,
            figures.last_year,
            figures.target,
            figures.light,
            figures.is_complete,
            figures.is_suppressed,
            figures.reason
        from kpi.values as figures
        inner join meta.regions as regions using (region_code)
        where figures.indicator_id = ? and figures.as_of_date = ? and regions.position > 0
        order by regions.position
        """,
        indicator_id,
        as_of,
    )


def missing_ledgers(source: Published, as_of: date) -> list[str]:
    """Ids of the ledgers that fall short of this date for any indicator of the county, in alphabetical order."""
    named = rows(
        source,
        "select distinct missing from kpi.values where as_of_date = ? and region_code = ? and not is_complete",
        as_of,
        source.county_code,
    )["missing"]
    return sorted({ledger for text in named if text for ledger in text.split(",")})


def departments(source: Published) -> pl.DataFrame:
    """department_id, name, owner of every department, in the order of the configuration."""
    return rows(source, "select department_id, name, owner from meta.departments")


def keepers(source: Published, viewer: Viewer) -> dict[str, str]:
    """The names of the departments that keep ledgers, by id, as far as the viewer may see their rows."""
    known = ledgers(source).select("department_id", "department_name").unique(maintain_order=True)
    return {department_id: name for department_id, name in known.iter_rows() if viewer.may_see(department_id)}


def ledgers(source: Published) -> pl.DataFrame:
    """ledger_id, label_zh, label_en, frequency, department_id, department_name, owner; by department."""
    return rows(
        source,
        """
        select
            ledgers.ledger_id,
            ledgers.label_zh,
            ledgers.label_en,
            ledgers.frequency,
            ledgers.department_id,
            coalesce(departments.name, ledgers.department_id) as department_name,
            departments.owner
        from meta.ledgers as ledgers
        left join meta.departments as departments using (department_id)
        order by ledgers.department_id, ledgers.ledger_id
        """,
    )


def ledgers_of_people(source: Published) -> set[str]:
    """Ids of the ledgers whose rows name people."""
    return set(rows(source, "select distinct ledger_id from meta.columns where kind = 'person'")["ledger_id"])


def sheets(source: Published) -> pl.DataFrame:
    """``quality.sheets`` with the department's name: what each sheet brought."""
    return rows(
        source,
        """
        select sheets.*, departments.name as department_name
        from quality.sheets as sheets
        left join meta.departments as departments using (department_id)
        order by sheets.file, sheets.sheet
        """,
    )


def gate(source: Published) -> pl.DataFrame:
    """``quality.gate``: failures first, critical before warning."""
    return rows(
        source,
        "select * from quality.gate order by success, severity, suite, expectation, subject",
    )
