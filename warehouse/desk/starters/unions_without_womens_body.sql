-- zh: 应建未建女职工组织的工会
-- en: Unions that lack a women's body
-- about_zh: 女会员达到下限而女职工组织为“无”的工会。
-- about_en: Unions with at least so many female members and no women's body.
-- subject: unions
-- :members_number number = 1 女会员人数下限 | Female members at least

with
unions as (select * from as_of.unions where in_force and as_of_date = :as_of),

townships as (select region_code, region_name from meta.regions)

select
    unions.union_code,
    unions.union_name,
    townships.region_name,
    unions.members,
    unions.female_members,
    unions.womens_body
from unions
left join townships on unions.township_code = townships.region_code
where unions.womens_body = '无' and unions.female_members >= :members_number
order by unions.female_members desc, unions.union_code
