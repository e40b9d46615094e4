-- zh: 医疗互助补助人次（已到账）
-- en: Mutual-aid claims paid
-- ledger: mutual_aid_claim
-- period: month
-- dimensions: township_code
-- counted_zh: 补助人次
-- counted_en: Claims
-- indicators: mutual_aid_claims = counted, mutual_aid_amount = amount

select
    date_trunc('month', paid_date) as period_start_date,
    township_code,
    person_key as person,
    0 as nameless_people,
    1 as counted,
    amount
from mart.mutual_aid_claims
where as_of_date = last_day(paid_date)
