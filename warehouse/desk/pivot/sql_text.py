"""Writing SQL that people read: names and values in quotes, values written in for the parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PARAMETER = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|cast\(:(?P<day>\w+) as date\)|(?<!:):(?P<name>[a-z]\w*)")

Role = str
"""What a column of the answer is: row, column, value, last_year, target, row_total, column_total, withheld,
last_year_withheld."""


@dataclass(frozen=True, slots=True)
class Query:
    """One SELECT with ``:name`` for its parameters, their values, and what its columns are."""

    sql: str
    parameters: Mapping[str, str]
    columns: tuple[Role, ...]

    @property
    def written_out(self) -> str:
        """The SELECT with the values in place of the parameters, to be read, copied and run elsewhere."""

        def write(match: re.Match[str]) -> str:
            if match["day"]:
                return f"date {quoted(self.parameters[match['day']])}"
            return quoted(self.parameters[match["name"]]) if match["name"] else match[0]

        return _PARAMETER.sub(write, self.sql)


def quoted(text: str) -> str:
    """The text as an SQL value."""
    return "'" + text.replace("'", "''") + "'"


def named(text: str) -> str:
    """The text as the name of a column."""
    return '"' + text.replace('"', '""') + '"'


def day(name: str) -> str:
    """The parameter as a date."""
    return f"cast(:{name} as date)"


def listed(lines: list[str], indent: int = 4) -> str:
    """The lines below one another, a comma after each but the last."""
    return (",\n" + " " * indent).join(lines)


def all_of(conditions: list[str], indent: int = 4) -> str:
    """Conditions that all have to hold, one a line."""
    return ("\n" + " " * indent + "and ").join(conditions)
