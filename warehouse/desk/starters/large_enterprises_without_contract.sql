-- zh: 百人以上未签合同的建会企业
-- en: Larger unionised enterprises without a contract
-- about_zh: 已建会、职工达到下限而没有有效工资专项集体合同的企业。
-- about_en: Enterprises with a union and at least so many employees that no wage contract in force covers.
-- subject: contracts
-- :employees_number number = 100 职工人数下限 | Employees at least

with
enterprises as (select * from mart.enterprises where as_of_date = :as_of and has_union),

covered as (select as_of_date, unit_code from mart.wage_contract_units where is_in_force),

registry as (select as_of_date, unit_code, unit_name from as_of.enterprises),

townships as (select region_code, region_name from meta.regions)

select
    enterprises.unit_code,
    registry.unit_name,
    townships.region_name,
    enterprises.employees
from enterprises
anti join covered on enterprises.as_of_date = covered.as_of_date and enterprises.unit_code = covered.unit_code
left join registry on enterprises.as_of_date = registry.as_of_date and enterprises.unit_code = registry.unit_code
left join townships on enterprises.township_code = townships.region_code
where enterprises.employees >= :employees_number
order by enterprises.employees desc, enterprises.unit_code
