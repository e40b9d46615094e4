-- mart.wage_contract_units: one row per as-of date, contract and unit listed under it; only contracts of kind 工资专项
-- that are in force on the date or were signed in its year so far.
-- For wage bargaining coverage and for the enterprises and workers of the contracts signed.
-- The township is the unit's in the registry, in force there or not; none when the registry does not know the unit.
-- grain: as_of_date, contract_code, unit_code
-- zh: 工资专项合同覆盖单位
-- en: Units under wage contracts
-- row_zh: 一个截至日期、合同、单位
-- row_en: as-of date, contract, unit
with
contracts as (
    select
        *,
        signed_date between year_start_date and as_of_date as is_signed_this_year
    from as_of.wage_contracts
    where contract_kind = '工资专项'
),

listed_units as (select * from as_of.wage_contract_enterprises),

registry as (select as_of_date, unit_code, township_code from as_of.enterprises),

enterprises_with_union as (select as_of_date, unit_code, employees from mart.enterprises where has_union)

select
    contracts.as_of_date,
    contracts.year_start_date,
    contracts.contract_code,
    listed_units.unit_code,
    registry.township_code,
    enterprises_with_union.employees,
    listed_units.covered_workers,
    case
        when listed_units.covered_workers > enterprises_with_union.employees then enterprises_with_union.employees
        else listed_units.covered_workers
    end as covered_employees,
    contracts.in_force as is_in_force,
    contracts.is_signed_this_year,
    enterprises_with_union.unit_code is not null as is_enterprise_with_union,
    listed_units.source_ledger,
    listed_units.source_file,
    listed_units.source_sheet,
    listed_units.source_row
from contracts
inner join listed_units
    on
        contracts.as_of_date = listed_units.as_of_date
        and contracts.contract_code = listed_units.contract_code
left join registry
    on
        contracts.as_of_date = registry.as_of_date
        and listed_units.unit_code = registry.unit_code
left join enterprises_with_union
    on
        contracts.as_of_date = enterprises_with_union.as_of_date
        and listed_units.unit_code = enterprises_with_union.unit_code
where contracts.in_force or contracts.is_signed_this_year
