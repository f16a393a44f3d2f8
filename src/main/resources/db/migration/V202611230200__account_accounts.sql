create table account (
    id bigint primary key,
    username text not null unique check (username ~ '^[a-z0-9._-]{3,40}$'),
    display_name text not null check (display_name <> ''),
    department text not null check (department in ('CIVIL_AFFAIRS', 'FPA', 'HEALTH', 'HEALTHCARE_SECURITY', 'FINANCE')),
    password_hash text not null,
    enabled boolean not null default true,
    version integer not null default 0,
    created_at timestamptz not null default now()
);
create sequence account_seq increment 50;
comment on column account.department is 'With the role it says what of a family may be seen; the region says which families.';

create table account_role (
    account_id bigint not null references account (id),
    role text not null check (role in
        ('CASEWORKER', 'FPA_STAFF', 'APPROVER', 'POLICY_ADMIN', 'FINANCE', 'SYSTEM_ADMIN', 'AUDITOR')),
    primary key (account_id, role)
);
comment on table account_role is 'System administrator and auditor stand alone: neither sees family records (三员 separation).';

create function account_role_alone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from account_role a join account_role b on b.account_id = a.account_id and b.role <> a.role
               where a.account_id = new.account_id and a.role in ('SYSTEM_ADMIN', 'AUDITOR')) then
        raise exception 'system administrator and auditor hold no other role' using errcode = '23514';
    end if;
    return new;
end $$;
create constraint trigger account_role_alone after insert or update on account_role
    for each row execute function account_role_alone();

create table account_grant (
    id bigint primary key,
    account_id bigint not null references account (id),
    region_path text collate "C" not null references region (path) on update cascade,
    valid_from date not null,
    valid_to date,
    reason text,
    check (valid_to is null or valid_to > valid_from)
);
create sequence account_grant_seq increment 50;
create index account_grant_account on account_grant (account_id, valid_from);
comment on table account_grant is 'Which families an account sees, [valid_from, valid_to); a stand-in holds several and works in one at a time.';

-- Families beyond the region that a person may see; features above replace the body as they come.
create function nuanxin_granted(account bigint, low text, high text) returns bigint[]
    language sql stable security definer set search_path = public, pg_temp
    return '{}'::bigint[];

create function nuanxin_set_scope(low text, high text, granted bigint[], actor bigint) returns void language sql as $$
    select set_config('nuanxin.low', coalesce(low, ''), false),
           set_config('nuanxin.high', coalesce(high, ''), false),
           set_config('nuanxin.granted', coalesce(granted, '{}')::text, false),
           set_config('nuanxin.actor', coalesce(actor::text, ''), false);
$$;

-- Binds the connection to an account as it stands now: its enabled state and today's grants are read afresh.
-- Returns the path of the bound region, null when nothing is visible.
create function nuanxin_bind_account(account bigint, wanted bigint) returns text language plpgsql as $$
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
    end if;
    return bound;
end $$;

-- Binds the connection to a region for a job that runs on behalf of an account.
create function nuanxin_bind_region(path text, actor bigint) returns text language plpgsql as $$
declare
    bound text collate "C";
begin
    select r.path into bound from region r where r.path = $1;
    if bound is null then
        perform nuanxin_set_scope('', '', '{}', actor);
    else
        perform nuanxin_set_scope(bound, left(bound, -1) || '0', '{}', actor);
    end if;
    return bound;
end $$;
