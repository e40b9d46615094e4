-- ledger: dues
-- column: paid_amount
-- severity: warning
-- zh: 本单位全年实缴金额超过全年工资总额的2%（多出1元以上），请核对是否重复入账或工资总额少报
-- en: The unit paid more than 2 % of its payroll over the year (by over 1 yuan): check for double entries or missing payroll

-- It is said once, at the unit's latest month of the year. Both sides are taken 50 times, so that nothing is rounded.

with

dues as (
    select * from latest.dues
),

overpaid as (
    select
        unit_code,
        max(month) as latest_month
    from dues
    group by
        unit_code,
        extract(year from month)
    having sum(paid_amount) * 50 > sum(payroll) + 50
),

broken as (
    select dues.row_id
    from dues
    inner join overpaid
        on
            overpaid.unit_code = dues.unit_code
            and overpaid.latest_month = dues.month
)

select row_id from broken
