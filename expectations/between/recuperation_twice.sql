-- ledger: recuperation
-- column: person_key
-- severity: warning
-- zh: 同一人本年度已疗休养一次，请核对
-- en: The same person has been on a trip in this year before: please check

-- The first trip is fine; each later one of the person and year is reported.

with

trips as (
    select * from latest.recuperations
),

numbered as (
    select
        row_id,
        row_number() over (
            partition by person_key, extract(year from start_date)
            order by start_date
        ) as trip_number
    from trips
),

broken as (
    select row_id
    from numbered
    where trip_number > 1
)

select row_id from broken
