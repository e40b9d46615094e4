"""The catalogue of indicators, read from their declarations: one TOML block each in ``warehouse/kpis/<family>.toml``.

A file starts with ``[family]`` (``label`` in both languages, ``position`` among the families);
every other block is one indicator, shown in the order of the file::

    [relief_spent]
    label = { zh = "…", en = "…" }         definition, caveat (optional): the same shape
    unit = { zh = "元", en = "yuan" }      "%" for ratios
    kind = "amount"                        ratio | count | amount | average | number
    time = "ytd"                           point | ytd | month | period
    better = "none"                        up | down | none
    scope = "township"                     township | county
    ledgers = ["relief_visit"]             all it reads but township; the first one's department owns it
    programme = { zh = "…", en = "…" }     optional, of amounts: money spent on people under this name
    breakdowns = ["beneficiary_kind"]      optional: the county's figure by each of these columns, which are enums of
                                           the first ledger and stand in the relation of both parts

    [relief_spent.numerator]               and .denominator for ratios and averages
    label = { … }    unit = { … }          元: money; ``weighted = true``: a decimal number; else whole
    from = "as_of.relief_visits"            relation with as_of_date, year_start_date, source_ledger,
                                           source_file, source_sheet, source_row, township_code (scope township)
    where = "this_year"                    optional condition
    sum = "cash_amount"                    or distinct = "<expression>"
                                           or largest = { of = "<expression>", amount = "<expression>" }
    no_calendar = "<condition>"            optional: rows of ``from`` (``where`` aside) for which a working-day
                                           calendar is missing; they make the part null in their cells

    [relief_spent.suppression]             only what counts people
    heads = [ { distinct = "person_key", where = "…" }, { sum = "people", where = "…" } ]
    denominator = "same_people"            withheld with the cell, or "other" (shown)
    denominator_heads = [ … ]              optional: the denominator is withheld where these call for it

Heads without ``from`` read the rows of the numerator (``denominator_heads``: of the denominator):
its ``from`` and its ``where``, narrowed by their own ``where``. Heads with ``from`` stand alone.
"""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast, get_args

from warehouse.figures.indicator import (
    Better,
    DenominatorPeople,
    Distinct,
    Indicator,
    Kind,
    Largest,
    Measure,
    Part,
    Scope,
    Selection,
    Sum,
    Suppression,
    Time,
)
from warehouse.language import Label
from warehouse.toml_block import Block

KPI_FOLDER = Path(__file__).parents[1] / "kpis"
QUOTIENTS = ("ratio", "average")
MEASURES = ("sum", "distinct", "largest")


def _measure(block: Block) -> Measure:
    named = [key for key in MEASURES if key in block.raw]
    if len(named) != 1:
        raise block.error(None, f"needs exactly one of {', '.join(MEASURES)}")
    if named[0] == "sum":
        return Sum(block.take("sum", str))
    if named[0] == "distinct":
        return Distinct(block.take("distinct", str))
    inner = block.block("largest")
    largest = Largest(inner.take("of", str), inner.take("amount", str))
    inner.finish()
    return largest


def _source(block: Block) -> str:
    source = str(block.take("from", str))
    if source.partition(".")[0] not in ("as_of", "mart") or source.count(".") != 1:
        raise block.error("from", f"{source!r} is neither as_of.<table> nor mart.<name>")
    return source


def _part(block: Block) -> Part:
    part = Part(
        label=block.required_label("label"),
        unit=block.required_label("unit"),
        selection=Selection(_source(block), block.take("where", str, optional=True), _measure(block)),
        weighted=bool(block.take("weighted", bool, optional=True)),
        no_calendar=block.take("no_calendar", str, optional=True),
    )
    block.finish()
    if part.weighted and not part.is_additive:
        raise block.error("weighted", "only a sum can be weighted")
    return part


def _heads(block: Block, key: str, part: Part | None) -> tuple[Selection, ...]:
    entries = block.take(key, list)
    if not entries:
        raise block.error(key, "is empty")
    return tuple(_head(Block(block.file, f"{block.name}.{key}", entry), part) for entry in entries)


def _head(block: Block, part: Part | None) -> Selection:
    where = block.take("where", str, optional=True)
    if "from" in block.raw:
        source = _source(block)
    elif part is None:
        raise block.error("from", "is missing, and there is no part to take it from")
    else:
        source = part.selection.source
        conditions = [condition for condition in (part.selection.where, where) if condition]
        where = " and ".join(f"({condition})" for condition in conditions) or None
    selection = Selection(source, where, _measure(block))
    block.finish()
    return selection


def _suppression(block: Block, numerator: Part, denominator: Part | None) -> Suppression:
    suppression = Suppression(
        heads=_heads(block, "heads", numerator),
        denominator=cast(DenominatorPeople, block.choice("denominator", get_args(DenominatorPeople)))
        if denominator is not None or "denominator" in block.raw
        else "other",
        denominator_heads=_heads(block, "denominator_heads", denominator) if "denominator_heads" in block.raw else (),
    )
    block.finish()
    return suppression


def _ledgers(block: Block) -> tuple[str, ...]:
    names = block.take("ledgers", list)
    if not names or not all(isinstance(name, str) for name in names) or len(set(names)) != len(names):
        raise block.error("ledgers", "must name each ledger once, the owning one first")
    return tuple(names)


def _breakdowns(block: Block) -> tuple[str, ...]:
    names = block.take("breakdowns", list, optional=True) or []
    if not all(isinstance(name, str) for name in names) or len(set(names)) != len(names):
        raise block.error("breakdowns", "must name each column once")
    return tuple(names)


def _indicator(block: Block, family: str, family_label: Label, position: int) -> Indicator:
    kind = cast(Kind, block.choice("kind", get_args(Kind)))
    numerator = _part(block.block("numerator"))
    denominator = _part(block.block("denominator")) if "denominator" in block.raw else None
    if (denominator is None) == (kind in QUOTIENTS):
        raise block.error("denominator", f"a {kind} {'needs one' if kind in QUOTIENTS else 'has none'}")
    suppression = (
        _suppression(block.block("suppression"), numerator, denominator) if "suppression" in block.raw else None
    )
    indicator = Indicator(
        id=block.name,
        family=family,
        family_label=family_label,
        position=position,
        label=block.required_label("label"),
        definition=block.required_label("definition"),
        unit=block.required_label("unit"),
        kind=kind,
        time=cast(Time, block.choice("time", get_args(Time))),
        better=cast(Better, block.choice("better", get_args(Better))),
        scope=cast(Scope, block.choice("scope", get_args(Scope))),
        ledgers=_ledgers(block),
        numerator=numerator,
        denominator=denominator,
        caveat=block.label("caveat", optional=True),
        suppression=suppression,
        programme=block.label("programme", optional=True),
        breakdowns=_breakdowns(block),
    )
    block.finish()
    if indicator.programme and indicator.kind != "amount":
        raise block.error("programme", "is for amounts")
    return indicator


def parse(file: str, text: str) -> tuple[int, list[Indicator]]:
    """The family's position and its indicators, in the file's order.

    Raises ``ValueError`` naming file, block and key of the first thing that is wrong.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from None
    family = Block(file, "family", raw.pop("family", None))
    label, position = family.required_label("label"), int(family.take("position", int))
    family.finish()
    name = Path(file).stem
    blocks = [Block(file, key, value) for key, value in raw.items()]
    return position, [_indicator(block, name, label, place) for place, block in enumerate(blocks, start=1)]


def load(folder: Path) -> tuple[Indicator, ...]:
    """All indicators of a folder of TOML files, by family and place, numbered through."""
    families = [parse(file.name, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml"))]
    found = [indicator for _, family in sorted(families, key=lambda entry: entry[0]) for indicator in family]
    seen: set[str] = set()
    for indicator in found:
        if indicator.id in seen:
            raise ValueError(f"{indicator.family}.toml, [{indicator.id}]: declared twice")
        seen.add(indicator.id)
    return tuple(replace(indicator, position=place) for place, indicator in enumerate(found, start=1))


@cache
def indicators() -> dict[str, Indicator]:
    """The product's own indicators by id, in the order of the catalogue."""
    return {indicator.id: indicator for indicator in load(KPI_FOLDER)}
