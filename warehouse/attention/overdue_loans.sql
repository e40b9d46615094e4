-- zh: 贷免扶补逾期
-- en: Start-up loans overdue
-- weight: overdue
-- ledger: loan
-- page: trends indicator=loan_overdue regions={region_code}
-- says_zh: {counted}笔逾期，占在贷和逾期金额的{share}
-- says_en: overdue: {counted}, {share} of the amount that is out
-- distance_zh: 逾期金额÷在贷和逾期金额
-- distance_en: the overdue amount ÷ the amount outstanding and overdue

-- One number of the county and no rows: a loan is a person's. The status has no date and counts as handed in.
with
loans as (select * from as_of.loans where status in ('在贷', '逾期')),

ledgers as (select * from meta.ledgers where ledger_id = 'loan'),

totals as (
    select
        as_of_date,
        count(case when status = '逾期' then 1 end) as overdue_loans,
        sum(case when status = '逾期' then amount else 0 end) as overdue_amount,
        sum(amount) as amount
    from loans
    group by as_of_date
)

select
    totals.as_of_date,
    'loans' as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    totals.overdue_amount / totals.amount as distance,
    totals.overdue_amount / totals.amount as share,
    totals.overdue_loans as counted
from totals
cross join ledgers
where totals.overdue_loans > 0
