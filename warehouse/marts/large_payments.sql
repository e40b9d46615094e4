-- mart.large_payments: one row per as-of date and payment of its year at or over the configured amount.
-- For collective decisions: the leading group met on the day of the payment or before it.
-- grain: as_of_date, payment_code
-- zh: 当年大额支付
-- en: Large payments of the year
-- row_zh: 一个截至日期、一笔支付
-- row_en: as-of date, payment
with
payments as (select * from as_of.large_payments where this_year),

settings as (
    select cast(value as decimal(18, 2)) as large_payment_amount
    from meta.version
    where key = 'large_payment_amount'
)

select
    payments.as_of_date,
    payments.year_start_date,
    payments.payment_code,
    payments.purpose,
    payments.amount,
    coalesce(payments.meeting_date <= payments.paid_date, false) as is_decided,
    payments.meeting_date,
    payments.paid_date,
    payments.source_ledger,
    payments.source_file,
    payments.source_sheet,
    payments.source_row
from payments
inner join settings on payments.amount >= settings.large_payment_amount
