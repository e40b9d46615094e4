"""Figures as they are said at a meeting: one sentence each, by the same rules as the report."""

from collections.abc import Sequence

from warehouse.language import Label, Language
from warehouse.report.figure import Figure
from warehouse.report.sentences import YUAN, amount, change, due, light, quantity, separated, value

BETWEEN = Label("，", ", ")
END = Label("。", ".")
PARTS = Label(
    "（{numerator_label}{numerator}，{denominator_label}{denominator}）",
    " ({numerator_label} {numerator}, {denominator_label} {denominator})",
)
GOAL = Label("年度目标{target}", "target of the year {target}")
SUBJECT = Label("截至{day}，{place}{subject}情况：", "{place}, {subject}, as of {day}: ")


def sentence(figure: Figure, language: Language) -> str:
    """What the figure is, how it changed and how it stands to its goal."""
    said = f"{figure.label.in_language(language)}{'' if language == 'zh' else ': '}{value(figure, language)}"
    clauses = [said + _parts(figure, language), change(figure, language), *_goal(figure, language)]
    return BETWEEN.in_language(language).join(filter(None, clauses)) + END.in_language(language)


def paragraph(figures: Sequence[Figure], subject: Label, place: str, day: str, language: Language) -> str:
    """All sentences of a subject in one paragraph that says place and day once."""
    opening = SUBJECT.in_language(language).format(
        day=day, place=place, subject=subject.in_language(language) if language == "zh" else subject.en.lower()
    )
    return opening + ("" if language == "zh" else " ").join(sentence(figure, language) for figure in figures)


def _parts(figure: Figure, language: Language) -> str:
    """Both parts of a quotient; nothing where one of them is not known."""
    if figure.denominator_label is None or figure.numerator is None or figure.denominator is None:
        return ""
    return PARTS.in_language(language).format(
        numerator_label=figure.numerator_label.in_language(language),
        numerator=_part(figure.numerator, figure.numerator_unit, language),
        denominator_label=figure.denominator_label.in_language(language),
        denominator=_part(figure.denominator, figure.denominator_unit, language),
    )


def _part(number: float, unit: Label | None, language: Language) -> str:
    if language == "zh":
        return quantity(number, unit.zh if unit else "", in_wan=unit is not None and unit.zh == YUAN)
    return f"{separated(number)} {unit.en if unit else ''}".strip()


def _goal(figure: Figure, language: Language) -> list[str]:
    if figure.target is None or figure.value is None:
        return []
    clauses = [GOAL.in_language(language).format(target=amount(figure, figure.target, language))]
    judged = light(figure, language)
    return [*clauses, due(figure, language), *([judged if language == "zh" else judged.lower()] if judged else [])]
