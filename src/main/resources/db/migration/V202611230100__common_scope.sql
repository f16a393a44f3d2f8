-- The application's role may read and write, never delete, unless a migration says so table by table.
grant usage on schema public to nuanxin_app;
alter default privileges in schema public grant select, insert, update on tables to nuanxin_app;
alter default privileges in schema public grant usage, select on sequences to nuanxin_app;

create extension if not exists btree_gist;

-- Row-level scope: one predicate for lists, details, counts, search, exports and native SQL.
-- low, high: the half-open range of region paths of the active grant; granted: single families beyond it.
-- Without a binding all three are null or empty, and nothing is visible.
create procedure nuanxin_scoped(target regclass, family_column text default 'family_id') language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy scope on %s using (
             (region_path >= current_setting(''nuanxin.low'', true) and region_path < current_setting(''nuanxin.high'', true))
             or %I = any (nullif(current_setting(''nuanxin.granted'', true), '''')::bigint[]))',
        target, family_column);
end $$;

comment on procedure nuanxin_scoped(regclass, text) is 'Puts a table with a region_path under the scope of the connection.';
