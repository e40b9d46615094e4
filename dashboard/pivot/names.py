"""What the words of a subject's rows are called in the chosen language, and in which order they stand."""

from dataclasses import dataclass

from dashboard import data
from dashboard.page import View
from dashboard.pivot import queries
from warehouse.desk.pivot.compile import LOOKUPS, NO_VALUE
from warehouse.desk.pivot.subject import Dimension, Subject
from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class Names:
    """By dimension: its known words, Chinese → name in the chosen language, in their order."""

    known: dict[str, dict[str, str]]
    units: dict[str, str]

    def order(self, dimension: Dimension) -> tuple[str, ...]:
        """The Chinese words in their order."""
        return tuple(self.known.get(dimension.id, ()))

    def say(self, dimension: Dimension, word: str) -> str:
        """The word as it is shown; names of places and what people have written stay as they are."""
        return self.known.get(dimension.id, {}).get(word, word)

    def unit(self, unit: str | None) -> str:
        """An indicator's unit as it is shown."""
        return self.units.get(unit or "", unit or "")


def names_of(view: View, subject: Subject) -> Names:
    """The names of a subject's words."""
    found = {one.id: _known(view, subject, one) for one in subject.filters}
    units = _units(view) if subject.time == "figures" else {}
    return Names({name: known for name, known in found.items() if known}, units)


def _known(view: View, subject: Subject, dimension: Dimension) -> dict[str, str]:
    if subject.time == "figures" and dimension.id == "indicator":
        rows = data.definitions(view.published)
        return dict(zip(rows["label_zh"], rows[f"label_{view.language}"], strict=True))
    if dimension.lookup:
        names = _looked_up(view, dimension.lookup)
        return {**{name: name for name in names}, **_said(view, LOOKUPS[dimension.lookup][-1])}
    if dimension.values:
        return {**{label.zh: view.say(label) for label in dimension.values}, **_said(view, NO_VALUE)}
    if subject.ledger is None:
        return {}
    enums = queries.names_of_values(view.published, subject.ledger).filter(column_name=dimension.column)
    if enums.is_empty():
        return {}
    return {**dict(zip(enums["value_zh"], enums[f"value_{view.language}"], strict=True)), **_said(view, NO_VALUE)}


def _units(view: View) -> dict[str, str]:
    pairs = (("unit", "unit_en"), *((f"{part}_unit_zh", f"{part}_unit_en") for part in ("numerator", "denominator")))
    rows = data.definitions(view.published)
    place = 0 if view.language == "zh" else 1
    return {
        row[pair[0]]: row[pair[place]]
        for row in rows.iter_rows(named=True)
        for pair in pairs
        if row[pair[0]] is not None
    }


def _said(view: View, label: Label) -> dict[str, str]:
    return {label.zh: view.say(label)}


def _looked_up(view: View, kind: str) -> list[str]:
    if kind == "township":
        regions = data.regions(view.published)
        return [
            name
            for code, name in regions.select("region_code", "region_name").iter_rows()
            if code != view.published.county_code
        ]
    return list(data.departments(view.published)["name"])
