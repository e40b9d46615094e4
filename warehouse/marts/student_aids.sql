-- mart.student_aids: one row per as-of date, student and year of aid that was paid in the as-of date's year so far.
-- For the students aided and the amount. The township is that of the student's household file, closed or not; a
-- student without a file has none.
-- grain: as_of_date, person_key, year
with
payments as (select * from as_of.student_aids where this_year),

households as (select as_of_date, household_code, township_code from as_of.hardship_households)

select
    payments.as_of_date,
    payments.year_start_date,
    payments.person_key,
    payments.year,
    payments.household_code,
    households.township_code,
    payments.stage,
    payments.amount,
    payments.paid_date,
    payments.source_ledger,
    payments.source_file,
    payments.source_sheet,
    payments.source_row
from payments
left join households
    on
        payments.as_of_date = households.as_of_date
        and payments.household_code = households.household_code
