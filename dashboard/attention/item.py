"""How one item is said: its state, what it is, how far from the goal, who answers for it, where to look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from dashboard import address, figure
from dashboard import format as formats
from dashboard.attention import queries
from dashboard.attention import words as wording
from dashboard.lights import LIGHTS
from dashboard.page import View
from warehouse.attention_rules import LINKED
from warehouse.language import Language

Row = Mapping[str, Any]
Figures = Mapping[tuple[str, str], figure.Row]


@dataclass(frozen=True, slots=True)
class Item:
    """One item in words. ``kind`` is its name, ``address`` leads to the page that tells more."""

    position: int
    state: str
    light: str
    kind: str
    what: str
    distance: str
    score: float
    department_id: str | None
    department: str
    owner: str | None
    file: str | None
    sheet: str | None
    row: int | None
    address: str

    @property
    def keeper(self) -> str:
        """Department and owner."""
        return " · ".join(filter(None, (self.department, self.owner)))


def told(view: View, items: pl.DataFrame) -> list[Item]:
    """Items of ``queries.items`` in words, in their order."""
    behind = queries.figures(view.published, view.as_of)
    figures = {(row["indicator_id"], row["region_code"]): row for row in behind.iter_rows(named=True)}
    return [_item(view, row, figures) for row in items.iter_rows(named=True)]


def _item(view: View, row: Row, figures: Figures) -> Item:
    light = wording.LIGHTS[row["weight_class"]]
    return Item(
        position=row["position"],
        state=f"{LIGHTS[light].shape} {view.say(wording.CLASSES[row['weight_class']])}",
        light=light,
        kind=row[f"label_{view.language}"],
        what=what(view, row),
        distance=in_words(row, figures, view.language),
        score=row["score"],
        department_id=row["department_id"],
        department=row["department_name"] or view.say(wording.NOT_NAMED),
        owner=row["owner"],
        file=row["source_file"],
        sheet=row["source_sheet"],
        row=row["source_row"],
        address=link(view, row),
    )


def what(view: View, row: Row) -> str:
    """What the item is about, with its township where that is neither it nor what is looked at."""
    subject: str = row[f"subject_{view.language}"]
    known = (view.published.county_code, view.region_code)
    if row["region_code"] in known or row["region_name"] in (None, subject):
        return subject
    return view.say(wording.WHAT_AND_WHERE, subject=subject, place=row["region_name"])


def in_words(row: Row, figures: Figures, language: Language) -> str:
    """The distance to the goal, by the words of the item's kind."""
    shown = {
        "counted": formats.plain(row["counted"]),
        "days": _or_dash(row["days"], formats.plain),
        "amount": _or_dash(
            row["amount"], lambda amount: formats.quantity(amount, wording.YUAN.in_language(language), language)
        ),
        "share": _or_dash(row["share"], formats.percent),
        "due_share": _or_dash(row["due_share"], formats.percent),
        "reach": formats.day(row["reach_date"], language)
        if row["reach_date"]
        else wording.NEVER_CAME.in_language(language),
    }
    behind = figures.get((row["indicator_id"], row["region_code"]))
    if behind is not None:
        shown |= {
            "value": figure.value(behind, language),
            "goal": figure.due_text(behind, language),
            "gap": figure.gap(behind, language),
        }
    return str(row[f"says_{language}"]).format(**shown)


def _or_dash(value: Any, say: Any) -> str:
    return "—" if value is None else str(say(value))


def link(view: View, row: Row) -> str:
    """The address of the page to look at, as the item's kind names it, in the same view."""
    page, *parameters = str(row["page"]).split("&")
    filled = {name: row[name] for name in LINKED}
    named = dict(parameter.split("=", 1) for parameter in parameters)
    chosen = {name: value.format(**filled) for name, value in named.items()}
    return address.link(page, {**in_view(view), **chosen})


def in_view(view: View) -> dict[str, str]:
    """What every page's address says of a view."""
    return {"lang": view.language, "as_of": formats.as_of_code(view.as_of), "region": view.region_code}
