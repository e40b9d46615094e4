-- zh: 送温暖慰问人次
-- en: Relief visits
-- ledger: relief_visit
-- period: month
-- dimensions: township_code, beneficiary_kind, campaign
-- counted_zh: 慰问人次
-- counted_en: Visits
-- indicators: relief_visits = counted, relief_spent = amount, relief_per_visit = amount / counted

select
    date_trunc('month', visited_date) as period_start_date,
    township_code,
    beneficiary_kind,
    campaign,
    person_key as person,
    case when person_key is null then people else 0 end as nameless_people,
    people as counted,
    cash_amount + coalesce(goods_amount, 0) as amount
from ledger.relief_visits
