-- zh: 即将到期的工资专项集体合同
-- en: Wage contracts that end soon
-- about_zh: 从截至日期起若干天内到期的合同，最先到期的在前。
-- about_en: Wage contracts in force that end within the days given, the next first.
-- subject: contracts
-- :days number = 60 天数 | Days

with
contracts as (
    select *
    from as_of.wage_contracts
    where in_force and contract_kind = '工资专项' and as_of_date = :as_of
),

townships as (select region_code, region_name from meta.regions)

select
    contracts.contract_code,
    contracts.signing_party,
    townships.region_name,
    contracts.contract_scope,
    contracts.covered_enterprises,
    contracts.covered_workers,
    contracts.expiry_date,
    date_diff('day', contracts.as_of_date, contracts.expiry_date) as days_left
from contracts
left join townships on contracts.township_code = townships.region_code
where
    date_diff('day', contracts.as_of_date, contracts.expiry_date) <= :days
    and (:township is null or contracts.township_code = :township)
order by contracts.expiry_date, contracts.contract_code
