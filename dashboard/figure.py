"""How one figure is said: its value, target, change, light, parts. From a row of ``data.figures``."""

from collections.abc import Mapping
from typing import Any

from dashboard import format as formats
from dashboard import words
from dashboard.lights import LIGHTS, Light, grey_word
from warehouse.figures.target import due_in_things
from warehouse.language import Label, Language

Row = Mapping[str, Any]

GOOD, BAD, NEUTRAL = "good", "bad", "neutral"


def unit(row: Row, language: Language) -> str:
    return str((row["unit"] if language == "zh" else row["unit_en"]) or "")


def amount(row: Row, value: float, language: Language) -> str:
    """Any value of the row's indicator with its unit; a target shows as precisely as it was set."""
    if row["kind"] == "ratio":
        return formats.percent(value, row["target"] if row["target"] is not None else 1.0)
    return formats.quantity(value, unit(row, language), language)


def value(row: Row, language: Language) -> str:
    """The value, or why there is none."""
    if row["value"] is None:
        return reason(row["reason"], language)
    return amount(row, row["value"], language)


def reason(code: str | None, language: Language) -> str:
    return words.REASONS.get(code or "", words.NO_FIGURE).in_language(language)


def target(row: Row, language: Language) -> str:
    """The target with, for what adds up over the year, the share of it that is due by now."""
    if row["target"] is None:
        return words.WITHOUT_TARGET.in_language(language)
    stated = target_text(row, language)
    said = words.TARGET.in_language(language).format(target=stated)
    by_now = pace(row)
    if by_now is None:
        return said
    due_now = words.PACE.in_language(language).format(pace=amount(row, by_now, language))
    return f"{said}{words.SEPARATOR.in_language(language)}{due_now}"


def target_text(row: Row, language: Language) -> str:
    """The target alone; the row has one."""
    return _goal(row, row["target"], language)


def _goal(row: Row, goal: float, language: Language) -> str:
    return formats.goal(goal) if row["kind"] == "ratio" else amount(row, goal, language)


def pace(row: Row) -> float | None:
    """The share of the target that is due by now, of things a whole number; None where the target itself is due."""
    share: float | None = row["pace"]
    if share is None or share == row["target"]:
        return None
    return due_in_things(share, is_less_better=row["better"] == "down") if row["kind"] == "count" else share


def due(row: Row) -> float | None:
    """What is due by now of what adds up over the year, else the target."""
    by_now = pace(row)
    goal: float | None = row["target"] if by_now is None else by_now
    return goal


def due_text(row: Row, language: Language) -> str:
    goal = due(row)
    return "" if goal is None else _goal(row, goal, language)


def gap(row: Row, language: Language) -> str:
    """How far the value is from what is due; empty when either is missing."""
    goal = due(row)
    if goal is None or row["value"] is None:
        return ""
    if row["kind"] == "ratio":
        return formats.points(row["value"] - goal, language)
    return formats.quantity(abs(row["value"] - goal), unit(row, language), language)


def change(row: Row, language: Language) -> tuple[str, str]:
    """The change on a year before in words, and whether it is good, bad or neutral."""
    if row["yoy"] is None:
        return _no_change(row, language), NEUTRAL
    name = words.YOY.in_language(language)
    source = row["last_year_source"]
    reported = words.REPORTED_LAST_YEAR.in_language(language).format(source=source) if source else ""
    if formats.is_zero(row["yoy"]):
        return f"{name} {words.YOY_SAME.in_language(language)}{reported}", NEUTRAL
    size = formats.points(row["yoy"], language) if row["kind"] == "ratio" else formats.change(row["yoy"])
    arrow = (words.YOY_UP if row["yoy"] > 0 else words.YOY_DOWN).in_language(language).format(size=size)
    if row["better"] == "none":
        return f"{name} {arrow}{reported}", NEUTRAL
    is_good = (row["yoy"] > 0) == (row["better"] == "up")
    judged: Label = words.BETTER if is_good else words.WORSE
    return f"{name} {arrow} {judged.in_language(language)}{reported}", GOOD if is_good else BAD


def _no_change(row: Row, language: Language) -> str:
    known = words.REASONS if row["value"] is None else words.YOY_REASONS
    code = (row["reason"] if row["value"] is None else row["yoy_reason"]) or ""
    why = known.get(code, words.NO_LAST_YEAR).in_language(language)
    return words.YOY_NONE.in_language(language).format(reason=why)


def parts(row: Row, language: Language) -> str | None:
    """Numerator and denominator of what is a quotient; None for what is counted."""
    if row["denominator_label_zh"] is None:
        return None
    if row["is_suppressed"] and row["numerator"] is None and row["denominator"] is None:
        return words.SUPPRESSED.in_language(language)
    if row["numerator"] is None and row["denominator"] is None:
        return None
    return words.RATIO_PARTS.in_language(language).format(
        numerator_label=row[f"numerator_label_{language}"],
        numerator=part(row["numerator"], row, language),
        denominator_label=row[f"denominator_label_{language}"],
        denominator=part(row["denominator"], row, language),
    )


def part(number: float | None, row: Row, language: Language) -> str:
    """A numerator or denominator, or why it is not shown."""
    if number is not None:
        return formats.plain(number)
    return words.SUPPRESSED.in_language(language) if row["is_suppressed"] else words.NO_FIGURE.in_language(language)


def starts_anew(row: Row) -> bool:
    """Whether January begins from nothing: what grows over the year, a year's tasks, a year's mutual-aid period."""
    return row["time"] in ("ytd", "month", "period")


def light(row: Row) -> tuple[str, Light, Label]:
    """The light's name, its look, and its word, which for grey says why."""
    name = row["light"] or "grey"
    look = LIGHTS[name]
    if name != "grey":
        return name, look, look.word
    return name, look, grey_word(row["better"], row["target"], row["light_reason"], row["value"] is None)


def corrected(row: Row, language: Language) -> str | None:
    """How many of the rows behind the figure are corrected, else that ledgers it depends on have corrections.

    None where neither is so, or where the figure is withheld.
    """
    if row["corrected_rows"]:
        return words.CORRECTED_ROWS.in_language(language).format(rows=formats.plain(row["corrected_rows"]))
    return words.CORRECTED_LEDGERS.in_language(language) if row["corrected_ledgers"] else None
