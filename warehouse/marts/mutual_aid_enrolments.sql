-- mart.mutual_aid_enrolments: one row per as-of date, unit and period whose enrolment covers the date.
-- For the mutual-aid coverage, units, people and payout. The township is the unit's in the registry.
-- grain: as_of_date, unit_code, period
-- zh: 在保互助参互
-- en: Mutual-aid enrolments in force
-- row_zh: 一个截至日期、单位、期次
-- row_en: as-of date, unit, period
with
enrolments as (select * from as_of.mutual_aid_enrolments where in_force),

registry as (select as_of_date, unit_code, township_code from as_of.enterprises)

select
    enrolments.as_of_date,
    enrolments.year_start_date,
    enrolments.unit_code,
    enrolments.period,
    registry.township_code,
    enrolments.people,
    enrolments.paid_amount,
    enrolments.source_ledger,
    enrolments.source_file,
    enrolments.source_sheet,
    enrolments.source_row
from enrolments
left join registry
    on
        enrolments.as_of_date = registry.as_of_date
        and enrolments.unit_code = registry.unit_code
