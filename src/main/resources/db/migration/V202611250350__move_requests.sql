-- Moves inside the city: asked by one side, answered by the other, carried out by the owner in one transaction.
-- Whether a path lies in the bound region itself, not only among families granted singly.
create function nuanxin_within(path text) returns boolean language sql stable
    return coalesce(path collate "C" >= current_setting('nuanxin.low', true) collate "C"
                and path collate "C" < current_setting('nuanxin.high', true) collate "C", false);

create sequence move_request_seq increment 50;
create sequence move_number_seq;
create table move_request (
    id bigint primary key,
    client_id uuid not null unique,
    number text not null unique,
    kind text not null check (kind in ('RESIDENCE', 'FILING')),
    side text not null check (side in ('GIVER', 'TAKER')),
    with_residence boolean not null default false,
    across_counties boolean,
    from_path text collate "C" references region (path) on update cascade,
    to_path text collate "C" not null references region (path) on update cascade,
    effective_on date not null,
    paid_from date check (extract(day from paid_from) = 1),
    reason text not null check (reason <> '' and char_length(reason) <= 200),
    masked text,
    people integer,
    status text not null default 'REQUESTED' check (status in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    asked_by bigint not null references account (id),
    asked_on date not null,
    asked_at timestamptz not null default now(),
    decided_by bigint references account (id),
    decided_on date,
    decided_at timestamptz,
    answer text check (answer <> '' and char_length(answer) <= 200),
    check ((status = 'REQUESTED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (status <> 'REFUSED' or answer is not null),
    check (side = 'TAKER' or from_path is not null),
    check (kind = 'FILING' or not with_residence),
    constraint move_four_eyes check (
        status <> 'ACCEPTED' or decided_by <> asked_by or (side = 'GIVER' and (kind = 'RESIDENCE' or not across_counties)))
);
comment on table move_request is 'A move inside the city as both sides see it: where to, why, how many, no name and no address.';
comment on column move_request.side is 'GIVER: asked where the family is; TAKER: asked by citizen ID, from_path stays empty until it is accepted.';
comment on column move_request.paid_from is 'First month the new county pays (口径待定); each month belongs to one county.';
comment on constraint move_four_eyes on move_request is 'A move across counties is never accepted by who asked for it.';
create index move_request_to on move_request (to_path, status);
create index move_request_from on move_request (from_path, status);

create table move_subject (
    request_id bigint primary key references move_request (id),
    family_id bigint not null,
    region_path text collate "C" not null,
    filing_was text collate "C" not null references region (path) on update cascade,
    residence_was text collate "C" not null references region (path) on update cascade,
    address_was bytea,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade
);
create index move_subject_family on move_subject (family_id);
call nuanxin_scoped('move_subject');
revoke insert, update on move_subject from nuanxin_app;
comment on table move_subject is 'Which family a move is about: seen by who sees the family, on the other side only once it has arrived.';

alter table move_request enable row level security;
create policy sides on move_request using (
    nuanxin_within(from_path) or nuanxin_within(to_path)
    or exists (select 1 from move_subject s where s.request_id = move_request.id));
revoke insert, update on move_request from nuanxin_app;

create table filing_period (
    id bigint generated always as identity primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    county_path text collate "C" not null references region (path) on update cascade,
    valid_from date check (extract(day from valid_from) = 1),
    valid_to date check (extract(day from valid_to) = 1),
    request_id bigint references move_request (id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check (valid_from is null or valid_to is null or valid_to > valid_from),
    constraint filing_period_one_county exclude using gist (family_id with =, daterange(valid_from, valid_to) with &&)
);
call nuanxin_scoped('filing_period');
revoke insert, update on filing_period from nuanxin_app;
comment on table filing_period is 'Which county pays a family which months, [valid_from, valid_to); a family that never changed county has none.';

-- The county that pays a family a month: exactly one.
create function paying_county(family bigint, month date) returns text language sql stable
    return (select coalesce(
        (select p.county_path from filing_period p
         where p.family_id = f.id and daterange(p.valid_from, p.valid_to) @> date_trunc('month', month)::date),
        array_to_string((string_to_array(f.region_path, '/'))[1:2], '/') || '/')
        from family f where f.id = family);

create table handover_letter (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    content bytea not null,
    written_by bigint not null references account (id),
    written_at timestamptz not null,
    read_by bigint references account (id),
    read_at timestamptz,
    version integer not null default 0,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((read_by is null) = (read_at is null)),
    constraint handover_letter_read_by_another check (read_by is null or read_by <> written_by),
    check (octet_length(content) <= 8200)
);
create sequence handover_letter_seq increment 50;
create unique index handover_letter_waiting on handover_letter (family_id) where read_at is null;
call nuanxin_scoped('handover_letter');
comment on table handover_letter is 'What the old visitor wants the new one to know, encrypted; shown until the new one has read it.';

-- Only the owner's functions move a file; who sees it only because the family lives here changes nothing of the filing.
create function family_guard() returns trigger language plpgsql as $$
begin
    if pg_has_role(current_user, (select c.relowner from pg_class c where c.oid = tg_relid), 'MEMBER') then
        return new;
    end if;
    if new.region_path is distinct from old.region_path
       and not (old.status = 'LEAD' and nuanxin_within(old.region_path) and nuanxin_within(new.region_path)) then
        raise exception 'a file moves by a request only' using errcode = '42501';
    end if;
    if not nuanxin_within(old.region_path)
       and (new.status, new.file_number, new.category, new.origin, new.residence_path, new.known_on, new.registered_by,
            new.reviewed_by, new.confirmed_by, new.exited_on, new.exit_reason)
           is distinct from
           (old.status, old.file_number, old.category, old.origin, old.residence_path, old.known_on, old.registered_by,
            old.reviewed_by, old.confirmed_by, old.exited_on, old.exit_reason) then
        raise exception 'the file is kept elsewhere' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger family_guard before update on family for each row execute function family_guard();

create policy filing_insert on person as restrictive for insert with check (nuanxin_within(region_path));
create policy filing_update on person as restrictive for update using (true) with check (nuanxin_within(region_path));
create policy filing_insert on child as restrictive for insert with check (nuanxin_within(region_path));
create policy filing_update on child as restrictive for update using (true) with check (nuanxin_within(region_path));

create function move_county(path text) returns text language sql immutable
    return array_to_string((string_to_array(path, '/'))[1:2], '/') || '/';

create function move_require_village(path text) returns void language plpgsql stable as $$
begin
    if not exists (
        select 1 from region r where r.path = $1 and r.level = 'VILLAGE' and not exists (
            select 1 from region a where starts_with(r.path, a.path) and not a.active)) then
        raise exception 'no active village' using errcode = '23514', constraint = 'move_village';
    end if;
end $$;

create function move_actor() returns bigint language sql stable
    return nullif(current_setting('nuanxin.actor', true), '')::bigint;

-- Writes a request down. Where the family is: the family is given; by citizen ID: its index, and the answer names neither
-- family nor place. Returns the request's id, null where no active member holds the citizen ID.
create function move_ask(client uuid, family bigint, index bytea, kind text, to_path text, with_residence boolean,
                         effective date, reason text, today date) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    f family%rowtype;
    asked bigint;
    taker boolean := index is not null;
    origin text collate "C";
begin
    select r.id into asked from move_request r where r.client_id = client and r.asked_by = move_actor();
    if asked is not null then
        return asked;
    end if;
    perform move_require_village(to_path);
    if taker then
        select x.* into f from person p join family x on x.id = p.family_id
        where p.citizen_id_index = index and p.active for update of x;
        if f.id is null then
            return null;
        end if;
    else
        select x.* into f from family x where x.id = family for update of x;
    end if;
    origin := case kind when 'FILING' then f.region_path else f.residence_path end;
    if f.id is null or move_actor() is null
       or (taker and (kind <> 'FILING' or not nuanxin_within(to_path)))
       or (not taker and not nuanxin_within(f.region_path) and (kind = 'FILING' or not nuanxin_within(f.residence_path)))
       or f.id = any (coalesce(nullif(current_setting('nuanxin.recused', true), ''), '{}')::bigint[]) then
        raise exception 'out of scope' using errcode = '42501';
    end if;
    if f.status = 'EXITED' then
        raise exception 'the file is closed' using errcode = '23514', constraint = 'move_exited';
    end if;
    if origin = to_path and not (with_residence and f.residence_path <> to_path) then
        raise exception 'they are there already' using errcode = '23514', constraint = 'move_same';
    end if;
    if exists (select 1 from move_request r join move_subject s on s.request_id = r.id
               where s.family_id = f.id and r.status = 'REQUESTED') then
        raise exception 'one is open' using errcode = '23514', constraint = 'move_one_open';
    end if;
    asked := nextval('move_request_seq');
    insert into move_request (id, client_id, number, kind, side, with_residence, across_counties, from_path, to_path,
                              effective_on, reason, masked, people, asked_by, asked_on)
    values (asked, client, 'QY-' || lpad(nextval('move_number_seq')::text, 6, '0'), kind,
            case when taker then 'TAKER' else 'GIVER' end, with_residence and kind = 'FILING',
            case when taker then null else move_county(origin) <> move_county(to_path) end,
            case when taker then null else origin end, to_path, effective, reason,
            case when taker then null else (
                select string_agg(left(p.name, 1) || repeat('*', greatest(char_length(p.name) - 1, 1)), '、' order by p.contact desc, p.id)
                from person p where p.family_id = f.id and p.active and p.role = 'PARENT') end,
            case when taker then null else (
                select count(*) from person p where p.family_id = f.id and p.active and p.died_on is null) end,
            move_actor(), today);
    insert into move_subject (request_id, family_id, region_path, filing_was, residence_was, address_was)
    values (asked, f.id, f.region_path, f.region_path, f.residence_path, f.address);
    return asked;
end $$;

-- Opens the family of a request to who may answer it, until the transaction ends. Returns the family's id.
create function move_open(request bigint) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    r move_request%rowtype;
    s move_subject%rowtype;
    f family%rowtype;
begin
    select * into r from move_request where id = request for update;
    select * into s from move_subject where request_id = request;
    select * into f from family where id = s.family_id for update;
    if f.id is null or move_actor() is null
       or not (case r.side when 'GIVER' then nuanxin_within(r.to_path) else nuanxin_within(f.region_path) end)
       or f.id = any (coalesce(nullif(current_setting('nuanxin.recused', true), ''), '{}')::bigint[]) then
        raise exception 'out of scope' using errcode = '42501';
    end if;
    if r.status <> 'REQUESTED' then
        raise exception 'answered already' using errcode = '23514', constraint = 'move_answered';
    end if;
    if f.region_path <> s.filing_was or f.residence_path <> s.residence_was then
        raise exception 'it has moved since' using errcode = '23514', constraint = 'move_moved';
    end if;
    if f.status = 'EXITED' then
        raise exception 'the file is closed' using errcode = '23514', constraint = 'move_exited';
    end if;
    if r.asked_by = move_actor() and (r.side = 'TAKER' or (r.kind = 'FILING' and r.across_counties)) then
        raise exception 'four eyes' using errcode = '23514', constraint = 'move_four_eyes';
    end if;
    perform move_require_village(r.to_path);
    perform set_config('nuanxin.granted',
        (coalesce(nullif(current_setting('nuanxin.granted', true), ''), '{}')::bigint[] || f.id)::text, true);
    return f.id;
end $$;

-- Carries out an open request: paths, months, record. Every child of the family follows by its key.
create function move_carry_out(request bigint, today date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    r move_request%rowtype;
    f family%rowtype;
    moved bigint := move_open(request);
    month date;
    crosses boolean;
begin
    select * into r from move_request where id = request;
    select * into f from family where id = moved;
    crosses := r.kind = 'FILING' and move_county(f.region_path) <> move_county(r.to_path);
    if crosses then
        month := (date_trunc('month', greatest(r.effective_on - 1, today)) + interval '1 month')::date;
        if exists (select 1 from filing_period p where p.family_id = f.id) then
            month := greatest(month, (select (max(p.valid_from) + interval '1 month')::date from filing_period p where p.family_id = f.id));
            update filing_period set valid_to = month where family_id = f.id and valid_to is null;
        else
            insert into filing_period (family_id, region_path, county_path, valid_from, valid_to)
            values (f.id, f.region_path, move_county(f.region_path), null, month);
        end if;
        insert into filing_period (family_id, region_path, county_path, valid_from, valid_to, request_id)
        values (f.id, f.region_path, move_county(r.to_path), month, null, r.id);
    end if;
    update family set
        region_path = case r.kind when 'FILING' then r.to_path else region_path end,
        residence_path = case when r.kind = 'RESIDENCE' or r.with_residence then r.to_path else residence_path end,
        address = case when r.kind = 'RESIDENCE' or r.with_residence then null else address end,
        version = version + 1
    where id = f.id;
    update move_request set status = 'ACCEPTED', decided_by = move_actor(), decided_on = today, decided_at = now(),
        across_counties = case r.kind when 'FILING' then crosses else across_counties end, paid_from = month,
        from_path = coalesce(from_path, f.region_path)
    where id = r.id;
end $$;

-- Refused by who is asked, withdrawn by the side that asked; nothing else changes.
create function move_close(request bigint, how text, why text, today date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    r move_request%rowtype;
    f family%rowtype;
    giver boolean;
begin
    select * into r from move_request where id = request for update;
    select x.* into f from move_subject s join family x on x.id = s.family_id where s.request_id = request;
    giver := nuanxin_within(f.region_path) or (r.kind = 'RESIDENCE' and nuanxin_within(f.residence_path));
    if f.id is null or how not in ('REFUSED', 'WITHDRAWN')
       or not (case when (r.side = 'GIVER') = (how = 'REFUSED') then nuanxin_within(r.to_path) else giver end) then
        raise exception 'out of scope' using errcode = '42501';
    end if;
    if r.status <> 'REQUESTED' then
        raise exception 'answered already' using errcode = '23514', constraint = 'move_answered';
    end if;
    update move_request set status = how, answer = why, decided_by = move_actor(), decided_on = today, decided_at = now()
    where id = r.id;
end $$;

revoke all on function move_ask(uuid, bigint, bytea, text, text, boolean, date, text, date) from public;
revoke all on function move_open(bigint) from public;
revoke all on function move_carry_out(bigint, date) from public;
revoke all on function move_close(bigint, text, text, date) from public;
grant execute on function move_ask(uuid, bigint, bytea, text, text, boolean, date, text, date) to nuanxin_app;
grant execute on function move_open(bigint) to nuanxin_app;
grant execute on function move_carry_out(bigint, date) to nuanxin_app;
grant execute on function move_close(bigint, text, text, date) to nuanxin_app;
