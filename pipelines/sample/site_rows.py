"""Rows of the economy department about units that set an example: demonstration sites."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

REFORM = "产业工人队伍建设改革"
SITES = {REFORM: 5, "工资集体协商": 9, "职工之家": 6, "民主管理": 3, "职工书屋": 3}
"""Named one after the other from the year before the first one; one of the last kind is revoked again."""
LEVELS = ("县级", "市级", "县级", "县级", "省级")
KEY_TASKS = 12


def sites(county: County, until: date) -> Iterator[Row]:
    """Ledger demonstration_site: every site named by ``until`` as it stood then."""
    place = county.place
    first_day = date(place.first_year - 1, 3, 1)
    units = [unit for unit in county.organised_units if unit.kind == "企业" and unit.registered < first_day]
    county.dice("demonstration sites").shuffle(units)
    kinds = [(kind, number) for kind, count in SITES.items() for number in range(count * place.factor)]
    for position, (kind, number) in enumerate(kinds):
        days = (place.last_day - first_day).days - 40
        named = first_day + timedelta(days * (2 * number + 1) // (2 * SITES[kind] * place.factor))
        unit = units[position % len(units)]
        if named <= until:
            is_revoked = kind == "职工书屋" and number % SITES[kind] == 0 and until.year == place.last_year
            yield {
                "unit_code": unit.code,
                "unit_name": unit.name,
                "site_kind": kind,
                "level": LEVELS[number % len(LEVELS)],
                "named_date": named,
                "revoked_date": date(until.year, 12, 1) if is_revoked else None,
                "key_tasks": KEY_TASKS if kind == REFORM else None,
                "done_tasks": _done_tasks((until - named).days) if kind == REFORM else None,
            }


def _done_tasks(days: int) -> int:
    """A site works through its tasks in a little more than two years."""
    return min(2 + days * KEY_TASKS // 800, KEY_TASKS)
