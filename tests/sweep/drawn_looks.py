"""Looks drawn at random: any ledger may look any way, and nothing of it is wrong."""

import random
from collections.abc import Mapping
from typing import Any

from pipelines.ledger import Column, Kind
from pipelines.sample.mess import OWN_COLUMNS
from pipelines.sample.sheet import IDENTITY, Look, Planted, Sheet, slots_of

DATES = ("cell", "2021.3.5", "2021-03-05", "2021/3/5", "20210305", "2021年3月5日", "serial")
MONTHS = ("2021-03", "2021年3月", "2021.03", "202103", "cell")
NUMBERS = ("plain", "1,200", "120人", "１２０")
AMOUNTS = ("plain", "1,200.50", "１２００.５")
BLANKS = ("", "—", "/", "无")
FLAGS = (("是", "否"), ("√", "×"), ("✓", "×"), ("有", "无"), ("1", "0"))
NOTES = ("备注：本表由责任部门按月更新", "填表说明：一事一行", "制表人：云安", "审核人：松宁", "说明：数据截至月末")
PARENTS = ("基本情况", "有关情况", "其他")
SAID_ONCE = {Kind.ENUM, Kind.YEAR, Kind.TOWN}
SUMMED = {Kind.INT, Kind.MONEY}


def draw_look(sheet: Sheet, dice: random.Random, *, is_csv: bool) -> None:
    """Dresses a sheet. Merges, hidden cells and upper headings are for workbooks only.

    What a reader has to warn of (hidden cells, columns that no ledger has) is planted with it.
    """
    slots = slots_of(sheet.ledger)
    order = dice.sample(list(slots), len(slots)) if _often(dice, 0.4) else list(slots)
    summed = [slot for slot in order[1:] if slots[slot].kind in SUMMED]
    money = [slot for slot, column in slots.items() if column.kind is Kind.MONEY]
    year = sheet.as_of.year
    lines = (f"填报单位：{sheet.ledger.label.zh}工作专班", f"填报日期：{year + 1}年1月8日")
    sheet.look = Look(
        title=f"云岭县总工会{sheet.ledger.label.zh}" if _often(dice, 0.8) else None,
        lines=lines[: dice.randrange(3)],
        states_date=_often(dice, 0.8),
        headings=_headings(slots, dice),
        order=tuple(order),
        serial=dice.choice(("", "running", "gaps")),
        repeat_heading=dice.choice((0, 0, 7, 30)),
        totals=tuple(slot for slot in summed if _often(dice, 0.4)),
        notes=tuple(dice.sample(NOTES, dice.randrange(3))),
        blank_rows=dice.randrange(3),
        dates=_some(DATES, dice),
        months=_some(MONTHS, dice),
        numbers=_some(NUMBERS, dice),
        amounts=_some(AMOUNTS, dice),
        blanks=_some(BLANKS, dice),
        flags=dice.choice(FLAGS),
        values=_synonyms(slots, dice),
        wan_line=bool(money) and _often(dice, 0.2),
        spaced_names=_often(dice, 0.3),
        lower_codes=_often(dice, 0.2),
        example=_often(dice, 0.15),
    )
    if not sheet.look.wan_line:
        sheet.dress(in_wan=tuple(slot for slot in money if _often(dice, 0.2)))
    _add_column(sheet, dice)
    _group_by_town(sheet, dice, is_csv=is_csv)
    if not is_csv:
        _put_upper_headings(sheet, slots, order, dice)
        _hide(sheet, list(slots), dice)


def _often(dice: random.Random, share: float) -> bool:
    return dice.random() < share


def _some(styles: tuple[Any, ...], dice: random.Random) -> tuple[Any, ...]:
    """Up to three ways of writing, one after the other down a column."""
    return tuple(dice.sample(styles, dice.randint(1, min(3, len(styles)))))


def _headings(slots: Mapping[str, Column], dice: random.Random) -> dict[str, str]:
    """For some columns a synonym; a heading may be broken into two lines or hold a space."""
    headings = {}
    for slot, column in slots.items():
        known = column.identity_synonyms if slot == IDENTITY else column.synonyms
        if known and _often(dice, 0.35):
            text = dice.choice(known)
            middle = len(text) // 2
            headings[slot] = text[:middle] + dice.choice(("", "", "\n", " ")) + text[middle:]
    return headings


def _synonyms(slots: Mapping[str, Column], dice: random.Random) -> dict[tuple[str, str], str]:
    return {
        (slot, value.zh): dice.choice(value.synonyms)
        for slot, column in slots.items()
        for value in column.values
        if value.synonyms and _often(dice, 0.3)
    }


def _add_column(sheet: Sheet, dice: random.Random) -> None:
    if _often(dice, 0.2):
        rule, heading, text = dice.choice(list(OWN_COLUMNS.values()))
        sheet.dress(extra={heading: text})
        sheet.planted += (Planted(rule, "warning", heading),)


def town_slot(sheet: Sheet) -> str | None:
    """The column of the township, where every row names one."""
    slot = next((column.name for column in sheet.ledger.columns if column.kind is Kind.TOWN), None)
    has_all = slot is not None and bool(sheet.entries) and all(entry.values.get(slot) for entry in sheet.entries)
    return slot if has_all else None


def _group_by_town(sheet: Sheet, dice: random.Random, *, is_csv: bool) -> None:
    """Township after township: numbered anew, summed up, or named once in a merged cell."""
    slot = town_slot(sheet)
    if slot is None or not _often(dice, 0.4):
        return
    sheet.dress(serial="per_town", subtotals=_often(dice, 0.5))
    if not is_csv and _often(dice, 0.5):
        sheet.dress(merges_towns=True, repeat_heading=0)
    sheet.entries.sort(key=lambda entry: str(entry.values[slot]))


def _put_upper_headings(sheet: Sheet, slots: Mapping[str, Column], order: list[str], dice: random.Random) -> None:
    """Over neighbours a heading that says little, over some columns one without which their own says nothing."""
    if not _often(dice, 0.25):
        return
    first = dice.randrange(len(order) - 1)
    parents = {dice.choice(PARENTS): tuple(order[first : first + dice.randint(2, 3)])}
    taken = {slot for group in parents.values() for slot in group}
    headings = dict(sheet.look.headings)
    for slot, column in slots.items():
        if slot not in taken and slot != IDENTITY and column.parented_synonyms and _often(dice, 0.7):
            upper, lower = dice.choice(column.parented_synonyms)
            if upper not in parents:
                parents[upper], headings[slot] = (slot,), lower
    sheet.dress(parents=parents, headings=headings)


def _hide(sheet: Sheet, slots: list[str], dice: random.Random) -> None:
    if sheet.entries and _often(dice, 0.15):
        rows = dice.sample(range(len(sheet.entries)), min(2, len(sheet.entries)))
        columns = (dice.choice(slots),) if _often(dice, 0.5) else ()
        sheet.dress(hidden_entries=tuple(sorted(rows)), hidden_slots=columns)
        sheet.planted += (Planted("hidden_cells", "warning"),)


def say_once(sheet: Sheet, dice: random.Random) -> None:
    """What is the same in all rows is said above the heading instead, and columns without a value are left out.

    For sheets without wrong rows only, since those have cells of their own.
    """
    look, lines, gone = sheet.look, list(sheet.look.lines), set()
    for slot, column in slots_of(sheet.ledger).items():
        texts = {entry.values.get(column.name) for entry in sheet.entries}
        is_in_use = slot in look.hidden_slots or any(slot in group for group in look.parents.values())
        if len(texts) != 1 or is_in_use or not _often(dice, 0.3):
            continue
        (only,) = texts
        if only is None and not column.required:
            gone.add(slot)
        elif only is not None and column.kind in SAID_ONCE and not look.merges_towns and not look.subtotals:
            lines.append(f"{column.heading.zh}：{only}")
            gone.add(slot)
    order = tuple(slot for slot in look.order if slot not in gone)
    sheet.dress(drop=tuple(gone), order=order, lines=tuple(lines), totals=_not_first(look.totals, order, gone))


def _not_first(totals: tuple[str, ...], order: tuple[str, ...], gone: set[str]) -> tuple[str, ...]:
    """The first cell of a total is its label."""
    return tuple(slot for slot in totals if slot not in gone and slot != order[0])
