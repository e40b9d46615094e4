-- mart.expired_wage_contracts: one row per as-of date and contract of kind 工资专项 that expired in its year so far.
-- For the renewal rate. A contract is renewed when each unit listed under it is also under another 工资专项 contract
-- that was signed after it and by the as-of date, takes effect at the latest 60 days after its expiry and expires
-- after it. A contract without listed units is not renewed.
-- grain: as_of_date, contract_code
-- zh: 当年到期的工资专项合同
-- en: Wage contracts that expired in the year
-- row_zh: 一个截至日期、合同
-- row_en: as-of date, contract
with
contracts as (select * from as_of.wage_contracts where contract_kind = '工资专项'),

listed_units as (select as_of_date, contract_code, unit_code from as_of.wage_contract_enterprises),

expired as (select * from contracts where expiry_date between year_start_date and as_of_date),

expired_units as (
    select
        expired.as_of_date,
        expired.contract_code,
        expired.signed_date,
        expired.expiry_date,
        listed_units.unit_code
    from expired
    inner join listed_units
        on
            expired.as_of_date = listed_units.as_of_date
            and expired.contract_code = listed_units.contract_code
),

-- only what may outlast a contract of the year: history would be joined for nothing;
-- materialized, or DuckDB compares every pair of a date by days before it looks at the units
signed_units as materialized (
    select
        contracts.as_of_date,
        contracts.contract_code,
        contracts.signed_date,
        contracts.effective_date,
        contracts.expiry_date,
        listed_units.unit_code
    from contracts
    inner join listed_units
        on
            contracts.as_of_date = listed_units.as_of_date
            and contracts.contract_code = listed_units.contract_code
    where
        contracts.signed_date <= contracts.as_of_date
        and contracts.expiry_date > contracts.year_start_date
),

renewed_units as (
    select distinct
        expired_units.as_of_date,
        expired_units.contract_code,
        expired_units.unit_code
    from expired_units
    inner join signed_units
        on
            expired_units.as_of_date = signed_units.as_of_date
            and expired_units.unit_code = signed_units.unit_code
            and expired_units.contract_code <> signed_units.contract_code
            and expired_units.signed_date < signed_units.signed_date
            and expired_units.expiry_date < signed_units.expiry_date
            and date_diff('day', expired_units.expiry_date, signed_units.effective_date) <= 60
),

counted_units as (
    select
        expired_units.as_of_date,
        expired_units.contract_code,
        count(*) as listed_units,
        count(renewed_units.unit_code) as renewed_units
    from expired_units
    left join renewed_units
        on
            expired_units.as_of_date = renewed_units.as_of_date
            and expired_units.contract_code = renewed_units.contract_code
            and expired_units.unit_code = renewed_units.unit_code
    group by
        expired_units.as_of_date,
        expired_units.contract_code
)

select
    expired.as_of_date,
    expired.year_start_date,
    expired.contract_code,
    expired.township_code,
    coalesce(counted_units.listed_units, 0) as listed_units,
    coalesce(counted_units.renewed_units, 0) as renewed_units,
    coalesce(counted_units.listed_units = counted_units.renewed_units, false) as is_renewed,
    expired.signed_date,
    expired.expiry_date,
    expired.source_ledger,
    expired.source_file,
    expired.source_sheet,
    expired.source_row
from expired
left join counted_units
    on
        expired.as_of_date = counted_units.as_of_date
        and expired.contract_code = counted_units.contract_code
