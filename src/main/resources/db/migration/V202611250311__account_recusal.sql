-- 回避: nobody handles their own file or a relative's. The number is kept as a blind index only.
create table account_recusal (
    id bigint primary key,
    account_id bigint not null references account (id),
    relation text not null check (relation in ('SELF', 'SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'RELATIVE')),
    citizen_id_index bytea not null,
    tail text not null check (length(tail) = 4),
    valid_from date not null,
    valid_to date,
    declared_at timestamptz not null default now(),
    version integer not null default 0,
    check (valid_to is null or valid_to >= valid_from),
    constraint account_recusal_once exclude using gist (
        account_id with =, citizen_id_index with =, daterange(valid_from, valid_to) with &&)
);
create sequence account_recusal_seq increment 50;
alter table account_recusal enable row level security;
create policy own on account_recusal using (account_id = nullif(current_setting('nuanxin.actor', true), '')::bigint);
comment on table account_recusal is 'What an account declared (回避), [valid_from, valid_to): whose citizen ID, never which family. Everybody sees their own.';
comment on column account_recusal.tail is 'Last four characters, so that the person knows which one it was.';

-- The families with a member of a declared number; mostly none, answered from the index of accounts.
create function nuanxin_recused(account bigint) returns bigint[]
    language sql stable security definer set search_path = public, pg_temp
    return (select coalesce(array_agg(distinct p.family_id), '{}')
            from account_recusal r join person p on p.citizen_id_index = r.citizen_id_index
            where r.account_id = account
              and r.valid_from <= current_date and (r.valid_to is null or r.valid_to > current_date));
revoke all on function nuanxin_recused(bigint) from public;
grant execute on function nuanxin_recused(bigint) to nuanxin_app;

-- A binding begins without recusals; an account's own are added after it.
create or replace function nuanxin_set_scope(low text, high text, granted bigint[], actor bigint) returns void language sql as $$
    select set_config('nuanxin.low', coalesce(low, ''), false),
           set_config('nuanxin.high', coalesce(high, ''), false),
           set_config('nuanxin.granted', coalesce(granted, '{}')::text, false),
           set_config('nuanxin.recused', '{}', false),
           set_config('nuanxin.actor', coalesce(actor::text, ''), false);
$$;

create or replace function nuanxin_bind_account(account bigint, wanted bigint) returns text language plpgsql as $$
declare
    bound text collate "C";
begin
    select g.region_path into bound
    from account_grant g join account a on a.id = g.account_id
    where g.account_id = account and a.enabled
      and g.valid_from <= current_date and (g.valid_to is null or g.valid_to > current_date)
      and not exists (select 1 from account_role r where r.account_id = account and r.role in ('SYSTEM_ADMIN', 'AUDITOR'))
    order by (g.id = wanted) desc nulls last, g.id
    limit 1;
    if bound is null then
        perform nuanxin_set_scope('', '', '{}', account);
    else
        perform nuanxin_set_scope(bound, left(bound, -1) || '0',
            nuanxin_granted(account, bound, left(bound, -1) || '0'), account);
        perform set_config('nuanxin.recused', nuanxin_recused(account)::text, false);
    end if;
    return bound;
end $$;

-- Lists still count a recused family; nothing of it can be written. Restrictive: it takes away from every other policy.
create procedure nuanxin_recusable(target regclass, family_column text) language plpgsql as $$
declare
    allowed text := format(
        '(%I = any (coalesce(nullif(current_setting(''nuanxin.recused'', true), ''''), ''{}'')::bigint[])) is not true',
        family_column);
begin
    execute format('create policy recusal_insert on %s as restrictive for insert with check (%s)', target, allowed);
    execute format('create policy recusal_update on %s as restrictive for update using (true) with check (%s)',
                   target, allowed);
end $$;
comment on procedure nuanxin_recusable(regclass, text) is 'Refuses writing what belongs to a family the bound account declared recusal for (回避).';

create or replace procedure nuanxin_scoped(target regclass, family_column text default 'family_id') language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy scope on %s using (
             (region_path >= current_setting(''nuanxin.low'', true) and region_path < current_setting(''nuanxin.high'', true))
             or %I = any (nullif(current_setting(''nuanxin.granted'', true), '''')::bigint[]))',
        target, family_column);
    call nuanxin_recusable(target, family_column);
end $$;

do $$
declare
    scoped record;
begin
    for scoped in
        select c.oid::regclass as target, case when c.relname = 'family' then 'id' else 'family_id' end as family_column
        from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'scope'
        where c.relnamespace = 'public'::regnamespace
          and (c.relname = 'family' or exists (
              select from pg_attribute a where a.attrelid = c.oid and a.attname = 'family_id' and not a.attisdropped))
    loop
        call nuanxin_recusable(scoped.target, scoped.family_column);
    end loop;
end $$;
