-- mart.latest_appraisals: one row per as-of date and subject appraised in the latest year with any appraisal that is
-- not after the as-of date's.
-- For the appraisal rate. The year is one for all subjects: a subject last appraised before it has no row.
-- grain: as_of_date, subject
-- zh: 最近一次民主测评
-- en: Latest appraisals
-- row_zh: 一个截至日期、测评对象
-- row_en: as-of date, subject
with
appraisals as (select * from as_of.appraisals),

latest_years as (
    select
        as_of_date,
        max(year) as year
    from appraisals
    group by as_of_date
)

select
    appraisals.as_of_date,
    appraisals.year_start_date,
    appraisals.subject,
    appraisals.year,
    appraisals.voters,
    appraisals.excellent,
    appraisals.competent,
    appraisals.source_ledger,
    appraisals.source_file,
    appraisals.source_sheet,
    appraisals.source_row
from appraisals
inner join latest_years
    on
        appraisals.as_of_date = latest_years.as_of_date
        and appraisals.year = latest_years.year
