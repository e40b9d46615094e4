-- zh: 各乡镇历年新建工会数
-- en: Unions founded by township and year
-- about_zh: 按建会年份和乡镇统计，撤销的也算。
-- about_en: By the year of founding and township, those dissolved since included.
-- subject: unions
-- :year number = 2019 起始年份 | From the year

with
latest as (select max(as_of_date) as as_of_date from as_of.unions),

unions as (select * from as_of.unions semi join latest using (as_of_date)),

townships as (select region_code, region_name, position from meta.regions)

select
    townships.region_name,
    extract(year from unions.founded_date) as founded_year,
    count(*) as unions_founded
from unions
left join townships on unions.township_code = townships.region_code
where extract(year from unions.founded_date) >= :year
group by townships.region_name, townships.position, founded_year
order by townships.position, founded_year
