-- mart.service_cases: one row per as-of date and application received in its year by then.
-- For settling within the limits and the days it takes. The papers' day is day 0; working_days run from it to the day
-- of closing, or to the as-of date while the case is open then. They are null before the papers are complete, and where
-- a year on the way has no calendar (lacks_calendar). A case is in time or overdue by its working days alone.
-- grain: as_of_date, case_code
-- zh: 当年办件时限
-- en: Service cases of the year and their limits
-- row_zh: 一个截至日期、一件受理
-- row_en: as-of date, case
with
cases as (
    select
        *,
        case when complete_date <= as_of_date then complete_date end as start_date,
        case when closed_date <= as_of_date then closed_date else as_of_date end as end_date,
        coalesce(closed_date <= as_of_date, false) as is_closed
    from as_of.service_cases
    where this_year
),

limits as (select * from meta.service_limits),

working_days as (select * from meta.working_days),

counted_cases as (
    select
        cases.*,
        limits.limit_working_days,
        case
            when first_days.known_from = last_days.known_from
                then last_days.working_day_number - first_days.working_day_number
        end as working_days
    from cases
    left join limits on cases.matter = limits.matter
    left join working_days as first_days on cases.start_date = first_days.day
    left join working_days as last_days on cases.end_date = last_days.day
)

select
    as_of_date,
    year_start_date,
    case_code,
    matter,
    outcome,
    limit_working_days,
    working_days,
    is_closed,
    start_date is not null and limit_working_days is not null as has_limit,
    is_closed and coalesce(working_days <= limit_working_days, false) as is_in_time,
    not is_closed and coalesce(working_days > limit_working_days, false) as is_overdue,
    start_date is not null and working_days is null as lacks_calendar,
    received_date,
    start_date as complete_date,
    case when is_closed then closed_date end as closed_date,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from counted_cases
