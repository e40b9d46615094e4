-- suite: quality
-- subject: meta.corrections
-- warning: empty
-- zh: 更正清单 corrections.toml 中的每一条都应仍然适用；不再适用的请删去，或按现在的原值改写
-- en: Every correction of corrections.toml should still fit: delete what no longer does, or restate its old value
-- Grain: one row per correction that changed nothing.
with
corrections as (select * from meta.corrections where state <> 'applied'),

ledgers as (
    select
        ledger_id,
        label_zh,
        label_en
    from meta.ledgers
)

select
    concat(
        '第', corrections.correction_number, '条（', ledgers.label_zh, ' ', corrections.row_key, ' ',
        corrections.column_name, '）：',
        case corrections.state
            when 'expired' then '已过期'
            when 'row_not_found' then '没有这一行'
            else '原值已不在'
        end
    ) as place_zh,
    concat(
        'correction ', corrections.correction_number, ' (', ledgers.label_en, ' ', corrections.row_key, ' ',
        corrections.column_name, '): ',
        case corrections.state
            when 'expired' then 'expired'
            when 'row_not_found' then 'no such row'
            else 'the old value no longer stands'
        end
    ) as place_en
from corrections
inner join ledgers on corrections.ledger_id = ledgers.ledger_id
order by corrections.correction_number
