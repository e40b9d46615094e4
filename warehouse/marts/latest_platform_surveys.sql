-- mart.latest_platform_surveys: one row per as-of date and station that has ever been surveyed: its latest month that
-- had ended by the as-of date.
-- For the share of platform workers who are members; a station that stopped reporting stays as it was last.
-- grain: as_of_date, station_name
-- zh: 最近一次新业态摸底
-- en: Latest platform surveys
-- row_zh: 一个截至日期、站点
-- row_en: as-of date, station
with
surveys as (select * from as_of.platform_surveys),

latest_months as (
    select
        as_of_date,
        station_name,
        max(month) as month
    from surveys
    group by
        as_of_date,
        station_name
)

select
    surveys.as_of_date,
    surveys.year_start_date,
    surveys.station_name,
    surveys.month,
    surveys.platform_group,
    surveys.surveyed,
    surveys.joined,
    surveys.source_ledger,
    surveys.source_file,
    surveys.source_sheet,
    surveys.source_row
from surveys
inner join latest_months
    on
        surveys.as_of_date = latest_months.as_of_date
        and surveys.station_name = latest_months.station_name
        and surveys.month = latest_months.month
