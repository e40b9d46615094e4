"""The months, quarters, half years and years that ledgers are due for."""

from dataclasses import dataclass
from datetime import date, timedelta

from warehouse.days import month_end
from warehouse.language import Label

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""How many months a period of each frequency has."""

FREQUENCY_NAMES = {
    "month": Label("每月报", "monthly"),
    "quarter": Label("每季报", "quarterly"),
    "half_year": Label("每半年报", "half-yearly"),
    "year": Label("每年报", "yearly"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """A whole month, quarter, half year or year."""

    frequency: str
    start: date
    end: date

    @property
    def code(self) -> str:
        """``2021-12``, ``2021-Q4``, ``2021-H2`` or ``2021``."""
        match self.frequency:
            case "month":
                return f"{self.start:%Y-%m}"
            case "year":
                return f"{self.start.year}"
        return f"{self.start.year}-{'Q' if self.frequency == 'quarter' else 'H'}{self._number}"

    @property
    def label(self) -> Label:
        """The period in people's words."""
        year = self.start.year
        match self.frequency:
            case "month":
                return Label(f"{year}年{self.start.month}月", f"{self.start:%Y-%m}")
            case "quarter":
                return Label(f"{year}年第{self._number}季度", f"Q{self._number} {year}")
            case "half_year":
                return Label(f"{year}年{'上' if self._number == 1 else '下'}半年", f"H{self._number} {year}")
        return Label(f"{year}年", f"{year}")

    @property
    def _number(self) -> int:
        return self.end.month // MONTHS[self.frequency]

    def next(self) -> "Period":
        return period_of(self.end + timedelta(days=1), self.frequency)

    def before(self) -> "Period":
        return period_of(self.start - timedelta(days=1), self.frequency)


def period_of(day: date, frequency: str) -> Period:
    """The period that the day lies in."""
    months = MONTHS[frequency]
    first = (day.month - 1) // months * months + 1
    return Period(frequency, date(day.year, first, 1), month_end(date(day.year, first + months - 1, 1)))
