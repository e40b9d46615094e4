-- suite: quality
-- subject: quality.sheets
-- critical: empty
-- zh: 每张表页读到的行数应等于入库、拒收、被替代、跳过之和，跳过的每一行都有原因
-- en: Each sheet's rows read must be loaded + rejected + superseded + skipped, and every skipped row has a reason
-- Grain: one row per sheet that does not balance.
with
sheets as (select * from quality.sheets),

skips as (
    select
        file,
        sheet,
        sum(rows) as with_reason
    from quality.skips
    group by file, sheet
)

select
    concat(
        sheets.file, if(sheets.sheet = '', '', '〔' || sheets.sheet || '〕'), ' 读到', sheets.read, '行，去向有',
        sheets.loaded + sheets.rejected + sheets.superseded + sheets.skipped, '行'
    ) as place_zh,
    concat(
        sheets.file, if(sheets.sheet = '', '', ' [' || sheets.sheet || ']'), ' read ', sheets.read, ', accounted for ',
        sheets.loaded + sheets.rejected + sheets.superseded + sheets.skipped
    ) as place_en
from sheets
left join skips
    on
        sheets.file = skips.file
        and sheets.sheet = skips.sheet
where
    sheets.read is distinct from sheets.loaded + sheets.rejected + sheets.superseded + sheets.skipped
    or sheets.skipped <> coalesce(skips.with_reason, 0)
order by sheets.file, sheets.sheet
