"""The invented county: its townships, departments and the months it reports."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Size = Literal["county", "city", "province"]
FACTORS: dict[Size, int] = {"county": 1, "city": 10, "province": 100}
COUNTY_CODE = "530499"
CITY_NAME = "云水市"
SYSTEM_NUMBER = 901
"""The last three digits of the system's code; townships have those before it."""
MOST_TOWNSHIPS = 900

FIRST_TOWNSHIPS = (
    ("青禾", "街道"),
    ("云溪", "街道"),
    ("松泉", "街道"),
    ("桑园", "镇"),
    ("石桥", "镇"),
    ("柏林坝", "镇"),
    ("梨花", "镇"),
    ("月亮湾", "镇"),
    ("竹箐", "乡"),
    ("马鹿塘", "乡"),
    ("云岭工业", "园区"),
    ("县直教育卫健", "县直系统"),
)
WEAK_TOWNSHIPS = ("柏林坝镇", "竹箐乡", "马鹿塘乡")
NAME_STARTS = "青白红金银玉龙凤松柏竹梅兰菊荷桃李杏枫桂石沙清长大小上中下新"
NAME_ENDS = "山河溪湖泉桥坝坪塘湾岭峰谷川原田园林花"


@dataclass(frozen=True, slots=True)
class Township:
    """A township, park or system of the county. ``weak`` ones lie clearly below their targets."""

    code: str
    name: str
    kind: str
    weak: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """What a sample is about: the county, its years and its size (``factor`` counties in one)."""

    county_code: str
    county_name: str
    city_name: str
    townships: tuple[Township, ...]
    first_year: int
    last_year: int
    factor: int
    seed: int

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)

    @property
    def birth_years(self) -> tuple[int, int]:
        """The first and the last year in which working people were born."""
        return self.first_year - 57, self.first_year - 22

    def grown(self, last: float, year: int, rate: float) -> int:
        """How many there were in a year of what grew by ``rate`` a year to ``last`` a county in the last year."""
        return round(last * self.factor / (1 + rate) ** (self.last_year - year))

    @property
    def last_day(self) -> date:
        return date(self.last_year, 12, 31)

    def month_ends(self) -> list[date]:
        """The last day of every month of the sample, in order."""
        return [month_end(year, month) for year in self.years for month in range(1, 13)]

    def elapsed(self, day: date) -> float:
        """Years since the first day of the sample; negative before it."""
        return (day - date(self.first_year, 1, 1)).days / 365.25


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def make_place(county: str, first_year: int, last_year: int, size: Size, seed: int) -> Place:
    """The county of that name with its townships: 12, or ten and more times as many up to the most there may be."""
    factor = FACTORS[size]
    wanted = min(len(FIRST_TOWNSHIPS) * factor, MOST_TOWNSHIPS)
    named = [*FIRST_TOWNSHIPS[:-1], *_more_names(wanted - len(FIRST_TOWNSHIPS))]
    townships = [_township(number, name, kind) for number, (name, kind) in enumerate(named, start=1)]
    townships.append(_township(SYSTEM_NUMBER, *FIRST_TOWNSHIPS[-1]))
    return Place(COUNTY_CODE, county, CITY_NAME, tuple(townships), first_year, last_year, factor, seed)


def _more_names(count: int) -> list[tuple[str, str]]:
    pairs = [start + end for end in NAME_ENDS for start in NAME_STARTS]
    triples = [pair + "寨" for pair in pairs]
    return [(name, "乡" if number % 3 else "镇") for number, name in enumerate([*pairs, *triples][:count])]


def _township(number: int, name: str, kind: str) -> Township:
    suffix = {"县直系统": "系统"}.get(kind, kind)
    full = name + suffix
    weight = {"街道": 1.9, "镇": 1.1, "乡": 0.6, "园区": 1.8, "县直系统": 0.9}[kind]
    return Township(f"{COUNTY_CODE}{number:03d}", full, kind, full in WEAK_TOWNSHIPS, weight)
