-- mart.enterprises: one row per as-of date and enterprise in force on that date.
-- For the coverage rates. An enterprise is a unit of kind 企业; it is publicly owned when 国有控股 or 集体控股;
-- it has a union when it is the unit of a union in force, or listed among the units of one.
-- grain: as_of_date, unit_code
-- zh: 在册企业建会情况
-- en: Enterprises in force and their unions
-- row_zh: 一个截至日期、企业
-- row_en: as-of date, enterprise
with
registry as (select * from as_of.enterprises where in_force and unit_kind = '企业'),

unions_in_force as (select as_of_date, union_code, unit_code from as_of.unions where in_force),

covered_units as (select as_of_date, union_code, unit_code from as_of.union_units),

units_of_own_union as (
    select distinct
        as_of_date,
        unit_code
    from unions_in_force
    where unit_code is not null
),

units_with_union as (
    select
        as_of_date,
        unit_code
    from units_of_own_union
    union
    select
        unions_in_force.as_of_date,
        covered_units.unit_code
    from unions_in_force
    inner join covered_units
        on
            unions_in_force.as_of_date = covered_units.as_of_date
            and unions_in_force.union_code = covered_units.union_code
)

select
    registry.as_of_date,
    registry.year_start_date,
    registry.unit_code,
    registry.township_code,
    registry.control_kind,
    registry.employees,
    registry.control_kind in ('国有控股', '集体控股') as is_public,
    units_of_own_union.unit_code is not null as has_own_union,
    units_with_union.unit_code is not null as has_union,
    registry.source_ledger,
    registry.source_file,
    registry.source_sheet,
    registry.source_row
from registry
left join units_of_own_union
    on
        registry.as_of_date = units_of_own_union.as_of_date
        and registry.unit_code = units_of_own_union.unit_code
left join units_with_union
    on
        registry.as_of_date = units_with_union.as_of_date
        and registry.unit_code = units_with_union.unit_code
