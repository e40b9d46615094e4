-- zh: 退回行最多的台账
-- en: Ledgers with the most rejected rows
-- about_zh: 各台账读入、入库、退回的行数和退回率。
-- about_en: Rows read, loaded and rejected of each ledger, and the share that was rejected.
-- subject: submissions

with
sheets as (select * from quality.sheets where ledger_id is not null),

names as (select ledger_id, label_zh as ledger_name_zh, label_en as ledger_name_en from meta.ledgers),

departments as (select department_id, name as department_name from meta.departments)

select
    names.ledger_name_zh,
    names.ledger_name_en,
    departments.department_name,
    sum(sheets.read) as read_rows,
    sum(sheets.loaded) as loaded_rows,
    sum(sheets.rejected) as rejected_rows,
    sum(sheets.rejected) / nullif(sum(sheets.read), 0) as rejected_share
from sheets
inner join names on sheets.ledger_id = names.ledger_id
left join departments on sheets.department_id = departments.department_id
group by names.ledger_name_zh, names.ledger_name_en, departments.department_name
order by rejected_rows desc nulls last, names.ledger_name_zh
