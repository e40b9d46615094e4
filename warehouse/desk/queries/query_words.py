"""What somebody may write for a query, and how much of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from warehouse.language import Refusal

LONGEST_SQL = 20_000
LONGEST_NAME = 80
LONGEST_DESCRIPTION = 1_000
LONGEST_VALUE = 200
MOST_VALUES = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """A query's text and the values of its parameters as they are typed: days as ISO text, townships as codes."""

    sql: str
    values: Mapping[str, str] = field(default_factory=dict)

    def checked(self) -> "Asked":
        """The same without blanks around; raises :class:`Refusal` for what is empty or too long."""
        sql = self.sql.strip()
        if not sql:
            raise Refusal("还没有写查询语句", "There is no query yet")
        if len(sql) > LONGEST_SQL:
            raise Refusal(
                f"查询语句有{len(sql)}个字符，最多{LONGEST_SQL}个；请拆成几条",
                f"The query has {len(sql)} characters, {LONGEST_SQL} at most: split it",
            )
        if len(self.values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in self.values.values()):
            raise Refusal(
                f"参数最多{MOST_VALUES}个，每个值最多{LONGEST_VALUE}个字符",
                f"A query has {MOST_VALUES} parameters at most, each value {LONGEST_VALUE} characters",
            )
        return Asked(sql, dict(self.values))


@dataclass(frozen=True, slots=True)
class Draft:
    """A query with its name and what it is for, as somebody wants it kept."""

    name: str
    description: str
    asked: Asked

    def checked(self) -> "Draft":
        """The same without blanks around; raises :class:`Refusal` for a name that is missing, or anything too long."""
        name, description = self.name.strip(), self.description.strip()
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise Refusal(f"名称应为1至{LONGEST_NAME}个可见字符", f"A name has 1 to {LONGEST_NAME} visible characters")
        if len(description) > LONGEST_DESCRIPTION:
            raise Refusal(
                f"说明最多{LONGEST_DESCRIPTION}个字符", f"A description has {LONGEST_DESCRIPTION} characters at most"
            )
        return Draft(name, description, self.asked.checked())
