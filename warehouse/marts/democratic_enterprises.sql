-- mart.democratic_enterprises: one row per as-of date and enterprise in force that has ever reported its democratic
-- management: its latest row with a year not after that of the as-of date.
-- For the congress and disclosure rates; an enterprise without a row has neither.
-- grain: as_of_date, unit_code
-- zh: 企业民主管理现状
-- en: Democratic management now
-- row_zh: 一个截至日期、企业
-- row_en: as-of date, enterprise
with
enterprises as (select * from mart.enterprises),

reports as (select * from as_of.democratic_managements),

latest_years as (
    select
        as_of_date,
        unit_code,
        max(year) as year
    from reports
    group by
        as_of_date,
        unit_code
)

select
    enterprises.as_of_date,
    enterprises.year_start_date,
    enterprises.unit_code,
    enterprises.township_code,
    reports.year,
    reports.has_congress,
    reports.has_disclosure,
    enterprises.is_public,
    enterprises.has_union,
    reports.source_ledger,
    reports.source_file,
    reports.source_sheet,
    reports.source_row
from enterprises
inner join latest_years
    on
        enterprises.as_of_date = latest_years.as_of_date
        and enterprises.unit_code = latest_years.unit_code
inner join reports
    on
        latest_years.as_of_date = reports.as_of_date
        and latest_years.unit_code = reports.unit_code
        and latest_years.year = reports.year
