-- mart.budgets: one row per as-of date, subject and month: those of its year so far and the last month that had ended.
-- For the execution of the budget. A code that another code of the month begins with is a parent, and its amounts are
-- those of its children once more. Codes are taken apart into their beginnings, so that the work grows with the number
-- of codes and not with its square.
-- grain: as_of_date, subject_code, month
-- zh: 预算执行
-- en: Budget
-- row_zh: 一个截至日期、科目、月份
-- row_en: as-of date, subject, month
with
budgets as (select * from as_of.budgets where this_year or this_month),

codes as (select month, subject_code from ledger.budgets),

beginnings as (
    select distinct
        month,
        left(subject_code, cast(unnest(range(1, length(subject_code))) as integer)) as subject_code
    from codes
)

select
    budgets.as_of_date,
    budgets.year_start_date,
    budgets.subject_code,
    budgets.subject_name,
    budgets.direction,
    budgets.month,
    budgets.budget_amount,
    budgets.adjusted_amount,
    budgets.executed_amount,
    budgets.executed_to_date,
    beginnings.subject_code is not null as is_parent,
    budgets.this_year,
    budgets.this_month,
    budgets.source_ledger,
    budgets.source_file,
    budgets.source_sheet,
    budgets.source_row
from budgets
left join beginnings
    on
        budgets.month = beginnings.month
        and budgets.subject_code = beginnings.subject_code
