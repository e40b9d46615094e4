"""A ledger's columns and rules, as rows of tables."""

from collections.abc import Mapping

from expectations.between import BetweenRule
from pipelines.documenting import words
from pipelines.documenting.markdown import code
from pipelines.ledger import CATALOGUE, Column, Kind, Ledger, Severity
from warehouse.declaration_names import COLUMN_KINDS
from warehouse.language import Label, Language

NUMBERS = (Kind.INT, Kind.NUMBER, Kind.MONEY)
COLUMN_HEADINGS = (
    words.COLUMN,
    words.HEADING,
    words.KIND,
    words.UNIT,
    words.REQUIRED,
    words.VALUES,
    words.MEANING,
    words.SYNONYMS,
)
RULE_HEADINGS = (words.SEVERITY, words.AT_COLUMN, words.RULE, words.READS_TOO)
SEVERITIES: dict[Severity, Label] = {"error": words.ERROR, "warning": words.WARNING}


def column_rows(ledger: Ledger, ledgers: Mapping[str, Ledger], language: Language) -> list[list[str]]:
    """A row a column under :data:`COLUMN_HEADINGS`."""
    return [_column(column, ledgers, language) for column in ledger.columns]


def _column(column: Column, ledgers: Mapping[str, Ledger], language: Language) -> list[str]:
    between = words.SEPARATOR.in_language(language)
    return [
        code(column.stored_name),
        between.join(heading_text(heading, language) for heading in headings(column)),
        COLUMN_KINDS[column.kind].in_language(language),
        column.unit.in_language(language) if column.unit else "",
        words.YES.in_language(language) if column.required else "",
        _values(column, ledgers, language),
        column.description.in_language(language) if column.description else "",
        between.join(_synonyms(column, language)),
    ]


def headings(column: Column) -> list[Label]:
    """What the column is called in a workbook; a person has two headings."""
    return [column.heading, *([column.identity_heading] if column.identity_heading else [])]


def heading_text(heading: Label, language: Language) -> str:
    """Departments' workbooks are Chinese: an English text names both."""
    return words.PAIR.in_language(language).format(zh=heading.zh, en=heading.en)


def _values(column: Column, ledgers: Mapping[str, Ledger], language: Language) -> str:
    between = words.SEPARATOR.in_language(language)
    allowed = [words.PAIR.in_language(language).format(zh=value.zh, en=value.en) for value in column.values]
    found = [between.join(allowed), *_limits(column, language)]
    if column.code_list:
        found.append(words.CODE_LISTS[column.code_list].in_language(language))
    if column.default is not None:
        found.append(words.DEFAULT.in_language(language).format(value=column.default))
    if column.reference:
        severity = SEVERITIES[column.reference.severity].in_language(language)
        named = _ledger_name(column.reference.ledger, ledgers, language)
        found.append(words.REFERENCE.in_language(language).format(ledger=named, severity=severity))
    return words.BETWEEN.in_language(language).join(filter(None, found))


def _limits(column: Column, language: Language) -> list[str]:
    if column.kind not in NUMBERS:
        return []
    if column.positive:
        return [words.POSITIVE.in_language(language)]
    if column.minimum is None and (column.signed or column.signed_warning):
        return [words.SIGNED.in_language(language)]
    return [words.MINIMUM.in_language(language).format(minimum=column.minimum or 0)]


def _ledger_name(ledger_id: str, ledgers: Mapping[str, Ledger], language: Language) -> str:
    if ledger_id == CATALOGUE:
        return words.CATALOGUE.in_language(language)
    return words.QUOTED.in_language(language).format(name=ledgers[ledger_id].label.in_language(language))


def _synonyms(column: Column, language: Language) -> list[str]:
    under = words.UNDER.in_language(language)
    pairs = [under.format(upper=upper, lower=lower) for upper, lower in column.parented_synonyms]
    return [*column.synonyms, *pairs, *column.identity_synonyms]


def rule_rows(
    ledger: Ledger, between: tuple[BetweenRule, ...], ledgers: Mapping[str, Ledger], language: Language
) -> list[list[str]]:
    """A row a rule under :data:`RULE_HEADINGS`: those of its rows, then those between ledgers."""
    own = [(rule.severity, rule.column, rule.message.in_language(language), "") for rule in ledger.rules]
    others = [
        (rule.severity, rule.column, rule.zh if language == "zh" else rule.en, _read(rule, ledgers, language))
        for rule in between
        if rule.ledger == ledger.id
    ]
    return [
        [SEVERITIES[severity].in_language(language), _at(ledger, column, language), sentence, reads]
        for severity, column, sentence, reads in [*own, *others]
    ]


def _read(rule: BetweenRule, ledgers: Mapping[str, Ledger], language: Language) -> str:
    names = [_ledger_name(read, ledgers, language) for read in rule.reads if read != rule.ledger]
    return words.SEPARATOR.in_language(language).join(names)


def _at(ledger: Ledger, stored_name: str, language: Language) -> str:
    return heading_text(ledger.column(stored_name).heading, language)
