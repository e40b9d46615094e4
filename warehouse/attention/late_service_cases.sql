-- zh: 限时办结超期未结
-- en: Service cases open over their limit
-- weight: overdue
-- ledger: service_case
-- page: attention kind=late_service_cases
-- says_zh: {counted}件超期未结，最长超期{days}个工作日
-- says_en: open over the limit: {counted}, the longest by {days} working days
-- distance_zh: 超过时限的工作日÷20，最多1；同一事项按最久的一件
-- distance_en: working days over the limit ÷ 20, at most 1; of a matter its longest case

-- One item a matter, whatever year its cases were received in. A case whose days are in a year without a working-day
-- calendar is not judged. The applicant may be a person and is not named.
with
cases as (
    select *
    from as_of.service_cases
    where complete_date <= as_of_date and coalesce(closed_date > as_of_date, true)
),

limits as (select * from meta.service_limits),

matters as (
    select
        value_zh,
        value_en
    from meta.values
    where ledger_id = 'service_case' and column_name = 'matter'
),

days as (select * from meta.working_days),

measured as (
    select
        cases.*,
        today.working_day_number - complete.working_day_number - limits.limit_working_days as late_days
    from cases
    inner join limits on cases.matter = limits.matter
    inner join days as complete on cases.complete_date = complete.day
    inner join days as today on cases.as_of_date = today.day and complete.known_from = today.known_from
)

select
    measured.as_of_date,
    measured.matter as item,
    measured.matter as subject_zh,
    coalesce(matters.value_en, measured.matter) as subject_en,
    least(1, measured.late_days / 20) as distance,
    measured.late_days as days,
    measured.case_code as row_name,
    measured.source_ledger,
    measured.source_file,
    measured.source_sheet,
    measured.source_row
from measured
left join matters on measured.matter = matters.value_zh
where measured.late_days > 0
