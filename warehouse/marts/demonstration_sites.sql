-- mart.demonstration_sites: one row per as-of date, unit and kind of site that had been named by then, revoked or not.
-- For the sites named, those in force and their tasks. The township is the unit's in the registry, in force there or
-- not; none when the registry does not know the unit.
-- grain: as_of_date, unit_code, site_kind
-- zh: 示范点现状
-- en: Demonstration sites now
-- row_zh: 一个截至日期、单位、示范类型
-- row_en: as-of date, unit, kind of site
with
sites as (select * from as_of.demonstration_sites where named_date <= as_of_date),

registry as (select as_of_date, unit_code, township_code from as_of.enterprises)

select
    sites.as_of_date,
    sites.year_start_date,
    sites.unit_code,
    sites.site_kind,
    registry.township_code,
    sites.level,
    sites.key_tasks,
    sites.done_tasks,
    sites.named_date >= sites.year_start_date as is_named_this_year,
    sites.in_force as is_in_force,
    sites.source_ledger,
    sites.source_file,
    sites.source_sheet,
    sites.source_row
from sites
left join registry
    on
        sites.as_of_date = registry.as_of_date
        and sites.unit_code = registry.unit_code
