-- zh: 办公用品自行采购
-- en: Office supplies bought outside central procurement
-- weight: red
-- ledger: procurement
-- page: attention kind=own_purchases
-- says_zh: {counted}次办公用品自行采购，合计{amount}
-- says_en: own purchases of office supplies: {counted}, {amount} in all
-- distance_zh: 不合规事项没有目标，一律为1
-- distance_en: a finding has no goal: always 1

-- One item: the purchases of the year.
with
purchases as (
    select *
    from as_of.procurements
    where this_year and item_kind = '办公用品' and method = '自行采购'
),

ledgers as (select * from meta.ledgers where ledger_id = 'procurement')

select
    purchases.as_of_date,
    'purchases' as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    1 as distance,
    purchases.amount,
    concat_ws(' · ', purchases.purchase_code, purchases.supplier) as row_name,
    purchases.source_ledger,
    purchases.source_file,
    purchases.source_sheet,
    purchases.source_row
from purchases
cross join ledgers
