-- zh: 职工体检人次
-- en: Health checks
-- ledger: health_check
-- period: year
-- dimensions: beneficiary_kind
-- counted_zh: 体检人次
-- counted_en: Checks
-- told_elsewhere: beneficiary_kind = 劳模, 新就业形态

select
    date_trunc('year', checked_date) as period_start_date,
    beneficiary_kind,
    person_key as person,
    0 as nameless_people,
    1 as counted,
    amount
from ledger.health_checks
