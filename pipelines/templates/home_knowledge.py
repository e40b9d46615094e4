"""What a home adds to the templates: its county's code and, once published, its townships."""

from pipelines.config import Config
from pipelines.home import Home
from pipelines.templates.fields import Known
from warehouse.figures.catalogue import indicators
from warehouse.publish import Store
from warehouse.reader import open_published


def known_of(home: Home, config: Config) -> Known:
    """The choices of townships and indicators; no townships while nothing is published."""
    names = {id_: indicator.label.zh for id_, indicator in indicators().items()}
    return Known(config.county_code, _published_townships(home), names)


def _published_townships(home: Home) -> tuple[str, ...]:
    if Store(home.warehouse).current() is None:
        return ()
    published = open_published(home.warehouse)
    names = published.query("select region_name from meta.regions where region_kind <> '县' order by position")
    return tuple(dict.fromkeys(names["region_name"].drop_nulls()))
