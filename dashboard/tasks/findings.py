"""The sentences over lists and charts of key tasks, computed from what they show."""

import polars as pl

from dashboard import format as formats
from dashboard import words
from dashboard.lights import LIGHTS
from dashboard.tasks import departments as by_department
from dashboard.tasks import task
from dashboard.tasks import words as wording
from warehouse.language import Language


def of_departments(departments: pl.DataFrame, language: Language) -> str:
    """How complete the county is, and which departments are lowest and highest; ``departments`` of ``totals``."""
    names, shares = departments["department"].to_list(), departments["share"]
    rate = formats.percent(by_department.whole(departments))
    if departments.height == 1:
        return wording.ONE_DEPARTMENT.in_language(language).format(department=names[0], rate=rate)
    if shares.min() == shares.max():
        return wording.DEPARTMENTS_EQUAL.in_language(language).format(count=departments.height, rate=rate)
    lowest, highest = departments.row(0, named=True)["share"], departments.row(-1, named=True)["share"]
    return wording.DEPARTMENTS_DIFFER.in_language(language).format(
        rate=rate,
        lowest=_named(departments.filter(pl.col("share") == lowest)["department"].to_list(), language),
        low=formats.percent(lowest),
        highest=_named(departments.filter(pl.col("share") == highest)["department"].to_list(), language),
        high=formats.percent(highest),
    )


def _named(names: list[str], language: Language) -> str:
    if len(names) <= 2:
        return words.SEPARATOR.in_language(language).join(names)
    return wording.SEVERAL.in_language(language).format(names=names[0], count=len(names), others=len(names) - 1)


def of_lights(tasks: pl.DataFrame, language: Language) -> str:
    """How many tasks have which light; a light that no task has is left out."""
    counts = dict(tasks.group_by("light").len().iter_rows())
    parts = [
        wording.LIGHT_COUNT.in_language(language).format(
            shape=LIGHTS[light].shape, word=_word(tasks, light, language), count=counts[light]
        )
        for light in wording.LIGHTS
        if light in counts
    ]
    between = words.SEPARATOR.in_language(language)
    return wording.TIMELINE_FINDING.in_language(language).format(tasks=tasks.height, lights=between.join(parts))


def _word(tasks: pl.DataFrame, light: str, language: Language) -> str:
    is_plan_only = light == "grey" and tasks["done_share"].null_count() > 0
    return (wording.PLAN_ONLY if is_plan_only else wording.LIGHTS[light]).in_language(language)


def of_behind(tasks: pl.DataFrame, behind: pl.DataFrame, language: Language) -> str:
    """How many of the tasks are behind and which one the farthest; ``behind`` has that one first."""
    if behind.is_empty():
        return wording.NONE_BEHIND.in_language(language).format(tasks=tasks.height)
    farthest = behind.row(0, named=True)
    return wording.SOME_BEHIND.in_language(language).format(
        tasks=tasks.height,
        behind=behind.height,
        title=farthest["title"],
        department=farthest["department"],
        done=task.share_text(farthest["done_share"]),
        elapsed=formats.percent(farthest["elapsed_share"]),
    )
