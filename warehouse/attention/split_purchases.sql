-- zh: 疑似拆分采购
-- en: Purchases that may have been split
-- weight: red
-- ledger: procurement
-- page: attention kind=split_purchases
-- says_zh: {counted}次采购疑似拆分，合计{amount}
-- says_en: purchases that look like parts of larger ones: {counted}, {amount} in all
-- distance_zh: 不合规事项没有目标，一律为1
-- distance_en: a finding has no goal: always 1

-- One item: the purchases of the year below the configured threshold that exceed it together with the largest other one
-- of the same supplier and kind within 30 days, which may be of the year before.
with
purchases as (
    select *
    from as_of.procurements
    where purchased_date >= year_start_date - interval 30 day
),

threshold as (
    select cast(value as decimal(18, 2)) as split_amount
    from meta.version
    where key = 'procurement_split_amount'
),

ledgers as (select * from meta.ledgers where ledger_id = 'procurement'),

small_purchases as (
    select
        purchases.*,
        threshold.split_amount,
        max(purchases.amount) over (
            partition by purchases.as_of_date, purchases.supplier, purchases.item_kind
            order by purchases.purchased_date
            range between interval 30 days preceding and interval 30 days following
            exclude current row
        ) as largest_other_amount
    from purchases
    cross join threshold
    where purchases.amount < threshold.split_amount
)

select
    small_purchases.as_of_date,
    'purchases' as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    1 as distance,
    small_purchases.amount,
    concat_ws(' · ', small_purchases.purchase_code, small_purchases.supplier) as row_name,
    small_purchases.source_ledger,
    small_purchases.source_file,
    small_purchases.source_sheet,
    small_purchases.source_row
from small_purchases
cross join ledgers
where
    small_purchases.this_year
    and small_purchases.amount + small_purchases.largest_other_amount > small_purchases.split_amount
