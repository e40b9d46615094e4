-- ledger: wage_contract_enterprise
-- reads: enterprise
-- column: covered_workers
-- severity: warning
-- zh: 覆盖职工数多于单位名录中该企业的职工人数，请核对
-- en: More workers covered than the enterprise has employees in the register of units: please check

with

details as (
    select * from latest.wage_contract_enterprises
),

enterprises as (
    select * from latest.enterprises
),

broken as (
    select details.row_id
    from details
    inner join enterprises on enterprises.unit_code = details.unit_code
    where details.covered_workers > enterprises.employees
)

select row_id from broken
