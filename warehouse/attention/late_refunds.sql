-- zh: 经费返拨超期
-- en: Refunds of dues over their limit
-- weight: overdue
-- ledger: dues_refund
-- page: attention kind=late_refunds
-- says_zh: {counted}笔超期未返拨，合计{amount}，最长超期{days}个工作日
-- says_en: not refunded in time: {counted}, {amount} in all, the longest by {days} working days
-- distance_zh: 超过时限的工作日÷20，最多1；按最久的一笔
-- distance_en: working days over the limit ÷ 20, at most 1; by the longest

-- One item, whatever year the receipts are of. A refund whose days are in a year without a working-day calendar is not
-- judged.
with
refunds as (
    select *
    from as_of.dues_refunds
    where coalesce(refunded_date > as_of_date, true)
),

limits as (select limit_working_days from meta.service_limits where matter = '经费返拨'),

days as (select * from meta.working_days),

ledgers as (select * from meta.ledgers where ledger_id = 'dues_refund'),

measured as (
    select
        refunds.*,
        today.working_day_number - receipt.working_day_number - limits.limit_working_days as late_days
    from refunds
    cross join limits
    inner join days as receipt on refunds.receipt_date = receipt.day
    inner join days as today on refunds.as_of_date = today.day and receipt.known_from = today.known_from
)

select
    measured.as_of_date,
    'refunds' as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    least(1, measured.late_days / 20) as distance,
    measured.late_days as days,
    measured.amount,
    measured.refund_code as row_name,
    measured.source_ledger,
    measured.source_file,
    measured.source_sheet,
    measured.source_row
from measured
cross join ledgers
where measured.late_days > 0
