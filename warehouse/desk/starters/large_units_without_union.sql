-- zh: 规模以上未建会企业
-- en: Larger enterprises without a union
-- about_zh: 职工人数达到下限、在册而没有工会覆盖的企业。
-- about_en: Enterprises in force with at least so many employees and no union.
-- subject: unions
-- :employees_number number = 25 职工人数下限 | Employees at least

with
enterprises as (select * from mart.enterprises where as_of_date = :as_of and not has_union),

registry as (select as_of_date, unit_code, unit_name, industry from as_of.enterprises),

townships as (select region_code, region_name from meta.regions)

select
    enterprises.unit_code,
    registry.unit_name,
    townships.region_name,
    registry.industry,
    enterprises.control_kind,
    enterprises.employees
from enterprises
left join registry on enterprises.as_of_date = registry.as_of_date and enterprises.unit_code = registry.unit_code
left join townships on enterprises.township_code = townships.region_code
where
    enterprises.employees >= :employees_number
    and (:township is null or enterprises.township_code = :township)
order by enterprises.employees desc, enterprises.unit_code
