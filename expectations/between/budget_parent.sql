-- ledger: budget
-- column: subject_code
-- severity: warning
-- zh: 上级科目的年初预算、调整预算、本月执行或累计执行不等于同月下级科目之和，请核对
-- en: An amount of the parent subject (budget, adjusted, executed, to date) is not the sum of its children: please check

-- A code that another code of the month begins with is a parent; its children are the codes whose longest such
-- beginning it is. A parent with a rejected child is not judged. Codes are taken apart into their beginnings, so that
-- the work grows with the number of codes and not with its square.

with

subjects as (
    select
        row_id,
        month,
        subject_code,
        budget_amount,
        adjusted_amount,
        executed_amount,
        executed_to_date,
        false as is_rejected
    from latest.budgets
),

rejected_subjects as (
    select
        fallen.row_id,
        fallen.month,
        fallen.subject_code,
        fallen.budget_amount,
        fallen.adjusted_amount,
        fallen.executed_amount,
        fallen.executed_to_date,
        true as is_rejected
    from rejected.budgets as fallen
    where
        not exists (
            select 1
            from subjects
            where
                subjects.month = fallen.month
                and subjects.subject_code = fallen.subject_code
        )
),

codes as (
    select * from subjects
    union all
    select * from rejected_subjects
),

beginnings as (
    select
        row_id,
        month,
        left(subject_code, cast(unnest(range(1, length(subject_code))) as integer)) as beginning
    from codes
),

parents as (
    select
        beginnings.row_id,
        arg_max(codes.row_id, length(codes.subject_code)) as parent_row_id
    from beginnings
    inner join codes
        on
            codes.month = beginnings.month
            and codes.subject_code = beginnings.beginning
    group by beginnings.row_id
),

sums as (
    select
        parents.parent_row_id,
        sum(codes.budget_amount) as budget_amount,
        sum(codes.adjusted_amount) as adjusted_amount,
        sum(codes.executed_amount) as executed_amount,
        sum(codes.executed_to_date) as executed_to_date
    from parents
    inner join codes on codes.row_id = parents.row_id
    group by parents.parent_row_id
    having not bool_or(codes.is_rejected)
),

broken as (
    select subjects.row_id
    from subjects
    inner join sums on sums.parent_row_id = subjects.row_id
    where
        abs(subjects.budget_amount - sums.budget_amount) > 0.01
        or abs(subjects.adjusted_amount - sums.adjusted_amount) > 0.01
        or abs(subjects.executed_amount - sums.executed_amount) > 0.01
        or abs(subjects.executed_to_date - sums.executed_to_date) > 0.01
)

select row_id from broken
