-- The system administrator sees no family. What a leaver holds is counted and handed over by these functions alone: they
-- answer numbers, act for an administrator only, and write what they did into the history of each family.
create function nuanxin_require_administrator() returns bigint language plpgsql stable as $$
declare
    acting bigint := nullif(current_setting('nuanxin.actor', true), '')::bigint;
begin
    if acting is null or not exists (
        select from account a join account_role r on r.account_id = a.id and r.role = 'SYSTEM_ADMIN'
        where a.id = acting and a.enabled) then
        raise exception 'only a system administrator hands over' using errcode = '42501';
    end if;
    return acting;
end $$;

create function care_tasks_held(holder bigint) returns bigint
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    perform nuanxin_require_administrator();
    return (select count(*) from care_task where assignee_id = holder and status = 'OPEN');
end $$;

create function care_tasks_hand_over(holder bigint, taker bigint, why text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    acting bigint := nuanxin_require_administrator();
    -- what the taker must keep away from (回避) is left to nobody, for a colleague to take up
    recused bigint[] := nuanxin_recused(taker);
    moved bigint;
begin
    if not exists (select from account where id = taker and enabled) then
        raise exception 'the taker is not at work' using errcode = '23514', constraint = 'account_taker_enabled';
    end if;
    with handed as (
        update care_task set assignee_id = case when family_id = any (recused) then null else taker end, version = version + 1
        where assignee_id = holder and status = 'OPEN' returning family_id
    ), noted as (
        insert into audit_event (id, actor_id, action, family_id, reason, changes)
        select nextval('audit_event_seq'), acting, 'care.task-handed-over', family_id, why,
               jsonb_build_array(jsonb_build_object(
                   'field', 'care.assignee',
                   'before', (select display_name from account where id = holder),
                   'after', (select display_name from account where id = taker and family_id <> all (recused))))
        from handed
    )
    select count(*) into moved from handed;
    return moved;
end $$;

create function group_seats_held(holder bigint, today date) returns bigint
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    perform nuanxin_require_administrator();
    return (select count(*) from group_seat where account_id = holder and kind <> 'RELATIVE' and (valid_to is null or valid_to > today));
end $$;

-- A seat as a relative is nobody else's. The other seats end on the day and the taker's begin; who sits in the group in the same seat already gets no second one.
create function group_seats_hand_over(holder bigint, taker bigint, on_day date, why text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    acting bigint := nuanxin_require_administrator();
    -- what the taker must keep away from (回避) is left to nobody, for a colleague to take up
    recused bigint[] := nuanxin_recused(taker);
    moved bigint;
begin
    if not exists (select from account where id = taker and enabled) then
        raise exception 'the taker is not at work' using errcode = '23514', constraint = 'account_taker_enabled';
    end if;
    with ended as (
        update group_seat s
        set valid_to = greatest(on_day, s.valid_from), end_reason = why, version = s.version + 1
        from group_seat before
        where before.id = s.id and s.account_id = holder and s.kind <> 'RELATIVE'
          and (s.valid_to is null or s.valid_to > on_day)
        returning s.group_id, s.family_id, s.region_path, s.kind, s.person_name, s.organisation,
                  greatest(on_day, s.valid_from) as since, before.valid_to as until, before.end_reason as until_why
    ), seated as (
        insert into group_seat (id, group_id, family_id, region_path, kind, person_name, organisation, account_id,
                                valid_from, valid_to, end_reason)
        select nextval('group_seat_seq'), e.group_id, e.family_id, e.region_path, e.kind, t.display_name,
               e.organisation, t.id, e.since, e.until, e.until_why
        from ended e join account t on t.id = taker
        where e.family_id <> all (recused) and not exists (
            select from group_seat own where own.group_id = e.group_id and own.kind = e.kind and own.account_id = taker
              and (own.valid_to is null or own.valid_to > e.since))
    ), noted as (
        insert into audit_event (id, actor_id, action, family_id, subject_kind, subject_id, reason, changes)
        select nextval('audit_event_seq'), acting, 'caregroup.seat-handed-over', e.family_id, 'CARE_GROUP', e.group_id, why,
               jsonb_build_array(jsonb_build_object(
                   'field', 'caregroup.seat.' || e.kind, 'before', e.person_name,
                   'after', (select display_name from account where id = taker and e.family_id <> all (recused))))
        from ended e
    )
    select count(*) into moved from ended;
    return moved;
end $$;

revoke all on function care_tasks_held(bigint) from public;
revoke all on function care_tasks_hand_over(bigint, bigint, text) from public;
revoke all on function group_seats_held(bigint, date) from public;
revoke all on function group_seats_hand_over(bigint, bigint, date, text) from public;
grant execute on function care_tasks_held(bigint) to nuanxin_app;
grant execute on function care_tasks_hand_over(bigint, bigint, text) to nuanxin_app;
grant execute on function group_seats_held(bigint, date) to nuanxin_app;
grant execute on function group_seats_hand_over(bigint, bigint, date, text) to nuanxin_app;
