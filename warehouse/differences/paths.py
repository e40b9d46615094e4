"""The values that figures take on the way from one version to another, each with the cause that brought it there.

Computed is only what cannot be told otherwise: an indicator's figures after a step that changes rows it reads. After
the last step of rows they are the newer version's, unless its definition or its configuration is another one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from warehouse.asof import views
from warehouse.differences.definitions import Definitions, definitions_of_the_code
from warehouse.differences.replay import ROW_CAUSES, Replay, replay
from warehouse.figures.compute import read_setting
from warehouse.figures.definition_version import definition_version
from warehouse.figures.withholding import suppressed_figures
from warehouse.reader import Published

Cell = tuple[str, str]
"""Indicator and region."""
Values = Mapping[Cell, float | None]


@dataclass(frozen=True)
class Version:
    """A version, published or reopened from a snapshot, and what its figures are computed by."""

    published: Published
    definitions: Definitions = field(default_factory=definitions_of_the_code)

    def definition_versions(self) -> dict[str, str]:
        """By indicator, as they stand in the version."""
        found = self.published.query("select indicator_id, definition_version from kpi.definitions")
        return dict(found.iter_rows())

    def own_definitions(self) -> set[str]:
        """The indicators whose definition at hand is the one that the version's figures were computed by."""
        known = self.definitions
        if known.is_kept:
            return set(known.indicators)
        with self.published.connection.cursor() as cursor:
            as_of_views = views(cursor) if known.views is None else known.views
        stored = self.definition_versions()
        return {
            name
            for name, indicator in known.indicators.items()
            if stored.get(name) == definition_version(indicator, known.marts, as_of_views)
        }


@dataclass
class Paths:
    """What happened to every cell between two versions."""

    steps: list[tuple[str, Values]] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)
    """By indicator the cause of what the steps leave."""
    few: set[Cell] = field(default_factory=set)
    """Cells behind which too few people stand after some step."""

    def of(self, cell: Cell, new: float | None) -> list[tuple[str, float | None]]:
        """The causes with the value after them, ``new`` the last."""
        steps = [(cause, values[cell]) for cause, values in self.steps if cell in values]
        return [*steps, (self.last.get(cell[0], "other"), new)]


@dataclass(frozen=True, slots=True)
class _Route:
    """How the way of one indicator is told apart: by which definitions rows change, and what has to be computed."""

    by: Definitions
    begins_anew: bool
    causes: frozenset[str]
    ends_anew: bool
    last: str


def paths_between(old: Version, new: Version, day: date) -> Paths:
    """The paths of all figures of a day."""
    paths = Paths()
    if old.published.file == new.published.file:
        return paths
    with replay(old.published.file, new.published.file, day) as replayed:
        routes = dict(_routes(replayed, old, new))
        paths.last.update({name: route.last for name, route in routes.items()})
        _step(paths, replayed, "definition", {name: route for name, route in routes.items() if route.begins_anew})
        for cause in ROW_CAUSES:
            replayed.apply(cause)
            _step(paths, replayed, cause, {name: route for name, route in routes.items() if cause in route.causes})
        anew = [name for name, route in routes.items() if route.ends_anew]
        _compute(paths, replayed, "definition", new.definitions, anew)
    return paths


def _step(paths: Paths, replayed: Replay, cause: str, routes: Mapping[str, _Route]) -> None:
    for definitions in {id(route.by): route.by for route in routes.values()}.values():
        names = [name for name, route in routes.items() if route.by is definitions]
        _compute(paths, replayed, cause, definitions, names)


def _compute(paths: Paths, replayed: Replay, cause: str, definitions: Definitions, names: Sequence[str]) -> None:
    if not names:
        return
    asked = {name: definitions.indicators[name] for name in names}
    raw = replayed.figures(definitions, asked)
    lines = raw.select("indicator_id", "region_code", "value").iter_rows()
    paths.steps.append((cause, {(name, region): value for name, region, value in lines}))
    setting = read_setting(replayed.con)
    hidden = suppressed_figures(raw, asked, setting.county_code, setting.threshold)
    paths.few.update(hidden.filter("hides_cell").select("indicator_id", "region_code").iter_rows())


def _routes(replayed: Replay, old: Version, new: Version) -> Iterator[tuple[str, _Route]]:
    """Of all indicators that both versions have. A definition that is not at hand is exchanged before the rows."""
    old_versions, new_versions = old.definition_versions(), new.definition_versions()
    own_old, own_new = old.own_definitions(), new.own_definitions()
    own_new |= {name for name in own_old if old_versions[name] == new_versions.get(name)}
    same_configuration = replayed.has_same_configuration()
    for name in old_versions.keys() & new_versions.keys() & new.definitions.indicators.keys():
        is_known = name in own_old
        by = old.definitions if is_known else new.definitions
        tables = by.read_by([by.indicators[name]]).tables
        causes = {cause for cause in ROW_CAUSES if replayed.tables(cause) & tables}
        is_redefined = is_known and old_versions[name] != new_versions[name]
        ends_alike = same_configuration and name in own_new
        if ends_alike and not is_redefined:
            last = _last_of(causes) or ("other" if is_known else "definition")
            yield name, _Route(by, not is_known and bool(causes), frozenset(causes - {last}), False, last)
        else:
            ends_anew = is_redefined and name in own_new and not same_configuration
            last = "other" if ends_anew or (name in own_new and not is_redefined) else "definition"
            yield name, _Route(by, not is_known, frozenset(causes), ends_anew, last)


def _last_of(causes: set[str]) -> str | None:
    return next((cause for cause in reversed(ROW_CAUSES) if cause in causes), None)
