-- ledger: competition_award
-- reads: competition
-- column: trade
-- severity: warning
-- zh: 竞赛活动台账中该竞赛没有这个工种，请核对
-- en: The competition has no such trade in the ledger of competitions: please check

-- An award whose competition is unknown is not judged here: its reference is.

with

awards as (
    select * from latest.competition_awards
),

competitions as (
    select * from latest.competitions
),

broken as (
    select awards.row_id
    from awards
    where
        awards.trade is not null
        and awards.competition_code in (select competition_code from competitions)
        and not exists (
            select 1
            from competitions
            where
                competitions.competition_code = awards.competition_code
                and competitions.trade = awards.trade
        )
)

select row_id from broken
