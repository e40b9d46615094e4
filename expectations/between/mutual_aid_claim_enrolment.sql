-- ledger: mutual_aid_claim
-- reads: mutual_aid_enrolment
-- column: unit_code
-- severity: warning
-- zh: 该单位在本期次没有参加医疗互助的记录，请核对统一社会信用代码和期次
-- en: The unit is not enrolled in mutual aid for this period: check the credit code and the period

with

claims as (
    select * from latest.mutual_aid_claims
),

enrolments as (
    select * from latest.mutual_aid_enrolments
),

broken as (
    select claims.row_id
    from claims
    where
        claims.unit_code is not null
        and claims.period is not null
        and not exists (
            select 1
            from enrolments
            where
                enrolments.unit_code = claims.unit_code
                and enrolments.period = claims.period
        )
)

select row_id from broken
