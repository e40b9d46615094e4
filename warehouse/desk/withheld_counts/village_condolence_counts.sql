-- zh: 驻村慰问笔数
-- en: Condolence payments to village teams
-- ledger: village_condolence
-- period: year
-- dimensions: level, condolence_kind
-- counted_zh: 慰问笔数
-- counted_en: Payments
-- told_elsewhere: level = 省级

select
    date_trunc('year', paid_date) as period_start_date,
    level,
    condolence_kind,
    person_key as person,
    0 as nameless_people,
    1 as counted,
    amount
from ledger.village_condolences
