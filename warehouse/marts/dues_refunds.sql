-- mart.dues_refunds: one row per as-of date and refund of dues whose receipt is of its year.
-- For refunding in time. The receipt's day is day 0; working_days run to the refund, or to the as-of date while it is
-- not yet made, and are null where a year on the way has no calendar (lacks_calendar). The limit is that of the matter
-- 经费返拨, the township that of the union.
-- grain: as_of_date, refund_code
-- zh: 当年经费返拨时限
-- en: Refunds of the year and their limits
-- row_zh: 一个截至日期、一笔返拨
-- row_en: as-of date, refund
with
refunds as (
    select
        *,
        case when refunded_date <= as_of_date then refunded_date else as_of_date end as end_date,
        coalesce(refunded_date <= as_of_date, false) as is_refunded
    from as_of.dues_refunds
    where this_year
),

unions as (select as_of_date, union_code, township_code from as_of.unions),

limits as (select * from meta.service_limits where matter = '经费返拨'),

working_days as (select * from meta.working_days),

counted_refunds as (
    select
        refunds.*,
        unions.township_code,
        limits.limit_working_days,
        case
            when first_days.known_from = last_days.known_from
                then last_days.working_day_number - first_days.working_day_number
        end as working_days
    from refunds
    left join unions
        on
            refunds.as_of_date = unions.as_of_date
            and refunds.union_code = unions.union_code
    left join limits on true
    left join working_days as first_days on refunds.receipt_date = first_days.day
    left join working_days as last_days on refunds.end_date = last_days.day
)

select
    as_of_date,
    year_start_date,
    refund_code,
    union_code,
    township_code,
    amount,
    limit_working_days,
    working_days,
    is_refunded,
    limit_working_days is not null as has_limit,
    is_refunded and coalesce(working_days <= limit_working_days, false) as is_in_time,
    not is_refunded and coalesce(working_days > limit_working_days, false) as is_overdue,
    working_days is null as lacks_calendar,
    receipt_date,
    case when is_refunded then refunded_date end as refunded_date,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from counted_refunds
