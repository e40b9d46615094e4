"""Rows of the organisation department: townships, units, unions and what joint unions cover."""

from collections.abc import Iterator
from datetime import date

from pipelines.sample.organisation import County, Row, Union, Unit


def townships(county: County, until: date) -> Iterator[Row]:
    """Ledger township: one row a township; ``until`` does not matter."""
    del until
    for town in county.place.townships:
        yield {"township_code": town.code, "township_name": town.name, "township_kind": town.kind}


def enterprises(county: County, until: date) -> Iterator[Row]:
    """Ledger enterprise: the state of every unit registered by ``until``."""
    elapsed = county.place.elapsed(until)
    for unit in county.units:
        if unit.registered <= until:
            yield {**_unit_row(unit, elapsed), "closed_date": unit.closed if (unit.closed or until) <= until else None}


def _unit_row(unit: Unit, elapsed: float) -> Row:
    employees = unit.employees(elapsed)
    return {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "township_code": unit.township.name,
        "industry": unit.industry,
        "control_kind": unit.control,
        "unit_kind": unit.kind,
        "employees": employees,
        "female_employees": int(employees * unit.female_share),
        "registered_date": unit.registered,
    }


def unions(county: County, until: date) -> Iterator[Row]:
    """Ledger union: the state of every union founded by ``until``."""
    elapsed = county.place.elapsed(until)
    for union in county.unions:
        if union.founded <= until:
            yield _union_row(county, union, elapsed, until)


def _union_row(county: County, union: Union, elapsed: float, until: date) -> Row:
    members = union.members(elapsed)
    women = int(members * union.female_share)
    most_women = int(union.members(county.place.elapsed(county.place.last_day)) * union.female_share)
    needs_body = most_women >= 10 or union.has_womens_body
    return {
        "union_code": union.code,
        "union_name": union.name,
        "union_kind": union.kind,
        "unit_code": union.unit.code if union.unit else None,
        "township_code": union.township.name,
        "covered_units": max(len(union.units), 1),
        "employees": union.employees(elapsed),
        "members": members,
        "female_members": women,
        "migrant_members": int(members * union.migrant_share),
        "founded_date": union.founded,
        "dissolved_date": union.dissolved if (union.dissolved or until) < until else None,
        "term_end_date": union.term_end,
        "certificate_end_date": union.term_end if union.is_legal_person else None,
        "womens_body": ("女工委" if most_women >= 25 else "女职工委员") if needs_body else "无",
        "audit_body": union.audit_body,
        "legal_person": union.is_legal_person,
    }


def covered_units(county: County, until: date) -> Iterator[Row]:
    """Ledger union_unit: the units of joint unions; ``until`` does not matter."""
    del until
    for union in county.unions:
        for unit in union.covered:
            yield {"union_code": union.code, "unit_code": unit.code, "unit_name": unit.name}
