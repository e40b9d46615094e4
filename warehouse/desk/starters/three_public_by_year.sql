-- zh: 三公经费逐年对比
-- en: Three public expenses year by year
-- about_zh: 各类三公经费到同一月份的逐年支出与预算。
-- about_en: Each kind of expense up to the same month of every year, and its budget.
-- subject: funds

select
    expense_kind,
    extract(year from month) as year,
    sum(amount) as spent_amount,
    max(budget_amount) as budget_amount,
    sum(events) as events
from as_of.three_publics
where as_of_date = :as_of and extract(month from month) <= extract(month from cast(:as_of as date))
group by expense_kind, year
order by expense_kind, year
