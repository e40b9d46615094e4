"""The sentence over a chart or a list: what it shows, computed from what it shows."""

import polars as pl

from dashboard import format as formats
from dashboard import words
from warehouse.language import Language
from warehouse.rule_names import rule_name


def of_townships(townships: pl.DataFrame, indicator: str, as_of: str, language: Language) -> str:
    """What the bars of a rate say; ``townships`` as in :func:`dashboard.charts.bullet.bars`."""
    known = townships.filter(pl.col("value").is_not_null()).sort("value", maintain_order=True)
    if known.is_empty():
        return words.BULLET_EMPTY.in_language(language).format(indicator=indicator, as_of=as_of)
    judged = known.filter(pl.col("light").is_in(["green", "amber", "red"]))
    if judged.is_empty():
        return _spread(known, indicator, language)
    short = judged.filter(pl.col("light") != "green")
    if short.is_empty():
        return words.BULLET_ALL_REACHED.in_language(language).format(indicator=indicator, judged=judged.height)
    lowest = short.row(0, named=True)
    return words.BULLET_SOME_SHORT.in_language(language).format(
        indicator=indicator,
        judged=judged.height,
        short=short.height,
        lowest=lowest["region_name"],
        value=formats.percent(lowest["value"], lowest["target"]),
    )


def _spread(known: pl.DataFrame, indicator: str, language: Language) -> str:
    lowest, highest = known.row(0, named=True), known.row(-1, named=True)
    low, high = formats.percent(lowest["value"]), formats.percent(highest["value"])
    if lowest["value"] == highest["value"]:
        sentence = words.BULLET_NO_TARGET_EQUAL.in_language(language)
        return sentence.format(indicator=indicator, count=known.height, high=high)
    return words.BULLET_NO_TARGET.in_language(language).format(
        indicator=indicator, highest=highest["region_name"], high=high, lowest=lowest["region_name"], low=low
    )


def of_behind(figures: pl.DataFrame, place: str, language: Language) -> str:
    """How many of the indicators that have a target are behind; ``figures`` has ``light``."""
    judged = figures.filter(pl.col("light").is_in(["green", "amber", "red"])).height
    behind = figures.filter(pl.col("light") == "red").height
    if judged == 0:
        return words.NOTHING_JUDGED.in_language(language).format(place=place)
    sentence = words.SOME_BEHIND if behind else words.NOTHING_BEHIND
    return sentence.in_language(language).format(place=place, judged=judged, behind=behind)


def of_missing(missing: list[str], ledgers: pl.DataFrame, language: Language) -> str:
    """Which ledgers of which department are missing: ``组织部（基层工会台账、单位名录）；财务部（…）``."""
    between = words.SEPARATOR.in_language(language)
    named = ledgers.filter(pl.col("ledger_id").is_in(missing))
    parts = [
        words.MISSING_OF_DEPARTMENT.in_language(language).format(
            department=department, ledgers=between.join(group[f"label_{language}"])
        )
        for (department,), group in named.group_by("department_name", maintain_order=True)
    ]
    unknown = sorted(set(missing) - set(ledgers["ledger_id"]))
    return words.BETWEEN_SENTENCES.in_language(language).join([*parts, *unknown])


def of_sheets(sheets: pl.DataFrame, language: Language) -> str:
    """What all files brought together."""
    read, rejected = int(sheets["read"].sum()), int(sheets["rejected"].sum())
    return words.BROUGHT_FINDING.in_language(language).format(
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
        return words.NO_PROBLEMS.in_language(language)
    most = problems.group_by("rule").len("count").sort(["count", "rule"], descending=[True, False]).row(0, named=True)
    errors = problems.filter(pl.col("severity") == "error").height
    return words.PROBLEMS_FINDING.in_language(language).format(
        errors=formats.plain(errors),
        warnings=formats.plain(problems.height - errors),
        rule=rule_name(most["rule"], language),
        count=formats.plain(most["count"]),
    )


def of_gate(gate: pl.DataFrame, language: Language) -> str:
    """How the gate judged."""
    if gate.is_empty():
        return words.GATE_NONE.in_language(language)
    failed = gate.filter(~pl.col("success"))
    if failed.is_empty():
        return words.GATE_ALL_PASSED.in_language(language).format(checks=formats.plain(gate.height))
    critical = failed.filter(pl.col("severity") == "critical").height
    return words.GATE_SOME_FAILED.in_language(language).format(
        checks=formats.plain(gate.height), critical=critical, warnings=failed.height - critical
    )
