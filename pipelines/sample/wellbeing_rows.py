"""Rows of the economy department about workers' wellbeing: recuperation trips and health checks."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

RECUPERATION_LINE, HEALTH_LINE = 6, 7
TRAVELLERS, TRAVELLERS_GROWTH, PARTY = 60, 0.07, 15
PLACES = ("云水温泉职工疗养院", "洱海职工疗养基地", "北海银滩职工疗养院", "崂山职工疗养院", "庐山职工疗养院")
TRAVELLER_KINDS = (
    "一线职工",
    "劳模",
    "一线职工",
    "脱贫攻坚和乡村振兴一线",
    "新就业形态",
    "抗疫一线",
    "一线职工",
    "其他",
)
CHECKS, CHECKS_GROWTH = 400, 0.08
MODEL_WORKERS = 16
CHECKED_KINDS = ("女职工", "新就业形态", "一线职工", "女职工", "新就业形态", "一线职工", "女职工", "其他")
FEES = {"劳模": 1_500, "女职工": 320, "新就业形态": 280}
SEASON_OF = {"劳模": (9, 2), "女职工": (3, 4), "新就业形态": (5, 3)}
"""First month and number of months of a kind's checks; all others come from April to October."""


def recuperations(county: County, until: date) -> Iterator[Row]:
    """Ledger recuperation: parties of one year, off to a sanatorium together between May and October."""
    year, place = until.year, county.place
    first = (year - place.first_year) * TRAVELLERS * place.factor
    count = place.grown(TRAVELLERS, year, TRAVELLERS_GROWTH)
    parties = -(-count // PARTY)
    for number in range(count):
        party = number // PARTY
        start = date(year, 5, 9) + timedelta(party * 150 // parties)
        days = 5 + party % 3
        yield {
            "person": county.person(RECUPERATION_LINE, first + number),
            "beneficiary_kind": TRAVELLER_KINDS[number % len(TRAVELLER_KINDS)],
            "place": PLACES[(party + year) % len(PLACES)],
            "start_date": start,
            "end_date": start + timedelta(days),
            "amount": 320 * days + party * 60 % 400,
        }


def health_checks(county: County, until: date) -> Iterator[Row]:
    """Ledger health_check: the model workers every year, everybody else once in a while."""
    year, place = until.year, county.place
    models = MODEL_WORKERS * place.factor
    first = models + (year - place.first_year) * CHECKS * place.factor
    for number in range(place.grown(CHECKS, year, CHECKS_GROWTH)):
        is_model = number < models
        kind = "劳模" if is_model else CHECKED_KINDS[number % len(CHECKED_KINDS)]
        month, months = SEASON_OF.get(kind, (4, 7))
        yield {
            "person": county.person(HEALTH_LINE, number if is_model else first + number),
            "year": year,
            "beneficiary_kind": kind,
            "checked_date": date(year, month + number * 5 % months, 1 + number * 11 % 28),
            "amount": FEES.get(kind, 260),
        }
