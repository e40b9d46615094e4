"""Which words the rows of a subject have, to choose from."""

from warehouse.desk.pivot.compile import named_text
from warehouse.desk.pivot.subject import Subject


def values_sql(subject: Subject) -> str | None:
    """A SELECT of dimension and value (the Chinese words), each once, sorted, of the rows known on the day ``$as_of``.

    None where the subject has nothing to choose from but periods, or its values are those that are declared: of
    indicators, and of tables about people.
    """
    if not subject.filters or subject.time == "figures" or subject.is_about_people:
        return None
    year_ends = "as_of_date <= $as_of and month(as_of_date) = 12 and day(as_of_date) = 31"
    when = {
        "dated": "true",
        "events_of_year": f"(as_of_date = $as_of or {year_ends})",
    }.get(subject.time, "as_of_date = $as_of")
    where = f"{when} and {subject.where}" if subject.where else when
    parts = []
    for dimension in subject.filters:
        text, join = named_text(dimension)
        parts.append(f"select distinct '{dimension.id}' as dimension, {text} as value from chosen{join}")  # noqa: S608
    of_each = "\nunion all\n".join(parts)
    return f"with chosen as materialized (select * from {subject.relation} where {where})\n{of_each}\norder by all"  # noqa: S608
