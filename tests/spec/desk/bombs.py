"""Queries that want more time, memory or output than one may have."""

TIME = [
    "select count(*) from range(100000000000)",
    "select count(*) from range(1000000) a, range(1000000) b",
    "select count(*) from range(100000) a, range(100000) b, range(100000) c",
    "with recursive x as (select 1 as n union all select n + 1 from x) select count(*) from x",
    "with recursive x as (select 1 as n union all select n from x) select max(n) from x",
    "select sum(sin(a.range) * cos(b.range)) from range(1000000) a, range(1000000) b",
    "select count(*) from ledger.dues a, ledger.dues b, ledger.dues c, ledger.dues d",
    "select count(*) from (select a.range % 7 as k from range(100000000000) a) group by k",
    "select max(md5(a.range::varchar)) from range(100000000000) a",
    "select count(*) from range(1000000000) where regexp_matches(range::varchar, '(1|2|3)*9(4|5)*$')",
]
MEMORY = [
    "select repeat('x', 4000000000)",
    "select length(repeat('x', 2000000000) || repeat('y', 2000000000))",
    "select lpad('x', 2000000000, 'y')",
    "select rpad('x', 2000000000, 'y')",
    "select list(range) from range(1000000000)",
    "select range(1000000000)",
    "select generate_series(1, 1000000000)",
    "select string_agg(repeat('x', 1000000), '') from range(1000000)",
    "select array_agg(repeat('x', 100000)) from range(1000000)",
    "select * from range(1000000000) order by range::varchar desc",
    "select count(distinct md5(range::varchar)) from range(1000000000)",
    "select range::varchar as k, count(*) from range(1000000000) group by 1 order by 2",
    "select a.range, list(b.range) from range(100000) a, range(100000) b group by 1",
    "select replace(repeat('a', 100000000), 'a', 'bbbbbbbbbb')",
    "select string_split(repeat('a,', 100000000), ',')",
    "select row_number() over (order by md5(range::varchar)) from range(1000000000)",
]
OUTPUT = [
    "select * from range(100000000)",
    "select repeat('x', 1000000) from range(1000)",
    "select a.*, b.* from ledger.unions a, range(100000) b",
    "select unnest(range(10000000))",
]
