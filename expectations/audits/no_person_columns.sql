-- suite: privacy
-- subject: information_schema.columns
-- critical: empty
-- zh: 数据库中不能有姓名、身份证号、电话、账号、住址一类的列，人只有 person_key
-- en: No column may be a name, identity number, telephone, account or address of a person: only person_key is kept
-- Grain: one row per column, in any schema, whose name is that of personal content.
with
columns as (
    select
        table_schema || '.' || table_name || '.' || column_name as place,
        lower(column_name) as column_name
    from information_schema.columns
    where table_catalog = current_database() and table_schema not in ('information_schema', 'pg_catalog')
)

select
    place as place_zh,
    place as place_en
from columns
where
    column_name <> 'person_key'
    and (
        regexp_matches(column_name, '姓名|身份证|电话|手机|账号|卡号|住址|邮箱|微信')
        or regexp_matches(column_name, '^(person|persons)$|^person_')
        or regexp_matches(column_name, '(^|_)(identity|id_card|id_number|phone|telephone|mobile|email|wechat)(_|$)')
        or regexp_matches(column_name, '(^|_)(bank|bank_account|account_number|home_address|diagnosis)(_|$)')
        or regexp_matches(column_name, '(^|_)(full|first|last|family|given|student|member|worker)_name$')
    )
order by place
