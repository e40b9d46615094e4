-- suite: quality
-- subject: quality.sheets
-- critical: rejected_share between 0 and 0.5
-- warning: rejected_share between 0 and 0.05
-- zh: 一个台账被拒收的行超过5%要查看隔离区中的原因，超过50%不能发布
-- en: Over 5 % of a ledger rejected: see why in the quarantine; over 50 % cannot be published
-- Grain: one row per ledger with rows in accepted sheets; names the sheet with most rejected rows.
with
sheets as (select * from quality.sheets where is_accepted and ledger_id is not null),

ledgers as (
    select
        ledger_id,
        label_zh,
        label_en
    from meta.ledgers
),

worst_sheets as (
    select
        ledger_id,
        file,
        sheet,
        row_number() over (partition by ledger_id order by rejected desc, file, sheet) as place
    from sheets
),

shares as (
    select
        ledger_id,
        sum(rejected) as rejected,
        sum(loaded + rejected + superseded) as submitted
    from sheets
    group by ledger_id
)

select
    cast(shares.rejected as double) / shares.submitted as rejected_share,
    concat(
        '台账“', ledgers.label_zh, '”拒收', shares.rejected, '／', shares.submitted, '行，最多的是',
        worst_sheets.file, if(worst_sheets.sheet = '', '', '〔' || worst_sheets.sheet || '〕')
    ) as place_zh,
    concat(
        ledgers.label_en, ': ', shares.rejected, ' of ', shares.submitted, ' rows rejected, most of them in ',
        worst_sheets.file, if(worst_sheets.sheet = '', '', ' [' || worst_sheets.sheet || ']')
    ) as place_en
from shares
inner join ledgers on shares.ledger_id = ledgers.ledger_id
inner join worst_sheets
    on
        shares.ledger_id = worst_sheets.ledger_id
        and worst_sheets.place = 1
where shares.submitted > 0
order by shares.ledger_id
