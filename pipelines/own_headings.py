"""A department's own headings: configured as further ways to write a column, never guessed."""

from collections.abc import Mapping
from dataclasses import replace

from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.headings import (
    ROW_NUMBER_HEADINGS,
    HeadingCell,
    LedgerHeadings,
    Target,
    folded,
    heading_of,
    is_forbidden,
)
from pipelines.reading.identity import without_personal_numbers
from warehouse.language import Label

IDENTITY_WORDS = ("身份证", "证件号")

OwnHeadings = Mapping[str, Mapping[str, str]]
"""By id of a ledger: the department's heading and the declared heading that it means."""


def with_own_headings(ledgers: Mapping[str, Ledger], own: OwnHeadings) -> dict[str, Ledger]:
    """The ledgers with these headings (valid ones) among the ways to write their columns."""
    return {ledger_id: _extended(ledger, own.get(ledger_id, {})) for ledger_id, ledger in ledgers.items()}


def why_not(ledger: Ledger, theirs: str, ours: str) -> Label | None:
    """Why ``theirs`` cannot be read as the column headed ``ours``, None when it can.

    What is a way to write that very column already can be said again.
    """
    target = targets(ledger).get(ours)
    if target is None:
        known = list(targets(ledger))
        return Label(
            f"《{ledger.label.zh}》没有“{ours}”这一列；可用：{'、'.join(known)}",
            f"{ledger.label.en} has no column “{ours}”; there are: {', '.join(known)}",
        )
    heading = HeadingCell(theirs, folded(theirs))
    if not heading.lower or without_personal_numbers(theirs) != theirs:
        return Label("表头为空，或含有个人号码", "the heading is empty or holds a personal number")
    if heading.lower in ROW_NUMBER_HEADINGS:
        return Label(f"“{theirs}”是行的序号，不能当作数据列", f"“{theirs}” numbers the rows and is no column of data")
    if is_forbidden(heading) or _is_personal(heading, ledger, target):
        return Label(
            f"“{theirs}”是个人信息，不能当作“{ours}”读入", f"“{theirs}” is personal and cannot be read as “{ours}”"
        )
    meant = LedgerHeadings(ledger).target(heading)
    if meant not in (None, target):
        other = heading_of(ledger, meant)
        return Label(f"“{theirs}”已经是“{other}”的写法", f"“{theirs}” is a way to write “{other}” already")
    return None


def targets(ledger: Ledger) -> dict[str, Target]:
    """The declared headings of a ledger and the columns that they mean."""
    found = {}
    for column in ledger.columns:
        if column.kind is Kind.PERSON:
            found[column.heading.zh] = Target(column.stored_name, "name")
            if column.identity_heading:
                found[column.identity_heading.zh] = Target(column.stored_name)
        else:
            found[column.heading.zh] = Target(column.stored_name)
    return found


def _is_personal(heading: HeadingCell, ledger: Ledger, target: Target) -> bool:
    """Whether names or identity numbers would land in a column that keeps them as they are, or in each other's."""
    column = ledger.column(target.stored_name)
    is_identity = any(word in heading.lower for word in IDENTITY_WORDS)
    if column.kind is Kind.PERSON:
        return is_identity and target.part == "name"
    return is_identity or "姓名" in heading.lower


def _extended(ledger: Ledger, own: Mapping[str, str]) -> Ledger:
    if not own:
        return ledger
    return replace(ledger, columns=tuple(_with_synonyms(column, own) for column in ledger.columns))


def _with_synonyms(column: Column, own: Mapping[str, str]) -> Column:
    identity = column.identity_heading.zh if column.identity_heading else None
    return replace(
        column,
        synonyms=(*column.synonyms, *_spellings(own, column.heading.zh)),
        identity_synonyms=(*column.identity_synonyms, *_spellings(own, identity)),
    )


def _spellings(own: Mapping[str, str], ours: str | None) -> list[str]:
    """A heading of two rows is named ``上/下`` in problems and known to reading as both together."""
    theirs = [given for given, meant in own.items() if meant == ours]
    return [*theirs, *(given.replace("/", "") for given in theirs if "/" in given)]
