"""Relief: visits, households in hardship, student aid, mutual aid, village teams, recuperation and health checks."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from tests.second_computation.coverage import enrolled
from tests.second_computation.figure import Better, Books, Indicator, Item, Number, Parts
from tests.second_computation.tables import Row

ZERO = Decimal(0)


def visits(books: Books, day: date) -> list[Row]:
    return books.tables.year_to(day, "relief_visit", "visited_date")


def spent_on(visit: Row) -> Decimal:
    return Decimal(visit["cash_amount"] + (visit["goods_amount"] or ZERO))


def visited(rows: Iterable[Row]) -> list[Item]:
    """People behind visits: everybody once, and the people of collective visits."""
    return [
        Item(row["township_code"], row["people"])
        if row["visit_kind"] == "集体"
        else Item(row["township_code"], 1, row["person_key"])
        for row in rows
    ]


def spent(books: Books, day: date) -> Parts:
    rows = visits(books, day)
    return Parts([Item(row["township_code"], spent_on(row)) for row in rows], heads=visited(rows))


def relief_visits(books: Books, day: date) -> Parts:
    rows = visits(books, day)
    return Parts([Item(row["township_code"], row["people"]) for row in rows], heads=visited(rows))


def per_visit(books: Books, day: date) -> Parts:
    amount, people = spent(books, day), relief_visits(books, day)
    return Parts(amount.numerator, people.numerator, amount.heads)


def raised(books: Books, day: date) -> Parts:
    return Parts([Item(None, row["amount"]) for row in books.tables.year_to(day, "relief_fund", "received_date")])


def execution(books: Books, day: date) -> Parts:
    return Parts(spent(books, day).numerator, raised(books, day).numerator)


def _counted_people(items: list[Item]) -> Parts:
    return Parts(items, heads=items)


def households(books: Books, day: date) -> Parts:
    return _counted_people([Item(row["township_code"]) for row in books.states.in_force(day, "hardship_household")])


def households_resolved(books: Books, day: date) -> Parts:
    resolved = books.states.year_to(day, "hardship_household", "closed_date")
    return _counted_people([Item(row["township_code"]) for row in resolved])


def households_reached(books: Books, day: date) -> Parts:
    seen = {row["person_key"] for row in visits(books, day) if row["person_key"]}
    in_force = books.states.in_force(day, "hardship_household")
    reached = [Item(row["township_code"]) for row in in_force if row["person_key"] in seen]
    everything = [Item(row["township_code"]) for row in in_force]
    return Parts(reached, everything, heads=reached, denominator_heads=everything)


def students(books: Books, day: date) -> list[Row]:
    return books.tables.year_to(day, "student_aid", "paid_date")


def students_aided(books: Books, day: date) -> Parts:
    rows = students(books, day)
    return _counted_people([Item(books.townships.of_household(day, row), 1, row["person_key"]) for row in rows])


def student_aid_amount(books: Books, day: date) -> Parts:
    amounts = [Item(books.townships.of_household(day, row), row["amount"]) for row in students(books, day)]
    return Parts(amounts, heads=students_aided(books, day).heads)


def mutual_aid_units(books: Books, day: date) -> Parts:
    rows = books.states.in_force(day, "mutual_aid_enrolment")
    return Parts([Item(books.townships.of_unit(day, row), 1, row["unit_code"]) for row in rows])


def mutual_aid_people(books: Books, day: date) -> Parts:
    return Parts(enrolled(books, day))


def _claims(books: Books, day: date, rows: Iterable[Row], amount: Callable[[Row], Number]) -> Parts:
    placed = [(books.townships.of_unit(day, row), row) for row in rows]
    return Parts(
        [Item(township, amount(row)) for township, row in placed],
        heads=[Item(township, 1, row["person_key"]) for township, row in placed],
    )


def paid_claims(books: Books, day: date) -> list[Row]:
    return books.tables.year_to(day, "mutual_aid_claim", "paid_date")


def mutual_aid_claims(books: Books, day: date) -> Parts:
    return _claims(books, day, paid_claims(books, day), lambda _: 1)


def mutual_aid_amount(books: Books, day: date) -> Parts:
    return _claims(books, day, paid_claims(books, day), lambda row: row["amount"])


def mutual_aid_payout(books: Books, day: date) -> Parts:
    period = day.year - books.base_year
    rows = books.tables.rows("mutual_aid_claim")
    paid = [row for row in rows if row["period"] == period and row["paid_date"] and row["paid_date"] <= day]
    claims = _claims(books, day, paid, lambda row: row["amount"])
    enrolments = books.states.in_force(day, "mutual_aid_enrolment")
    fees = [Item(books.townships.of_unit(day, row), row["paid_amount"]) for row in enrolments]
    return Parts(claims.numerator, fees, claims.heads)


def condolences(books: Books, day: date) -> list[Row]:
    return books.tables.year_to(day, "village_condolence", "paid_date")


def condoled_people(books: Books, day: date) -> Parts:
    rows = [row for row in condolences(books, day) if row["level"] == "省级"]
    return Parts([Item(None, 1, row["person_key"]) for row in rows])


def condolence_amount(books: Books, day: date) -> Parts:
    return Parts([Item(None, row["amount"]) for row in condolences(books, day) if row["level"] == "省级"])


def team_sent(books: Books, day: date) -> Parts:
    sent = [row for row in books.states.in_force(day, "village_posting") if row["sent_by_federation"]]
    return Parts([Item(row["township_code"], 1, row["person_key"]) for row in sent])


def trips(books: Books, day: date) -> list[Row]:
    return books.tables.year_to(day, "recuperation", "start_date")


def checks(books: Books, day: date) -> list[Row]:
    return books.tables.year_to(day, "health_check", "checked_date")


def recuperation(books: Books, day: date) -> Parts:
    return Parts([Item(None, 1, row["person_key"]) for row in trips(books, day)])


def _checked(kind: str) -> Callable[[Books, date], Parts]:
    def parts(books: Books, day: date) -> Parts:
        rows = [row for row in checks(books, day) if row["beneficiary_kind"] == kind]
        return Parts([Item(None, 1, row["person_key"]) for row in rows])

    return parts


def total(books: Books, day: date) -> Parts:
    paid = [students, paid_claims, condolences, trips, checks]
    amounts = [row["amount"] or ZERO for rows in paid for row in rows(books, day)]
    return Parts([Item(None, amount) for amount in [*amounts, *map(spent_on, visits(books, day))]])


VISIT, AID, CLAIM, ENROLMENT = "relief_visit", "student_aid", "mutual_aid_claim", "mutual_aid_enrolment"
CONDOLENCE, HOUSEHOLD, UNIT = "village_condolence", "hardship_household", "enterprise"


def _money(
    name: str,
    parts: Callable[[Books, date], Parts],
    ledgers: tuple[str, ...],
    better: Better = "none",
    county_only: bool = False,
    about_people: bool = False,
) -> Indicator:
    return Indicator(
        name,
        "amount",
        "ytd",
        better,
        ledgers,
        parts,
        numerator_in="money",
        value_in_money=True,
        county_only=county_only,
        about_people=about_people,
    )


INDICATORS = (
    _money("relief_raised", raised, ("relief_fund",), better="up", county_only=True),
    _money("relief_spent", spent, (VISIT,), about_people=True),
    Indicator("relief_visits", "count", "ytd", "up", (VISIT,), relief_visits, about_people=True),
    Indicator(
        "relief_execution",
        "ratio",
        "ytd",
        "up",
        (VISIT, "relief_fund"),
        execution,
        numerator_in="money",
        denominator_in="money",
        county_only=True,
    ),
    Indicator(
        "relief_per_visit",
        "average",
        "ytd",
        "none",
        (VISIT,),
        per_visit,
        numerator_in="money",
        value_in_money=True,
        about_people=True,
        denominator_is_same_people=True,
    ),
    Indicator("hardship_households", "count", "point", "none", (HOUSEHOLD,), households, about_people=True),
    Indicator("hardship_resolved", "count", "ytd", "up", (HOUSEHOLD,), households_resolved, about_people=True),
    Indicator(
        "hardship_reach",
        "ratio",
        "ytd",
        "up",
        (HOUSEHOLD, VISIT),
        households_reached,
        about_people=True,
        denominator_is_same_people=True,  # those visited are among the households
    ),
    Indicator("student_aid_students", "count", "ytd", "up", (AID, HOUSEHOLD), students_aided, about_people=True),
    _money("student_aid_amount", student_aid_amount, (AID, HOUSEHOLD), about_people=True),
    Indicator("mutual_aid_units", "count", "period", "up", (ENROLMENT, UNIT), mutual_aid_units),
    Indicator("mutual_aid_people", "count", "period", "up", (ENROLMENT, UNIT), mutual_aid_people),
    Indicator("mutual_aid_claims", "count", "ytd", "none", (CLAIM, UNIT), mutual_aid_claims, about_people=True),
    _money("mutual_aid_amount", mutual_aid_amount, (CLAIM, UNIT), about_people=True),
    Indicator(
        "mutual_aid_payout",
        "ratio",
        "period",
        "none",
        (CLAIM, ENROLMENT, UNIT),
        mutual_aid_payout,
        numerator_in="money",
        denominator_in="money",
        about_people=True,
    ),
    Indicator("village_condolence_people", "count", "ytd", "none", (CONDOLENCE,), condoled_people, county_only=True),
    _money("village_condolence_amount", condolence_amount, (CONDOLENCE,), county_only=True),
    Indicator("village_team_sent", "count", "point", "none", ("village_posting",), team_sent),
    Indicator("recuperation_people", "count", "ytd", "up", ("recuperation",), recuperation, county_only=True),
    Indicator(
        "health_check_platform", "count", "ytd", "up", ("health_check",), _checked("新就业形态"), county_only=True
    ),
    Indicator("health_check_model", "count", "ytd", "up", ("health_check",), _checked("劳模"), county_only=True),
    _money("relief_total", total, (VISIT, AID, CLAIM, CONDOLENCE, "recuperation", "health_check"), county_only=True),
)
