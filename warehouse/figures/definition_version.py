"""The version of a definition: a digest of all that decides what an indicator counts and how it is judged.

It changes with the words of the definition, with kind, unit, time, direction, scope and ledgers, and with the SQL of
the parts, of the small-number rule and of every mart and as-of view behind them. Names, caveats, breakdowns, the place
in the catalogue and other indicators have no part in it, nor have comments in the SQL.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from warehouse.figures.indicator import Indicator, Part, Selection
from warehouse.figures.part_sql import unknown_sql, values_sql

DIGITS = 12
RELATION = re.compile(r"\b(?:mart|as_of)\.\w+")
COMMENT_LINE = re.compile(r"^\s*--.*$\n?", re.MULTILINE)


def definition_version(indicator: Indicator, marts: Mapping[str, str], views: Mapping[str, str]) -> str:
    """Twelve hexadecimal digits; ``marts`` and ``views`` are the SQL of every mart and as-of view by name."""
    own = _own_sql(indicator)
    said = {
        "definition": [indicator.definition.zh, indicator.definition.en],
        "unit": [indicator.unit.zh, indicator.unit.en],
        "kind": indicator.kind,
        "time": indicator.time,
        "better": indicator.better,
        "scope": indicator.scope,
        "ledgers": list(indicator.ledgers),
        "denominator_people": indicator.suppression.denominator if indicator.suppression else None,
        "sql": own,
        "behind": _behind([text for texts in own.values() for text in texts], marts, views),
    }
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()[:DIGITS]


def _own_sql(indicator: Indicator) -> dict[str, list[str]]:
    suppression = indicator.suppression
    heads = {
        "heads": suppression.heads if suppression else (),
        "denominator_heads": suppression.denominator_heads if suppression else (),
    }
    return {
        "numerator": _part_sql(indicator, indicator.numerator),
        "denominator": _part_sql(indicator, indicator.denominator) if indicator.denominator else [],
        **{name: [_values_sql(indicator, head) for head in selections] for name, selections in heads.items()},
    }


def _part_sql(indicator: Indicator, part: Part) -> list[str]:
    unknown = unknown_sql(part, indicator.scope)
    return [_values_sql(indicator, part.selection, weighted=part.weighted), *([unknown] if unknown else [])]


def _values_sql(indicator: Indicator, selection: Selection, *, weighted: bool = False) -> str:
    return values_sql(selection, indicator.scope, weighted=weighted)


def _behind(texts: Iterable[str], marts: Mapping[str, str], views: Mapping[str, str]) -> dict[str, str]:
    """The SQL, without comments, of all marts and views that the texts read, directly or through others."""
    known = {f"mart.{name}": sql for name, sql in marts.items()} | {f"as_of.{name}": sql for name, sql in views.items()}
    found: dict[str, str] = {}
    waiting = [name for text in texts for name in RELATION.findall(text)]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found[name] = COMMENT_LINE.sub("", known[name]).strip()
            waiting += RELATION.findall(found[name])
    return found
