"""The catalogue of indicators: definition, parts, small-number rule and version of each."""

from collections.abc import Mapping

from pipelines.config import DEPARTMENT_NAMES
from pipelines.documenting import words
from pipelines.documenting.columns import heading_text
from pipelines.documenting.markdown import code, items, table
from pipelines.ledger import Ledger
from warehouse.declaration_names import DIRECTIONS, INDICATOR_KINDS, INDICATOR_TIMES, SCOPES
from warehouse.figures.indicator import Distinct, Indicator, Largest, Part, Selection, Sum
from warehouse.language import Label, Language


def indicator_catalogue(
    indicators: Mapping[str, Indicator], versions: Mapping[str, str], ledgers: Mapping[str, Ledger], language: Language
) -> str:
    """The manual in one language, in the order of the catalogue; ``versions`` are the definitions' by id."""
    intro = words.INDICATORS_INTRO.in_language(language).format(indicators=len(indicators))
    lines = [words.GENERATED.in_language(language), f"# {words.INDICATORS.in_language(language)}", "", intro, ""]
    families = dict.fromkeys(indicator.family for indicator in indicators.values())
    for family in families:
        own = [indicator for indicator in indicators.values() if indicator.family == family]
        lines += [f"## {own[0].family_label.in_language(language)}", "", *_overview(own, ledgers, language)]
        for indicator in own:
            facts = [*_facts(indicator, ledgers, language), (words.VERSION, code(versions[indicator.id]))]
            named = [(name.in_language(language), text) for name, text in facts]
            title = heading_text(indicator.label, language)
            lines += [f'### <a id="{indicator.id}"></a>{title}', "", *items(named)]
    return "\n".join(lines).rstrip() + "\n"


def _overview(own: list[Indicator], ledgers: Mapping[str, Ledger], language: Language) -> list[str]:
    headings = (words.INDICATOR, words.ID, words.UNIT, words.BETTER, words.DEPARTMENT)
    rows = [
        [
            f"[{indicator.label.in_language(language)}](#{indicator.id})",
            code(indicator.id),
            indicator.unit.in_language(language),
            DIRECTIONS[indicator.better].in_language(language),
            DEPARTMENT_NAMES[ledgers[indicator.ledgers[0]].department],
        ]
        for indicator in own
    ]
    return table([heading.in_language(language) for heading in headings], rows)


def _facts(indicator: Indicator, ledgers: Mapping[str, Ledger], language: Language) -> list[tuple[Label, str | None]]:
    between = words.SEPARATOR.in_language(language)
    read = [ledgers[name].label.in_language(language) for name in indicator.ledgers]
    first = ledgers[indicator.ledgers[0]]
    broken_down = [heading_text(first.column(name).heading, language) for name in indicator.breakdowns]
    is_quotient = indicator.denominator is not None
    return [
        (words.DEFINITION, indicator.definition.in_language(language)),
        (words.CAVEAT, indicator.caveat.in_language(language) if indicator.caveat else None),
        (words.NUMERATOR if is_quotient else words.COUNTED, _part(indicator.numerator, language)),
        (words.DENOMINATOR, _part(indicator.denominator, language) if indicator.denominator else None),
        (words.UNIT, indicator.unit.in_language(language)),
        (words.KIND, INDICATOR_KINDS[indicator.kind].in_language(language)),
        (words.INDICATOR_TIME, INDICATOR_TIMES[indicator.time].in_language(language)),
        (words.BETTER, DIRECTIONS[indicator.better].in_language(language)),
        (words.SCOPE, SCOPES[indicator.scope].in_language(language)),
        (words.LEDGERS, between.join(read)),
        (words.SUPPRESSION, _suppression(indicator, language)),
        (words.BREAKDOWNS, between.join(broken_down)),
        (words.PROGRAMME, indicator.programme.in_language(language) if indicator.programme else None),
        (words.ID, code(indicator.id)),
    ]


def _part(part: Part, language: Language) -> str:
    name, unit = part.label.in_language(language), part.unit.in_language(language)
    return words.PART.in_language(language).format(name=name, unit=unit, sql=_selection(part.selection))


def _selection(selection: Selection) -> str:
    match selection.measure:
        case Sum(expression):
            measure = f"sum({expression})"
        case Distinct(expression):
            measure = f"count(distinct {expression})"
        case Largest(of, amount):
            measure = f"sum of max({amount}) by {of}"
    where = f" where {selection.where}" if selection.where else ""
    return code(f"{measure} from {selection.source}{where}")


def _suppression(indicator: Indicator, language: Language) -> str | None:
    rule = indicator.suppression
    if rule is None:
        return None
    said = [words.SUPPRESSED.in_language(language).format(heads=_heads(rule.heads, language))]
    if indicator.denominator is not None and rule.denominator == "same_people":
        said.append(words.SAME_PEOPLE.in_language(language))
    if rule.denominator_heads:
        said.append(words.OWN_PEOPLE.in_language(language).format(heads=_heads(rule.denominator_heads, language)))
    return words.BETWEEN.in_language(language).join(said)


def _heads(heads: tuple[Selection, ...], language: Language) -> str:
    return words.SEPARATOR.in_language(language).join(_selection(head) for head in heads)
