"""What a pivot says of itself: its title, and what it is of."""

from dashboard.page import View
from dashboard.pivot import words as wording
from dashboard.pivot.choosing import Chosen
from dashboard.pivot.measured import measured
from warehouse.desk.pivot.subject import Dimension
from warehouse.desk.pivot.table import Table


def title(view: View, chosen: Chosen) -> str:
    """Subject, measure and what stands in rows and columns."""
    named = {
        "subject": view.say(chosen.subject.label),
        "measure": measured(view, chosen),
        "rows": view.say(chosen.axes[0].label),
    }
    if len(chosen.axes) == 1:
        return view.say(wording.TITLE, **named)
    return view.say(wording.TITLE_ACROSS, **named, columns=view.say(chosen.axes[1].label))


def when(view: View, chosen: Chosen) -> str:
    """The days that are looked at."""
    span = chosen.choice.span
    if not chosen.has_span:
        return view.say(wording.ON, until=view.day(span.until))
    return view.say(wording.BETWEEN, since=view.day(span.since), until=view.day(span.until))


def kept(view: View, chosen: Chosen) -> list[str]:
    """The filters in words."""
    return [
        view.say(
            wording.KEPT,
            dimension=view.say(chosen.subject.dimensions[name].label),
            values=_listed(view, chosen, chosen.subject.dimensions[name], values),
        )
        for name, values in chosen.choice.kept.items()
    ]


def _listed(view: View, chosen: Chosen, dimension: Dimension, values: tuple[str, ...]) -> str:
    separator = "、" if view.language == "zh" else ", "
    return separator.join(chosen.names.say(dimension, value) for value in values)


def data(view: View, chosen: Chosen) -> str:
    """What was asked: the published version, or a frozen month."""
    frozen = chosen.snapshot
    if frozen is None:
        return view.say(wording.LIVE)
    return view.say(wording.SNAPSHOT, id=frozen.id, state=view.say(frozen.state.label))


def unit(view: View, chosen: Chosen, table: Table) -> str:
    """The measure with its unit; of indicators theirs, where it is one."""
    units = {chosen.names.unit(cell.unit) for cell in table.cells.values() if cell.unit}
    said = units.pop() if len(units) == 1 else view.say(chosen.measure.unit)
    return view.say(wording.MEASURE_UNIT, measure=view.say(chosen.measure.label), unit=said)


def scope(view: View, chosen: Chosen, table: Table) -> str:
    """What stands below the title: unit, days, filters, data."""
    frozen = [data(view, chosen)] if chosen.snapshot else []
    return " ｜ ".join([unit(view, chosen, table), when(view, chosen), *kept(view, chosen), *frozen])


def told(view: View, chosen: Chosen, table: Table) -> list[tuple[str, str]]:
    """What the second sheet of the workbook says, label and words."""
    axes = " × ".join(view.say(one.label) for one in chosen.axes)
    version = chosen.snapshot.manifest["version"] if chosen.snapshot else view.published.version
    said = {
        "subject": view.say(chosen.subject.label),
        "about": view.say(chosen.subject.about),
        "measure": unit(view, chosen, table),
        "axes": axes,
        "versus": view.say(wording.VERSUSES[chosen.choice.versus]),
        "when": when(view, chosen),
        "filters": "\n".join(kept(view, chosen)) or view.say(wording.NO_FILTERS),
        "data": data(view, chosen),
        "version": str(version),
    }
    return [(view.say(wording.ABOUT[name]), text) for name, text in said.items()]
