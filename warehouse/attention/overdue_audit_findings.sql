-- zh: 审计问题逾期未整改
-- en: Audit findings not fixed in time
-- weight: overdue
-- ledger: audit_finding
-- page: attention kind=overdue_audit_findings
-- says_zh: {counted}个问题逾期未整改，最长逾期{days}天
-- says_en: not fixed in time: {counted}, the longest by {days} days
-- distance_zh: 逾期天数÷60，最多1；同一部门按最久的一个
-- distance_en: days overdue ÷ 60, at most 1; of a department its longest

-- One item a responsible department, as the ledger names it.
with
findings as (
    select
        *,
        date_diff('day', due_date, as_of_date) as late_days
    from as_of.audit_findings
    where due_date < as_of_date and coalesce(fixed_date > as_of_date, true)
),

ledgers as (select * from meta.ledgers where ledger_id = 'audit_finding')

select
    findings.as_of_date,
    findings.department as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    findings.department,
    least(1, findings.late_days / 60) as distance,
    findings.late_days as days,
    concat_ws(' · ', findings.finding_code, findings.problem) as row_name,
    findings.source_ledger,
    findings.source_file,
    findings.source_sheet,
    findings.source_row
from findings
cross join ledgers
