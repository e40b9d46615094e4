"""The sentences over charts and lists of data quality, computed from what they show."""

import polars as pl

from dashboard import format as formats
from dashboard import words
from dashboard.quality import words as wording
from warehouse.language import Language
from warehouse.rule_names import rule_name
from warehouse.state_names import CORRECTION_STATES


def of_sheets(sheets: pl.DataFrame, language: Language) -> str:
    """What all files brought together."""
    read, rejected = int(sheets["read"].sum()), int(sheets["rejected"].sum())
    return wording.BROUGHT_FINDING.in_language(language).format(
        files=formats.plain(sheets["file"].n_unique()),
        sheets=formats.plain(sheets.height),
        read=formats.plain(read),
        loaded=formats.plain(int(sheets["loaded"].sum())),
        rejected=formats.plain(rejected),
        share=formats.percent(rejected / read if read else 0.0, 0.0),
    )


def of_problems(problems: pl.DataFrame, language: Language) -> str:
    """How many problems of each severity there are, and which rule is broken most often."""
    if problems.is_empty():
        return wording.NO_PROBLEMS.in_language(language)
    most = problems.group_by("rule").len("count").sort(["count", "rule"], descending=[True, False]).row(0, named=True)
    errors = problems.filter(pl.col("severity") == "error").height
    return wording.PROBLEMS_FINDING.in_language(language).format(
        errors=formats.plain(errors),
        warnings=formats.plain(problems.height - errors),
        rule=rule_name(most["rule"], language),
        count=formats.plain(most["count"]),
    )


def of_corrections(corrections: pl.DataFrame, language: Language) -> str:
    """How many corrections apply to how many cells, and what became of the others; there is at least one."""
    applied = corrections.filter(pl.col("state") == "applied")
    others = corrections.filter(pl.col("state") != "applied")
    states = others.group_by("state", maintain_order=True).len("count").iter_rows()
    named = [
        wording.NAMED_COUNT.in_language(language).format(
            name=CORRECTION_STATES[state].in_language(language), count=formats.plain(count)
        )
        for state, count in states
    ]
    sentence = wording.CORRECTIONS_FINDING if others.is_empty() else wording.CORRECTIONS_TO_LOOK_AT
    return sentence.in_language(language).format(
        corrections=formats.plain(corrections.height),
        applied=formats.plain(applied.height),
        cells=formats.plain(int(applied["applied_cells"].sum())),
        others=formats.plain(others.height),
        states=words.SEPARATOR.in_language(language).join(named),
    )


def of_gate(gate: pl.DataFrame, language: Language) -> str:
    """How the gate judged."""
    if gate.is_empty():
        return wording.GATE_NONE.in_language(language)
    failed = gate.filter(~pl.col("success"))
    if failed.is_empty():
        return wording.GATE_ALL_PASSED.in_language(language).format(checks=formats.plain(gate.height))
    critical = failed.filter(pl.col("severity") == "critical").height
    return wording.GATE_SOME_FAILED.in_language(language).format(
        checks=formats.plain(gate.height), critical=critical, warnings=failed.height - critical
    )
