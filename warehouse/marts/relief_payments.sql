-- mart.relief_payments: one row per as-of date and row of a ledger by which money was spent on people in the as-of
-- date's year so far: relief visits, student aid, claims of mutual aid paid, condolence of village teams of all
-- levels, and the recuperations and health checks whose cost is known.
-- For the total of relief; its grain is the cell, so that the total leads back to the rows of all six ledgers.
-- grain: as_of_date, source_ledger, source_file, source_sheet, source_row
with
relief_visits as (select * from as_of.relief_visits where this_year),

student_aids as (select * from as_of.student_aids where this_year),

claims as (select * from as_of.mutual_aid_claims where paid_date between year_start_date and as_of_date),

condolences as (select * from as_of.village_condolences where this_year),

recuperations as (select * from as_of.recuperations where this_year and amount is not null),

health_checks as (select * from as_of.health_checks where this_year and amount is not null)

select
    as_of_date,
    year_start_date,
    event_date,
    cash_amount + coalesce(goods_amount, 0) as amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from relief_visits
union all
select
    as_of_date,
    year_start_date,
    event_date,
    amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from student_aids
union all
select
    as_of_date,
    year_start_date,
    event_date,
    amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from claims
union all
select
    as_of_date,
    year_start_date,
    event_date,
    amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from condolences
union all
select
    as_of_date,
    year_start_date,
    event_date,
    amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from recuperations
union all
select
    as_of_date,
    year_start_date,
    event_date,
    amount,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from health_checks
