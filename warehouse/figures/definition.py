"""``kpi.definitions``: what every indicator is, with the SQL that counts it."""

from collections.abc import Mapping

import duckdb
import polars as pl

from warehouse.asof import views
from warehouse.figures.definition_version import definition_version
from warehouse.figures.indicator import Indicator, Part
from warehouse.figures.part_sql import values_sql
from warehouse.mart import marts


def definitions(con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator]) -> pl.DataFrame:
    """One line an indicator, in the order of the catalogue.

    Its department is that of its first ledger in ``meta.ledgers``; ``definition_version`` is that of
    :func:`warehouse.figures.definition_version.definition_version`.
    """
    departments = dict(con.execute("select ledger_id, department_id from meta.ledgers").fetchall())
    as_of_views = views(con)
    lines = [
        {
            **_line(indicator, departments.get(indicator.ledgers[0])),
            "definition_version": definition_version(indicator, marts(), as_of_views),
        }
        for indicator in declared.values()
    ]
    return pl.DataFrame(lines, infer_schema_length=None)


def _line(indicator: Indicator, department_id: str | None) -> dict[str, object]:
    numerator, denominator = indicator.numerator, indicator.denominator
    numerator_sql, denominator_sql = _sql(indicator, numerator), denominator and _sql(indicator, denominator)
    caveat = indicator.caveat
    return {
        "indicator_id": indicator.id,
        "position": indicator.position,
        "family": indicator.family,
        "family_label_zh": indicator.family_label.zh,
        "family_label_en": indicator.family_label.en,
        "label_zh": indicator.label.zh,
        "label_en": indicator.label.en,
        "definition_zh": indicator.definition.zh,
        "definition_en": indicator.definition.en,
        "unit": indicator.unit.zh,
        "unit_en": indicator.unit.en,
        "kind": indicator.kind,
        "time": indicator.time,
        "better": indicator.better,
        "scope": indicator.scope,
        "department_id": department_id,
        "ledgers": ",".join(indicator.ledgers),
        "caveat_zh": caveat.zh if caveat else None,
        "caveat_en": caveat.en if caveat else None,
        **_part_columns("numerator", numerator),
        **_part_columns("denominator", denominator),
        "numerator_sql": numerator_sql,
        "denominator_sql": denominator_sql,
        "programme_zh": indicator.programme.zh if indicator.programme else None,
        "programme_en": indicator.programme.en if indicator.programme else None,
        "is_about_people": indicator.suppression is not None,
    }


def _part_columns(name: str, part: Part | None) -> dict[str, object]:
    return {
        f"{name}_label_zh": part.label.zh if part else None,
        f"{name}_label_en": part.label.en if part else None,
        f"{name}_unit_zh": part.unit.zh if part else None,
        f"{name}_unit_en": part.unit.en if part else None,
        f"{name}_is_additive": part.is_additive if part else None,
        f"{name}_is_weighted": part.weighted if part else None,
    }


def _sql(indicator: Indicator, part: Part) -> str:
    return values_sql(part.selection, indicator.scope, weighted=part.weighted)
