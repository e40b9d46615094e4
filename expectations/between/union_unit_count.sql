-- ledger: union
-- reads: union_unit
-- column: covered_units
-- severity: warning
-- zh: 涵盖单位数与联合工会涵盖单位明细中本工会的行数不一致；请核对，并补全明细
-- en: Units covered differs from the union's rows in the detail of joint unions: check it and complete the detail

-- The detail lists the units of joint unions. A union of another form is judged only if it is listed there.

with

unions as (
    select * from latest.unions
),

details as (
    select * from latest.union_units
),

listed as (
    select
        union_code,
        count(*) as units
    from details
    group by union_code
),

broken as (
    select unions.row_id
    from unions
    left join listed on listed.union_code = unions.union_code
    where
        (unions.union_kind = '联合' or listed.units is not null)
        and unions.covered_units <> coalesce(listed.units, 0)
)

select row_id from broken
