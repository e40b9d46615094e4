-- zh: 大额资金未经集体研究
-- en: Large payments without a meeting's decision
-- weight: red
-- ledger: large_payment
-- page: attention kind=large_payments_undecided
-- says_zh: {counted}笔支付前没有党组会研究记录，合计{amount}
-- says_en: paid before any meeting decided: {counted}, {amount} in all
-- distance_zh: 不合规事项没有目标，一律为1
-- distance_en: a finding has no goal: always 1

-- One item: the payments of the year at or over the configured threshold without a meeting on or before the payment.
with
payments as (select * from mart.large_payments where not is_decided),

ledgers as (select * from meta.ledgers where ledger_id = 'large_payment')

select
    payments.as_of_date,
    'payments' as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    1 as distance,
    payments.amount,
    concat_ws(' · ', payments.payment_code, payments.purpose) as row_name,
    payments.source_ledger,
    payments.source_file,
    payments.source_sheet,
    payments.source_row
from payments
cross join ledgers
