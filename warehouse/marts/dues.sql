-- mart.dues: one row per as-of date, unit and month of its year that had ended by then.
-- For collection. Due are two in a hundred of the payroll, kept to the fraction of a cent; the township is that of the
-- unit in the registry.
-- grain: as_of_date, unit_code, month
-- zh: 当年经费应缴实缴
-- en: Dues of the year
-- row_zh: 一个截至日期、单位、月份
-- row_en: as-of date, unit, month
with
dues as (select * from as_of.dues where this_year),

registry as (select as_of_date, unit_code, township_code from as_of.enterprises)

select
    dues.as_of_date,
    dues.year_start_date,
    dues.unit_code,
    dues.month,
    registry.township_code,
    dues.channel,
    dues.dues_kind,
    dues.payroll,
    dues.payroll * 0.02 as due_amount,
    dues.paid_amount,
    dues.source_ledger,
    dues.source_file,
    dues.source_sheet,
    dues.source_row
from dues
left join registry
    on
        dues.as_of_date = registry.as_of_date
        and dues.unit_code = registry.unit_code
