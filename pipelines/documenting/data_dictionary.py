"""The data dictionary: every ledger with its columns and rules, and every mart."""

from collections.abc import Mapping
from itertools import takewhile

from expectations.between import load_rules
from pipelines.config import DEPARTMENT_NAMES
from pipelines.documenting import words
from pipelines.documenting.columns import COLUMN_HEADINGS, RULE_HEADINGS, column_rows, heading_text, rule_rows
from pipelines.documenting.count_tables import count_tables
from pipelines.documenting.markdown import code, items, table
from pipelines.ledger import Event, Ledger, MonthOf, Span, YearOf
from warehouse.declaration_names import LEDGER_TIMES
from warehouse.desk.table_names import HEADER_LINE, name_in_header
from warehouse.figures.indicator import Indicator
from warehouse.language import Label, Language
from warehouse.mart import GRAIN
from warehouse.period import FREQUENCY_NAMES


def data_dictionary(
    ledgers: Mapping[str, Ledger], marts: Mapping[str, str], indicators: Mapping[str, Indicator], language: Language
) -> str:
    """The manual in one language; ledgers by department, marts by name."""
    ordered = sorted(ledgers.values(), key=lambda ledger: (list(DEPARTMENT_NAMES).index(ledger.department), ledger.id))
    intro = words.DICTIONARY_INTRO.in_language(language).format(ledgers=len(ledgers), marts=len(marts))
    lines = [words.GENERATED.in_language(language), f"# {words.DICTIONARY.in_language(language)}", "", intro, ""]
    lines += [f"## {words.LEDGERS.in_language(language)}", "", *_overview(ordered, language)]
    for ledger in ordered:
        lines += _ledger(ledger, ledgers, indicators, language)
    lines += [f"## {words.MARTS.in_language(language)}", "", words.MARTS_INTRO.in_language(language), ""]
    for name, sql in sorted(marts.items()):
        lines += [f"### {code(f'mart.{name}')}", "", *_mart(name, sql, language)]
    lines += count_tables(ledgers, language)
    return "\n".join(lines).rstrip() + "\n"


def _overview(ordered: list[Ledger], language: Language) -> list[str]:
    headings = (words.DEPARTMENT, words.LEDGER, words.ID, words.GRAIN, words.FREQUENCY)
    rows = [
        [
            _department(ledger),
            f"[{ledger.label.in_language(language)}](#{ledger.id})",
            code(ledger.id),
            ledger.grain.in_language(language),
            FREQUENCY_NAMES[ledger.frequency].in_language(language),
        ]
        for ledger in ordered
    ]
    return table([heading.in_language(language) for heading in headings], rows)


def _ledger(
    ledger: Ledger, ledgers: Mapping[str, Ledger], indicators: Mapping[str, Indicator], language: Language
) -> list[str]:
    rules = rule_rows(ledger, load_rules(), ledgers, language)
    return [
        f'### <a id="{ledger.id}"></a>{heading_text(ledger.label, language)}',
        "",
        *items((name.in_language(language), text) for name, text in _facts(ledger, indicators, language)),
        *table([one.in_language(language) for one in COLUMN_HEADINGS], column_rows(ledger, ledgers, language)),
        *([f"**{words.RULES.in_language(language)}**", ""] if rules else []),
        *(table([one.in_language(language) for one in RULE_HEADINGS], rules) if rules else []),
    ]


def _facts(ledger: Ledger, indicators: Mapping[str, Indicator], language: Language) -> list[tuple[Label, str | None]]:
    between = words.SEPARATOR.in_language(language)
    read_by = [one.label.in_language(language) for one in indicators.values() if ledger.id in one.ledgers]
    days = ledger.working_days
    return [
        (words.DEPARTMENT, _department(ledger)),
        (words.TABLE, code(f"ledger.{ledger.table}")),
        (words.GRAIN, ledger.grain.in_language(language)),
        (words.KEY, _columns(ledger, ledger.key, language)),
        (words.TIME, _time(ledger, language)),
        (words.WORKING_DAYS, _columns(ledger, (days.start, days.end), language) if days else None),
        (words.FREQUENCY, FREQUENCY_NAMES[ledger.frequency].in_language(language)),
        (words.FEEDS, between.join(read_by)),
    ]


def _department(ledger: Ledger) -> str:
    return f"{DEPARTMENT_NAMES[ledger.department]} {code(ledger.department)}"


def _time(ledger: Ledger, language: Language) -> str:
    match ledger.time:
        case Event(column, otherwise):
            kind, names = "event", (column, otherwise)
        case Span(start, end):
            kind, names = "span", (start, end)
        case MonthOf(column):
            kind, names = "month", (column, None)
        case YearOf(column):
            kind, names = "year", (column, None)
        case None:
            return LEDGER_TIMES[None].in_language(language)
    columns = _columns(ledger, tuple(name for name in names if name), language)
    said = LEDGER_TIMES[kind].in_language(language)
    return words.TIME_OF.in_language(language).format(kind=said, columns=columns)


def _columns(ledger: Ledger, names: tuple[str, ...], language: Language) -> str:
    return words.SEPARATOR.in_language(language).join(
        heading_text(ledger.column(name).heading, language) for name in names
    )


def _mart(name: str, sql: str, language: Language) -> list[str]:
    """Its name for people, what the comment at the top of the file says, what one row is, and the key by columns."""
    comment = takewhile(lambda line: line.startswith("--"), sql.splitlines())
    prose = [line for line in comment if not HEADER_LINE.fullmatch(line) and not GRAIN.fullmatch(line)]
    first, *others = [line.removeprefix("--").strip() for line in prose]
    said = " ".join([first.partition(": ")[2].capitalize(), *others])
    named = name_in_header(name, sql)
    label = [named.label.in_language(language), ""] if named else []
    told = [(words.GRAIN, named.grain.in_language(language))] if named else []
    told += [(words.KEY, code(columns)) for columns in GRAIN.findall(sql)]
    return [*label, said, "", *items((heading.in_language(language), text) for heading, text in told)]
