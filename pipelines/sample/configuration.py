"""The sample's ``config.toml``."""

import json

from pipelines.sample.departments import DEPARTMENTS, ledgers_of
from pipelines.sample.place import Place


def configuration(place: Place) -> str:
    """The text of ``config.toml``: one room a department, each with its owner and ledgers."""
    lines = [
        f"county_code = {_text(place.county_code)}",
        f"county_name = {_text(place.county_name)}",
        f"city_name = {_text(place.city_name)}",
        'lang = "zh"',
        f"first_year = {place.first_year}",
    ]
    for key, room in DEPARTMENTS.items():
        kept = ", ".join(_text(ledger_id) for ledger_id in ledgers_of(key))
        lines += ["", f"[departments.{key}]", f"name = {_text(room.name)}", f"owner = {_text(room.owner)}"]
        lines.append(f"ledgers = [{kept}]")
    lines += ["", "[thresholds]", "large_payment = 50000", "procurement_split = 20000", "suppression = 5"]
    lines += ["", "[mutual_aid]", "base_year = 2004", ""]
    return "\n".join(lines)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
