-- mart.mutual_aid_claims: one row per as-of date and claim paid by then, either in its year or for its period.
-- For the claims, their amount and the payout. A claim's period is that of the year as_of - base year, whenever it
-- was paid; a claim not yet paid counts nowhere. The township is that of the claimant's unit in the registry.
-- grain: as_of_date, claim_code
with
claims as (select * from as_of.mutual_aid_claims where paid_date <= as_of_date),

registry as (select as_of_date, unit_code, township_code from as_of.enterprises),

settings as (select cast(value as integer) as base_year from meta.version where key = 'mutual_aid_base_year'),

dated_claims as (
    select
        claims.*,
        claims.paid_date >= claims.year_start_date as is_paid_this_year,
        claims.period = extract(year from claims.as_of_date) - settings.base_year as is_of_current_period
    from claims
    cross join settings
)

select
    dated_claims.as_of_date,
    dated_claims.year_start_date,
    dated_claims.claim_code,
    dated_claims.person_key,
    dated_claims.unit_code,
    dated_claims.period,
    registry.township_code,
    dated_claims.amount,
    dated_claims.is_paid_this_year,
    dated_claims.is_of_current_period,
    dated_claims.paid_date,
    dated_claims.source_ledger,
    dated_claims.source_file,
    dated_claims.source_sheet,
    dated_claims.source_row
from dated_claims
left join registry
    on
        dated_claims.as_of_date = registry.as_of_date
        and dated_claims.unit_code = registry.unit_code
where dated_claims.is_paid_this_year or dated_claims.is_of_current_period
