-- Two files of one family: who ruled what about a pair, and the merge with what every row was before it.
create table duplicate_ruling (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    other_id bigint not null,
    other_path text collate "C" not null,
    reason text not null check (reason <> '' and char_length(reason) <= 200),
    ruled_at timestamptz not null default now(),
    ruled_by bigint not null references account (id),
    revoked_at timestamptz,
    revoked_by bigint references account (id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (other_id, other_path) references family (id, region_path) on update cascade,
    check (family_id < other_id),
    check ((revoked_at is null) = (revoked_by is null))
);
create sequence duplicate_ruling_seq increment 50;
create unique index duplicate_ruling_pair on duplicate_ruling (family_id, other_id) where revoked_at is null;
call nuanxin_scoped('duplicate_ruling');
comment on table duplicate_ruling is 'Two files that look alike and are two families: somebody looked, and they are not shown again until it is revoked.';

create table family_merge (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    absorbed_id bigint not null,
    absorbed_path text collate "C" not null,
    persons jsonb not null default '{}',
    children jsonb not null default '{}',
    taken text[] not null default '{}',
    reason text not null check (reason <> '' and char_length(reason) <= 200),
    merged_on date not null,
    merged_at timestamptz not null default now(),
    merged_by bigint not null references account (id),
    undone_at timestamptz,
    undone_by bigint references account (id),
    undo_reason text check (undo_reason <> '' and char_length(undo_reason) <= 200),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (absorbed_id, absorbed_path) references family (id, region_path) on update cascade,
    check (family_id <> absorbed_id),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create sequence family_merge_seq increment 50;
create unique index family_merge_once on family_merge (absorbed_id) where undone_at is null;
create index family_merge_family on family_merge (family_id);
call nuanxin_scoped('family_merge');
comment on table family_merge is '并档: the file family_id went on, the file absorbed_id was closed into it; undone when it was a mistake.';
comment on column family_merge.persons is 'Members of the absorbed file who are the same person as one of the kept file: {"absorbed id": kept id}.';
comment on column family_merge.taken is 'Where both files said something else, what was taken from the absorbed one: address, person:17:phone.';

create table family_merge_image (
    id bigint generated always as identity primary key,
    merge_id bigint not null references family_merge (id),
    family_id bigint not null,
    region_path text collate "C" not null,
    table_name text not null,
    row_id bigint not null,
    before jsonb not null,
    after jsonb,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade
);
create index family_merge_image_merge on family_merge_image (merge_id, id);
call nuanxin_scoped('family_merge_image');
revoke insert, update on family_merge_image from nuanxin_app;
comment on table family_merge_image is 'What a merge changed of a row, before and after; ciphertext stays ciphertext. Undoing puts back what nobody changed since.';

alter table family add column merged_into bigint references family (id);
alter table family drop constraint family_exit_reason_check;
alter table family add constraint family_exit_reason_check
    check (exit_reason in ('BIRTH', 'ADOPTION', 'LAST_MEMBER_DIED', 'MOVED_OUT', 'ERROR', 'MERGED'));
alter table family add constraint family_merged check (coalesce(exit_reason = 'MERGED', false) = (merged_into is not null));
comment on column family.merged_into is 'The file this one was merged into (并档).';

-- Rows that hang on other rows of the family change hands together: their references are checked at the end.
do $$
declare
    f record;
begin
    for f in
        select c.conrelid::regclass as child, c.conname
        from pg_constraint c
        where c.contype = 'f' and not c.condeferrable and c.confrelid <> 'family'::regclass
          and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 2
          and exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                      and a.attname in ('family_id', 'region_path'))
          and exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'family_id' and not a.attisdropped)
    loop
        execute format('alter table %s alter constraint %I deferrable initially immediate', f.child, f.conname);
    end loop;
end $$;

-- Whether a path lies in the bound region; a family granted singly is not one's own to merge.
create function nuanxin_in_range(path text) returns boolean language sql stable
    return coalesce(path collate "C" >= current_setting('nuanxin.low', true) collate "C"
                and path collate "C" < current_setting('nuanxin.high', true) collate "C", false);

create function merge_before(merge family_merge, target regclass, row_id bigint, columns text[]) returns bigint
language plpgsql as $$
declare
    image bigint;
begin
    execute format(
        'insert into family_merge_image (merge_id, family_id, region_path, table_name, row_id, before)
         select $1, $2, $3, %L, t.id, (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e where e.key = any ($4))
         from %s t where t.id = $5 returning id', target::text, target)
        into image using merge.id, merge.family_id, merge.region_path, columns, row_id;
    return image;
end $$;

create function merge_after(image bigint) returns void language plpgsql as $$
declare
    i family_merge_image%rowtype;
begin
    select * into i from family_merge_image where id = image;
    execute format(
        'update family_merge_image set after = (
             select jsonb_object_agg(e.key, e.value) from %s t, jsonb_each(to_jsonb(t)) e
             where t.id = $1 and e.key in (select jsonb_object_keys($2))) where id = $3', i.table_name)
        using i.row_id, i.before, image;
end $$;

-- Hands every row of the absorbed file that can be to the kept one, parents before what hangs on them.
-- A row that the kept file has its own of (the same task, the same paper) stays with the closed file.
create function merge_rows(merge family_merge, kept family, gone family)
    returns table (moved_table text, moved bigint, stayed bigint) language plpgsql as $$
declare
    pending oid[];
    target regclass;
    reference record;
    condition text;
    assignments text;
    columns text[];
    image bigint;
    row_id bigint;
begin
    select array_agg(c.oid order by c.relname) into pending
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('family', 'family_merge', 'family_merge_image', 'duplicate_ruling', 'audit_event')
      and 3 = (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
               and a.attname in ('id', 'family_id', 'region_path'));
    while cardinality(pending) > 0 loop
        select p.t::regclass into target from unnest(pending) with ordinality p(t, n)
        order by exists (
            select 1 from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.contype = 'f' and c.conrelid = p.t and c.confrelid <> p.t and c.confrelid = any (pending)), p.n
        limit 1;
        pending := array_remove(pending, target::oid);
        condition := '';
        assignments := 'family_id = $2, region_path = $3';
        columns := array['family_id', 'region_path'];
        for reference in
            select a.attname as of_column, c.confrelid::regclass::text as to_table,
                   exists (select 1 from pg_attribute g where g.attrelid = c.conrelid and g.attnum = any (c.conkey)
                           and g.attname = 'family_id') as with_family
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                and a.attname not in ('family_id', 'region_path')
            where c.contype = 'f' and c.conrelid = target and c.confrelid not in (target, 'family'::regclass)
              and (cardinality(c.conkey) = 2 or c.confrelid in ('person'::regclass, 'child'::regclass))
        loop
            if reference.to_table in ('person', 'child') then
                if not reference.of_column = any (columns) then
                    assignments := assignments || format(
                        ', %1$I = coalesce((%2$s ->> (t.%1$I)::text)::bigint, t.%1$I)', reference.of_column,
                        case reference.to_table when 'person' then '$4' else '$5' end);
                    columns := columns || reference.of_column::text;
                end if;
            elsif reference.with_family then
                condition := condition || format(
                    ' and (t.%1$I is null or exists (select 1 from %2$s p where p.id = t.%1$I and p.family_id = %3$s))',
                    reference.of_column, reference.to_table, kept.id);
            end if;
        end loop;
        if exists (select 1 from pg_attribute a where a.attrelid = target and a.attname = 'version' and not a.attisdropped) then
            assignments := assignments || ', version = t.version + 1';
        end if;
        if target::text = 'person' then
            condition := condition || ' and not jsonb_exists($1, t.id::text)';
        elsif target::text = 'child' then
            condition := condition || ' and not jsonb_exists($2, t.id::text)';
        end if;
        moved := 0;
        for row_id in execute format('select t.id from %s t where t.family_id = %s%s order by t.id',
                                     target, gone.id, condition) using merge.persons, merge.children
        loop
            begin
                image := merge_before(merge, target, row_id, columns);
                execute format('update %s t set %s where t.id = $1', target, assignments)
                    using row_id, kept.id, kept.region_path, merge.persons, merge.children;
                perform merge_after(image);
                moved := moved + 1;
            exception when unique_violation or exclusion_violation then
                null;
            end;
        end loop;
        execute format('select count(*) from %s t where t.family_id = $1', target) into stayed using gone.id;
        if target::text = 'person' then
            stayed := stayed - (select count(*) from jsonb_object_keys(merge.persons));
        elsif target::text = 'child' then
            stayed := stayed - (select count(*) from jsonb_object_keys(merge.children));
        end if;
        moved_table := target::text;
        if moved + stayed > 0 then
            return next;
        end if;
    end loop;
end $$;

-- The same person in both files: the kept record takes what it lacks and what was chosen; the other one is a member no more.
create function merge_persons(merge family_merge, kept family, gone family) returns void language plpgsql as $$
declare
    pair record;
    image bigint;
begin
    for pair in select key::bigint as b, value::bigint as a from jsonb_each_text(merge.persons) loop
        if not exists (select 1 from person where id = pair.a and family_id = kept.id)
           or not exists (select 1 from person where id = pair.b and family_id = gone.id) then
            raise exception 'not a member of the file' using errcode = '23503', constraint = 'family_merge_members';
        end if;
        image := merge_before(merge, 'person', pair.b, array['active', 'left_on', 'contact']);
        update person set active = false, left_on = coalesce(left_on, merge.merged_on), contact = false, version = version + 1
        where id = pair.b;
        perform merge_after(image);
        image := merge_before(merge, 'person', pair.a, array['citizen_id', 'citizen_id_index', 'sex', 'born_on', 'phone',
            'phone_index', 'bank_name', 'account_number', 'account_index', 'died_on']);
        update person a set
            citizen_id = coalesce(a.citizen_id, b.citizen_id),
            citizen_id_index = coalesce(a.citizen_id_index, b.citizen_id_index),
            sex = case when a.citizen_id is null then coalesce(b.sex, a.sex) else a.sex end,
            born_on = case when a.citizen_id is null then coalesce(b.born_on, a.born_on) else a.born_on end,
            phone = case when w.phone then b.phone else a.phone end,
            phone_index = case when w.phone then b.phone_index else a.phone_index end,
            bank_name = case when w.account then b.bank_name else a.bank_name end,
            account_number = case when w.account then b.account_number else a.account_number end,
            account_index = case when w.account then b.account_index else a.account_index end,
            died_on = coalesce(a.died_on, b.died_on),
            version = a.version + 1
        from person b
        cross join lateral (
            select b.phone is not null and (x.phone is null or 'person:' || pair.b || ':phone' = any (merge.taken)) as phone,
                   b.account_number is not null
                       and (x.account_number is null or 'person:' || pair.b || ':account' = any (merge.taken)) as account
            from person x where x.id = pair.a) w
        where a.id = pair.a and b.id = pair.b;
        perform merge_after(image);
    end loop;
    for pair in select key::bigint as b, value::bigint as a from jsonb_each_text(merge.children) loop
        if not exists (select 1 from child where id = pair.a and family_id = kept.id)
           or not exists (select 1 from child where id = pair.b and family_id = gone.id) then
            raise exception 'not a child of the file' using errcode = '23503', constraint = 'family_merge_members';
        end if;
        image := merge_before(merge, 'child', pair.a, array['called', 'sex', 'born_on', 'died_on', 'died_precision', 'certified_by']);
        update child a set
            called = coalesce(a.called, b.called), sex = coalesce(a.sex, b.sex), born_on = coalesce(a.born_on, b.born_on),
            died_on = coalesce(a.died_on, b.died_on),
            died_precision = case when a.died_on is null then b.died_precision else a.died_precision end,
            certified_by = coalesce(a.certified_by, b.certified_by), version = a.version + 1
        from child b where a.id = pair.a and b.id = pair.b;
        perform merge_after(image);
    end loop;
end $$;

-- What both files hold once each: of two tasks for one occasion the one done first counts, of two live groups the kept one's.
create function merge_singles(merge family_merge, kept family, gone family) returns void language plpgsql as $$
declare
    pair record;
    seat bigint;
    image bigint;
begin
    for pair in
        select a.id as a, b.id as b,
               b.done_on is not null and (a.done_on is null or b.done_on < a.done_on) as second
        from care_task a join care_task b on b.kind = a.kind and b.occasion = a.occasion
        where a.family_id = kept.id and b.family_id = gone.id
    loop
        image := merge_before(merge, 'care_task', case when pair.second then pair.a else pair.b end,
                              array['occasion', 'status', 'done_on', 'visit_id', 'closed_because']);
        update care_task set
            occasion = case when pair.second then occasion || '~' || merge.id else occasion end,
            status = 'CANCELLED', done_on = null, visit_id = null, closed_because = 'MERGED', version = version + 1
        where id = case when pair.second then pair.a else pair.b end;
        perform merge_after(image);
    end loop;
    for pair in
        select b.id as b from care_group b
        where b.family_id = gone.id and b.closed_on is null
          and exists (select 1 from care_group a where a.family_id = kept.id and a.closed_on is null)
    loop
        image := merge_before(merge, 'care_group', pair.b, array['closed_on']);
        update care_group set closed_on = greatest(merge.merged_on, established_on), version = version + 1 where id = pair.b;
        perform merge_after(image);
        for seat in select s.id from group_seat s where s.group_id = pair.b and s.valid_to is null loop
            image := merge_before(merge, 'group_seat', seat, array['valid_to', 'end_reason']);
            update group_seat set valid_to = greatest(merge.merged_on, valid_from), end_reason = '并档', version = version + 1
            where id = seat;
            perform merge_after(image);
        end loop;
    end loop;
end $$;

-- Carries out a merge that was written down; also runs as a preview, in a transaction that is rolled back.
create function merge_families(merge_id bigint) returns table (moved_table text, moved bigint, stayed bigint)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    m family_merge%rowtype;
    kept family%rowtype;
    gone family%rowtype;
    image bigint;
    someone bigint;
    had_contact boolean;
begin
    select * into m from family_merge where id = merge_id and undone_at is null;
    perform 1 from family where id in (m.family_id, m.absorbed_id) order by id for update;
    select * into kept from family where id = m.family_id;
    select * into gone from family where id = m.absorbed_id;
    if not nuanxin_in_range(kept.region_path) or not nuanxin_in_range(gone.region_path) then
        raise exception 'out of scope' using errcode = '42501';
    end if;
    if kept.status = 'EXITED' or gone.status = 'EXITED' then
        raise exception 'a closed file' using errcode = '23514', constraint = 'family_merge_open';
    end if;
    set constraints all deferred;
    had_contact := exists (select 1 from person where family_id = kept.id and active and contact);
    perform merge_persons(m, kept, gone);
    perform merge_singles(m, kept, gone);
    return query select * from merge_rows(m, kept, gone);
    if had_contact then
        for someone in select i.row_id from family_merge_image i join person p on p.id = i.row_id and p.contact
                       where i.merge_id = m.id and i.table_name = 'person' and jsonb_exists(i.before, 'family_id') loop
            image := merge_before(m, 'person', someone, array['contact']);
            update person set contact = false, version = version + 1 where id = someone;
            perform merge_after(image);
        end loop;
    end if;
    image := merge_before(m, 'family', kept.id, array['address', 'living_arrangement', 'form_of_address', 'contact_channel',
        'visits_welcome', 'women_only', 'best_time', 'language', 'customs', 'avoid_topics', 'avoid_dates', 'care_notes',
        'known_on', 'told_by']);
    update family f set
        address = case when f.address is null or 'address' = any (m.taken) then coalesce(gone.address, f.address) else f.address end,
        living_arrangement = case when f.living_arrangement is null or 'living' = any (m.taken)
            then coalesce(gone.living_arrangement, f.living_arrangement) else f.living_arrangement end,
        form_of_address = case when f.form_of_address is null or 'form-of-address' = any (m.taken)
            then coalesce(gone.form_of_address, f.form_of_address) else f.form_of_address end,
        contact_channel = case when f.contact_channel is null or 'channel' = any (m.taken)
            then coalesce(gone.contact_channel, f.contact_channel) else f.contact_channel end,
        visits_welcome = case when 'visits' = any (m.taken) then gone.visits_welcome else f.visits_welcome end,
        women_only = f.women_only or gone.women_only,
        best_time = case when f.best_time is null or 'best-time' = any (m.taken)
            then coalesce(gone.best_time, f.best_time) else f.best_time end,
        language = case when f.language is null or 'language' = any (m.taken)
            then coalesce(gone.language, f.language) else f.language end,
        customs = case when f.customs is null or 'customs' = any (m.taken)
            then coalesce(gone.customs, f.customs) else f.customs end,
        avoid_topics = case when f.avoid_topics is null or 'avoid-topics' = any (m.taken)
            then coalesce(gone.avoid_topics, f.avoid_topics) else f.avoid_topics end,
        avoid_dates = case when f.avoid_dates is null or 'avoid-dates' = any (m.taken)
            then coalesce(gone.avoid_dates, f.avoid_dates) else f.avoid_dates end,
        care_notes = case when f.care_notes is null or 'care-notes' = any (m.taken)
            then coalesce(gone.care_notes, f.care_notes) else f.care_notes end,
        known_on = coalesce(f.known_on, gone.known_on), told_by = coalesce(f.told_by, gone.told_by),
        version = f.version + 1
    where f.id = kept.id;
    perform merge_after(image);
    image := merge_before(m, 'family', gone.id, array['status', 'exited_on', 'exit_reason', 'merged_into']);
    update family set status = 'EXITED', exited_on = m.merged_on, exit_reason = 'MERGED', merged_into = kept.id,
        version = version + 1 where id = gone.id;
    perform merge_after(image);
    insert into family_exit (id, family_id, region_path, reason, exited_on, status_before, recorded_by)
    values (nextval('family_exit_seq'), gone.id, gone.region_path, 'MERGED', m.merged_on, gone.status, m.merged_by);
    set constraints all immediate;
end $$;

-- Undoes a merge: every row goes back, and every field that nobody changed since. Returns how many fields were left alone.
create function unmerge_families(merge_id bigint) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    m family_merge%rowtype;
    kept family%rowtype;
    gone family%rowtype;
    i family_merge_image%rowtype;
    now_is jsonb;
    back jsonb;
    left_alone bigint := 0;
    listed text;
begin
    select * into m from family_merge where id = merge_id and undone_at is null for update;
    perform 1 from family where id in (m.family_id, m.absorbed_id) order by id for update;
    select * into kept from family where id = m.family_id;
    select * into gone from family where id = m.absorbed_id;
    if kept.id is null or not nuanxin_in_range(kept.region_path) or not nuanxin_in_range(gone.region_path) then
        raise exception 'out of scope' using errcode = '42501';
    end if;
    if kept.status = 'EXITED' or gone.merged_into is distinct from kept.id then
        raise exception 'life went on' using errcode = '23514', constraint = 'family_merge_open';
    end if;
    set constraints all deferred;
    for i in select * from family_merge_image x where x.merge_id = m.id order by x.id desc loop
        execute format('select to_jsonb(t) from %s t where t.id = $1', i.table_name) into now_is using i.row_id;
        if jsonb_exists(i.before, 'family_id') and now_is -> 'family_id' is distinct from i.after -> 'family_id' then
            left_alone := left_alone + 1;
            continue;
        end if;
        select jsonb_object_agg(b.key, case when b.key = 'region_path' then to_jsonb(gone.region_path) else b.value end),
               string_agg(quote_ident(b.key), ', ' order by b.key)
        into back, listed
        from jsonb_each(i.before) b
        where b.key = 'region_path' or now_is -> b.key is not distinct from i.after -> b.key;
        left_alone := left_alone + (select count(*) from jsonb_object_keys(i.before))
                                 - (select count(*) from jsonb_object_keys(coalesce(back, '{}')));
        if back is not null then
            execute format('update %1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where t.id = $2',
                           i.table_name, listed) using back, i.row_id;
        end if;
    end loop;
    update family_exit set withdrawn_at = now()
    where family_id = gone.id and reason = 'MERGED' and reopened_on is null and withdrawn_at is null;
    update family set version = version + 1 where id in (kept.id, gone.id);
    set constraints all immediate;
    return left_alone;
end $$;

revoke all on function merge_before(family_merge, regclass, bigint, text[]) from public;
revoke all on function merge_after(bigint) from public;
revoke all on function merge_rows(family_merge, family, family) from public;
revoke all on function merge_persons(family_merge, family, family) from public;
revoke all on function merge_singles(family_merge, family, family) from public;
revoke all on function merge_families(bigint) from public;
revoke all on function unmerge_families(bigint) from public;
grant execute on function merge_families(bigint) to nuanxin_app;
grant execute on function unmerge_families(bigint) to nuanxin_app;
