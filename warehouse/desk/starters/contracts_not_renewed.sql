-- zh: 到期未续签的合同
-- en: Contracts that expired and were not renewed
-- about_zh: 本年到期而没有续签的工资专项集体合同。
-- about_en: Wage contracts that expired in the year so far without a renewal.
-- subject: contracts

with
contracts as (select * from mart.expired_wage_contracts where as_of_date = :as_of and not is_renewed),

signed as (select as_of_date, contract_code, signing_party from as_of.wage_contracts),

townships as (select region_code, region_name from meta.regions)

select
    contracts.contract_code,
    signed.signing_party,
    townships.region_name,
    contracts.listed_units,
    contracts.renewed_units,
    contracts.signed_date,
    contracts.expiry_date
from contracts
left join signed on contracts.as_of_date = signed.as_of_date and contracts.contract_code = signed.contract_code
left join townships on contracts.township_code = townships.region_code
order by contracts.expiry_date, contracts.contract_code
