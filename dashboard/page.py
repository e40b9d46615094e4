"""What a page is, and what it is given to show."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import ModuleType

import dashboard.app_pages as package
from dashboard import format as formats
from dashboard.viewer import Viewer
from warehouse.access.roles import Role
from warehouse.language import Label, Language
from warehouse.reader import Published

FROZEN = Label("{version}（快照 {snapshot}）", "{version} (snapshot {snapshot})")


class Section(Enum):
    """The menus of the navigation, in this order, each with its name."""

    OVERVIEW = Label("概况", "At a glance")
    WORK = Label("业务", "Work")
    DATA = Label("数据", "Data")
    INDICATORS = Label("指标", "Indicators")
    ADMINISTRATION = Label("管理", "Administration")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's name in the navigation, its address and its place: a section, and the position in it.

    The lowest position of the first section opens first. ``by_region`` is whether what it shows depends on the
    township, ``by_date`` whether it depends on the as-of date; what it depends on is then offered for choice. ``roles``
    may see it; others are told so when they ask for its address. ``shows_frozen`` is whether it shows a frozen month
    where one is chosen: what people do, owe or hand in now is about now alone.
    """

    label: Label
    url_path: str
    section: Section
    position: int
    roles: frozenset[Role]
    by_region: bool = True
    by_date: bool = True
    shows_frozen: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What the visitor has chosen: every page shows exactly this, and the address reproduces it."""

    published: Published
    language: Language
    as_of: date
    region_code: str
    region_name: str
    viewer: Viewer

    @property
    def is_county(self) -> bool:
        return self.region_code == self.published.county_code

    @property
    def version_said(self) -> str:
        """The version that is shown and, where it is a frozen month's, which: for pages and for what leaves them."""
        shown = self.published
        return self.say(FROZEN, version=shown.version, snapshot=shown.snapshot) if shown.snapshot else shown.version

    def say(self, label: Label, **values: object) -> str:
        """The sentence in the chosen language, its ``{placeholders}`` filled."""
        return label.in_language(self.language).format(**values)

    def day(self, value: date) -> str:
        return formats.day(value, self.language)


Render = Callable[[View], None]


def pages() -> list[tuple[Page, Render]]:
    """Every module of ``dashboard/app_pages``, in the order of their sections and positions."""
    modules: list[ModuleType] = [
        importlib.import_module(f"{package.__name__}.{entry.name}") for entry in pkgutil.iter_modules(package.__path__)
    ]
    found: list[tuple[Page, Render]] = [(module.PAGE, module.render) for module in modules]
    return sorted(found, key=lambda entry: _place(entry[0]))


def pages_of(role: Role) -> list[tuple[Page, Render]]:
    """The pages that a role may see, in their order."""
    return [(page, render) for page, render in pages() if role in page.roles]


def _place(page: Page) -> tuple[int, int, str]:
    return list(Section).index(page.section), page.position, page.url_path
