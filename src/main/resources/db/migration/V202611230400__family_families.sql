create table file_counter (
    county_code text primary key,
    last_number integer not null check (last_number > 0)
);
comment on table file_counter is 'File numbers 户编号 by county: six digits of the county, five of the count; a move does not change them.';

create table family (
    id bigint primary key,
    client_id uuid not null unique,
    file_number text collate "C" unique,
    region_path text collate "C" not null references region (path) on update cascade,
    residence_path text collate "C" not null references region (path) on update cascade,
    category text not null default 'BEREAVED' check (category in ('BEREAVED', 'CHILD_DISABLED')),
    origin text not null check (origin in ('STOCK', 'NEW')),
    status text not null check (status in ('LEAD', 'REGISTERED', 'RETURNED', 'REVIEWED', 'CONFIRMED', 'EXITED')),
    sort_name text collate "C" not null,
    address bytea,
    living_arrangement text check (living_arrangement in ('ALONE', 'COUPLE', 'WITH_RELATIVES', 'INSTITUTION', 'OTHER')),
    form_of_address text,
    contact_channel text check (contact_channel in ('PHONE_FIRST', 'VISIT', 'PHONE_ONLY')),
    visits_welcome text not null default 'WELCOME' check (visits_welcome in ('WELCOME', 'PHONE_ONLY', 'REFUSED')),
    women_only boolean not null default false,
    best_time text,
    language text,
    customs text,
    avoid_topics bytea,
    avoid_dates bytea,
    care_notes bytea,
    known_on date,
    told_by text,
    registered_on date,
    registered_by bigint references account (id),
    reviewed_on date,
    reviewed_by bigint references account (id),
    confirmed_on date,
    confirmed_by bigint references account (id),
    exited_on date,
    exit_reason text check (exit_reason in ('BIRTH', 'ADOPTION', 'LAST_MEMBER_DIED', 'MOVED_OUT', 'ERROR')),
    return_reason text,
    created_by bigint not null references account (id),
    created_at timestamptz not null default now(),
    version integer not null default 0,
    unique (id, region_path),
    check ((file_number is null) <= (status in ('LEAD', 'EXITED'))),
    check (origin = 'STOCK' or known_on is not null),
    check ((status = 'EXITED') = (exited_on is not null) and (exited_on is null) = (exit_reason is null)),
    check (status <> 'CONFIRMED' or confirmed_by is not null),
    constraint family_four_eyes check (confirmed_by is null or confirmed_by <> registered_by),
    check ((status = 'RETURNED') <= (return_reason is not null))
);
create sequence family_seq increment 50;
create index family_scope on family (region_path, sort_name, id);
create index family_sort on family (sort_name, id);
create index family_elsewhere on family (residence_path) where residence_path <> region_path;
create index family_file_number on family (file_number);
call nuanxin_scoped('family', 'id');

comment on column family.region_path is 'Filing region (hukou): its money follows this county (口径待定).';
comment on column family.residence_path is 'Where they live: their care follows this village (口径待定).';
comment on column family.status is 'LEAD 线索 → REGISTERED 登记 → REVIEWED 初审 → CONFIRMED 确认 → EXITED 退出; RETURNED 补正.';
comment on column family.known_on is 'The day we learned of a new loss: the clock of the first visit starts here. Stock families have none.';
comment on constraint family_four_eyes on family is 'Who registers a family never confirms it.';

create table person (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    role text not null check (role in ('PARENT', 'SPOUSE', 'GRANDCHILD', 'OTHER')),
    contact boolean not null default false,
    name text collate "C" not null check (name <> ''),
    pinyin text collate "C" not null,
    initials text collate "C" not null,
    sex text check (sex in ('MALE', 'FEMALE')),
    born_on date,
    citizen_id bytea,
    citizen_id_index bytea,
    phone bytea,
    phone_index bytea,
    bank_name text,
    account_number bytea,
    account_index bytea,
    died_on date,
    left_on date,
    active boolean not null default true,
    version integer not null default 0,
    unique (id, region_path),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((citizen_id is null) = (citizen_id_index is null)),
    check ((phone is null) = (phone_index is null)),
    check ((account_number is null) = (account_index is null)),
    check (died_on is null or born_on is null or died_on >= born_on)
);
create sequence person_seq increment 50;
create index person_family on person (family_id, id);
create unique index person_citizen_id on person (citizen_id_index) where active;
create index person_citizen_id_all on person (citizen_id_index);
create index person_phone on person (phone_index);
create index person_name on person (name);
create index person_pinyin on person (pinyin);
create index person_initials on person (initials);
call nuanxin_scoped('person');
comment on column person.citizen_id_index is 'Blind index (HMAC): equality only. Unique among active members in the whole city.';
comment on column person.active is 'A member of a family in care: false once the person left or the family exited.';

create table child (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    name text not null check (name <> ''),
    called text,
    sex text check (sex in ('MALE', 'FEMALE')),
    born_on date,
    died_on date,
    died_precision text not null default 'DAY' check (died_precision in ('DAY', 'MONTH', 'YEAR')),
    certified_by text,
    version integer not null default 0,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check (died_on is null or born_on is null or died_on >= born_on)
);
create sequence child_seq increment 50;
create index child_family on child (family_id);
call nuanxin_scoped('child');

create table dated_fact (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    person_id bigint,
    name text not null check (name ~ '^[a-z]+(-[a-z]+)*$'),
    value text not null,
    valid_from date not null,
    valid_to date,
    next_due date,
    source text not null check (source <> ''),
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    superseded_at timestamptz,
    superseded_by bigint references account (id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (person_id, region_path) references person (id, region_path) on update cascade deferrable initially immediate,
    check (valid_to is null or valid_to > valid_from),
    check ((superseded_at is null) = (superseded_by is null)),
    constraint dated_fact_one_truth exclude using gist (
        family_id with =, (coalesce(person_id, 0)) with =, name with =, daterange(valid_from, valid_to) with &&)
        where (superseded_at is null)
);
create sequence dated_fact_seq increment 50;
create index dated_fact_family on dated_fact (family_id, person_id, name, valid_from);
call nuanxin_scoped('dated_fact');
comment on table dated_fact is 'What was true when, [valid_from, valid_to), from which source, recorded when and by whom. Never changed: superseded.';
comment on column dated_fact.person_id is 'Null: a fact of the family.';

-- Who lives in my region but is filed elsewhere is visible to me as well.
create or replace function nuanxin_granted(account bigint, low text, high text) returns bigint[]
    language sql stable security definer set search_path = public, pg_temp
    return (select coalesce(array_agg(f.id), '{}') from family f
            where f.residence_path <> f.region_path
              and f.residence_path >= low and f.residence_path < high
              and not (f.region_path >= low and f.region_path < high));

-- A citizen ID is an active member once in the whole city; says only whether, never where.
create function citizen_id_registered(wanted bytea) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return exists (select 1 from person where citizen_id_index = wanted and active);

create function citizen_ids_registered(wanted bytea[]) returns table (citizen_id_index bytea)
    language sql stable security definer set search_path = public, pg_temp
    begin atomic
        select p.citizen_id_index from person p where p.citizen_id_index = any (wanted) and p.active;
    end;

revoke all on function nuanxin_granted(bigint, text, text) from public;
revoke all on function citizen_id_registered(bytea) from public;
revoke all on function citizen_ids_registered(bytea[]) from public;
grant execute on function nuanxin_granted(bigint, text, text) to nuanxin_app;
grant execute on function citizen_id_registered(bytea) to nuanxin_app;
grant execute on function citizen_ids_registered(bytea[]) to nuanxin_app;

-- The trail of a family is read through the family; one's own acts are one's own.
alter table audit_event enable row level security;
create policy readable on audit_event for select using (
    exists (select 1 from family f where f.id = family_id)
    or actor_id = nullif(current_setting('nuanxin.actor', true), '')::bigint);
create policy writable on audit_event for insert with check (true);
