-- zh: 需要上门的协商企业
-- en: Enterprises to call on about their contract
-- about_zh: 合同已过期未续签，或90天内到期的企业，按乡镇列出。
-- about_en: Enterprises whose contract has expired without renewal or ends within 90 days, by township.
-- subject: contracts

with
expiries as (select * from mart.wage_contract_expiries where as_of_date = :as_of),

townships as (select region_code, region_name, position from meta.regions)

select
    townships.region_name,
    expiries.unit_name,
    expiries.contract_code,
    expiries.covered_workers,
    expiries.expiry_date,
    expiries.days_left,
    expiries.is_expired
from expiries
left join townships on expiries.township_code = townships.region_code
where :township is null or expiries.township_code = :township
order by townships.position, expiries.days_left, expiries.unit_name
