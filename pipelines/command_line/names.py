"""What indicators, ledgers and regions are called in a published version, in the language of the answer."""

from warehouse.language import Language
from warehouse.reader import Published

INDICATORS = "select indicator_id, label_zh, label_en from kpi.definitions"
LEDGERS = "select ledger_id, label_zh, label_en from meta.ledgers"
REGIONS = "select region_code, region_name, region_name from meta.regions"
"""A region's name has one language."""
DEPARTMENTS = """
select
    ledgers.ledger_id,
    coalesce(departments.name, ledgers.department_id),
    coalesce(departments.name, ledgers.department_id)
from meta.ledgers as ledgers
left join meta.departments as departments on ledgers.department_id = departments.department_id
"""
"""The department that keeps each ledger; its name has one language."""


def names_of(published: Published, sql: str, language: Language) -> dict[str, str]:
    """By its first column, what something is called: the second column in Chinese, the third in English."""
    lines = published.connection.cursor().execute(sql).fetchall()
    return {code: zh if language == "zh" else en for code, zh, en in lines}
