-- ledger: relief_visit
-- reads: hardship_household
-- column: beneficiary_kind
-- severity: warning
-- zh: 对象类别为“困难职工”，但慰问当日没有在档的困难职工档案；请核对，或先建档
-- en: A worker in hardship without a household file in force on the day of the visit: check it, or file the household

-- A visit without a person (to a group) is not judged.

with

visits as (
    select * from latest.relief_visits
),

households as (
    select * from latest.hardship_households
),

broken as (
    select visits.row_id
    from visits
    where
        visits.beneficiary_kind = '困难职工'
        and visits.person_key is not null
        and not exists (
            select 1
            from households
            where
                households.person_key = visits.person_key
                and households.filed_date <= visits.visited_date
                and (households.closed_date is null or households.closed_date >= visits.visited_date)
        )
)

select row_id from broken
