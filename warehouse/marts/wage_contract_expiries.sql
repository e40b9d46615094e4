-- mart.wage_contract_expiries: one row per as-of date and unit whose last contract of kind 工资专项 has expired without
-- renewal or expires within 90 days.
-- For the list of enterprises to call on. A unit under several contracts goes by the one that has begun and expires
-- last, so a unit under a contract in force has none that has expired. It is renewed when a contract signed by the as-of
-- date is still to begin, at the latest 60 days after that expiry, and expires after it. A contract counts once it is
-- signed, or in force as for the coverage rates. Units that the registry has no longer in force are left out; one that
-- it does not know stays, without a township.
-- grain: as_of_date, unit_code
-- zh: 合同到期提醒
-- en: Expiries of wage contracts
-- row_zh: 一个截至日期、单位
-- row_en: as-of date, unit
with
contracts as (
    select
        *,
        effective_date <= as_of_date as has_begun
    from as_of.wage_contracts
    where
        contract_kind = '工资专项'
        and (in_force or (signed_date <= as_of_date and (effective_date > as_of_date or expiry_date < as_of_date)))
),

listed_units as (select * from as_of.wage_contract_enterprises),

registry as (select as_of_date, unit_code, unit_name, township_code, in_force from as_of.enterprises),

unit_contracts as (
    select
        listed_units.*,
        contracts.has_begun,
        contracts.effective_date,
        contracts.expiry_date,
        row_number() over (
            partition by listed_units.as_of_date, listed_units.unit_code, contracts.has_begun
            order by contracts.expiry_date desc, contracts.effective_date desc, contracts.contract_code
        ) as position
    from contracts
    inner join listed_units
        on
            contracts.as_of_date = listed_units.as_of_date
            and contracts.contract_code = listed_units.contract_code
),

last_contracts as (
    select
        *,
        date_diff('day', as_of_date, expiry_date) as days_left
    from unit_contracts
    where has_begun and position = 1
),

next_contracts as (
    select
        last_contracts.as_of_date,
        last_contracts.unit_code,
        min(unit_contracts.effective_date) as effective_date
    from last_contracts
    inner join unit_contracts
        on
            last_contracts.as_of_date = unit_contracts.as_of_date
            and last_contracts.unit_code = unit_contracts.unit_code
            and last_contracts.expiry_date < unit_contracts.expiry_date
    where not unit_contracts.has_begun
    group by
        last_contracts.as_of_date,
        last_contracts.unit_code
),

judged_contracts as (
    select
        last_contracts.*,
        next_contracts.effective_date as next_effective_date,
        coalesce(date_diff('day', last_contracts.expiry_date, next_contracts.effective_date) <= 60, false) as is_renewed
    from last_contracts
    left join next_contracts
        on
            last_contracts.as_of_date = next_contracts.as_of_date
            and last_contracts.unit_code = next_contracts.unit_code
)

select
    judged_contracts.as_of_date,
    judged_contracts.year_start_date,
    judged_contracts.unit_code,
    coalesce(registry.unit_name, judged_contracts.unit_name) as unit_name,
    registry.township_code,
    judged_contracts.contract_code,
    judged_contracts.covered_workers,
    judged_contracts.days_left,
    judged_contracts.days_left < 0 as is_expired,
    judged_contracts.is_renewed,
    judged_contracts.expiry_date,
    judged_contracts.next_effective_date,
    judged_contracts.source_ledger,
    judged_contracts.source_file,
    judged_contracts.source_sheet,
    judged_contracts.source_row
from judged_contracts
left join registry
    on
        judged_contracts.as_of_date = registry.as_of_date
        and judged_contracts.unit_code = registry.unit_code
where
    judged_contracts.days_left <= 90
    and (judged_contracts.days_left >= 0 or not judged_contracts.is_renewed)
    and coalesce(registry.in_force, true)
