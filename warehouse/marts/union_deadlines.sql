-- mart.union_deadlines: one row per as-of date, union in force and deadline that has passed or falls within 60 days:
-- the end of the term (term) or of a legal person's certificate (certificate).
-- For the list of what needs attention. The last day still counts: days_left is 0 on it and negative afterwards.
-- grain: as_of_date, union_code, deadline_kind
-- zh: 工会届满和证书到期
-- en: Ends of terms and certificates
-- row_zh: 一个截至日期、工会、期限类型
-- row_en: as-of date, union, kind of deadline
with
unions as (select * from as_of.unions where in_force),

deadlines as (
    select
        unions.*,
        'term' as deadline_kind,
        term_end_date as deadline_date
    from unions
    union all
    select
        unions.*,
        'certificate' as deadline_kind,
        certificate_end_date as deadline_date
    from unions
    where legal_person
)

select
    as_of_date,
    year_start_date,
    union_code,
    union_name,
    township_code,
    deadline_kind,
    date_diff('day', as_of_date, deadline_date) as days_left,
    deadline_date,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from deadlines
where date_diff('day', as_of_date, deadline_date) <= 60
