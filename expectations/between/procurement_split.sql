-- ledger: procurement
-- column: supplier
-- severity: warning
-- zh: 30天内向同一供应商采购同一品目两次，单笔都低于限额、合计超过限额，疑似拆分采购，请核对
-- en: One of two like purchases from one supplier within 30 days that together exceed the threshold: was it split?

-- Both purchases are reported. A purchase is compared with the largest other one around it.

with

purchases as (
    select * from latest.procurements
),

threshold as (
    select cast(value as decimal(18, 2)) as split_amount
    from settings
    where name = 'procurement_split_amount'
),

small_purchases as (
    select
        purchases.row_id,
        purchases.amount,
        threshold.split_amount,
        max(purchases.amount) over (
            partition by purchases.supplier, purchases.item_kind
            order by purchases.purchased_date
            range between interval 30 days preceding and interval 30 days following
            exclude current row
        ) as largest_other_amount
    from purchases
    cross join threshold
    where purchases.amount < threshold.split_amount
),

broken as (
    select row_id
    from small_purchases
    where amount + largest_other_amount > split_amount
)

select row_id from broken
