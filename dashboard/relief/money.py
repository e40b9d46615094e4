"""Money on an axis: in the unit in which people say the largest amount of the chart."""

from dataclasses import dataclass

from dashboard import format as formats
from warehouse.language import Label, Language

YUAN = Label("元", "yuan")
STEPS: dict[Language, dict[int, str]] = {
    "zh": {100_000_000: "亿元", 10_000: "万元"},
    "en": {1_000_000: "million yuan", 1_000: "thousand yuan"},
}
"""How many yuan are one of the larger units in which each language says money, the largest first."""


@dataclass(frozen=True, slots=True)
class Scale:
    """``divisor`` yuan are one ``unit``."""

    divisor: int
    unit: str

    def short(self, amount: float) -> str:
        """The amount without its unit, about three digits long, for a label among many."""
        scaled = amount / self.divisor
        return formats.plain(scaled, 0 if abs(scaled) >= 100 else 1 if abs(scaled) >= 10 else 2)


def scale_for(highest: float, language: Language) -> Scale:
    """亿元, 万元 or 元 in Chinese, million yuan, thousand yuan or yuan in English."""
    units = STEPS[language] | {1: YUAN.in_language(language)}
    divisor = next((step for step in units if highest >= step), 1)
    return Scale(divisor, units[divisor])


def yuan(amount: float, language: Language) -> str:
    """An amount as it is said: ``60.67万元``, ``606,650.3 yuan``."""
    return formats.quantity(amount, YUAN.in_language(language), language)
