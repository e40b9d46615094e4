"""Last year, the month before, target, pace and light of a value."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.second_computation.days import a_year_before, end_of_month_before, month_end
from tests.second_computation.figure import Books, Indicator
from tests.second_computation.values import Value, Values

Region = str
EVEN, LAST_YEARS_COURSE, YEAR_END = "均衡", "按去年进度", "年底"


@dataclass(frozen=True)
class Compared:
    """A number and how a ratio of it is shown, or why there is none."""

    number: Fraction | None = None
    reason: str | None = None
    shown: float | None = None
    is_reported: bool = False


class Comparisons:
    """Holds a value against other days and against its target."""

    def __init__(self, books: Books, values: Values) -> None:
        self._values = values
        self._county = books.tables.county
        self._first_month = books.tables.first_month
        self._targets = {
            (row["kpi_id"], row["year"], row["township_code"] or self._county): (
                Fraction(row["target"]),
                row["pacing"] or EVEN,
            )
            for row in books.tables.rows("target")
        }
        self._reported = {
            (row["kpi_id"], month_end(row["as_of"]), row["township_code"] or self._county): Fraction(row["value"])
            for row in books.tables.rows("history")
        }

    def value(self, indicator: Indicator, day: date, region: Region) -> Compared:
        """What is shown of a day."""
        found = self._values.on(indicator, day)[region]
        return Compared(reason="suppressed") if found.is_withheld else Compared(found.exact, found.reason, found.shown)

    def last_year(self, indicator: Indicator, day: date, region: Region) -> Compared:
        """The value of a day of last year, or what was reported of it where no row stands behind the value.

        Nobody knows how many people stand behind what was reported of a township, so of people it is not used there.
        """
        is_protected = indicator.about_people and region != self._county
        key = (indicator.id, day, region)
        if self._values.on(indicator, day)[region].has_rows or is_protected or key not in self._reported:
            return self.value(indicator, day, region)
        reported = in_units(indicator, self._reported[key])
        return Compared(reported, shown=float(reported), is_reported=True)

    def yoy(self, indicator: Indicator, day: date, region: Region) -> tuple[Compared, Compared]:
        """Last year's value and the change since."""
        now = self.value(indicator, day, region)
        then = self.last_year(indicator, a_year_before(day), region)
        if now.number is None:
            return then, Compared(reason=now.reason)
        if then.number is None:
            return then, Compared(reason=then.reason)
        if indicator.kind == "ratio":
            return then, Compared(now.number - then.number)
        if then.number == 0:
            return then, Compared(reason="zero_base")
        return then, Compared(now.number / then.number - 1)

    def mom(self, indicator: Indicator, day: date, region: Region) -> Fraction | None:
        """The change since the month before; of counts and amounts of the year so far between single months."""
        before = end_of_month_before(day)
        if indicator.is_paced:
            return _change(self._single_month(indicator, day, region), self._single_month(indicator, before, region))
        if indicator.time == "ytd" and day.month == 1:
            return None
        now, then = self._computed(indicator, day, region), self._computed(indicator, before, region)
        if indicator.kind == "ratio":
            return None if now is None or then is None else now - then
        return _change(now, then)

    def _single_month(self, indicator: Indicator, day: date, region: Region) -> Fraction | None:
        now = self._computed(indicator, day, region)
        if day.month == 1:
            return now
        before = self._computed(indicator, end_of_month_before(day), region)
        return None if now is None or before is None else now - before

    def _computed(self, indicator: Indicator, day: date, region: Region) -> Fraction | None:
        found = self._values.on(indicator, day)[region]
        return None if found.is_withheld else found.exact

    def target(self, indicator: Indicator, day: date, region: Region) -> tuple[Fraction, str] | None:
        """Target of the year and how it falls due; a township without its own takes the county's only for a ratio.

        Of what is counted for the county alone a township has no figure, and so no target either.
        """
        if indicator.county_only and region != self._county:
            return None
        own = self._targets.get((indicator.id, day.year, region))
        if own is None and indicator.kind == "ratio":
            own = self._targets.get((indicator.id, day.year, self._county))
        return None if own is None else (in_units(indicator, own[0]), own[1])

    def goal(self, indicator: Indicator, day: date, region: Region) -> Fraction | None:
        """What the value should have reached by the day; None: no target, or nothing is due yet."""
        found = self.target(indicator, day, region)
        if found is None or not indicator.is_paced:
            return found[0] if found else None
        target, pacing = found
        if pacing == YEAR_END:
            return target if day.month == 12 else None
        if pacing == LAST_YEARS_COURSE:
            then = self.last_year(indicator, a_year_before(day), region)
            whole = self.last_year(indicator, date(day.year - 1, 12, 31), region)
            course = _course(then, whole)
            return None if course is None else target * course
        year_end = date(day.year, 12, 31)
        return target * Fraction(day.timetuple().tm_yday, year_end.timetuple().tm_yday)

    def light(self, indicator: Indicator, day: date, region: Region, value: Value) -> str:
        goal = self.goal(indicator, day, region)
        if value.is_withheld or value.exact is None or goal is None or indicator.better == "none":
            return "grey"
        if indicator.better == "up":
            return _colour(value.exact >= goal, value.exact >= Fraction(9, 10) * goal)
        return _colour(value.exact <= goal, goal != 0 and value.exact <= Fraction(11, 10) * goal)


def in_units(indicator: Indicator, number: Fraction) -> Fraction:
    """Ratios are written in per cent and kept as fractions."""
    return number / 100 if indicator.kind == "ratio" else number


def _course(then: Compared, whole: Compared) -> Fraction | None:
    """The share of last year's total that was there by a day; rows and reported figures are not mixed."""
    if then.number is None or not whole.number or then.is_reported != whole.is_reported:
        return None
    return then.number / whole.number


def _change(now: Fraction | None, then: Fraction | None) -> Fraction | None:
    return None if now is None or not then else now / then - 1


def _colour(is_reached: bool, is_near: bool) -> str:
    return "green" if is_reached else "amber" if is_near else "red"
