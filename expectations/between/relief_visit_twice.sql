-- ledger: relief_visit
-- column: person_key
-- severity: warning
-- zh: 同一人在本年度同一批次已有一次慰问，请核对是否重复
-- en: The same person was visited before in this campaign and year: check whether it is the same visit

-- The first visit is fine; each later one of the person, campaign and year is reported.

with

visits as (
    select * from latest.relief_visits
),

numbered as (
    select
        row_id,
        row_number() over (
            partition by person_key, campaign, extract(year from visited_date)
            order by visited_date, visit_code
        ) as visit_number
    from visits
    where person_key is not null
),

broken as (
    select row_id
    from numbered
    where visit_number > 1
)

select row_id from broken
