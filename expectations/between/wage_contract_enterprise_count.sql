-- ledger: wage_contract
-- reads: wage_contract_enterprise
-- column: covered_enterprises
-- severity: warning
-- zh: 覆盖企业数与集体合同覆盖企业明细中本合同的行数不一致；请核对，并补全明细
-- en: Enterprises covered differs from the contract's rows in the detail ledger: check it and complete the detail

with

contracts as (
    select * from latest.wage_contracts
),

details as (
    select * from latest.wage_contract_enterprises
),

listed as (
    select
        contract_code,
        count(*) as enterprises
    from details
    group by contract_code
),

broken as (
    select contracts.row_id
    from contracts
    left join listed on listed.contract_code = contracts.contract_code
    where contracts.covered_enterprises <> coalesce(listed.enterprises, 0)
)

select row_id from broken
