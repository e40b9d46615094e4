-- zh: 逾期未整改的审计问题
-- en: Audit findings past their date
-- about_zh: 整改期限已过而没有整改的问题，按责任部门列出。
-- about_en: Findings whose date to be fixed has passed, by department.
-- subject: service

select
    department,
    finding_code,
    source,
    problem,
    found_date,
    due_date,
    date_diff('day', due_date, as_of_date) as overdue_days
from as_of.audit_findings
where as_of_date = :as_of and due_date < as_of_date and (fixed_date is null or fixed_date > as_of_date)
order by department, overdue_days desc, finding_code
