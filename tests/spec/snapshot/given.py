"""What the published version of these specifications holds."""

from pathlib import Path

from tests.warehouse_tables import Tables

REASON = "竞赛台账未报，先行冻结"
UNIONS = """
    union_code | township_code | union_kind | members | employees | founded_date
    U1         | 530499001     | 单独       | 60      | 80        | 2019-05-01
    U2         | 530499002     | 单独       | 5       | 20        | 2020-01-15
"""
LATER_UNIONS = UNIONS.replace("| 60 ", "| 63 ") + "U3 | 530499002 | 单独 | 8 | 10 | 2020-05-01\n"
HOUSEHOLDS = """
    household_code | person_key | township_code | filed_date
    H1             | p1         | 530499001     | 2021-03-01
    H2             | p2         | 530499002     | 2021-03-01
    H3             | p3         | 530499001     | 2021-12-20
"""


def tables(data_date: str = "2021-12-31", unions: str = UNIONS) -> Tables:
    """Unions with 65 members among 100 employees; three households in hardship, too few to be told of a township."""
    return Tables(unions=unions, hardship_households=HOUSEHOLDS, data_date=data_date)


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name, but for locks."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
