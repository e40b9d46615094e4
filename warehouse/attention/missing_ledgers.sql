-- zh: 台账没有报齐
-- en: Ledger not handed in
-- weight: incomplete
-- page: submission-calendar department_id={department_id}
-- says_zh: 最近报送到：{reach}
-- says_en: handed in up to: {reach}
-- distance_zh: 最近报送到的日期距截至日的天数÷60，最多1；从未报送的为1
-- distance_en: days from the day that it reaches to ÷ 60, at most 1; 1 for a ledger that never came

-- One item a ledger that the county's figures of the day still wait for.
with
incomplete as (
    select distinct
        figures.as_of_date,
        figures.missing
    from kpi.values as figures
    inner join meta.regions as regions on figures.region_code = regions.region_code
    where regions.position = 0 and figures.missing <> ''
),

missing as (
    select distinct
        as_of_date,
        unnest(string_split(missing, ',')) as ledger_id
    from incomplete
),

ledgers as (select * from meta.ledgers),

sheets as (
    select
        ledger_id,
        max(reach_date) as reach_date
    from quality.sheets
    where is_accepted
    group by ledger_id
)

select
    missing.as_of_date,
    missing.ledger_id as item,
    coalesce(ledgers.label_zh, missing.ledger_id) as subject_zh,
    coalesce(ledgers.label_en, missing.ledger_id) as subject_en,
    ledgers.department_id as department,
    coalesce(least(1, date_diff('day', sheets.reach_date, missing.as_of_date) / 60), 1) as distance,
    sheets.reach_date
from missing
left join ledgers on missing.ledger_id = ledgers.ledger_id
left join sheets on missing.ledger_id = sheets.ledger_id
