-- suite: kpi
-- subject: kpi.values
-- warning: empty
-- zh: 全县的存量数一个月内增减一半以上（且至少10），请核对这个月的台账是否漏报、重报
-- en: A county's stock changed by more than half (and by at least 10) within a month: was a ledger left out or filed twice?
-- Grain: one row per count or amount of a state and month of the data date's year that jumped.
with
county as (select region_code from meta.regions where position = 0),

data_date as (select as_of_date, year_start_date from meta.as_of_dates where is_data_date),

stocks as (
    select
        indicator_id,
        label_zh,
        label_en
    from kpi.definitions
    where
        kind in ('count', 'amount')
        and time = 'point'
        and numerator_is_additive
),

month_ends as (
    select
        shown.indicator_id,
        shown.as_of_date,
        shown.value,
        lag(shown.value) over (partition by shown.indicator_id order by shown.as_of_date) as month_before
    from kpi.values as shown
    inner join county on shown.region_code = county.region_code
    inner join meta.as_of_dates as days on shown.as_of_date = days.as_of_date
    where days.is_month_end
)

select
    concat(stocks.label_zh, ' ', month_ends.as_of_date) as place_zh,
    concat(stocks.label_en, ' ', month_ends.as_of_date) as place_en
from month_ends
inner join stocks on month_ends.indicator_id = stocks.indicator_id
cross join data_date
where
    abs(month_ends.value - month_ends.month_before) > 0.5 * month_ends.month_before
    and abs(month_ends.value - month_ends.month_before) >= 10
    and month_ends.month_before > 0
    and month_ends.as_of_date between data_date.year_start_date and data_date.as_of_date
order by month_ends.indicator_id, month_ends.as_of_date
