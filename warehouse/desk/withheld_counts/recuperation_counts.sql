-- zh: 疗休养人次
-- en: Recuperations
-- ledger: recuperation
-- period: year
-- dimensions: beneficiary_kind
-- counted_zh: 疗休养人次
-- counted_en: Trips

select
    date_trunc('year', start_date) as period_start_date,
    beneficiary_kind,
    person_key as person,
    0 as nameless_people,
    1 as counted,
    amount
from ledger.recuperations
