-- ledger: project_payment
-- column: amount
-- severity: warning
-- zh: 连同本次，该项目累计付款已超过合同金额，请核对
-- en: With this payment more was paid for the project than its contract amounts to: please check

with

payments as (
    select * from latest.project_payments
),

running as (
    select
        row_id,
        contract_amount,
        sum(amount) over (
            partition by project_name
            order by paid_date, payment_code
            rows between unbounded preceding and current row
        ) as paid_to_date
    from payments
),

broken as (
    select row_id
    from running
    where paid_to_date > contract_amount
)

select row_id from broken
