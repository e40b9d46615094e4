-- ledger: large_payment
-- column: meeting_date
-- severity: warning
-- zh: 金额达到大额资金标准，但支付当日及以前没有党组会集体研究的记录，不合规；已研究的请补填党组会日期
-- en: A large payment that no meeting decided on before it was paid, which is not compliant: enter the meeting if any

-- A finding for the leadership; the payment is loaded all the same.

with

payments as (
    select * from latest.large_payments
),

threshold as (
    select cast(value as decimal(18, 2)) as large_amount
    from settings
    where name = 'large_payment_amount'
),

broken as (
    select payments.row_id
    from payments
    cross join threshold
    where
        payments.amount >= threshold.large_amount
        and (payments.meeting_date is null or payments.meeting_date > payments.paid_date)
)

select row_id from broken
