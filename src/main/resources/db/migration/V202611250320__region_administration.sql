-- Units that people keep: inactive with a reason, merged into another, moved with everything that lives in them.
update region set parent_id = 10 where id = 129 and parent_id = 129;
update region set parent_id = 129 where id = 1797 and parent_id = 1797;

alter table region
    add column inactive_because text,
    add column inactive_since date,
    add column merged_into_id bigint references region (id),
    add constraint region_merged_is_inactive check (merged_into_id is null or not active),
    add constraint region_active_without_reason check (not active or (inactive_because is null and inactive_since is null)),
    add constraint region_path_ends_with_code check (right(path, length(code) + 1) = code || '/'),
    add constraint region_path_as_deep_as_level check (
        cardinality(string_to_array(path, '/')) - 1
        = case level when 'CITY' then 1 when 'COUNTY' then 2 when 'TOWNSHIP' then 3 else 4 end);
comment on column region.merged_into_id is 'The village that took over when this one was merged away (撤并).';
create index region_not_in_use on region (path) where not active;

-- The application renames and switches; the path changes in region_move alone.
revoke update on region from nuanxin_app;
grant update (name_zh, name_en, active, inactive_because, inactive_since, merged_into_id, version) on region to nuanxin_app;

-- A frozen report and its rows stay with the region that paid: a township that goes elsewhere does not take them along.
alter table report_snapshot drop constraint report_snapshot_region_path_fkey;
alter table report_snapshot_row drop constraint report_snapshot_row_region_path_fkey;
comment on column report_snapshot.region_path is 'As it was when frozen: a region that moves leaves its reports with the old county.';
comment on column report_snapshot_row.region_path is 'As it was when frozen.';

create function nuanxin_keeps_regions() returns boolean language sql stable as $$
    select exists (select from account a join account_role r on r.account_id = a.id and r.role = 'SYSTEM_ADMIN'
                   where a.id = nullif(current_setting('nuanxin.actor', true), '')::bigint and a.enabled);
$$;

-- What hangs on a subtree, in numbers only: the system administrator sees no family.
create function region_footprint(subtree text) returns table (what text, number bigint)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    low text collate "C" := subtree;
    high text collate "C" := left(subtree, -1) || '0';
begin
    if not nuanxin_keeps_regions() then
        raise exception 'only who keeps regions counts them' using errcode = '42501';
    end if;
    return query
        select 'VILLAGES', count(*) from region r where r.path >= low and r.path < high and r.level = 'VILLAGE'
        union all select 'FAMILIES', count(*) from family f where f.region_path >= low and f.region_path < high
        union all select 'RESIDENTS', count(*) from family f where f.residence_path >= low and f.residence_path < high
                                                               and not (f.region_path >= low and f.region_path < high)
        union all select 'VISITS', count(*) from visit v where v.region_path >= low and v.region_path < high
        union all select 'TASKS', count(*) from care_task t where t.region_path >= low and t.region_path < high and t.status = 'OPEN'
        union all select 'GROUPS', count(*) from care_group g where g.region_path >= low and g.region_path < high and g.closed_on is null
        union all select 'ACCOUNTS', count(distinct g.account_id) from account_grant g
                  where g.region_path >= low and g.region_path < high and (g.valid_to is null or g.valid_to > current_date)
        union all select 'ADOPTIONS', count(*) from program_adoption p where p.jurisdiction >= low and p.jurisdiction < high
        union all select 'RULES', count(*) from rule_version p where p.jurisdiction >= low and p.jurisdiction < high
        union all select 'SETTINGS', count(*) from setting s where s.applies_to >= low and s.applies_to < high and s.superseded_at is null
        union all select 'SNAPSHOTS', count(distinct s.snapshot_id) from report_snapshot_row s where s.region_path >= low and s.region_path < high;
end $$;

-- A township goes to another county-level unit with all that lives in it: one transaction, all or nothing.
-- Returns its new path. Going back is the same act the other way round.
create function region_move(township bigint, target bigint, because text) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    unit region%rowtype;
    goal region%rowtype;
    origin region%rowtype;
    became text collate "C";
begin
    if not nuanxin_keeps_regions() then
        raise exception 'only who keeps regions moves them' using errcode = '42501';
    end if;
    select * into unit from region where id = township for update;
    select * into goal from region where id = target for update;
    select * into origin from region where id = unit.parent_id;
    if unit.level is distinct from 'TOWNSHIP' or goal.level is distinct from 'COUNTY' or not goal.active
       or goal.id = unit.parent_id then
        raise exception 'a township moves under another county-level unit in use' using errcode = '23514', constraint = 'region_move';
    end if;
    became := goal.path || unit.code || '/';
    set constraints all deferred;
    update region set path = became || substr(path, length(unit.path) + 1),
                      parent_id = case when id = unit.id then goal.id else parent_id end,
                      version = version + 1
    where path >= unit.path and path < left(unit.path, -1) || '0';
    set constraints all immediate;
    insert into audit_event (id, actor_id, action, family_id, reason, changes)
    select nextval('audit_event_seq'), nullif(current_setting('nuanxin.actor', true), '')::bigint, 'region.family-moved', f.id,
           because, jsonb_build_array(jsonb_build_object('field', 'region.county', 'before', origin.name_zh, 'after', goal.name_zh))
    from family f where f.region_path >= became and f.region_path < left(became, -1) || '0';
    -- open sessions of its accounts still carry the old path: they sign in again
    update account set session_stamp = session_stamp + 1
    where id in (select g.account_id from account_grant g
                 where g.region_path >= became and g.region_path < left(became, -1) || '0');
    return became;
end $$;

-- A village is merged into another of the same township: its families are filed and live there from now on.
-- Returns how many families went along.
create function region_merge(village bigint, goal bigint, because text) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    unit region%rowtype;
    taker region%rowtype;
    moved bigint[];
begin
    if not nuanxin_keeps_regions() then
        raise exception 'only who keeps regions merges them' using errcode = '42501';
    end if;
    select * into unit from region where id = village for update;
    select * into taker from region where id = goal for update;
    if unit.level is distinct from 'VILLAGE' or taker.parent_id is distinct from unit.parent_id or unit.id = taker.id
       or not taker.active then
        raise exception 'a village is merged into another one of its township' using errcode = '23514', constraint = 'region_merge';
    end if;
    set constraints all deferred;
    select coalesce(array_agg(f.id), '{}') into moved from family f where f.region_path = unit.path or f.residence_path = unit.path;
    update family set region_path = case when region_path = unit.path then taker.path else region_path end,
                      residence_path = case when residence_path = unit.path then taker.path else residence_path end,
                      version = version + 1
    where id = any (moved);
    set constraints all immediate;
    insert into audit_event (id, actor_id, action, family_id, reason, changes)
    select nextval('audit_event_seq'), nullif(current_setting('nuanxin.actor', true), '')::bigint, 'region.family-moved', f.id,
           because, jsonb_build_array(jsonb_build_object('field', 'region.village', 'before', unit.name_zh, 'after', taker.name_zh))
    from unnest(moved) f (id);
    return cardinality(moved);
end $$;

revoke all on function region_footprint(text) from public;
revoke all on function region_move(bigint, bigint, text) from public;
revoke all on function region_merge(bigint, bigint, text) from public;
grant execute on function region_footprint(text) to nuanxin_app;
grant execute on function region_move(bigint, bigint, text) to nuanxin_app;
grant execute on function region_merge(bigint, bigint, text) to nuanxin_app;

-- A unit not in use takes no new family. Who lives there already stays; a cascade (a region that moves) is no new family.
create function family_region_in_use() returns trigger language plpgsql as $$
begin
    if exists (select from region r where not r.active and (
                   starts_with(new.region_path, r.path) and (tg_op = 'INSERT' or new.region_path <> old.region_path)
                   or starts_with(new.residence_path, r.path) and (tg_op = 'INSERT' or new.residence_path <> old.residence_path))) then
        raise exception 'region not in use' using errcode = '23514', constraint = 'family_region_in_use';
    end if;
    return new;
end $$;
create trigger family_region_in_use before insert or update of region_path, residence_path on family
    for each row when (pg_trigger_depth() = 0) execute function family_region_in_use();

-- Acts on what the office keeps (regions, dictionaries) concern no family; those who keep and audit them read them.
alter table audit_event
    add constraint audit_event_keeping_alone check (subject_kind is null or subject_kind not in ('REGION', 'DICTIONARY') or family_id is null);
create index audit_event_keeping on audit_event (subject_kind, subject_id, id) where subject_kind in ('REGION', 'DICTIONARY');
create function nuanxin_keeps_tables() returns boolean language sql stable as $$
    select exists (select from account a join account_role r on r.account_id = a.id
                   where a.id = nullif(current_setting('nuanxin.actor', true), '')::bigint
                     and a.enabled and r.role in ('SYSTEM_ADMIN', 'POLICY_ADMIN', 'AUDITOR'));
$$;
create policy keeping_acts on audit_event for select using (
    subject_kind in ('REGION', 'DICTIONARY') and (select nuanxin_keeps_tables()));
