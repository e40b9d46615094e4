-- zh: 困难职工在档户数（年末）
-- en: Hardship households on file at the year's end
-- ledger: hardship_household
-- period: year
-- dimensions: township_code, hardship_kind
-- counted_zh: 在档户
-- counted_en: Households
-- indicators: hardship_households = counted

select
    year_start_date as period_start_date,
    township_code,
    hardship_kind,
    household_code as person,
    0 as nameless_people,
    1 as counted,
    null as amount
from as_of.hardship_households
where in_force and as_of_date = make_date(extract(year from as_of_date), 12, 31)
