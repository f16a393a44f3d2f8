create table care_group (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    established_on date not null,
    closed_on date,
    version integer not null default 0,
    unique (id, family_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check (closed_on is null or closed_on >= established_on)
);
create sequence care_group_seq increment 50;
create unique index care_group_live on care_group (family_id) where closed_on is null;
call nuanxin_scoped('care_group');
comment on table care_group is '关爱小组: one live group per family, one family per group (Reply 一(四)).';

create table group_seat (
    id bigint primary key,
    group_id bigint not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    kind text not null check (kind in ('TOWNSHIP_CADRE', 'VILLAGE_PRESIDENT', 'VILLAGE_DOCTOR', 'GROUP_LEADER',
                                       'RELATIVE', 'SOCIAL_WORKER', 'VOLUNTEER')),
    person_name text not null check (person_name <> ''),
    organisation text,
    phone bytea,
    phone_index bytea,
    account_id bigint references account (id),
    valid_from date not null,
    valid_to date,
    end_reason text,
    version integer not null default 0,
    foreign key (group_id, family_id) references care_group (id, family_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check (valid_to is null or valid_to >= valid_from),
    check ((valid_to is null) = (end_reason is null)),
    check ((phone is null) = (phone_index is null)),
    constraint group_seat_one_holder exclude using gist (
        group_id with =, kind with =, daterange(valid_from, valid_to) with &&)
        where (kind in ('TOWNSHIP_CADRE', 'VILLAGE_PRESIDENT', 'VILLAGE_DOCTOR', 'GROUP_LEADER'))
);
create sequence group_seat_seq increment 50;
create index group_seat_family on group_seat (family_id, kind);
create index group_seat_group on group_seat (group_id);
create index group_seat_account on group_seat (account_id) where account_id is not null;
create index group_seat_region on group_seat (region_path, kind);
call nuanxin_scoped('group_seat');
comment on table group_seat is 'Who sits in a Care Group, [valid_from, valid_to); the four statutory seats have one holder at a time.';
comment on column group_seat.account_id is 'A member with an account sees this family, beyond its own region, while the seat is held.';

create table group_ledger (
    id bigint primary key,
    client_id uuid not null unique,
    group_id bigint not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    year integer not null check (year between 2013 and 2100),
    kind text not null check (kind in ('ALLOCATION', 'EXPENSE', 'REVERSAL')),
    amount numeric(14, 2) not null check (amount <> 0),
    booked_on date not null,
    purpose text not null check (purpose <> ''),
    receipt_no text,
    reverses_id bigint unique references group_ledger (id),
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    foreign key (group_id, family_id) references care_group (id, family_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check (kind <> 'ALLOCATION' or amount > 0),
    check (kind <> 'EXPENSE' or (amount < 0 and receipt_no is not null)),
    check ((kind = 'REVERSAL') = (reverses_id is not null))
);
create sequence group_ledger_seq increment 50;
create index group_ledger_group on group_ledger (group_id, year, id);
create index group_ledger_family on group_ledger (family_id);
call nuanxin_scoped('group_ledger');
revoke update on group_ledger from nuanxin_app;
comment on table group_ledger is 'Activity money of a group by year, append only: what came in is positive, what was spent negative; a mistake is reversed.';

-- Entries of a group wait for each other at its row, so that two at once cannot overdraw it together.
create function group_ledger_guard() returns trigger language plpgsql as $$
declare
    balance numeric;
    original group_ledger%rowtype;
begin
    perform 1 from care_group where id = new.group_id for update;
    if new.kind = 'REVERSAL' then
        select * into original from group_ledger where id = new.reverses_id;
        if original.group_id <> new.group_id or original.year <> new.year or original.amount <> -new.amount
           or original.kind = 'REVERSAL' then
            raise exception 'a reversal undoes one whole entry of the same group and year'
                using errcode = '23514', constraint = 'group_ledger_reversal';
        end if;
    end if;
    if new.kind = 'ALLOCATION' and exists (
        select 1 from group_ledger a
        where a.group_id = new.group_id and a.year = new.year and a.kind = 'ALLOCATION'
          and not exists (select 1 from group_ledger r where r.reverses_id = a.id)) then
        raise exception 'allocated already' using errcode = '23505', constraint = 'group_ledger_one_allocation';
    end if;
    select coalesce(sum(amount), 0) + new.amount into balance
    from group_ledger where group_id = new.group_id and year = new.year;
    if balance < 0 then
        raise exception 'more than there is' using errcode = '23514', constraint = 'group_ledger_never_below_zero';
    end if;
    return new;
end $$;
create trigger group_ledger_guard before insert on group_ledger for each row execute function group_ledger_guard();

-- Membership of a Care Group opens that family to the member's account, wherever the family is filed.
create or replace function nuanxin_granted(account bigint, low text, high text) returns bigint[]
    language sql stable security definer set search_path = public, pg_temp
    return (select coalesce(array_agg(granted.id), '{}') from (
                select f.id from family f
                where f.residence_path <> f.region_path
                  and f.residence_path >= low and f.residence_path < high
                  and not (f.region_path >= low and f.region_path < high)
                union
                select s.family_id from group_seat s join care_group g on g.id = s.group_id and g.closed_on is null
                where s.account_id = account
                  and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)) granted);
