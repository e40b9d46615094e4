"""What there is to say of each subject, from the figures of the chosen day and place."""

from dataclasses import dataclass

import polars as pl

from dashboard.findings import listed
from dashboard.page import View
from dashboard.speaking import words as wording
from warehouse.language import Label
from warehouse.report.figure import Figure
from warehouse.report.speech import paragraph, sentence

COUNTY_ONLY = "county_only"


@dataclass(frozen=True, slots=True)
class Subject:
    """A family of indicators with its figures, in the catalogue's order."""

    id: str
    label: Label
    figures: tuple[Figure, ...]


def subjects(figures: pl.DataFrame) -> list[Subject]:
    """The families with what is known of the place; ``figures`` as of ``data.figures``.

    Indicators that no township has are left out where there is none.
    """
    found = []
    for (family,), group in figures.group_by("family", maintain_order=True):
        rows = group.filter(pl.col("reason").ne_missing(COUNTY_ONLY)).to_dicts()
        label = Label(group["family_label_zh"][0], group["family_label_en"][0])
        found.append(Subject(str(family), label, tuple(Figure.of(row) for row in rows)))
    return found


def whole(view: View, subject: Subject) -> str:
    """The subject in one paragraph."""
    return paragraph(subject.figures, subject.label, view.region_name, view.day(view.as_of), view.language)


def each(view: View, subject: Subject) -> list[str]:
    """The subject's sentences."""
    return [sentence(figure, view.language) for figure in subject.figures]


def lit(view: View, subject: Subject) -> list[tuple[str, str]]:
    """The name of each figure's light and its sentence."""
    return [(figure.light or "grey", text) for figure, text in zip(subject.figures, each(view, subject), strict=True)]


def finding(view: View, subject: Subject) -> str:
    """How many of the figures are marked, and which."""
    marked = [figure.label.in_language(view.language) for figure in subject.figures if figure.is_doubtful]
    count = len(subject.figures)
    if not marked:
        return view.say(wording.ALL_WHOLE, count=count)
    return view.say(wording.SOME_MARKED, count=count, marked=len(marked), names=listed(marked, view.language, 6))
