-- zh: 贷免扶补发放笔数
-- en: Loans granted
-- ledger: loan
-- period: year
-- dimensions: township_code
-- counted_zh: 贷款笔数
-- counted_en: Loans
-- indicators: loans_granted = amount

select
    date_trunc('year', granted_date) as period_start_date,
    township_code,
    person_key as person,
    0 as nameless_people,
    1 as counted,
    amount
from ledger.loans
