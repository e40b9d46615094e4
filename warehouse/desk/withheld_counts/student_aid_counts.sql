-- zh: 金秋助学受助学生
-- en: Students aided
-- ledger: student_aid
-- period: year
-- dimensions: township_code, stage
-- counted_zh: 受助学生
-- counted_en: Students
-- indicators: student_aid_students = counted, student_aid_amount = amount

select
    year_start_date as period_start_date,
    township_code,
    stage,
    person_key as person,
    0 as nameless_people,
    1 as counted,
    amount
from mart.student_aids
where as_of_date = make_date(extract(year from as_of_date), 12, 31)
