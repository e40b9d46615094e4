"""Indicators declared in the test itself, over two tables that every test may fill."""

from warehouse.figures.catalogue import parse
from warehouse.figures.indicator import Indicator

HEADER = '[family]\nlabel = { zh = "试", en = "toy" }\nposition = 1\n'


def declared(*blocks: str) -> dict[str, Indicator]:
    """The indicators of TOML blocks, by id."""
    return {indicator.id: indicator for indicator in parse("toy.toml", HEADER + "\n".join(blocks))[1]}


def block(
    name: str,
    numerator: str,
    denominator: str | None = None,
    *,
    kind: str = "count",
    time: str = "point",
    better: str = "up",
    scope: str = "township",
    ledgers: str = '["union"]',
    unit: str = "人",
    denominator_unit: str = "人",
    suppression: str = "",
) -> str:
    """One block; the parts are their TOML lines, such as ``from = … where = … sum = …``."""
    share = ("%", "%") if kind == "ratio" else (unit, "one")
    parts = (
        f'[{name}.numerator]\nlabel = {{ zh = "子", en = "n" }}\nunit = {{ zh = "{unit}", en = "u" }}\n{numerator}\n'
    )
    if denominator:
        parts += (
            f'[{name}.denominator]\nlabel = {{ zh = "母", en = "d" }}\n'
            f'unit = {{ zh = "{denominator_unit}", en = "u" }}\n{denominator}\n'
        )
    if suppression:
        parts += f"[{name}.suppression]\n{suppression}\n"
    return f"""
[{name}]
label = {{ zh = "指标", en = "indicator" }}
definition = {{ zh = "定义", en = "definition" }}
unit = {{ zh = "{share[0]}", en = "{share[1]}" }}
kind = "{kind}"
time = "{time}"
better = "{better}"
scope = "{scope}"
ledgers = {ledgers}
{parts}"""


def rows(source: str, measure: str, where: str | None = None) -> str:
    """A part's lines."""
    return f'from = "{source}"\n' + (f'where = "{where}"\n' if where else "") + measure


VISITS = '["relief_visit"]'
MEMBERS = block("members", rows("as_of.unions", 'sum = "members"', "in_force"))
DENSITY = block(
    "density",
    rows("as_of.unions", 'sum = "members"', "in_force"),
    rows("as_of.unions", 'sum = "employees"', "in_force"),
    kind="ratio",
)
VISITED = block(
    "visited", rows("as_of.relief_visits", 'sum = "people"', "this_year"), time="ytd", ledgers=VISITS, unit="人次"
)
SPENT = block(
    "spent",
    rows("as_of.relief_visits", 'sum = "cash_amount"', "this_year"),
    kind="amount",
    time="ytd",
    ledgers=VISITS,
    unit="元",
    suppression='heads = [ { sum = "people" } ]\ndenominator = "other"',
)
PER_VISIT = block(
    "per_visit",
    rows("as_of.relief_visits", 'sum = "cash_amount"', "this_year"),
    rows("as_of.relief_visits", 'sum = "people"', "this_year"),
    kind="average",
    time="ytd",
    ledgers=VISITS,
    unit="元",
    better="none",
)
